package karyalay.scanning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import karyalay.scanning.PhoneStore.PageRow;
import karyalay.shared.Refused;

/// What a telephone may send, and when a page is one that is here already (OP-127).
final class PhoneRules {
  static final int MOST_PAGES = 100;

  /// Also what was taken off again fills the disk.
  static final int MOST_ARRIVALS = 300;

  /// So much alike are two photos of one page, of 1; two pages of one letter stay under 0.85.
  static final double ALIKE = 0.93;

  private static final int ACROSS = 48;
  private static final int SHIFT = 2;

  private PhoneRules() {}

  /// @throws Refused `FORM_GONE`, `QR_OVER`
  static void requireOpen(boolean ended, Instant until, Instant now) {
    if (ended) throw new Refused(ScanningRefusal.FORM_GONE);
    if (!now.isBefore(until)) throw new Refused(ScanningRefusal.QR_OVER);
  }

  /// @throws Refused `TOO_MANY_PAGES`
  static void requireRoom(int pages, int arrivals) {
    if (pages >= MOST_PAGES) throw tooMany(MOST_PAGES);
    if (arrivals >= MOST_ARRIVALS) throw tooMany(MOST_ARRIVALS);
  }

  private static Refused tooMany(int most) {
    return new Refused(ScanningRefusal.TOO_MANY_PAGES, Integer.toString(most));
  }

  /// The page that looks like this one.
  static Optional<PageRow> alike(byte[] likeness, List<PageRow> pages) {
    return pages.stream().filter(page -> likeness(likeness, page.likeness()) > ALIKE).findFirst();
  }

  /// How like two small pictures are, from -1 to 1: the best correlation when one is pushed a
  /// little over the other. Empty pages are like nothing.
  static double likeness(byte[] one, byte[] other) {
    if (one.length != other.length || one.length < ACROSS) return -1;
    double best = -1;
    for (int down = -SHIFT; down <= SHIFT; down++)
      for (int across = -SHIFT; across <= SHIFT; across++)
        best = Math.max(best, correlation(one, other, across, down));
    return best;
  }

  private static double correlation(byte[] one, byte[] other, int across, int down) {
    int rows = one.length / ACROSS;
    double n = 0;
    double a = 0;
    double b = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int y = SHIFT; y < rows - SHIFT; y++)
      for (int x = SHIFT; x < ACROSS - SHIFT; x++) {
        double p = one[y * ACROSS + x] & 0xff;
        double q = other[(y + down) * ACROSS + x + across] & 0xff;
        n++;
        a += p;
        b += q;
        aa += p * p;
        bb += q * q;
        ab += p * q;
      }
    double spread = (aa - a * a / n) * (bb - b * b / n);
    return spread < n * n ? -1 : (ab - a * b / n) / Math.sqrt(spread);
  }
}
