package karyalay.signatures;

import java.util.Locale;

/// What a signature is worth, told from whose authority certified its key, never from what a
/// document says of itself. The three never look alike (OP-72).
public enum SignatureKind {
  /// By a key that this office's own authority certified: कार्यालयी ई-अनुमोदन.
  OFFICE_APPROVAL,
  /// By a key that a licensed certifying authority certified: डिजिटल हस्ताक्षर.
  DIGITAL,
  /// By a key of an authority that is not known here: signed by someone else.
  FOREIGN;

  /// Message key of its name in both languages.
  public String key() {
    return "signatures.kind." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
