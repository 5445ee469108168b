package karyalay.drafts;

import java.security.SecureRandom;

/// What an outsider verifies a letter by: ten characters of Crockford's base32, 50 random bits.
final class VerificationCode {
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  private VerificationCode() {}

  static String next() {
    var code = new StringBuilder();
    for (int i = 0; i < 10; i++) code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    return code.toString();
  }
}
