package karyalay.drafts;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which letters are asked for.
///
/// @param after the cursor of the last line of the page before; blank for the first
public record LetterFilter(Whose whose, @Nullable LetterState state, String after) {
  /// Whose letters.
  public enum Whose {
    /// Begun by the reader's post.
    MINE,
    /// Lying on the reader's desk.
    DESK,
    /// To be signed by an officer of the reader's office, or signed by him.
    OFFICE
  }

  record Cursor(Instant at, UUID letter) {
    static final Cursor FIRST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));
  }

  /// What no page of ours wrote begins at the first page.
  Cursor cursor() {
    int cut = after.indexOf('~');
    if (cut < 0) return Cursor.FIRST;
    try {
      return new Cursor(
          Instant.parse(after.substring(0, cut)), UUID.fromString(after.substring(cut + 1)));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Cursor.FIRST;
    }
  }

  static String cursor(LetterLine line) {
    return line.changedAt() + "~" + line.id();
  }
}
