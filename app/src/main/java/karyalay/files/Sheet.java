package karyalay.files;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.desk.Chair;
import karyalay.desk.Reading;
import karyalay.shared.Capacity;
import karyalay.shared.ContentId;
import karyalay.shared.PaperId;

/// A file as one reader sees it: cover, note sheet, correspondence.
///
/// @param draft what this reader has begun to write; empty when nothing
/// @param suggestions whom the file usually goes to next, the proposed one first
public record Sheet(
    Reading.Card card,
    FileCover cover,
    String draft,
    List<Note> notes,
    List<Letter> letters,
    List<Suggestion> suggestions) {

  /// A green note.
  ///
  /// @param first number of its first paragraph
  /// @param right whether an officer signs, at the right; a dealing hand signs at the left (OP-56)
  /// @param corrects paragraph that it corrects; 0 for none
  /// @param confirmed for an oral order: when its officer confirmed it
  public record Note(
      UUID id,
      int serial,
      int first,
      NoteKind kind,
      boolean right,
      List<String> paragraphs,
      int corrects,
      Optional<Chair> orderedBy,
      Optional<Instant> confirmed,
      Chair by,
      String nameHi,
      String nameEn,
      Capacity capacity,
      Instant at) {}

  /// A paper of the correspondence.
  ///
  /// @param named whether the reader may see its words
  public record Letter(
      int serial,
      PaperId paper,
      ContentId content,
      String number,
      String title,
      int from,
      int to,
      boolean underConsideration,
      boolean named,
      Instant at) {

    public boolean holds(int page) {
      return page >= from && page <= to;
    }
  }

  /// Whom to send to.
  ///
  /// @param why `NEXT` the senior in line, `BACK` whoever sent it, `MAKER` who opened the file
  public record Suggestion(String why, Chair post) {}

  /// The letter that stands at a page of the correspondence; the one under consideration otherwise.
  public Optional<Letter> letterAt(int page) {
    return letters.stream()
        .filter(letter -> letter.holds(page))
        .findFirst()
        .or(() -> letters.stream().filter(Letter::underConsideration).findFirst())
        .or(() -> letters.stream().findFirst());
  }

  public int paragraphsAfter(Instant last) {
    return notes.stream()
        .filter(note -> note.at().isAfter(last))
        .mapToInt(n -> n.paragraphs().size())
        .sum();
  }
}
