package karyalay.documents.decoder;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Makes a page of a photo or a scan: straight, grey, evenly lit, and small enough for a thin line.
final class Cleaning {
  /// A4 at 200 dpi.
  static final int POINTS = 1654 * 2339;

  private static final double LEVEL = 0.1;

  /// So much of each side is left away, half a millimetre, where the ground may still be seen.
  private static final double RIM = 0.003;

  private Cleaning() {}

  static Answer.Cleaned of(BufferedImage drawn, Task.Clean task) throws IOException {
    Grey image = Grey.of(drawn);
    Quad quad = task.look() == Look.PHOTO ? Outline.find(image) : null;
    Grey page = quad == null ? within(image) : Warp.straightened(image, quad, POINTS, RIM);
    Grey white = Paper.whitened(page);
    boolean written = quad != null || Paper.written(drawn, page, white);
    boolean asItIs = task.look() == Look.AS_IT_IS || !written;
    double angle = asItIs || quad != null ? 0 : Skew.of(white);
    if (Math.abs(angle) >= LEVEL) white = Paper.whitened(Warp.levelled(page, angle));
    byte[] kept =
        task.bytes() == 0
            ? new byte[0]
            : asItIs
                ? jpeg(turned(drawn, task.quarters()), task.bytes())
                : smallest(white.turned(task.quarters()), task.bytes());
    return new Answer.Cleaned(
        kept,
        written && Paper.blank(white),
        written,
        corners(quad, image),
        angle,
        Paper.likeness(white));
  }

  /// In parts of the picture's sides, so that whoever asks need not know how large it is.
  private static List<Double> corners(@Nullable Quad quad, Grey image) {
    List<Double> corners = new ArrayList<>();
    for (int i = 0; quad != null && i < 4; i++) {
      corners.add(quad.x()[i] / image.width());
      corners.add(quad.y()[i] / image.height());
    }
    return corners;
  }

  private static Grey within(Grey image) {
    double ratio = Math.sqrt(POINTS / ((double) image.width() * image.height()));
    if (ratio >= 1) return image;
    if (ratio <= 0.5) return within(image.half());
    var whole =
        new Quad(
            new double[] {0, image.width(), image.width(), 0},
            new double[] {0, 0, image.height(), image.height()});
    return Warp.straightened(image, whole, POINTS, 0);
  }

  private static BufferedImage turned(BufferedImage image, int quarters) {
    // 1, 6, 3 and 8 are EXIF's numbers for none to three quarters.
    int[] orientations = {1, 6, 3, 8};
    return Orientation.upright(image, orientations[Math.floorMod(quarters, 4)]);
  }

  /// JPEG, or for clean print, of which PNG makes less, PNG of sixteen greys.
  private static byte[] smallest(Grey page, int most) throws IOException {
    byte[] jpeg = jpeg(page.image(), most);
    if (greys(page) > 0.04) return jpeg;
    byte[] png = png(page);
    return png.length < jpeg.length ? png : jpeg;
  }

  private static byte[] jpeg(BufferedImage image, int most) throws IOException {
    int points = Math.min(POINTS, image.getWidth() * image.getHeight());
    boolean grey = image.getType() == BufferedImage.TYPE_BYTE_GRAY;
    Picture picture = (grey ? new Picture(image) : Picture.of(image)).within(points);
    byte[] bytes = picture.jpeg(most);
    while (bytes.length > most && points > 10_000) {
      points = points * 4 / 5;
      bytes = picture.within(points).jpeg(most);
    }
    return bytes;
  }

  /// Which part is neither nearly white nor nearly black.
  private static double greys(Grey page) {
    int greys = 0;
    for (byte pixel : page.pixels()) if ((pixel & 0xff) > 60 && (pixel & 0xff) < 225) greys++;
    return greys / (double) page.pixels().length;
  }

  private static byte[] png(Grey page) throws IOException {
    byte[] levels = new byte[16];
    for (int i = 0; i < 16; i++) levels[i] = (byte) (i * 17);
    var image =
        new BufferedImage(
            page.width(),
            page.height(),
            BufferedImage.TYPE_BYTE_BINARY,
            new IndexColorModel(4, 16, levels, levels, levels));
    byte[] row = new byte[page.width()];
    for (int y = 0; y < page.height(); y++) {
      for (int x = 0; x < row.length; x++) row[x] = (byte) ((page.at(x, y) + 8) / 17);
      image.getRaster().setDataElements(0, y, row.length, 1, row);
    }
    var bytes = new ByteArrayOutputStream(1 << 18);
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
