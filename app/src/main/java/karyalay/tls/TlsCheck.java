package karyalay.tls;

import static karyalay.shared.HealthCheck.Finding.broken;
import static karyalay.shared.HealthCheck.Finding.ok;
import static karyalay.shared.HealthCheck.Finding.warning;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import karyalay.shared.HealthCheck;
import karyalay.shared.Language;
import karyalay.shared.OfficeTime;
import karyalay.web.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Whether passwords go over the line unseen, and for how long the certificate is good (OP-126).
@Component
class TlsCheck implements HealthCheck {
  private static final Duration SOON = Duration.ofDays(21);
  private static final Duration ROOT_SOON = Duration.ofDays(365);

  private final ObjectProvider<ServingCertificate> certificates;
  private final String address;
  private final OfficeTime time;

  TlsCheck(
      ObjectProvider<ServingCertificate> certificates,
      @Value("${server.address:127.0.0.1}") String address,
      OfficeTime time) {
    this.certificates = certificates;
    this.address = address;
    this.time = time;
  }

  @Override
  public String name() {
    return "tls.health";
  }

  @Override
  public Finding look() {
    return judge(certificates.getIfAvailable(), address, time.now());
  }

  /// @param certificate null when http is served plainly
  static Finding judge(@Nullable ServingCertificate certificate, String address, Instant now) {
    if (certificate == null)
      return loopback(address) ? ok("tls.health.here") : warning("tls.health.plain", address);
    String day = new Dates(Language.HI).day(certificate.ends());
    if (now.isAfter(certificate.ends())) return broken("tls.health.expired", day);
    if (!certificate.fault().isEmpty())
      return warning("tls.health.fault", day, certificate.fault());
    boolean root =
        certificate
            .root()
            .filter(it -> now.isAfter(it.getNotAfter().toInstant().minus(ROOT_SOON)))
            .isPresent();
    if (root) return warning("tls.health.root", day);
    if (now.isAfter(certificate.ends().minus(SOON))) return warning("tls.health.soon", day);
    if (certificate.local()) return ok("tls.health.local", day);
    return certificate.material().alone()
        ? warning("tls.health.alone", day)
        : ok("tls.health.ok", day);
  }

  private static boolean loopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
