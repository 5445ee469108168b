package karyalay.tls;

import static karyalay.shared.HealthCheck.State.OK;
import static karyalay.shared.HealthCheck.State.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import karyalay.shared.HealthCheck.Finding;
import karyalay.shared.HealthCheck.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What administrators are told of the line (OP-126).
class TlsCheckTest {
  private static final Issued ROOT = Issued.root("EC", "Test root");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, OK, tls.health.here",
    "::1, OK, tls.health.here",
    "localhost, OK, tls.health.here",
    "0.0.0.0, WARNING, tls.health.plain",
    "10.0.0.5, WARNING, tls.health.plain"
  })
  void plain_http_warns_beyond_this_machine(String address, State state, String sentence) {
    Finding finding = TlsCheck.judge(null, address, Instant.now());
    assertThat(finding.state()).isEqualTo(state);
    assertThat(finding.sentence()).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "60, OK, tls.health.ok",
    "20, WARNING, tls.health.soon",
    "0, BROKEN, tls.health.expired"
  })
  void the_end_of_a_certificate_is_told_three_weeks_ahead(int days, State state, String sentence)
      throws IOException {
    ServingCertificate serving = serving(Duration.ofDays(days), ROOT);
    Finding finding = TlsCheck.judge(serving, "0.0.0.0", Instant.now().plusSeconds(1));
    assertThat(finding.sentence()).isEqualTo(sentence);
    assertThat(finding.state()).isEqualTo(state);
  }

  @Test
  void a_chain_without_its_issuers_and_a_file_that_was_spoilt_are_told() throws IOException {
    ServingCertificate alone = serving(Duration.ofDays(60), null);
    assertThat(TlsCheck.judge(alone, "0.0.0.0", Instant.now()).sentence())
        .isEqualTo("tls.health.alone");
    ServingCertificate spoilt = serving(Duration.ofDays(60), ROOT);
    Files.writeString(folder.resolve("key"), "half");
    assertThat(spoilt.look(Instant.now())).isFalse();
    Finding finding = TlsCheck.judge(spoilt, "0.0.0.0", Instant.now());
    assertThat(finding.state()).isEqualTo(WARNING);
    assertThat(finding.sentence()).isEqualTo("tls.health.fault");
    assertThat(finding.arguments().getLast()).contains("holds no key");
  }

  @Test
  void our_own_authority_is_well_until_its_last_year() {
    Instant now = Instant.now();
    var choice = new TlsChoice.Local(folder.resolve("authority"), List.of("thana.local"), false);
    ServingCertificate local = ServingCertificate.open(choice, "", now);
    assertThat(TlsCheck.judge(local, "0.0.0.0", now).state()).isEqualTo(OK);
    Instant late = now.plus(Duration.ofDays(10 * 365 - 300));
    assertThat(local.look(late)).as("it renews itself").isTrue();
    assertThat(TlsCheck.judge(local, "0.0.0.0", late).sentence()).isEqualTo("tls.health.root");
    assertThat(local.root()).isPresent();
  }

  private ServingCertificate serving(Duration left, @Nullable Issued with) throws IOException {
    Issued own = ROOT.issue("EC", "thana.example", Duration.ofDays(-40), left);
    Path chain =
        with == null
            ? own.chain(folder.resolve("chain"))
            : own.chain(folder.resolve("chain"), with);
    var choice = new TlsChoice.Pem(chain, own.key(folder.resolve("key")));
    return ServingCertificate.open(choice, "", Instant.now());
  }
}
