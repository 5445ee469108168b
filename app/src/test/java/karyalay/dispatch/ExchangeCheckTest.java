package karyalay.dispatch;

import static karyalay.shared.HealthCheck.State.BROKEN;
import static karyalay.shared.HealthCheck.State.OK;
import static karyalay.shared.HealthCheck.State.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Letters to other instances that do not leave are told.
class ExchangeCheckTest {
  @Test
  void what_is_tried_in_vain_and_a_worker_that_stopped_are_told() {
    var nothing = new Packages.Standing(0, 0);
    assertThat(ExchangeCheck.judge(0, true, nothing).sentence())
        .isEqualTo("dispatch.exchange.none");
    assertThat(ExchangeCheck.judge(2, true, nothing).state()).isEqualTo(OK);
    var tried = ExchangeCheck.judge(2, true, new Packages.Standing(5, 3));
    assertThat(tried.state()).isEqualTo(WARNING);
    assertThat(tried.arguments()).containsExactly("3", "5");
    assertThat(ExchangeCheck.judge(2, false, nothing).state()).isEqualTo(BROKEN);
  }
}
