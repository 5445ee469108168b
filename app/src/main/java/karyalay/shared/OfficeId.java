package karyalay.shared;

import java.util.UUID;

/// An office: thana, circle, branch, district. A district is an office too.
public record OfficeId(UUID value) {
  public static OfficeId next() {
    return new OfficeId(Ids.next());
  }

  /// Reads what {@link #toString()} wrote; anything else is {@link IllegalArgumentException}.
  public static OfficeId of(String text) {
    return new OfficeId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
