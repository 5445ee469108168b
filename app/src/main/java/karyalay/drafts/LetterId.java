package karyalay.drafts;

import java.util.UUID;
import karyalay.shared.Ids;

/// A letter, from its first words on.
public record LetterId(UUID value) {
  public static LetterId next() {
    return new LetterId(Ids.next());
  }

  /// Reads what {@link #toString()} wrote; anything else is {@link IllegalArgumentException}.
  public static LetterId of(String text) {
    return new LetterId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
