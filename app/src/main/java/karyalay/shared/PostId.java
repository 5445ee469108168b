package karyalay.shared;

import java.util.UUID;

/// A chair, not the officer in it: papers stay with the post when the officer is transferred
/// (OP-1).
public record PostId(UUID value) {
  public static PostId next() {
    return new PostId(Ids.next());
  }

  /// Reads what {@link #toString()} wrote; anything else is {@link IllegalArgumentException}.
  public static PostId of(String text) {
    return new PostId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
