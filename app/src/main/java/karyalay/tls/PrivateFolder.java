package karyalay.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/// A folder for keys, which its owner alone opens; files in it are written whole or not at all.
record PrivateFolder(Path path) {
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  boolean holds(String name) {
    return Files.exists(path.resolve(name));
  }

  void write(String name, PrivateKey key) {
    write(name, pem("PRIVATE KEY", key.getEncoded()));
  }

  void write(String name, X509Certificate certificate) {
    write(name, pem(certificate));
  }

  /// Both in one file, so that they are never of two different pairs.
  void write(String name, PrivateKey key, X509Certificate certificate) {
    write(name, pem("PRIVATE KEY", key.getEncoded()) + pem(certificate));
  }

  private void write(String name, String text) {
    try {
      // The folders above are others' as well.
      if (path.getParent() != null) Files.createDirectories(path.getParent());
      if (!Files.isDirectory(path))
        Files.createDirectory(
            path,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Path draft =
          Files.createTempFile(
              path,
              name,
              ".half",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, text);
      try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(draft, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new TlsFault(
          "The authority's folder " + path + " cannot be written: " + e.getMessage(), e);
    }
  }

  static String pem(X509Certificate certificate) {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String kind, byte[] bytes) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + LINES.encodeToString(bytes)
        + "\n-----END "
        + kind
        + "-----\n";
  }

  X509Certificate certificate(String name) {
    try {
      byte[] bytes = Files.readAllBytes(path.resolve(name));
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(bytes));
    } catch (IOException | GeneralSecurityException e) {
      throw damaged(name, e);
    }
  }

  PrivateKey key(String name) {
    try {
      String text = Files.readString(path.resolve(name));
      byte[] bytes = Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw damaged(name, e);
    }
  }

  private TlsFault damaged(String name, Exception e) {
    return new TlsFault(
        "The file "
            + path.resolve(name)
            + " cannot be read. Bring it back from the back-up; or move the folder away: a new"
            + " authority is made then, and every device must be given its certificate.",
        e);
  }
}
