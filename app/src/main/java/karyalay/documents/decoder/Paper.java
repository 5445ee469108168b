package karyalay.documents.decoder;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/// What is paper on a page and what is ink.
final class Paper {
  /// How large the patches are whose paper is taken to be lit alike, of the longer side.
  private static final int PATCHES = 40;

  private static final int INK = 140;

  /// About 2 mm at 200 dpi, and so much ink in it that no dust makes.
  private static final int CELL = 16;

  private static final int CELL_INK = 12;

  /// So far apart are red, green and blue in what no lamp makes of white paper.
  private static final int COLOUR = 70;

  private static final int ACROSS = 48;
  private static final int DOWN = 68;

  private Paper() {}

  /// Paper made white, shadows taken away, ink left as dark as it is.
  static Grey whitened(Grey page) {
    int side = Math.max(8, Math.max(page.width(), page.height()) / PATCHES);
    Grey ground = smooth(ground(page, side));
    byte[] pixels = new byte[page.pixels().length];
    for (int y = 0; y < page.height(); y++)
      for (int x = 0; x < page.width(); x++) {
        double paper = inside(ground, (x + 0.5) / side - 0.5, (y + 0.5) / side - 0.5);
        int bright = (int) (page.at(x, y) * 262 / Math.max(40, paper));
        pixels[y * page.width() + x] = (byte) Math.min(Grey.WHITE, bright);
      }
    return new Grey(page.width(), page.height(), pixels);
  }

  /// The brightness of the paper in each patch: its brightest tenth but for sparks.
  private static Grey ground(Grey page, int side) {
    int across = (page.width() + side - 1) / side;
    int down = (page.height() + side - 1) / side;
    byte[] paper = new byte[across * down];
    int[] count = new int[256];
    for (int row = 0; row < down; row++)
      for (int column = 0; column < across; column++) {
        Arrays.fill(count, 0);
        int seen = 0;
        for (int y = row * side; y < Math.min(page.height(), (row + 1) * side); y += 2)
          for (int x = column * side; x < Math.min(page.width(), (column + 1) * side); x += 2) {
            count[page.at(x, y)]++;
            seen++;
          }
        paper[row * across + column] = (byte) brightest(count, seen);
      }
    return new Grey(across, down, paper);
  }

  private static int brightest(int[] count, int seen) {
    int above = 0;
    for (int value = 255; value > 0; value--) {
      above += count[value];
      if (above * 8 >= seen) return value;
    }
    return 0;
  }

  /// A patch of nothing but ink takes the paper of its neighbours.
  private static Grey smooth(Grey ground) {
    byte[] smooth = new byte[ground.pixels().length];
    int[] near = new int[25];
    for (int y = 0; y < ground.height(); y++)
      for (int x = 0; x < ground.width(); x++) {
        int n = 0;
        for (int row = Math.max(0, y - 2); row <= Math.min(ground.height() - 1, y + 2); row++)
          for (int at = Math.max(0, x - 2); at <= Math.min(ground.width() - 1, x + 2); at++)
            near[n++] = ground.at(at, row);
        Arrays.sort(near, 0, n);
        smooth[y * ground.width() + x] = (byte) near[n * 2 / 3];
      }
    return new Grey(ground.width(), ground.height(), smooth);
  }

  private static double inside(Grey ground, double x, double y) {
    double column = Math.clamp(x, 0, Math.max(0, ground.width() - 1.001));
    double row = Math.clamp(y, 0, Math.max(0, ground.height() - 1.001));
    int left = (int) column;
    int top = (int) row;
    int right = Math.min(left + 1, ground.width() - 1);
    int bottom = Math.min(top + 1, ground.height() - 1);
    double above =
        ground.at(left, top) * (left + 1 - column) + ground.at(right, top) * (column - left);
    double below =
        ground.at(left, bottom) * (left + 1 - column) + ground.at(right, bottom) * (column - left);
    return above * (top + 1 - row) + below * (row - top);
  }

  /// That nothing is written on a whitened page but at its very edge. One small mark, as a page
  /// number or an initial, is writing; dust and what shines through from behind are not.
  static boolean blank(Grey white) {
    int inked = 0;
    for (int top = CELL; top + 2 * CELL <= white.height(); top += CELL)
      for (int left = CELL; left + 2 * CELL <= white.width(); left += CELL)
        if (ink(white, left, top) >= CELL_INK && ++inked > 1) return false;
    return true;
  }

  private static int ink(Grey white, int left, int top) {
    int ink = 0;
    for (int y = top; y < top + CELL; y++)
      for (int x = left; x < left + CELL; x++) if (white.at(x, y) < INK) ink++;
    return ink;
  }

  /// That it looks like something written: paper of hardly any colour, lit without great breaks,
  /// with some ink on it or none.
  static boolean written(BufferedImage drawn, Grey page, Grey white) {
    int paper = 0;
    int ink = 0;
    for (byte pixel : white.pixels()) {
      if ((pixel & 0xff) > 205) paper++;
      else if ((pixel & 0xff) < INK) ink++;
    }
    double whole = white.pixels().length;
    return paper > 0.7 * whole && ink < 0.25 * whole && lit(page) && coloured(drawn) < 0.25;
  }

  /// That the darkest corner of the paper is at least half as bright as the brightest.
  private static boolean lit(Grey page) {
    int side = Math.max(8, Math.max(page.width(), page.height()) / PATCHES);
    byte[] ground = smooth(ground(page, side)).pixels();
    int[] sorted = new int[ground.length];
    for (int i = 0; i < ground.length; i++) sorted[i] = ground[i] & 0xff;
    Arrays.sort(sorted);
    return sorted[sorted.length / 20] >= 0.45 * sorted[sorted.length * 19 / 20];
  }

  private static double coloured(BufferedImage drawn) {
    int seen = 0;
    int coloured = 0;
    for (int y = 0; y < drawn.getHeight(); y += 8)
      for (int x = 0; x < drawn.getWidth(); x += 8) {
        int pixel = drawn.getRGB(x, y);
        int red = pixel >> 16 & 0xff;
        int green = pixel >> 8 & 0xff;
        int blue = pixel & 0xff;
        int least = Math.min(red, Math.min(green, blue));
        if (Math.max(red, Math.max(green, blue)) - least > COLOUR) coloured++;
        seen++;
      }
    return coloured / (double) seen;
  }

  /// A small picture by which the same page is known again.
  static byte[] likeness(Grey white) {
    return white.shrunk(ACROSS, DOWN).pixels();
  }
}
