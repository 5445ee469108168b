package karyalay.files;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import karyalay.desk.Chair;
import karyalay.desk.Kind;
import karyalay.desk.Reading;
import karyalay.shared.Capacity;
import karyalay.shared.ContentId;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;

/// A file as one reader sees it: cover, note sheet, correspondence.
///
/// @param draft the words of what this reader has begun to write; empty when nothing
/// @param draftBody its structure, for the editor; empty when the words give it
/// @param letterAwaited whether it is parked until a letter comes (OP-42)
/// @param hasKey whether this reader has a signing key
/// @param notes the newest, or those before a given one; as many as a page carries
/// @param earlier whether there are notes before these
/// @param later whether there are notes after these
/// @param slips of papers taken out of the correspondence (OP-62)
/// @param references its flags, for the citations in its notes
/// @param suggestions whom the file usually goes to next, the proposed one first
public record Sheet(
    Reading.Card card,
    FileCover cover,
    String draft,
    String draftBody,
    boolean letterAwaited,
    boolean hasKey,
    List<Note> notes,
    boolean earlier,
    boolean later,
    List<Letter> letters,
    List<Related.Slip> slips,
    References references,
    List<Suggestion> suggestions) {

  /// A green note.
  ///
  /// @param first number of its first paragraph
  /// @param right whether an officer signs, at the right; a dealing hand signs at the left (OP-56)
  /// @param corrects paragraph that it corrects; 0 for none
  /// @param confirmed for an oral order: when its officer confirmed it
  /// @param written when its writer's device says that it was written, if it came later (OP-133)
  /// @param prepared who had prepared it for the officer; empty where he wrote it himself (OP-124)
  /// @param signature judged against what is stored; empty where the note was not signed with a key
  public record Note(
      UUID id,
      int serial,
      int first,
      NoteKind kind,
      boolean right,
      String plain,
      NoteBody body,
      int corrects,
      Optional<Chair> orderedBy,
      Optional<Instant> confirmed,
      PostId post,
      Chair by,
      String nameHi,
      String nameEn,
      Capacity capacity,
      Instant at,
      Optional<Instant> written,
      Optional<Prepared> prepared,
      Optional<NoteSignature> signature) {

    /// When it was written, where it arrived more than five minutes later: it lay on a device.
    public Optional<Instant> writtenEarlier() {
      return written.filter(when -> when.plusSeconds(300).isBefore(at));
    }

    /// The words of its numbered paragraphs.
    public List<String> paragraphs() {
      return plain.isEmpty() ? List.of() : List.of(plain.split("\n\n"));
    }
  }

  /// Who prepared a note, on which post, and when he laid it before the officer.
  public record Prepared(String nameHi, String nameEn, Chair by, Instant at) {}

  /// A paper of the correspondence.
  ///
  /// @param named whether the reader may see its words
  /// @param sender beneath the title: from whom and from where
  /// @param cited paragraphs that cite it, by its page in the file
  public record Letter(
      int serial,
      PaperId paper,
      ContentId content,
      Kind kind,
      String number,
      String title,
      String sender,
      boolean physical,
      int from,
      int to,
      boolean underConsideration,
      boolean named,
      Instant at,
      SortedMap<Integer, List<Integer>> cited) {

    public boolean holds(int page) {
      return page >= from && page <= to;
    }
  }

  /// Whom to send to.
  ///
  /// @param why `NEXT` the usual one, `BACK` whoever sent it, `MAKER` who opened the file, `UP` the
  ///   senior in line when the file is on its way down
  public record Suggestion(String why, PostId id, Chair post) {}

  /// The letter that stands at a page of the correspondence; none when it was taken out, or is
  /// barred from the reader.
  ///
  /// @param page 0 for the one under consideration, or the first
  public Optional<Letter> letterAt(int page) {
    if (page > 0) return letters.stream().filter(letter -> letter.holds(page)).findFirst();
    return letters.stream()
        .filter(Letter::underConsideration)
        .findFirst()
        .or(() -> letters.stream().findFirst());
  }

  /// The slip that lies where a page was taken out.
  public Optional<Related.Slip> slipAt(int page) {
    return slips.stream()
        .filter(slip -> slip.firstPage() <= page && page <= slip.lastPage())
        .findFirst();
  }

  /// Whether a paragraph is among the notes shown.
  public boolean shows(int paragraph) {
    if (notes.isEmpty()) return false;
    Note last = notes.getLast();
    return paragraph >= notes.getFirst().first()
        && paragraph < last.first() + last.paragraphs().size();
  }

  /// The notes written since a post's last one here; none when it has not written here.
  public List<Note> since(PostId post) {
    return notes.stream()
        .filter(note -> note.post().equals(post))
        .reduce((_, later) -> later)
        .map(last -> notes.stream().filter(note -> note.serial() > last.serial()).toList())
        .orElse(List.of());
  }

  /// Whether the draft repeats long text that stands in the file already (OP-59).
  public boolean repeats() {
    if (!Repetition.isLong(draft)) return false;
    List<String> texts = notes.stream().map(Note::plain).toList();
    return Repetition.in(draft, texts)
        || Repetition.in(draft, letters.stream().map(Letter::title).toList());
  }
}
