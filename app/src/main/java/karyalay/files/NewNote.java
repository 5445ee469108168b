package karyalay.files;

import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;

/// A note about to be made green.
///
/// @param structure what the editor made; blank when only words were sent
/// @param typed the words alone; not read when there is structure
/// @param corrects number of the paragraph that it corrects; only for a correction
/// @param orderedBy who gave the order by mouth; only for an oral order
/// @param preparer who prepared the words for the officer; null when he wrote them himself (OP-124)
public record NewNote(
    NoteKind kind,
    String structure,
    String typed,
    @Nullable Integer corrects,
    @Nullable PostId orderedBy,
    @Nullable Preparer preparer) {

  public NewNote(
      NoteKind kind,
      String structure,
      String typed,
      @Nullable Integer corrects,
      @Nullable PostId orderedBy) {
    this(kind, structure, typed, corrects, orderedBy, null);
  }

  public NewNote(
      NoteKind kind, String typed, @Nullable Integer corrects, @Nullable PostId orderedBy) {
    this(kind, "", typed, corrects, orderedBy);
  }

  public static NewNote plain(String typed) {
    return of(NoteKind.NOTE, typed);
  }

  public static NewNote of(NoteKind kind, String typed) {
    return new NewNote(kind, typed, null, null);
  }

  /// A note as a form or client asks for it: its particulars say what kind it is.
  ///
  /// @throws Refused `MISSING` for a correction of nothing, or an order by nobody
  public static NewNote asked(
      NoteKind kind,
      String structure,
      String typed,
      @Nullable Integer corrects,
      @Nullable PostId orderedBy) {
    if (orderedBy != null)
      return new NewNote(NoteKind.ORAL_ORDER, structure, typed, null, orderedBy);
    if (corrects != null) return new NewNote(NoteKind.CORRECTION, structure, typed, corrects, null);
    if (kind == NoteKind.CORRECTION) throw new Refused(SharedRefusal.MISSING, "corrects");
    if (kind == NoteKind.ORAL_ORDER) throw new Refused(SharedRefusal.MISSING, "orderedBy");
    return new NewNote(kind, structure, typed, null, null);
  }

  /// The same words, as somebody else prepared them.
  public NewNote preparedBy(Preparer preparer) {
    return new NewNote(kind, structure, typed, corrects, orderedBy, preparer);
  }

  boolean isEmpty() {
    return structure.isBlank() && typed.isBlank();
  }
}
