package karyalay.dak;

import java.util.Locale;

/// Where the paper itself is after scanning (OP-128).
///
/// @param place bundle, date and serial; or the number in the property room; may be empty
public record Original(Keeping keeping, String place) {
  static final Original TODAY = new Original(Keeping.BUNDLE, "");

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

    static Keeping of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
