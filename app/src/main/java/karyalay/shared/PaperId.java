package karyalay.shared;

import java.util.UUID;

/// One paper on one desk: own trail, own clock. One content may have many papers (OP-25).
public record PaperId(UUID value) {
  public static PaperId next() {
    return new PaperId(Ids.next());
  }

  /// Reads what {@link #toString()} wrote; anything else is {@link IllegalArgumentException}.
  public static PaperId of(String text) {
    return new PaperId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
