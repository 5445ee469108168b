package karyalay.preparing;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import karyalay.desk.Task;
import karyalay.files.NoteKind;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;

/// The words of something prepared, and where it is to go with them.
///
/// @param kind of a note; not looked at for an order
/// @param structure what the editor of notes made; blank when only words were sent
/// @param text the note, or the remark that goes with an order
/// @param to of a note the proposed next post, one at most; of an order its addressees, one at
///   least
/// @param due null takes the usual limit
public record Wording(
    NoteKind kind,
    String structure,
    String text,
    List<PostId> to,
    Task task,
    @Nullable LocalDate due) {
  public Wording {
    to = List.copyOf(new LinkedHashSet<>(to));
  }
}
