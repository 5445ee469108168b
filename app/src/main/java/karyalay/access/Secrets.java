package karyalay.access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Hashes short secrets of other modules (a hand-over PIN, a code sent by SMS) as passwords are:
/// memory-hard, and with them at most two at a time. Call it with no connection held.
@Component
public class Secrets {
  private final Passwords passwords;

  Secrets(Passwords passwords) {
    this.passwords = passwords;
  }

  public String hash(String secret) {
    return passwords.hashAny(secret);
  }

  /// Whether the secret fits; the same work where there is no hash.
  public boolean fits(String secret, @Nullable String hash) {
    return passwords.fits(secret, hash);
  }
}
