package karyalay.web;

import java.util.List;
import karyalay.shared.Caller;

/// What the shell shows of the work itself; implemented by the module that knows (desk).
public interface ShellSource {
  /// All chairs of the caller with the count of what waits on each, in one statement (OP-3).
  List<ChairCount> chairs(Caller caller);

  /// One chair the caller may switch to.
  ///
  /// @param counter whether several work it (OP-123)
  record ChairCount(
      String mark,
      String designationHi,
      String designationEn,
      String officeHi,
      String officeEn,
      boolean counter,
      int waiting) {}
}
