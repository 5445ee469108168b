package karyalay.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.ssl.pem.PemContent;

/// Reads certificates and keys as authorities hand them out: PEM (keys PKCS#8, PKCS#1 or SEC 1) and
/// PKCS#12. Whatever is wrong with them is told in a sentence that names the file.
final class CertificateFiles {
  /// The environment's name for the password of the key, in a sentence.
  private static final String PASSWORD = "Set KARYALAY_TLS_PASSWORD to its password";

  private CertificateFiles() {}

  /// @param password of the key; empty for none
  static Material pem(Path certificate, Path key, String password) {
    String chain = text(certificate);
    String secret = text(key);
    if (!chain.contains("BEGIN CERTIFICATE") && chain.contains("PRIVATE KEY"))
      throw new TlsFault(
          certificate + " holds a key and no certificate. Say --tls CERT KEY, in this order.");
    return Material.of(
        certificates(certificate, chain),
        privateKey(key, secret, password),
        certificate + ", " + key);
  }

  private static List<X509Certificate> certificates(Path file, String text) {
    try {
      List<X509Certificate> found =
          PemContent.isPresentInText(text) ? PemContent.of(text).getCertificates() : List.of();
      if (!found.isEmpty()) return found;
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new TlsFault(file + " holds no certificate that can be read. " + WANTED, e);
    }
    throw new TlsFault(file + " holds no certificate. " + WANTED);
  }

  private static final String WANTED =
      "Give a PEM file (it begins with -----BEGIN CERTIFICATE-----) or a .p12 file.";

  private static PrivateKey privateKey(Path file, String text, String password) {
    if (!text.contains("PRIVATE KEY"))
      throw new TlsFault(
          file + " holds no key. Give a PEM file (it begins with -----BEGIN PRIVATE KEY-----).");
    if (text.contains("Proc-Type: 4,ENCRYPTED"))
      throw new TlsFault(
          file
              + " is encrypted in a way of former times. Write it anew: openssl pkcs8 -topk8 -in KEY"
              + " -out NEW");
    boolean sealed = text.contains("BEGIN ENCRYPTED");
    if (sealed && password.isEmpty()) throw new TlsFault(file + " is encrypted. " + PASSWORD + ".");
    try {
      PrivateKey key = PemContent.of(text).getPrivateKey(sealed ? password : null);
      if (key != null) return key;
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new TlsFault(
          sealed
              ? file + " does not open with the password that was set. " + PASSWORD + "."
              : file + " holds a key that cannot be read. It must be RSA or EC, in PEM.",
          e);
    }
    throw new TlsFault(file + " holds no key that can be read.");
  }

  /// All of a PKCS#12 file: its key, and the certificates with it.
  static Material store(Path file, String password) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password.toCharArray());
      for (String alias : Collections.list(store.aliases())) {
        if (!(store.getKey(alias, password.toCharArray()) instanceof PrivateKey key)) continue;
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate one : store.getCertificateChain(alias)) chain.add((X509Certificate) one);
        return Material.of(chain, key, file.toString());
      }
      throw new TlsFault(file + " holds no key. Export it together with its key.");
    } catch (IOException e) {
      if (e.getCause() instanceof UnrecoverableKeyException)
        throw new TlsFault(file + " does not open with the password. " + PASSWORD + ".", e);
      throw unreadable(file, e);
    } catch (GeneralSecurityException e) {
      throw new TlsFault(file + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new TlsFault(file + " is not PEM. " + WANTED, e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static TlsFault unreadable(Path file, IOException e) {
    String why =
        switch (e) {
          case NoSuchFileException _ -> "is not there";
          case AccessDeniedException _ -> "may not be read by this user";
          default ->
              Files.isDirectory(file)
                  ? "is a folder"
                  : "cannot be read ("
                      + String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT)
                      + ")";
        };
    return new TlsFault("The file " + file + " " + why + ". Look at what follows --tls.", e);
  }
}
