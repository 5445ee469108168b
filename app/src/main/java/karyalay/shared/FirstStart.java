package karyalay.shared;

import java.io.PrintStream;

/// What a start does with an empty database, and what it says once it answers.
public interface FirstStart {
  /// Fills an empty database; does nothing on a filled one.
  void prepare();

  /// Prints what a new user must know: addresses, logins.
  void tell(PrintStream out);
}
