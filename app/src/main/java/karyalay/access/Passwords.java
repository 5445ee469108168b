package karyalay.access;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import karyalay.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashing with Argon2id, at most two at a time, since each takes 16 MB and two cores have other
/// work.
@Component
class Passwords {
  private static final int SHORTEST = 8;
  private static final int LONGEST = 200;

  private final Argon2PasswordEncoder encoder =
      Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final Semaphore hashing = new Semaphore(2, true);
  private final Supplier<String> nobody =
      org.springframework.util.function.SingletonSupplier.of(() -> encoder.encode(Tokens.fresh()));

  /// Whether the password fits; the same work where there is no hash, so that the time taken does
  /// not tell which numbers exist.
  boolean fits(String password, @Nullable String hash) {
    if (password.length() > LONGEST) return false;
    return oneOfTwo(() -> encoder.matches(password, hash == null ? nobody.get() : hash))
        && hash != null;
  }

  /// @throws Refused `PASSWORD_TOO_SHORT`, `PASSWORD_TOO_LONG`
  String hash(String password) {
    if (password.length() < SHORTEST) throw new Refused(AccessRefusal.PASSWORD_TOO_SHORT, SHORTEST);
    if (password.length() > LONGEST) throw new Refused(AccessRefusal.PASSWORD_TOO_LONG, LONGEST);
    return oneOfTwo(() -> encoder.encode(password));
  }

  private <T> T oneOfTwo(Supplier<T> work) {
    hashing.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      hashing.release();
    }
  }
}
