package karyalay.files;

import java.util.Locale;

/// How two files hang together.
public enum TieKind {
  /// A part file, used while the main file is away (OP-45).
  PART,
  /// A later volume of the same file (OP-46).
  VOLUME,
  /// Stays with its own holder and is read where the other is read (OP-47).
  LINKED,
  /// Travels with the other (OP-47).
  ATTACHED,
  /// Has become one with the other for good (OP-48).
  MERGED;

  /// Key of its word.
  public String key() {
    return "files.tie." + name().toLowerCase(Locale.ROOT);
  }
}
