package karyalay.shared;

import java.util.UUID;

/// What is written: a receipt, a file, a complaint. It has one or more papers.
public record ContentId(UUID value) {
  public static ContentId next() {
    return new ContentId(Ids.next());
  }

  /// Reads what {@link #toString()} wrote; anything else is {@link IllegalArgumentException}.
  public static ContentId of(String text) {
    return new ContentId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
