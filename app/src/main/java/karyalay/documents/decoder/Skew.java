package karyalay.documents.decoder;

import java.util.Arrays;

/// By how much the lines of writing lean. Ink is summed along parallel lines; when they run as the
/// writing does, full and empty ones differ most. The headline of Devanagari makes this sharp.
final class Skew {
  private static final int LONGEST = 1200;
  private static final int MOST_POINTS = 60_000;
  private static final double MOST = 12;

  /// How much sharper than others the best angle must be; else the page has no lines.
  private static final double CLEAR = 1.25;

  private Skew() {}

  /// Degrees by which the writing is turned clockwise; 0 when no lines of writing are found.
  static double of(Grey page) {
    Grey small = page.within(LONGEST);
    int[] ink = ink(small);
    if (ink.length < 400) return 0;
    double[] scores = new double[(int) (2 * MOST) + 1];
    for (int i = 0; i < scores.length; i++) scores[i] = score(ink, small, i - MOST);
    int best = 0;
    for (int i = 1; i < scores.length; i++) if (scores[i] > scores[best]) best = i;
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    double angle = sharpest(ink, small, sharpest(ink, small, best - MOST, 1, 0.2), 0.2, 0.05);
    if (score(ink, small, angle) < CLEAR * sorted[sorted.length / 2]) return 0;
    return Math.abs(angle) > MOST - 0.5 ? 0 : angle;
  }

  private static double sharpest(int[] ink, Grey page, double about, double reach, double step) {
    double best = about;
    double most = -1;
    for (double angle = about - reach; angle <= about + reach + 1e-9; angle += step) {
      double score = score(ink, page, angle);
      if (score > most) {
        most = score;
        best = angle;
      }
    }
    return best;
  }

  /// Dark points inside the rim, each nth where there are very many.
  private static int[] ink(Grey page) {
    int threshold = Math.min((int) page.parting()[0], 160);
    int rimX = page.width() / 25;
    int rimY = page.height() / 25;
    int[] found = new int[page.pixels().length];
    int count = 0;
    for (int y = rimY; y < page.height() - rimY; y++)
      for (int x = rimX; x < page.width() - rimX; x++)
        if (page.at(x, y) < threshold) found[count++] = y * page.width() + x;
    int step = Math.max(1, count / MOST_POINTS);
    int[] kept = new int[count / step];
    for (int i = 0; i < kept.length; i++) kept[i] = found[i * step];
    return kept;
  }

  /// Sum of squared differences of neighbouring lines.
  private static double score(int[] ink, Grey page, double angle) {
    double sine = Math.sin(Math.toRadians(angle));
    double cosine = Math.cos(Math.toRadians(angle));
    int shift = (int) Math.ceil(Math.abs(sine) * page.width()) + 1;
    int[] lines = new int[page.height() + 2 * shift + 2];
    for (int point : ink) {
      int x = point % page.width();
      int y = point / page.width();
      lines[(int) Math.floor(y * cosine - x * sine) + shift]++;
    }
    double sum = 0;
    for (int i = 1; i < lines.length; i++) {
      double step = lines[i] - lines[i - 1];
      sum += step * step;
    }
    return sum;
  }
}
