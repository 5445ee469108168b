package karyalay.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/// A key with its certificate, as an authority would hand it out, for tests.
record Issued(KeyPair pair, X509Certificate certificate, String name) {
  private static final AtomicLong SERIAL = new AtomicLong(1);

  /// @param kind `RSA` or `EC`
  static Issued root(String kind, String name) {
    return make(kind, name, null, Duration.ofDays(-1), Duration.ofDays(30));
  }

  Issued issue(String kind, String name) {
    return make(kind, name, this, Duration.ofDays(-1), Duration.ofDays(30));
  }

  /// @param from and until, counted from now
  Issued issue(String kind, String name, Duration from, Duration until) {
    return make(kind, name, this, from, until);
  }

  private static Issued make(
      String kind, String name, @Nullable Issued by, Duration from, Duration until) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
      if (!kind.equals("Ed25519")) generator.initialize(kind.equals("RSA") ? 2048 : 256);
      KeyPair pair = generator.generateKeyPair();
      KeyPair issuing = by == null ? pair : by.pair();
      var builder =
          new JcaX509v3CertificateBuilder(
              new X500Name("CN=" + (by == null ? name : by.name())),
              BigInteger.valueOf(SERIAL.incrementAndGet()),
              Date.from(Instant.now().plus(from)),
              Date.from(Instant.now().plus(until)),
              new X500Name("CN=" + name),
              pair.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(by == null));
      if (by != null)
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(
                new GeneralName[] {
                  new GeneralName(GeneralName.dNSName, "localhost"),
                  new GeneralName(GeneralName.iPAddress, "127.0.0.1")
                }));
      String with = issuing.getPrivate().getAlgorithm();
      var signer =
          new JcaContentSignerBuilder(with.equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA")
              .build(issuing.getPrivate());
      return new Issued(
          pair, new JcaX509CertificateConverter().getCertificate(builder.build(signer)), name);
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What an authority puts into the file: this and those above it.
  Path chain(Path file, Issued... others) throws IOException {
    var text = new StringBuilder(pem(certificate));
    for (Issued other : others) text.append(pem(other.certificate()));
    return Files.writeString(file, text);
  }

  /// PKCS#8: `BEGIN PRIVATE KEY`.
  Path key(Path file) throws IOException {
    return Files.writeString(
        file,
        pem(
            new org.bouncycastle.util.io.pem.PemObject(
                "PRIVATE KEY", pair.getPrivate().getEncoded())));
  }

  /// PKCS#1 or SEC 1: `BEGIN RSA PRIVATE KEY`, `BEGIN EC PRIVATE KEY`, as openssl writes them.
  Path oldKey(Path file) throws IOException, InterruptedException {
    Path fresh = key(file.resolveSibling("fresh"));
    boolean rsa = pair.getPrivate().getAlgorithm().equals("RSA");
    if (rsa) openssl("rsa", "-traditional", "-in", fresh + "", "-out", file + "");
    else openssl("ec", "-in", fresh + "", "-out", file + "");
    return file;
  }

  Path store(Path file, String password) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "own", pair.getPrivate(), password.toCharArray(), new Certificate[] {certificate});
      store.store(out, password.toCharArray());
      return file;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Openssl's own words, where a format is written that we only read.
  static void openssl(String... words) throws IOException, InterruptedException {
    var command = new java.util.ArrayList<>(java.util.List.of("openssl"));
    command.addAll(Arrays.asList(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0) throw new IOException(said);
  }

  private static String pem(Object object) throws IOException {
    var text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    }
    return text.toString();
  }
}
