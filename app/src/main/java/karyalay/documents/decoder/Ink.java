package karyalay.documents.decoder;

import java.awt.image.BufferedImage;

/// Whether anything stands on a page: how much of it is darker than its own paper. A shade that
/// shines through from the back does not count, nor do the edges, where scanners leave shadows.
final class Ink {
  /// About 70 dpi of A4: a signature is some hundred points, dust is one or two.
  static final int PIXELS = 600 * 848;

  /// How much darker than the paper ink is, of 255.
  private static final int DARKER = 48;

  /// Part of each side that is not looked at: 1 / so much.
  private static final int EDGE = 24;

  private Ink() {}

  /// Parts of 100,000 of the page.
  static int of(BufferedImage image) {
    int across = image.getWidth() / EDGE;
    int down = image.getHeight() / EDGE;
    int[] shades = new int[256];
    int[] row = new int[image.getWidth()];
    int seen = 0;
    for (int y = down; y < image.getHeight() - down; y++) {
      read(image, y, row);
      for (int x = across; x < row.length - across; x++, seen++) shades[row[x]]++;
    }
    if (seen == 0) return 100_000;
    int limit = paper(shades, seen) - DARKER;
    long dark = 0;
    for (int shade = 0; shade < limit; shade++) dark += shades[shade];
    return (int) (dark * 100_000 / seen);
  }

  /// The shade of the paper: that of the middle of all points, since writing covers the smaller
  /// part of any page.
  private static int paper(int[] shades, int seen) {
    int shade = 0;
    for (int counted = shades[0]; counted <= seen / 2; counted += shades[shade]) shade++;
    return shade;
  }

  /// The shades of a line. Of a grey picture as they are stored: Java2D would take them for a
  /// linear scale, on which faint writing is lost.
  private static void read(BufferedImage image, int y, int[] row) {
    if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
      image.getRaster().getSamples(0, y, row.length, 1, 0, row);
      return;
    }
    image.getRGB(0, y, row.length, 1, row, 0, row.length);
    for (int x = 0; x < row.length; x++) row[x] = shade(row[x]);
  }

  private static int shade(int pixel) {
    return ((pixel >> 16 & 0xff) * 77 + (pixel >> 8 & 0xff) * 150 + (pixel & 0xff) * 29) >> 8;
  }
}
