package karyalay.database;

import static karyalay.shared.HealthCheck.State.OK;
import static karyalay.shared.HealthCheck.State.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A database that is slow or lives at another time is told.
class DatabaseCheckTest {
  @Test
  void slowness_and_another_clock_are_told() {
    Duration quick = Duration.ofMillis(3);
    assertThat(DatabaseCheck.judge("18.1", 3L << 30, quick, Duration.ZERO).state()).isEqualTo(OK);
    assertThat(DatabaseCheck.judge("18.1", 3L << 30, quick, Duration.ZERO).arguments())
        .containsExactly("18.1", "3072", "3");
    assertThat(DatabaseCheck.judge("18.1", 0, Duration.ofSeconds(1), Duration.ZERO).sentence())
        .isEqualTo("database.health.slow");
    var apart = DatabaseCheck.judge("15.9", 0, quick, Duration.ofSeconds(90));
    assertThat(apart.state()).isEqualTo(WARNING);
    assertThat(apart.arguments()).containsExactly("90");
  }
}
