package karyalay.tls;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// What a device must be given so that it trusts the office: the root of our own authority.
@Service
public class Root {
  private final ObjectProvider<ServingCertificate> certificates;

  Root(ObjectProvider<ServingCertificate> certificates) {
    this.certificates = certificates;
  }

  /// Whether https is served at all.
  public boolean https() {
    return certificates.getIfAvailable() != null;
  }

  /// In PEM; empty when the certificate in use is from elsewhere, or none is.
  public Optional<String> pem() {
    return found().map(PrivateFolder::pem);
  }

  /// SHA-256 of it, in pairs of figures as systems show it.
  public Optional<String> fingerprint() {
    return found().map(Root::fingerprint);
  }

  private Optional<X509Certificate> found() {
    return Optional.ofNullable(certificates.getIfAvailable()).flatMap(ServingCertificate::root);
  }

  private static String fingerprint(X509Certificate certificate) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
