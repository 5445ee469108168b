package karyalay.files;

import java.util.Locale;

/// On what a flag sits (OP-61).
public enum FlagTarget {
  /// A page of correspondence, by its number in the file.
  PAGE,
  /// A paragraph of the note sheet, by its number.
  PARAGRAPH,
  /// A note, by its serial.
  NOTE,
  /// A whole file.
  FILE;

  /// Key of its word.
  public String key() {
    return "files.flag.on." + name().toLowerCase(Locale.ROOT);
  }
}
