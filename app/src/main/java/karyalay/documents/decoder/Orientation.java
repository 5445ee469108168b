package karyalay.documents.decoder;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageReader;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;

/// Which side is up: telephones store the picture as the sensor lay and only note how it was held.
final class Orientation {
  private static final int UPRIGHT = 1;
  private static final int EXIF = 0xFFE1;
  private static final int START_OF_SCAN = 0xFFDA;
  private static final byte[] MARK = {'E', 'x', 'i', 'f', 0, 0};

  private Orientation() {}

  /// The number 1 to 8 of the EXIF standard; 1, upright, when nothing sensible is said.
  static int of(Path file, Format format, ImageReader reader, int index) throws IOException {
    int value =
        switch (format) {
          case JPEG -> ofJpeg(file);
          case TIFF -> ofTiff(reader, index);
          case PNG, PDF, DOCX, XLSX, MAIL -> UPRIGHT;
        };
    return value >= 1 && value <= 8 ? value : UPRIGHT;
  }

  private static int ofTiff(ImageReader reader, int index) throws IOException {
    TIFFField field =
        TIFFDirectory.createFromMetadata(reader.getImageMetadata(index))
            .getTIFFField(BaselineTIFFTagSet.TAG_ORIENTATION);
    return field == null ? UPRIGHT : field.getAsInt(0);
  }

  private static int ofJpeg(Path file) throws IOException {
    try (var in = new DataInputStream(Files.newInputStream(file))) {
      in.readUnsignedShort();
      for (int marker = in.readUnsignedShort();
          marker > 0xFF00 && marker != START_OF_SCAN;
          marker = in.readUnsignedShort()) {
        byte[] segment = in.readNBytes(Math.max(0, in.readUnsignedShort() - 2));
        boolean exif = Arrays.equals(Arrays.copyOf(segment, MARK.length), MARK);
        if (marker == EXIF && exif) return inExif(ByteBuffer.wrap(segment, 6, segment.length - 6));
      }
      return UPRIGHT;
    }
  }

  /// Reads the first directory of the TIFF structure inside an EXIF segment.
  private static int inExif(ByteBuffer exif) {
    ByteBuffer tiff = exif.slice();
    if (tiff.remaining() < 8) return UPRIGHT;
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) return UPRIGHT;
    int count = Short.toUnsignedInt(tiff.getShort(directory));
    for (int at = directory + 2; count-- > 0 && at + 12 <= tiff.limit(); at += 12)
      if (tiff.getShort(at) == BaselineTIFFTagSet.TAG_ORIENTATION) return tiff.getShort(at + 8);
    return UPRIGHT;
  }

  /// The image turned and mirrored until it stands upright.
  static BufferedImage upright(BufferedImage image, int orientation) {
    if (orientation == UPRIGHT) return image;
    int width = image.getWidth();
    int height = image.getHeight();
    boolean lying = orientation >= 5;
    var upright =
        new BufferedImage(
            lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
    Picture.paint(upright, image, turn(orientation, width, height));
    return upright;
  }

  private static AffineTransform turn(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
