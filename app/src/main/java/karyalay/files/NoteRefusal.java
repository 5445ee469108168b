package karyalay.files;

import karyalay.shared.Refused;

/// Why the body of a note is not taken.
public enum NoteRefusal implements Refused.Reason {
  /// It is not what our editor makes.
  NOTE_UNREADABLE(""),
  /// {0} how much a note may hold.
  NOTE_OVERSIZE("OP-59"),
  /// There is no word in it.
  NOTE_BLANK("OP-54"),
  NOTE_IN_LEGACY_FONT("OP-122");

  private final String rule;

  NoteRefusal(String rule) {
    this.rule = rule;
  }

  @Override
  public String module() {
    return "files";
  }

  @Override
  public String rule() {
    return rule;
  }
}
