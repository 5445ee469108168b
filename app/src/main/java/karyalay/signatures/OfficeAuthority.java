package karyalay.signatures;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The office's own certifying authority, made when the first officer makes a key. What it
/// certifies is shown as कार्यालयी ई-अनुमोदन and never as a licensed signature.
@Component
class OfficeAuthority {
  private static final Duration LIFE = Duration.ofDays(20 * 365);
  private static final Duration LIST_LIFE = Duration.ofDays(7);
  private static final String PURPOSE = "authority";

  private final AuthorityStore store;
  private final OutsideSecret outside;
  private final OfficeTime time;
  private volatile @Nullable X509Certificate known;

  OfficeAuthority(AuthorityStore store, OutsideSecret outside, OfficeTime time) {
    this.store = store;
    this.outside = outside;
    this.time = time;
  }

  /// Its certificate; null while it has certified nobody.
  @Nullable X509Certificate certificate() {
    X509Certificate certificate = known;
    if (certificate == null)
      known =
          certificate = store.find().map(row -> Certificates.read(row.certificate())).orElse(null);
    return certificate;
  }

  /// Whether it, and not another of the same name, certified this key.
  boolean issued(X509Certificate certificate) {
    X509Certificate own = certificate();
    if (own == null || !certificate.getIssuerX500Principal().equals(own.getSubjectX500Principal()))
      return false;
    try {
      certificate.verify(own.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /// Whom a certificate names.
  record Holder(
      String nameHi, String nameEn, String pno, String designation, String office, PublicKey key) {
    X500Name name() {
      return new X500NameBuilder(BCStyle.INSTANCE)
          .addRDN(BCStyle.C, "IN")
          .addRDN(BCStyle.OU, office)
          .addRDN(BCStyle.T, designation)
          .addRDN(BCStyle.SERIALNUMBER, pno)
          .addRDN(BCStyle.NAME, nameEn)
          .addRDN(BCStyle.CN, nameHi)
          .build();
    }
  }

  /// Certifies an officer's key, for signing and nothing else. Makes the authority when there is
  /// none yet.
  X509Certificate certify(Holder holder, Instant from, Duration life) {
    AuthorityStore.Row row = store.find().orElseGet(this::make);
    X509Certificate own = Certificates.read(row.certificate());
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              own,
              serial(),
              Date.from(from),
              Date.from(from.plus(life)),
              holder.name(),
              holder.key());
      var extensions = new JcaX509ExtensionUtils();
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(
          Extension.keyUsage,
          true,
          new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
      builder.addExtension(
          Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(own));
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          extensions.createSubjectKeyIdentifier(holder.key()));
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer(row)));
    } catch (GeneralSecurityException | CertIOException e) {
      throw new IllegalStateException(e);
    }
  }

  private AuthorityStore.Row make() {
    outside.make();
    KeyPair pair = pair("secp384r1");
    Instant now = time.now().truncatedTo(ChronoUnit.SECONDS);
    String mark = Ids.next().toString().substring(24).toUpperCase(Locale.ROOT);
    X500Name name =
        new X500NameBuilder(BCStyle.INSTANCE)
            .addRDN(BCStyle.C, "IN")
            .addRDN(BCStyle.O, "Karyalay")
            .addRDN(BCStyle.CN, "Karyalay Office Approval " + mark)
            .build();
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              name, serial(), Date.from(now), Date.from(now.plus(LIFE)), name, pair.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
      byte[] certificate = builder.build(signer(pair.getPrivate())).getEncoded();
      byte[] sealed = Sealing.seal(outside.key(PURPOSE), pair.getPrivate().getEncoded());
      return store.keep(new AuthorityStore.Row(certificate, sealed), time.now());
    } catch (GeneralSecurityException | java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The list of withdrawn certificates (RFC 5280), which holds for a week; empty bytes while there
  /// is no authority.
  byte[] revocations(List<KeyRows.Ended> ended) {
    AuthorityStore.Row row = store.find().orElse(null);
    if (row == null) return new byte[0];
    Instant now = time.now();
    try {
      var builder = new JcaX509v2CRLBuilder(Certificates.read(row.certificate()), Date.from(now));
      builder.setNextUpdate(Date.from(now.plus(LIST_LIFE)));
      for (KeyRows.Ended key : ended)
        builder.addCRLEntry(
            new BigInteger(key.serial(), 16),
            Date.from(key.at()),
            switch (key.how()) {
              case REPLACED -> CRLReason.superseded;
              case LEFT -> CRLReason.affiliationChanged;
              case WITHDRAWN -> CRLReason.privilegeWithdrawn;
              case ONCE -> CRLReason.unspecified;
            });
      return builder.build(signer(row)).getEncoded();
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private ContentSigner signer(AuthorityStore.Row row) {
    byte[] key =
        Sealing.open(outside.key(PURPOSE), row.sealed())
            .orElseThrow(() ->
                new IllegalStateException("signatures.secret is not the one of this database"));
    try {
      return signer(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ContentSigner signer(PrivateKey key) {
    try {
      return new JcaContentSignerBuilder("SHA384withECDSA").build(key);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A fresh pair on a named curve.
  static KeyPair pair(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BigInteger serial() {
    return new BigInteger(1, Sealing.random(16)).setBit(126);
  }
}
