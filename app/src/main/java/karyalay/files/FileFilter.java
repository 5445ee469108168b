package karyalay.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which files are asked for.
///
/// @param typed part of a number or subject, or the whole computer number; when there is something,
///   all files that the reader may see are searched, whosoever they are
/// @param after the cursor of the last line of the page before; null for the first page
public record FileFilter(Whose whose, State state, String typed, @Nullable String after) {
  /// Fewer letters find too much.
  static final int LEAST_TYPED = 3;

  /// Whose files.
  public enum Whose {
    /// Those of the reader's office; for its head, of every office under it too.
    OFFICE,
    /// Those that the reader's post opened.
    MINE
  }

  /// In which state; one that lies in another file is in none of them but `ALL`.
  public enum State {
    ALL,
    OPEN,
    PARKED,
    CLOSED
  }

  public FileFilter {
    typed = typed.strip();
  }

  boolean searching() {
    return !typed.isEmpty();
  }

  /// Where a page ended: the sort key.
  record Cursor(Instant at, UUID content) {
    static final Cursor FIRST = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    @Override
    public String toString() {
      return at + "~" + content;
    }

    static Cursor of(String text) {
      int cut = text.indexOf('~');
      if (cut < 0) throw new IllegalArgumentException("cursor " + text);
      return new Cursor(
          Instant.parse(text.substring(0, cut)), UUID.fromString(text.substring(cut + 1)));
    }
  }

  /// What no page of ours wrote begins at the first page.
  Cursor cursor() {
    if (after == null || after.isBlank()) return Cursor.FIRST;
    try {
      return Cursor.of(after);
    } catch (IllegalArgumentException | DateTimeException e) {
      return Cursor.FIRST;
    }
  }
}
