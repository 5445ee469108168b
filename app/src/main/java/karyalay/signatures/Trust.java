package karyalay.signatures;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Tells from whose authority a certificate is, and so what a signature with it is worth.
@Component
class Trust {
  private final OfficeAuthority authority;
  private final List<X509Certificate> licensed;

  Trust(OfficeAuthority authority, SigningSettings settings) {
    this.authority = authority;
    Path file = settings.licensed();
    this.licensed = file == null ? List.of() : Certificates.pem(file);
  }

  /// The licensed authorities that are trusted here.
  List<X509Certificate> licensed() {
    return licensed;
  }

  /// @param others certificates that may lie between this one and an authority
  SignatureKind kind(X509Certificate certificate, Collection<X509Certificate> others) {
    if (authority.issued(certificate)) return SignatureKind.OFFICE_APPROVAL;
    return isLicensed(certificate, others) ? SignatureKind.DIGITAL : SignatureKind.FOREIGN;
  }

  /// A chain of valid signatures to a licensed authority. It is looked at on the first day of the
  /// certificate: whether it held when it signed is asked apart.
  private boolean isLicensed(X509Certificate certificate, Collection<X509Certificate> others) {
    if (licensed.isEmpty()) return false;
    try {
      Set<TrustAnchor> anchors =
          licensed.stream().map(one -> new TrustAnchor(one, null)).collect(Collectors.toSet());
      var target = new X509CertSelector();
      target.setCertificate(certificate);
      var parameters = new PKIXBuilderParameters(anchors, target);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
      parameters.addCertStore(
          CertStore.getInstance(
              "Collection", new CollectionCertStoreParameters(List.of(certificate))));
      parameters.setRevocationEnabled(false);
      parameters.setDate(new Date(certificate.getNotBefore().getTime() + 1000));
      var _ = CertPathBuilder.getInstance("PKIX").build(parameters);
      return true;
    } catch (CertPathBuilderException none) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
