package karyalay.signatures;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import karyalay.shared.Refused;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.stereotype.Component;

/// PINs, and the keys that follow from them by Argon2id, two at a time since each takes 16 MB.
@Component
class Pins {
  static final int SHORTEST = 4;
  static final int LONGEST = 12;
  static final int SALT = 16;

  private static final Pattern FORM = Pattern.compile("[0-9]{" + SHORTEST + "," + LONGEST + "}");
  private final OutsideSecret outside;
  private final Semaphore hashing = new Semaphore(2, true);

  Pins(OutsideSecret outside) {
    this.outside = outside;
  }

  /// @param password of the account, which proved that the officer is himself
  /// @throws Refused `PIN_MALFORMED`, `PINS_DIFFER`, `PIN_TOO_EASY`, `PIN_IS_PASSWORD`
  static void check(String pin, String again, String password) {
    if (!FORM.matcher(pin).matches())
      throw new Refused(
          SignaturesRefusal.PIN_MALFORMED, Integer.toString(SHORTEST), Integer.toString(LONGEST));
    if (!pin.equals(again)) throw new Refused(SignaturesRefusal.PINS_DIFFER);
    if (EasyPins.easy(pin)) throw new Refused(SignaturesRefusal.PIN_TOO_EASY);
    if (pin.equals(password)) throw new Refused(SignaturesRefusal.PIN_IS_PASSWORD);
  }

  /// Whether a text can be a PIN at all; what cannot is wrong without any work.
  static boolean wellFormed(String pin) {
    return FORM.matcher(pin).matches();
  }

  /// The key that seals an officer's private key: it needs the PIN and the secret outside the
  /// database.
  byte[] sealingKey(String pin, byte[] salt) {
    byte[] hash = hash(pin, salt);
    try {
      return outside.key("signing-key", hash);
    } finally {
      Arrays.fill(hash, (byte) 0);
    }
  }

  private byte[] hash(String pin, byte[] salt) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withSalt(salt)
            .withParallelism(1)
            .withMemoryAsKB(1 << 14)
            .withIterations(2)
            .build());
    byte[] hash = new byte[32];
    hashing.acquireUninterruptibly();
    try {
      generator.generateBytes(pin.getBytes(StandardCharsets.US_ASCII), hash);
    } finally {
      hashing.release();
    }
    return hash;
  }
}
