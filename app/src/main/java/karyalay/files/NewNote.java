package karyalay.files;

import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;

/// A note about to be made green.
///
/// @param corrects number of the paragraph that it corrects; only for a correction
/// @param orderedBy who gave the order by mouth; only for an oral order
public record NewNote(
    NoteKind kind, String typed, @Nullable Integer corrects, @Nullable PostId orderedBy) {

  public static NewNote plain(String typed) {
    return new NewNote(NoteKind.NOTE, typed, null, null);
  }

  public static NewNote of(NoteKind kind, String typed) {
    return new NewNote(kind, typed, null, null);
  }
}
