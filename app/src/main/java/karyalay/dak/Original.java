package karyalay.dak;

import java.util.Locale;

/// Where the paper itself is after scanning (OP-128).
///
/// In today's bundle it gets its place by itself: number of the bundle, day, serial. That is
/// pencilled on the paper, so it never changes and is never given again.
///
/// @param place bundle, date and serial; or the number in the property room; may be empty
public record Original(Keeping keeping, String place) {
  static final Original TODAY = new Original(Keeping.BUNDLE, "");

  /// Whether its place in the day's bundle is still to be given.
  boolean toBundle() {
    return keeping == Keeping.BUNDLE && place.isBlank();
  }

  /// The places an original may be in.
  public enum Keeping {
    BUNDLE,
    WENT_ALONG,
    RETURNED,
    SEALED,
    PROPERTY_ROOM;

    public String key() {
      return switch (this) {
        case BUNDLE -> "todays-bundle";
        case WENT_ALONG -> "original-went-along";
        case RETURNED -> "original-returned";
        case SEALED -> "sealed-envelope";
        case PROPERTY_ROOM -> "property-room-number";
      };
    }

    /// Whether it means nothing without a number or words that say where.
    boolean needsPlace() {
      return this == PROPERTY_ROOM;
    }

    static Keeping of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
