package karyalay.signatures;

import static karyalay.shared.HealthCheck.State.BROKEN;
import static karyalay.shared.HealthCheck.State.OK;
import static karyalay.shared.HealthCheck.State.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Whether keys open is told before an officer stands there with his PIN.
class AuthorityCheckTest {
  @Test
  void a_secret_that_is_lost_and_an_authority_that_ends_are_told() {
    var certificate = TestAuthority.LICENSED.own.certificate();
    Instant end = certificate.getNotAfter().toInstant();
    Instant early = end.minus(Duration.ofDays(400));
    assertThat(AuthorityCheck.judge(null, false, early).state()).isEqualTo(OK);
    assertThat(AuthorityCheck.judge(certificate, true, early).state()).isEqualTo(OK);
    assertThat(AuthorityCheck.judge(certificate, true, end.minus(Duration.ofDays(9))).state())
        .isEqualTo(WARNING);
    var lost = AuthorityCheck.judge(certificate, false, early);
    assertThat(lost.state()).isEqualTo(BROKEN);
    assertThat(lost.arguments()).containsExactly(OutsideSecret.FILE);
  }
}
