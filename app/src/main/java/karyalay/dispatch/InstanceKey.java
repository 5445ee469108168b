package karyalay.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import karyalay.shared.Sha256;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The key by which this instance speaks to others (Ed25519). It lies in the data folder, readable
/// by its owner alone, and never in the database: a restored back-up has none and makes a new one,
/// so that it cannot pass for the instance it was taken from.
@Component
class InstanceKey {
  private static final String ALGORITHM = "Ed25519";

  private final PrivateKey secret;
  private final PublicKey open;

  InstanceKey(@Value("${karyalay.data}") Path data) {
    Path file = data.resolve("instance.key");
    try {
      if (!Files.exists(file)) make(file);
      List<String> lines = Files.readAllLines(file);
      KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
      secret = factory.generatePrivate(new PKCS8EncodedKeySpec(decoded(lines.getFirst())));
      open = publicKey(lines.get(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the instance's key cannot be read: " + file, e);
    }
  }

  private static void make(Path file) throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft = file.resolveSibling("instance.key.half");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        draft,
        encoded(pair.getPrivate().getEncoded())
            + "\n"
            + encoded(pair.getPublic().getEncoded())
            + "\n");
    Files.move(draft, file);
  }

  /// As an administrator gives it to the other side.
  String text() {
    return encoded(open.getEncoded());
  }

  String fingerprint() {
    return fingerprint(open);
  }

  byte[] sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether the owner of a key has signed these bytes.
  static boolean signed(String key, byte[] bytes, byte[] signed) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(publicKey(key));
      signature.update(bytes);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /// Reads a key as {@link #text()} wrote it; anything else is a {@link GeneralSecurityException}.
  static PublicKey publicKey(String text) throws GeneralSecurityException {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(decoded(text)));
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException(e);
    }
  }

  /// The first 32 signs of the key's hash: enough to tell keys apart by the eye.
  static String fingerprint(PublicKey key) {
    return HexFormat.of().formatHex(Sha256.of(key.getEncoded()), 0, 16);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] decoded(String text) {
    return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
  }
}
