package karyalay.web;

import java.util.List;
import java.util.stream.Stream;
import karyalay.shared.Caller;
import org.jspecify.annotations.Nullable;

/// One place of the rail.
///
/// @param key what a page gives the shell as `current` to be shown as the place one is in
/// @param words the message that names it
public record Place(String key, String path, String words) {
  private static final List<Place> WORK =
      List.of(
          new Place("desk", "/desk", "my-desk"),
          new Place("receipts", "/receipts", "inward"),
          new Place("files", "/files", "files"),
          new Place("registers", "/registers", "registers"));
  private static final Place ADMINISTRATION = new Place("admin", "/admin/offices", "web.admin");

  /// Without a chair no paper opens (OP-5), so the places of work are not offered.
  static List<Place> of(@Nullable Caller caller) {
    if (caller == null) return List.of();
    Stream<Place> work = caller.chair() == null ? Stream.of() : WORK.stream();
    Stream<Place> more = caller.roles().contains("ADMIN") ? Stream.of(ADMINISTRATION) : Stream.of();
    return Stream.concat(work, more).toList();
  }
}
