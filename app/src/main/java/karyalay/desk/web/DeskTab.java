package karyalay.desk.web;

import java.util.Optional;
import karyalay.shared.Caller;

/// A further tab of the desk, of something that waits there beside the papers. Implemented above;
/// one statement at most.
public interface DeskTab {
  /// @param words the message that names it
  /// @param count how much waits; all that the list behind it shows
  record Tab(String words, String path, int count) {}

  /// @return empty where this chair has no such list
  Optional<Tab> of(Caller caller);
}
