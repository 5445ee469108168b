package karyalay.documents.decoder;

import java.io.IOException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import org.jspecify.annotations.Nullable;

/// Where a TIFF says its image data lies: a page whose data would lie beyond the end of the file is
/// missing, even when the directory is whole.
final class TiffStrips {
  private TiffStrips() {}

  static void requireWhole(IIOMetadata metadata, long length) throws IOException, Unreadable {
    var directory = TIFFDirectory.createFromMetadata(metadata);
    requireWhole(
        directory.getTIFFField(BaselineTIFFTagSet.TAG_STRIP_OFFSETS),
        directory.getTIFFField(BaselineTIFFTagSet.TAG_STRIP_BYTE_COUNTS),
        length);
    requireWhole(
        directory.getTIFFField(BaselineTIFFTagSet.TAG_TILE_OFFSETS),
        directory.getTIFFField(BaselineTIFFTagSet.TAG_TILE_BYTE_COUNTS),
        length);
  }

  private static void requireWhole(
      @Nullable TIFFField offsets, @Nullable TIFFField counts, long length) throws Unreadable {
    if (offsets == null || counts == null) return;
    for (int i = 0; i < Math.min(offsets.getCount(), counts.getCount()); i++)
      if (offsets.getAsLong(i) + counts.getAsLong(i) > length) throw new Unreadable(Fault.CUT_OFF);
  }
}
