package karyalay.documents.decoder;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipFile;

/// Refuses archives that swell far beyond their size when opened.
final class Bombs {
  private static final int MOST_ENTRIES = 5_000;

  /// Below this, unpacking harms nobody, whatever the ratio.
  private static final long HARMLESS = 20L << 20;

  private static final int MOST_RATIO = 100;

  private Bombs() {}

  /// Unpacks everything once and counts, since the sizes that an archive states may be lies.
  ///
  /// @param packed bytes of the archive itself
  static void refuse(ZipFile zip, long packed, Limits limits) throws IOException, Unreadable {
    if (zip.size() > MOST_ENTRIES) throw new Unreadable(Fault.BOMB);
    long most = Math.min(limits.inflated(), Math.max(HARMLESS, packed * MOST_RATIO));
    byte[] buffer = new byte[1 << 16];
    long inflated = 0;
    for (var entries = zip.entries(); entries.hasMoreElements(); )
      try (InputStream in = zip.getInputStream(entries.nextElement())) {
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          inflated += n;
          if (inflated > most) throw new Unreadable(Fault.BOMB);
        }
      }
  }
}
