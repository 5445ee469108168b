package karyalay.signatures;

import static karyalay.shared.HealthCheck.Finding.broken;
import static karyalay.shared.HealthCheck.Finding.ok;
import static karyalay.shared.HealthCheck.Finding.warning;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import karyalay.shared.HealthCheck;
import karyalay.shared.OfficeTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether the office's authority can certify and its keys can open: the secret outside the
/// database must be the one of this database.
@Component
class AuthorityCheck implements HealthCheck {
  private static final Duration SOON = Duration.ofDays(365);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT).withZone(OfficeTime.ZONE);

  private final OfficeAuthority authority;
  private final OfficeTime time;

  AuthorityCheck(OfficeAuthority authority, OfficeTime time) {
    this.authority = authority;
    this.time = time;
  }

  @Override
  public String name() {
    return "signatures.health";
  }

  @Override
  public Finding look() {
    X509Certificate certificate = authority.certificate();
    boolean opens;
    try {
      // Signs a list for nobody: the key must open for it.
      opens = authority.revocations(List.of()).length > 0;
    } catch (IllegalStateException e) {
      opens = false;
    }
    return judge(certificate, opens, time.now());
  }

  static Finding judge(@Nullable X509Certificate certificate, boolean opens, Instant now) {
    if (certificate == null) return ok("signatures.health.none");
    if (!opens) return broken("signatures.health.secret", OutsideSecret.FILE);
    Instant ends = certificate.getNotAfter().toInstant();
    if (now.isAfter(ends.minus(SOON))) return warning("signatures.health.ends", DAY.format(ends));
    return ok("signatures.health.ok", DAY.format(ends));
  }
}
