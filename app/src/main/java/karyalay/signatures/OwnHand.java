package karyalay.signatures;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A private key as bytes, wiped when closed. The objects that Java makes of them live for one
/// signature only.
final class OwnHand implements Hand {
  private final String algorithm;
  private final byte[] encoded;
  private boolean closed;

  /// @param algorithm `EC` or `RSA`
  /// @param encoded PKCS#8; from now on this hand's own
  OwnHand(String algorithm, byte[] encoded) {
    this.algorithm = algorithm;
    this.encoded = encoded;
  }

  @Override
  public synchronized byte[] sign(byte[] words) {
    if (closed) throw new IllegalStateException("the key is closed");
    try {
      PrivateKey key =
          KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return sign(key, words, null);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] sign(PrivateKey key, byte[] words, java.security.@Nullable Provider provider)
      throws GeneralSecurityException {
    String how = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    Signature signature =
        provider == null ? Signature.getInstance(how) : Signature.getInstance(how, provider);
    signature.initSign(key);
    signature.update(words);
    return signature.sign();
  }

  @Override
  public synchronized Optional<byte[]> encoded() {
    if (closed) throw new IllegalStateException("the key is closed");
    return Optional.of(encoded.clone());
  }

  @Override
  public synchronized Hand again() {
    if (closed) throw new IllegalStateException("the key is closed");
    return new OwnHand(algorithm, encoded.clone());
  }

  @Override
  public synchronized void close() {
    closed = true;
    Arrays.fill(encoded, (byte) 0);
  }
}
