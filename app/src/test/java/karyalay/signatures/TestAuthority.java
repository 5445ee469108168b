package karyalay.signatures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Certifying authorities for tests: the one that this run takes for licensed, and others.
public final class TestAuthority {
  private static final AtomicLong SERIAL = new AtomicLong(1000);

  /// Trusted by the program under test as a licensed authority.
  public static final TestAuthority LICENSED = new TestAuthority("C=IN,O=Test,CN=Test Licensed CA");

  final Key own;

  /// A pair of keys with its certificate.
  public record Key(KeyPair pair, X509Certificate certificate) {}

  TestAuthority(String name) {
    Instant now = Instant.now();
    KeyPair pair = rsa();
    this.own =
        new Key(
            pair,
            certificate(
                name,
                pair,
                new X500Name(name),
                pair,
                true,
                false,
                now.minus(400, ChronoUnit.DAYS),
                year(now)));
  }

  private static Instant year(Instant now) {
    return now.plus(365, ChronoUnit.DAYS);
  }

  /// A person's certificate that holds today.
  public Key person(String name) {
    Instant now = Instant.now();
    return person(name, now.minus(30, ChronoUnit.DAYS), year(now));
  }

  Key person(String name, Instant from, Instant until) {
    KeyPair pair = rsa();
    return new Key(pair, certificate(name, pair, issuer(), own.pair(), false, false, from, until));
  }

  /// A certificate for a key that somebody has.
  X509Certificate certify(String name, java.security.PublicKey key) {
    Instant now = Instant.now();
    return certificate(
        name,
        new KeyPair(key, null),
        issuer(),
        own.pair(),
        false,
        false,
        now.minusSeconds(60),
        year(now));
  }

  /// An authority under this one.
  Key subordinate(String name) {
    KeyPair pair = rsa();
    Instant now = Instant.now();
    return new Key(
        pair, certificate(name, pair, issuer(), own.pair(), true, false, now, year(now)));
  }

  /// A key that stamps times.
  static Key timeStamper() {
    KeyPair pair = rsa();
    Instant now = Instant.now().minus(1, ChronoUnit.DAYS);
    String name = "C=IN,CN=Test Time Stamps";
    return new Key(
        pair, certificate(name, pair, new X500Name(name), pair, false, true, now, year(now)));
  }

  private X500Name issuer() {
    return X500Name.getInstance(own.certificate().getSubjectX500Principal().getEncoded());
  }

  private static X509Certificate certificate(
      String name,
      KeyPair pair,
      X500Name issuer,
      KeyPair by,
      boolean authority,
      boolean stamps,
      Instant from,
      Instant until) {
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              BigInteger.valueOf(SERIAL.incrementAndGet()),
              Date.from(from),
              Date.from(until),
              new X500Name(name),
              pair.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      int usage =
          authority
              ? KeyUsage.keyCertSign | KeyUsage.cRLSign
              : KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      if (stamps)
        builder.addExtension(
            Extension.extendedKeyUsage,
            true,
            new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(by.getPrivate())));
    } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static KeyPair rsa() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A PKCS#12 file as an authority would hand it out.
  static byte[] pkcs12(Key key, String password, X509Certificate... above) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      Certificate[] chain = new Certificate[above.length + 1];
      chain[0] = key.certificate();
      System.arraycopy(above, 0, chain, 1, above.length);
      store.setKeyEntry("key", key.pair().getPrivate(), password.toCharArray(), chain);
      var out = new ByteArrayOutputStream();
      store.store(out, password.toCharArray());
      return out.toByteArray();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A PKCS#12 file that holds a certificate and no key.
  static byte[] pkcs12WithoutKey(X509Certificate certificate, String password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("only", certificate);
      var out = new ByteArrayOutputStream();
      store.store(out, password.toCharArray());
      return out.toByteArray();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Writes certificates as PEM.
  static Path pem(Path file, X509Certificate... certificates) {
    var text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      for (X509Certificate one : Arrays.asList(certificates)) writer.writeObject(one);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      return Files.writeString(file, text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Puts the licensed authority where the program under test looks for it.
  public static Path licensed(Path folder) {
    return pem(folder.resolve("licensed.pem"), LICENSED.own.certificate());
  }
}
