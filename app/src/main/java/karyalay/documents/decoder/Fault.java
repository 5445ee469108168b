package karyalay.documents.decoder;

/// Why something cannot be opened or drawn. Each becomes a sentence for whoever sent it.
public enum Fault {
  /// Locked with a password or with rights.
  ENCRYPTED,
  /// Not what its first bytes promise.
  BROKEN,
  /// The end is missing.
  CUT_OFF,
  TOO_MANY_PAGES,
  /// A table longer or wider than anything an office keeps.
  TOO_MANY_CELLS,
  TOO_MANY_PIXELS,
  /// Swells far beyond its size when opened.
  BOMB,
  /// Carries a program.
  MACROS,
  /// A sound file of a kind that we do not take.
  NOT_TAKEN,
  /// Needs more memory or time than allowed. Said by the parent, since the child has ended.
  TOO_HEAVY
}
