package karyalay.signatures;

import java.util.Locale;

/// How a key came to sign no more. It stays, so that what it signed can be judged.
public enum KeyEnd {
  /// The officer made another.
  REPLACED,
  /// By the officer or an administrator, with a reason.
  WITHDRAWN,
  /// Its officer left the post that it names, or the service (OP-74).
  LEFT,
  /// Made for one signature.
  ONCE;

  public String key() {
    return "signatures.end." + name().toLowerCase(Locale.ROOT);
  }
}
