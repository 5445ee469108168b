package karyalay.documents.decoder;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Random;

/// Pages of writing as cameras and scanners see them, at known angles and corners.
public final class Sheets {
  private static final String[] WORDS = {
    "थाना",
    "प्रभारी",
    "को",
    "आख्या",
    "दिनांक",
    "letter",
    "of",
    "प्रार्थना",
    "पत्र",
    "एवं",
    "आवश्यक",
    "कार्यवाही",
    "हेतु",
    "प्रेषित",
    "है",
    "reference",
    "no",
    "जांच",
    "अधिकारी",
    "महोदय"
  };

  private Sheets() {}

  /// A page of writing at 200 dpi: margins, paragraphs, no two alike.
  public static BufferedImage written(int seed) {
    return written(seed, 1654, 2339);
  }

  public static BufferedImage written(int seed, int width, int height) {
    BufferedImage page = paper(width, height);
    Graphics2D pen = pen(page);
    var random = new Random(seed);
    int size = width / 45;
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
    for (int y = height / 10; y < height * 9 / 10; y += size * 8 / 5) {
      if (random.nextInt(7) == 0) continue;
      int end = random.nextInt(6) == 0 ? width / 2 : width * 9 / 10;
      for (int x = width / 9; x < end; ) {
        String word = WORDS[random.nextInt(WORDS.length)];
        pen.drawString(word, x, y);
        x += pen.getFontMetrics().stringWidth(word) + size / 3 + random.nextInt(size / 2);
      }
    }
    pen.dispose();
    return page;
  }

  /// Nothing but paper, with dust on it.
  public static BufferedImage blank(int seed) {
    BufferedImage page = paper(1654, 2339);
    var random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      int x = random.nextInt(page.getWidth() - 2);
      int y = random.nextInt(page.getHeight() - 2);
      for (int k = 0; k < 1 + random.nextInt(3); k++) page.setRGB(x + k % 2, y + k / 2, 0x404040);
    }
    return page;
  }

  /// The same with one small word on it.
  public static BufferedImage initialled(int seed, String word) {
    BufferedImage page = blank(seed);
    Graphics2D pen = pen(page);
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 34));
    pen.drawString(word, 800, 2250);
    pen.dispose();
    return page;
  }

  private static BufferedImage paper(int width, int height) {
    var page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = page.createGraphics();
    pen.setColor(new Color(246, 244, 238));
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    return page;
  }

  private static Graphics2D pen(BufferedImage page) {
    Graphics2D pen = page.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(new Color(35, 35, 45));
    return pen;
  }

  /// As it lies crookedly on the glass of a scanner, turned clockwise.
  public static BufferedImage skewed(BufferedImage page, double degrees) {
    BufferedImage glass = paper(page.getWidth(), page.getHeight());
    Graphics2D pen = pen(glass);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(
        page,
        AffineTransform.getRotateInstance(
            Math.toRadians(degrees), page.getWidth() / 2.0, page.getHeight() / 2.0),
        null);
    pen.dispose();
    return glass;
  }

  /// As it lies on a dark table, seen aslant in uneven light.
  ///
  /// @param corners x and y of the page's corners in parts of the photo's sides, from the top left
  ///   clockwise
  public static BufferedImage photo(BufferedImage page, int width, int height, double... corners) {
    var photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    double[] back = back(corners, width, height);
    Grey grey = Grey.of(page);
    var random = new Random(5);
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        double w = back[6] * x + back[7] * y + back[8];
        double u = (back[0] * x + back[1] * y + back[2]) / w;
        double v = (back[3] * x + back[4] * y + back[5]) / w;
        boolean on = u >= 0 && v >= 0 && u < 1 && v < 1;
        int seen = on ? grey.at(u * (page.getWidth() - 1), v * (page.getHeight() - 1)) : 70;
        double light = 0.72 + 0.28 * x / width - 0.1 * y / height;
        int value = (int) Math.clamp(seen * light + random.nextInt(9) - 4, 0, 255);
        photo.setRGB(x, y, value << 16 | value << 8 | value);
      }
    return photo;
  }

  /// From the photo to the unit square: the inverse of the map to its corners.
  private static double[] back(double[] c, int width, int height) {
    double[] x = new double[4];
    double[] y = new double[4];
    for (int i = 0; i < 4; i++) {
      x[i] = c[2 * i] * width;
      y[i] = c[2 * i + 1] * height;
    }
    double dx1 = x[1] - x[2];
    double dx2 = x[3] - x[2];
    double dx3 = x[0] - x[1] + x[2] - x[3];
    double dy1 = y[1] - y[2];
    double dy2 = y[3] - y[2];
    double dy3 = y[0] - y[1] + y[2] - y[3];
    double turn = dx1 * dy2 - dx2 * dy1;
    double g = (dx3 * dy2 - dx2 * dy3) / turn;
    double h = (dx1 * dy3 - dx3 * dy1) / turn;
    double[] m = {
      x[1] - x[0] + g * x[1],
      x[3] - x[0] + h * x[3],
      x[0],
      y[1] - y[0] + g * y[1],
      y[3] - y[0] + h * y[3],
      y[0],
      g,
      h,
      1
    };
    return new double[] {
      m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
      m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
      m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]
    };
  }

  /// No page at all: coloured hills.
  public static BufferedImage landscape(int width, int height) {
    var photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) {
        int green = (int) (90 + 60 * Math.sin(x / 90.0) * Math.cos(y / 70.0));
        int blue = 60 + 120 * (height - y) / height;
        photo.setRGB(x, y, (40 + 50 * x / width) << 16 | green << 8 | blue);
      }
    return photo;
  }
}
