package karyalay.dak;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which receipts to list.
///
/// @param read true only those opened, false only new ones; null both
/// @param physical only paper, or only electronic; null both
/// @param followed only those marked to be followed up
/// @param folder for {@link Pile#FOLDER}
/// @param after the last row of the page before; null for the first page
public record ListFilter(
    Pile pile,
    @Nullable Boolean read,
    @Nullable Boolean physical,
    boolean followed,
    @Nullable UUID folder,
    @Nullable Cursor after) {

  public static ListFilter of(Pile pile) {
    return new ListFilter(pile, null, null, false, null, null);
  }

  /// Where a page ended: the sort key in microseconds, and the paper.
  public record Cursor(long key, UUID paper) {
    @Override
    public String toString() {
      return key + "~" + paper;
    }

    /// Reads what {@link #toString()} wrote; anything else is {@link IllegalArgumentException}.
    public static Cursor of(String text) {
      int cut = text.indexOf('~');
      if (cut < 0) throw new IllegalArgumentException("cursor " + text);
      return new Cursor(
          Long.parseLong(text.substring(0, cut)), UUID.fromString(text.substring(cut + 1)));
    }
  }
}
