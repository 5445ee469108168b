package karyalay.signatures;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/// Reading and writing certificates.
final class Certificates {
  private static final int KEY_CERT_SIGN = 5;
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NON_REPUDIATION = 1;

  private Certificates() {}

  static X509Certificate read(byte[] encoded) {
    try {
      return (X509Certificate) factory().generateCertificate(new ByteArrayInputStream(encoded));
    } catch (CertificateException e) {
      throw new IllegalArgumentException("no certificate", e);
    }
  }

  static List<X509Certificate> read(List<byte[]> encoded) {
    return encoded.stream().map(Certificates::read).toList();
  }

  /// All certificates of a PEM file.
  static List<X509Certificate> pem(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      List<X509Certificate> all = new ArrayList<>();
      for (var one : factory().generateCertificates(in)) all.add((X509Certificate) one);
      return List.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CertificateException e) {
      throw new IllegalStateException("no certificates in " + file, e);
    }
  }

  static CertificateFactory factory() {
    try {
      return CertificateFactory.getInstance("X.509");
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String serial(X509Certificate certificate) {
    return certificate.getSerialNumber().toString(16);
  }

  /// Whether it is a person's, for signing: not an authority's, and its use, where it is said,
  /// allows it.
  static boolean signs(X509Certificate certificate) {
    if (certificate.getBasicConstraints() >= 0) return false;
    boolean[] usage = certificate.getKeyUsage();
    return usage == null
        || !usage[KEY_CERT_SIGN] && (usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION]);
  }

  static String commonName(X509Certificate certificate) {
    return field(certificate, BCStyle.CN);
  }

  /// Designation and office, as our own certificates have them.
  static String post(X509Certificate certificate) {
    String title = field(certificate, BCStyle.T);
    String office = field(certificate, BCStyle.OU);
    return title.isEmpty() || office.isEmpty() ? title + office : title + ", " + office;
  }

  static String issuer(X509Certificate certificate) {
    X500Name name = X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
    String common = field(name, BCStyle.CN);
    return common.isEmpty() ? name.toString() : common;
  }

  private static String field(X509Certificate certificate, ASN1ObjectIdentifier what) {
    return field(X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()), what);
  }

  private static String field(X500Name name, ASN1ObjectIdentifier what) {
    RDN[] found = name.getRDNs(what);
    return found.length == 0
        ? ""
        : Arrays.stream(found)
            .map(one -> IETFUtils.valueToString(one.getFirst().getValue()))
            .findFirst()
            .orElse("")
            .replace("\\", "");
  }
}
