package karyalay.preparing;

import java.util.Locale;

/// Why something that waits cannot be approved as it is.
public enum Holdup {
  NONE,
  /// The paper does not lie with the officer as it did.
  MOVED,
  /// A paragraph was written on the sheet since.
  NEW_PARAGRAPH;

  public String key() {
    return "preparing.holdup." + name().toLowerCase(Locale.ROOT);
  }
}
