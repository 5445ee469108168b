package karyalay.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
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
    return csrf(hash(token));
  }

  /// The same from what is kept of a token, so that a form tells of which session it is.
  static String csrf(byte[] hash) {
    String text = "csrf:" + HexFormat.of().formatHex(hash);
    return TEXT.encodeToString(Sha256.of(text)).substring(0, 32);
  }
}
