package karyalay.tls;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Whoever has stolen the authority's key, and signs without asking it.
final class Forger {
  private Forger() {}

  static X509Certificate sign(Path authority, MachineNames names, Instant now) throws Exception {
    var folder = new PrivateFolder(authority);
    X509Certificate root = folder.certificate("authority.crt");
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    var builder =
        new JcaX509v3CertificateBuilder(
            X500Name.getInstance(root.getSubjectX500Principal().getEncoded()),
            BigInteger.TEN,
            Date.from(now.minus(Duration.ofDays(1))),
            Date.from(now.plus(Duration.ofDays(1))),
            new X500Name("CN=forged"),
            generator.generateKeyPair().getPublic());
    builder.addExtension(
        Extension.subjectAlternativeName, false, new GeneralNames(Spoken.said(names)));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(folder.key("authority.key"))));
  }
}
