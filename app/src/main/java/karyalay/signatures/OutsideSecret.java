package karyalay.signatures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A random secret in a file that only its owner reads, so that a stolen copy of the database opens
/// no key, not even with every PIN tried. Made with the authority; without it no key opens again.
@Component
class OutsideSecret {
  static final String FILE = "signatures.secret";
  private static final int BYTES = 32;

  private final Path file;
  private byte @Nullable [] known;

  OutsideSecret(SigningSettings settings) {
    this.file = settings.folder().resolve(FILE);
  }

  /// A key for one purpose, which follows from the secret and from what else is needed.
  ///
  /// @param purpose one word, so that what is sealed for one thing opens for no other
  byte[] key(String purpose, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret(), "HmacSHA256"));
      mac.update(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      mac.update((byte) 0);
      for (byte[] part : parts) mac.update(part);
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Makes the file where there is none. Only with the authority: a secret that is lost must not be
  /// replaced in silence.
  synchronized void make() {
    if (Files.exists(file)) return;
    try {
      Path half = file.resolveSibling(FILE + ".half");
      Files.deleteIfExists(half);
      Files.createFile(
          half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      byte[] fresh = new byte[BYTES];
      new SecureRandom().nextBytes(fresh);
      Files.writeString(half, HexFormat.of().formatHex(fresh));
      Files.move(half, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized byte[] secret() {
    byte[] secret = known;
    if (secret != null) return secret;
    try {
      secret = HexFormat.of().parseHex(Files.readString(file).strip());
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "The secret that seals signing keys cannot be read: "
              + file
              + ". Restore it from the back-up.",
          e);
    }
    if (secret.length != BYTES) throw new IllegalStateException("cut short: " + file);
    known = secret;
    return secret;
  }
}
