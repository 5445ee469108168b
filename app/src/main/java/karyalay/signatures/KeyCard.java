package karyalay.signatures;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.UUID;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;

/// A key as its owner and an administrator see it, without what it can do.
///
/// @param post on which it was made
/// @param failures wrong PINs since the last right one; five lock it
/// @param reason why it was withdrawn; empty otherwise
public record KeyCard(
    UUID id,
    PersonId person,
    PostId post,
    KeySource source,
    SignatureKind kind,
    X509Certificate certificate,
    int failures,
    Instant madeAt,
    @Nullable Instant endedAt,
    @Nullable KeyEnd how,
    String reason) {

  static final int TRIES = 5;

  public boolean live() {
    return endedAt == null;
  }

  public boolean locked() {
    return failures >= TRIES;
  }

  public String serial() {
    return Certificates.serial(certificate);
  }

  public String holder() {
    return Certificates.commonName(certificate);
  }

  /// Designation and office that the certificate names; empty when it names none.
  public String holderPost() {
    return Certificates.post(certificate);
  }

  public String issuer() {
    return Certificates.issuer(certificate);
  }

  public Instant validTo() {
    return certificate.getNotAfter().toInstant();
  }
}
