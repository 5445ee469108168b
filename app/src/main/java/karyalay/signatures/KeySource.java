package karyalay.signatures;

import java.util.Locale;

/// Where a key comes from.
public enum KeySource {
  /// Made here and certified by the office's own authority.
  OFFICE,
  /// Brought in a PKCS#12 file of a licensed authority.
  FILE,
  /// In a token or security module on this machine, which it never leaves.
  TOKEN,
  /// Made by a licensed eSign provider for one signature.
  ESIGN;

  public String key() {
    return "signatures.source." + name().toLowerCase(Locale.ROOT);
  }
}
