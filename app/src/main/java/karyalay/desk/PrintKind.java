package karyalay.desk;

import java.util.Locale;

/// What is printed of what lies in the program.
public enum PrintKind {
  NOTE_SHEET,
  FILE,
  FILE_REGISTER,
  TRAIL,
  COVER,
  ACKNOWLEDGEMENT,
  INWARD_REGISTER,
  OUTWARD_REGISTER,
  COMPLIANCE_GRID,
  OPENING_CERTIFICATE,
  BUNDLE;

  /// Its name among the words.
  public String key() {
    return "desk.print." + name().toLowerCase(Locale.ROOT);
  }
}
