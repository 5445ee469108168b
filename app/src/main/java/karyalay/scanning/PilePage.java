package karyalay.scanning;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of a pile.
///
/// @param n from 1, in the order of scanning
/// @param file which of the scanned files, from 1
/// @param page which page of it, from 1
/// @param begins whether a letter was said to begin here
/// @param turn by how many degrees it is turned to the right
/// @param ink how much of it is not bare paper, in parts of 100,000; null until it was looked at
/// @param letter the letter it was cut into; null while it is in none
public record PilePage(
    int n,
    int file,
    int page,
    boolean begins,
    Choice choice,
    int turn,
    @Nullable Integer ink,
    @Nullable UUID letter) {
  /// So little, in parts of 100,000, is dust: a short signature leaves three times as much.
  static final int BLANK = 12;

  /// What a person said of a page.
  public enum Choice {
    NONE,
    /// It looks blank and is not to be dropped.
    KEPT,
    REMOVED
  }

  /// Whether nothing stands on it, as far as it was looked at.
  public boolean blank() {
    return ink != null && ink < BLANK;
  }

  /// Whether it goes into no letter.
  public boolean dropped() {
    return letter == null && (choice == Choice.REMOVED || choice == Choice.NONE && blank());
  }
}
