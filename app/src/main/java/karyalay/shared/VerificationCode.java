package karyalay.shared;

import java.security.SecureRandom;
import java.util.Locale;

/// By what a paper that left the office is looked up: ten letters and figures of Crockford's base
/// 32, which has no I, L, O or U to be read wrong (OP-50, OP-79). Fifty random bits: nobody guesses
/// one.
public record VerificationCode(String value) {
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  public VerificationCode {
    if (!value.matches("[" + LETTERS + "]{" + LENGTH + "}"))
      throw new IllegalArgumentException("verification code " + value);
  }

  public static VerificationCode next() {
    var code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    return new VerificationCode(code.toString());
  }

  /// As a person types it: small letters, blanks and hyphens, `O` for 0, `I` and `L` for 1.
  ///
  /// @throws IllegalArgumentException when it is none
  public static VerificationCode typed(String text) {
    return new VerificationCode(
        text.toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1'));
  }

  /// As it is printed: `7K2PM-04QXR`.
  public String printed() {
    return value.substring(0, LENGTH / 2) + "-" + value.substring(LENGTH / 2);
  }

  @Override
  public String toString() {
    return value;
  }
}
