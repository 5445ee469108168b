package karyalay.documents.decoder;

import java.awt.image.BufferedImage;

/// A picture as brightness alone, 0 black to 255 white, row by row.
record Grey(int width, int height, byte[] pixels) {
  static final int WHITE = 255;

  /// Written pixel by pixel: Java2D would take grey for a linear scale and darken the page.
  static Grey of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] pixels = new byte[width * height];
    if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
      image.getRaster().getDataElements(0, 0, width, height, pixels);
      return new Grey(width, height, pixels);
    }
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) pixels[y * width + x] = onWhite(row[x]);
    }
    return new Grey(width, height, pixels);
  }

  private static byte onWhite(int pixel) {
    int luma = ((pixel >> 16 & 0xff) * 77 + (pixel >> 8 & 0xff) * 150 + (pixel & 0xff) * 29) >> 8;
    int alpha = pixel >>> 24;
    return (byte) (alpha == 255 ? luma : (luma * alpha + WHITE * (255 - alpha)) / 255);
  }

  int at(int x, int y) {
    return pixels[y * width + x] & 0xff;
  }

  /// Between the points; white outside.
  int at(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return edge(left, top);
    int across = (int) ((x - left) * 256);
    int down = (int) ((y - top) * 256);
    int index = top * width + left;
    int above = (pixels[index] & 0xff) * (256 - across) + (pixels[index + 1] & 0xff) * across;
    int below =
        (pixels[index + width] & 0xff) * (256 - across)
            + (pixels[index + width + 1] & 0xff) * across;
    return above * (256 - down) + below * down >> 16;
  }

  private int edge(int x, int y) {
    return x < 0 || y < 0 || x >= width || y >= height ? WHITE : at(x, y);
  }

  /// Each four points as their mean.
  Grey half() {
    int across = width / 2;
    int down = height / 2;
    byte[] mean = new byte[across * down];
    for (int y = 0; y < down; y++)
      for (int x = 0; x < across; x++) {
        int index = 2 * y * width + 2 * x;
        int sum =
            (pixels[index] & 0xff)
                + (pixels[index + 1] & 0xff)
                + (pixels[index + width] & 0xff)
                + (pixels[index + width + 1] & 0xff);
        mean[y * across + x] = (byte) (sum + 2 >> 2);
      }
    return new Grey(across, down, mean);
  }

  /// Halved until the longer side has at most so many points.
  Grey within(int longest) {
    Grey now = this;
    while (Math.max(now.width, now.height) > longest && Math.min(now.width, now.height) > 1)
      now = now.half();
    return now;
  }

  /// Of exactly this size, each point the mean of what it covers; for making smaller.
  Grey shrunk(int across, int down) {
    byte[] mean = new byte[across * down];
    for (int y = 0; y < down; y++) {
      int top = (int) ((long) y * height / down);
      int bottom = Math.max(top + 1, (int) ((long) (y + 1) * height / down));
      for (int x = 0; x < across; x++) {
        int left = (int) ((long) x * width / across);
        int right = Math.max(left + 1, (int) ((long) (x + 1) * width / across));
        mean[y * across + x] = (byte) mean(left, top, right, bottom);
      }
    }
    return new Grey(across, down, mean);
  }

  private int mean(int left, int top, int right, int bottom) {
    long sum = 0;
    for (int y = top; y < bottom; y++)
      for (int x = left; x < right; x++) sum += pixels[y * width + x] & 0xff;
    return (int) (sum / ((long) (right - left) * (bottom - top)));
  }

  /// By quarters clockwise.
  Grey turned(int quarters) {
    Grey now = this;
    for (int i = Math.floorMod(quarters, 4); i > 0; i--) now = now.turned();
    return now;
  }

  private Grey turned() {
    byte[] turned = new byte[pixels.length];
    for (int y = 0; y < height; y++)
      for (int x = 0; x < width; x++) turned[x * height + height - 1 - y] = pixels[y * width + x];
    return new Grey(height, width, turned);
  }

  BufferedImage image() {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, width, height, pixels);
    return image;
  }

  /// The brightness that parts dark from bright best (Otsu): the classes' means are the farthest
  /// apart.
  ///
  /// @return threshold, mean of the dark, mean of the bright
  double[] parting() {
    int[] count = new int[256];
    for (byte pixel : pixels) count[pixel & 0xff]++;
    double whole = 0;
    for (int i = 0; i < 256; i++) whole += (double) i * count[i];
    double[] best = {128, 0, WHITE};
    double most = -1;
    long dark = 0;
    double darkSum = 0;
    for (int i = 0; i < 255; i++) {
      dark += count[i];
      darkSum += (double) i * count[i];
      long bright = pixels.length - dark;
      if (dark == 0 || bright == 0) continue;
      double darkMean = darkSum / dark;
      double brightMean = (whole - darkSum) / bright;
      double apart = (double) dark * bright * (darkMean - brightMean) * (darkMean - brightMean);
      if (apart > most) {
        most = apart;
        best = new double[] {i + 1, darkMean, brightMean};
      }
    }
    return best;
  }
}
