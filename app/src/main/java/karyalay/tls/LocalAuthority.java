package karyalay.tls;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// The certifying authority of a district that has none. It is made once, in the data folder, and
/// may speak only for this machine's names and for addresses within offices: whoever stole its key
/// could not pass for a bank. What it issues is renewed a month before it ends.
final class LocalAuthority {
  private static final String ROOT = "authority";
  private static final String SERVER = "server.pem";
  private static final Duration ROOT_LIFE = Duration.ofDays(10 * 365);
  private static final Duration SERVER_LIFE = Duration.ofDays(180);
  private static final Duration AHEAD = Duration.ofDays(30);

  /// Clocks of old machines lag; what was issued this minute must be good on them, too.
  private static final Duration LAG = Duration.ofDays(1);

  private final PrivateFolder folder;

  LocalAuthority(Path folder) {
    this.folder = new PrivateFolder(folder);
  }

  /// The root that devices must trust.
  X509Certificate certificate() {
    return folder.certificate(ROOT + ".crt");
  }

  /// What the server proves itself with now: what was issued, or, where that ends soon or lacks a
  /// name, another. Makes the authority when there is none.
  ///
  /// @throws TlsFault when a name is not the authority's to certify, or files are damaged
  Material serving(MachineNames machine, Instant now) {
    if (!folder.holds(ROOT + ".crt")) make(machine, now);
    X509Certificate root = certificate();
    if (folder.holds(SERVER)) {
      Material issued =
          CertificateFiles.pem(folder.path().resolve(SERVER), folder.path().resolve(SERVER), "");
      boolean good =
          now.isBefore(issued.ends().minus(AHEAD))
              && Material.signed(issued.own(), root)
              && Spoken.names(issued.own()).containsAll(machine.names())
              && Spoken.addresses(issued.own()).containsAll(machine.addresses());
      if (good) return issued;
    }
    return issue(root, machine, now);
  }

  private void make(MachineNames machine, Instant now) {
    KeyPair pair = pair();
    X500Name name = name("Karyalay local authority " + mark());
    try {
      var builder = builder(name, name, pair, now, ROOT_LIFE);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
      builder.addExtension(Extension.nameConstraints, true, Spoken.bounds(machine));
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
      // The certificate last: with it the authority is there.
      folder.write(ROOT + ".key", pair.getPrivate());
      folder.write(ROOT + ".crt", signed(builder, pair.getPrivate()));
    } catch (GeneralSecurityException | CertIOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Material issue(X509Certificate root, MachineNames machine, Instant now) {
    Spoken.require(root, machine, folder.path());
    KeyPair pair = pair();
    X500Name issuer = X500Name.getInstance(root.getSubjectX500Principal().getEncoded());
    Instant from = now.minus(LAG);
    Instant end = root.getNotAfter().toInstant();
    Duration life = Duration.between(from, min(now.plus(SERVER_LIFE), end));
    try {
      var builder = builder(issuer, name(first(machine.names())), pair, from, life);
      var extensions = new JcaX509ExtensionUtils();
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
      builder.addExtension(
          Extension.subjectAlternativeName, false, new GeneralNames(Spoken.said(machine)));
      builder.addExtension(
          Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(root));
      X509Certificate issued = signed(builder, folder.key(ROOT + ".key"));
      folder.write(SERVER, pair.getPrivate(), issued);
      return new Material(List.of(issued), pair.getPrivate());
    } catch (GeneralSecurityException | CertIOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /// Names other than the one that every machine has go before it.
  private static String first(Set<String> names) {
    return names.stream()
        .filter(it -> !it.equals("localhost"))
        .sorted()
        .findFirst()
        .orElse("localhost");
  }

  private static JcaX509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, KeyPair pair, Instant from, Duration life) {
    Instant start = from.truncatedTo(ChronoUnit.SECONDS);
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16),
        Date.from(start),
        Date.from(start.plus(life)),
        subject,
        pair.getPublic());
  }

  private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException {
    try {
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X500Name name(String common) {
    return new X500NameBuilder(BCStyle.INSTANCE)
        .addRDN(BCStyle.O, "Karyalay")
        .addRDN(BCStyle.CN, common.length() > 64 ? common.substring(0, 64) : common)
        .build();
  }

  /// Tells two authorities apart in a list of certificates.
  private static String mark() {
    return UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  }

  /// The curve that every browser of the last ten years knows.
  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
