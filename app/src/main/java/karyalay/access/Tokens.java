package karyalay.access;

import java.security.SecureRandom;
import java.util.Base64;
import karyalay.shared.Sha256;

/// Random tokens of 256 bits, and what is kept of them.
final class Tokens {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private Tokens() {}

  static String fresh() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return TEXT.encodeToString(bytes);
  }

  static byte[] hash(String token) {
    return Sha256.of(token);
  }

  /// What a form must carry: follows from the session's token, which no other site knows.
  static String csrf(String token) {
    return TEXT.encodeToString(Sha256.of("csrf:" + token)).substring(0, 32);
  }
}
