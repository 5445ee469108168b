package karyalay.ledger;

import static karyalay.shared.HealthCheck.State.BROKEN;
import static karyalay.shared.HealthCheck.State.OK;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A clock that went back is told before anybody's act bears a wrong time.
class ClockCheckTest {
  @Test
  void a_clock_that_stands_before_the_last_act_went_back() {
    Instant now = Instant.parse("2026-11-25T06:00:00Z");
    var back = ClockCheck.judge(now, now.plusSeconds(60));
    assertThat(back.state()).isEqualTo(BROKEN);
    assertThat(back.arguments()).containsExactly("25-11-2026 11:30:00", "25-11-2026 11:31:00");
    assertThat(ClockCheck.judge(now, now.plusSeconds(2)).state()).isEqualTo(OK);
    assertThat(ClockCheck.judge(now, Instant.MIN).state()).isEqualTo(OK);
  }
}
