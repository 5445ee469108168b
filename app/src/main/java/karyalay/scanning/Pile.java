package karyalay.scanning;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import karyalay.documents.DocumentId;

/// Letters scanned together, and how they are cut apart (OP-127).
///
/// @param version grows with every change; a change names the one it saw
/// @param savedHi who changed the cuts last
/// @param letters those that were cut out and stand, in the order of their pages
public record Pile(
    UUID id,
    State state,
    int version,
    Instant madeAt,
    Instant savedAt,
    String savedHi,
    String savedEn,
    List<File> files,
    List<PilePage> pages,
    List<PileLetter> letters) {

  /// Whether it is being cut, or its letters wait to be diarised.
  public enum State {
    CUTTING,
    CUT
  }

  /// What was scanned, as it arrived.
  ///
  /// @param serial from 1
  public record File(int serial, DocumentId document, String name, int pages) {}

  public boolean cutting() {
    return state == State.CUTTING;
  }

  /// How many of its pages have been looked at.
  public long read() {
    return pages.stream().filter(page -> page.ink() != null).count();
  }

  /// Pages with which a letter would begin if it were cut now.
  public Set<Integer> firsts() {
    return PileRules.letters(pages).stream().map(List::getFirst).collect(Collectors.toSet());
  }

  /// How many of its letters have their number.
  public long done() {
    return letters.stream().filter(PileLetter::done).count();
  }

  /// A pile in a list.
  ///
  /// @param name of its first file
  /// @param letters how many were cut out; 0 while it is being cut
  /// @param done how many of those have their number
  public record Line(
      UUID id,
      State state,
      Instant madeAt,
      String byHi,
      String byEn,
      String name,
      int pages,
      int letters,
      int done) {}
}
