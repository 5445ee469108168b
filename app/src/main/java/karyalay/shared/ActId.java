package karyalay.shared;

import java.util.UUID;

/// One thing a person did, named by the page or client before it is sent (UUIDv7).
public record ActId(UUID value) {
  public static ActId next() {
    return new ActId(Ids.next());
  }

  /// Reads what {@link #toString()} wrote; anything else is {@link IllegalArgumentException}.
  public static ActId of(String text) {
    return new ActId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
