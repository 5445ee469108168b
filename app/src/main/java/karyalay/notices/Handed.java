package karyalay.notices;

/// What came of handing a letter to a mail server.
sealed interface Handed {
  /// The server's own sentence, or ours where it said none.
  String answer();

  /// It has it now.
  record Taken(String answer) implements Handed {}

  /// It never will.
  record Declined(String answer) implements Handed {}

  /// It was not reached, or asked that this be tried later.
  record Later(String answer, boolean reached) implements Handed {}

  /// The line broke after the letter had begun to cross: it may have it.
  record Unknown(String answer) implements Handed {}
}
