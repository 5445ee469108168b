package karyalay.files;

import java.util.Locale;

/// What a green note is, beside its words.
public enum NoteKind {
  NOTE,
  /// A signature under what is proposed, with no words needed (OP-58).
  AGREEMENT,
  /// A decision.
  ORDER,
  /// An order given by mouth, awaiting its officer's written confirmation (OP-57).
  ORAL_ORDER,
  /// The decision that the file may be closed (OP-43).
  CLOSING_APPROVAL,
  /// Cites the paragraph that it corrects (OP-55).
  CORRECTION;

  public String key() {
    return "files.note." + name().toLowerCase(Locale.ROOT);
  }

  /// Whether the matter is decided with it (OP-94).
  boolean decides() {
    return this == ORDER || this == CLOSING_APPROVAL;
  }
}
