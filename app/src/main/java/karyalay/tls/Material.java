package karyalay.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslStoreBundle;

/// What a server proves itself with.
///
/// @param chain the server's own certificate first, each followed by its issuer's
record Material(List<X509Certificate> chain, PrivateKey key) {
  private static final String ALIAS = "server";

  Material {
    chain = List.copyOf(chain);
  }

  /// Puts what was found in files in order, and sees whether it belongs together.
  ///
  /// @param where the files, for the sentence
  /// @throws TlsFault when no certificate is that of the key, or browsers know no such key
  static Material of(List<X509Certificate> found, PrivateKey key, String where) {
    X509Certificate own =
        found.stream()
            .filter(certificate -> fits(certificate, key))
            .findFirst()
            .orElseThrow(() ->
                new TlsFault(
                    "The key does not belong to the certificate ("
                        + where
                        + "). Give the key that the certificate was asked for with."));
    List<X509Certificate> chain = new ArrayList<>(List.of(own));
    for (var next = issuer(own, found); next != null && !chain.contains(next); ) {
      chain.add(next);
      next = issuer(next, found);
    }
    return new Material(chain, key);
  }

  private static @Nullable X509Certificate issuer(X509Certificate of, List<X509Certificate> found) {
    return found.stream()
        .filter(it -> it.getSubjectX500Principal().equals(of.getIssuerX500Principal()))
        .filter(it -> signed(of, it))
        .findFirst()
        .orElse(null);
  }

  static boolean signed(X509Certificate certificate, X509Certificate by) {
    try {
      certificate.verify(by.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /// Whether the key signs what the certificate's own verifies.
  private static boolean fits(X509Certificate certificate, PrivateKey key) {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default ->
              throw new TlsFault(
                  "Browsers know keys of the kinds RSA and EC, and this one is "
                      + key.getAlgorithm()
                      + ". Have a certificate made for another key.");
        };
    if (!certificate.getPublicKey().getAlgorithm().equals(key.getAlgorithm())) return false;
    try {
      byte[] trial = {1, 2, 3};
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(trial);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(trial);
      return signature.verify(signed);
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new TlsFault("The key cannot be used: " + e.getMessage(), e);
    }
  }

  X509Certificate own() {
    return chain.getFirst();
  }

  Instant ends() {
    return own().getNotAfter().toInstant();
  }

  /// Whether a stranger's device may want for what lies between this certificate and one it trusts.
  boolean alone() {
    return chain.size() == 1
        && !own().getSubjectX500Principal().equals(own().getIssuerX500Principal());
  }

  /// As the web server takes it.
  SslBundle bundle() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(ALIAS, key, new char[0], chain.toArray(Certificate[]::new));
      return SslBundle.of(SslStoreBundle.of(store, "", null), SslBundleKey.of("", ALIAS));
    } catch (GeneralSecurityException | IOException e) {
      throw new TlsFault("The certificate cannot be used: " + e.getMessage(), e);
    }
  }
}
