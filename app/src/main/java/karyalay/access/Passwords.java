package karyalay.access;

import java.security.SecureRandom;
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
  private static final String EASY = "abcdefghjkmnpqrstuvwxyz23456789";

  private final Argon2PasswordEncoder encoder =
      Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final SecureRandom random = new SecureRandom();
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
    check(password);
    return hashAny(password);
  }

  /// @throws Refused `PASSWORD_TOO_SHORT`, `PASSWORD_TOO_LONG`
  static void check(String password) {
    if (password.length() < SHORTEST) throw new Refused(AccessRefusal.PASSWORD_TOO_SHORT, SHORTEST);
    if (password.length() > LONGEST) throw new Refused(AccessRefusal.PASSWORD_TOO_LONG, LONGEST);
  }

  /// Of any length: a PIN, a code.
  String hashAny(String secret) {
    return oneOfTwo(() -> encoder.encode(secret));
  }

  /// A password that can be read out over the telephone: twelve letters and digits in groups, none
  /// of them like another, 59 bits.
  String easy() {
    var password = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      if (i > 0 && i % 4 == 0) password.append('-');
      password.append(EASY.charAt(random.nextInt(EASY.length())));
    }
    return password.toString();
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
