package karyalay.preparing.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import karyalay.desk.Task;
import karyalay.desk.web.Addressee;
import karyalay.files.NoteKind;
import karyalay.organisation.Posts;
import karyalay.preparing.Wording;
import karyalay.shared.Caller;
import karyalay.shared.PostId;
import karyalay.web.Day;
import org.jspecify.annotations.Nullable;

/// What the yellow form sends.
///
/// @param body the structure that the editor made; `text` is read without it
/// @param to marks, several parted by `,` or `;`
record WordingForm(
    @Nullable String body,
    @Nullable String text,
    @Nullable NoteKind kind,
    @Nullable List<String> to,
    @Nullable Task task,
    @Day(Day.Leans.AHEAD) @Nullable LocalDate due) {

  Wording wording(Posts posts, Caller caller) {
    return new Wording(
        kind == null ? NoteKind.NOTE : kind,
        body == null ? "" : body,
        text == null ? "" : text,
        addressees(to, posts, caller),
        task == null ? Task.ACTION : task,
        due);
  }

  static List<PostId> addressees(@Nullable List<String> typed, Posts posts, Caller caller) {
    if (typed == null) return List.of();
    return typed.stream()
        .flatMap(one -> Stream.of(one.split("[,;]")))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .map(one -> Addressee.of(posts, one, caller))
        .toList();
  }
}
