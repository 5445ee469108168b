package karyalay.shared;

import java.util.UUID;

/// A person who serves: one id for the whole career, random, so that it tells nothing in a ledger.
public record PersonId(UUID value) {
  public static PersonId next() {
    return new PersonId(Ids.next());
  }

  /// Reads what {@link #toString()} wrote; anything else is {@link IllegalArgumentException}.
  public static PersonId of(String text) {
    return new PersonId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
