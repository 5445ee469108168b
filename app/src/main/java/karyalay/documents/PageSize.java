package karyalay.documents;

import java.util.Locale;
import karyalay.documents.decoder.Task.Target;

/// In what sizes a page is shown. Pages of any shape have about the same number of pixels.
public enum PageSize {
  /// About 120 x 170, for the strip.
  THUMBNAIL(120 * 170, 12 << 10),
  /// A4 at 133 dpi: what one reads.
  PAGE(1100 * 1556, 240 << 10),
  /// A4 at 220 dpi: what one looks at more closely.
  LARGE(1820 * 2574, 700 << 10);

  private final int pixels;
  private final int bytes;

  PageSize(int pixels, int bytes) {
    this.pixels = pixels;
    this.bytes = bytes;
  }

  Target target() {
    return new Target(pixels, bytes);
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
