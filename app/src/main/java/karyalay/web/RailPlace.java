package karyalay.web;

import java.util.List;
import java.util.stream.Stream;
import karyalay.shared.Caller;
import org.jspecify.annotations.Nullable;

/// One place of the rail.
///
/// @param key what a page gives the shell as `current` to be shown as the place one is in
/// @param words the message that names it
public record RailPlace(String key, String path, String words) {
  private static final List<RailPlace> WORK =
      List.of(
          new RailPlace("desk", "/desk", "my-desk"),
          new RailPlace("receipts", "/receipts", "inward-outward"),
          new RailPlace("files", "/files", "files"),
          new RailPlace("letters", "/letters", "drafts.title"),
          new RailPlace("registers", "/registers", "registers"));
  private static final RailPlace ADMINISTRATION =
      new RailPlace("admin", "/admin/offices", "web.admin");

  /// Without a chair no paper opens (OP-5), so the places of work are not offered.
  static List<RailPlace> of(@Nullable Caller caller) {
    if (caller == null) return List.of();
    Stream<RailPlace> work = caller.chair() == null ? Stream.of() : WORK.stream();
    Stream<RailPlace> more =
        caller.roles().contains("ADMIN") ? Stream.of(ADMINISTRATION) : Stream.of();
    return Stream.concat(work, more).toList();
  }
}
