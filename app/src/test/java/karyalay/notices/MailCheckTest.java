package karyalay.notices;

import static karyalay.shared.HealthCheck.State.BROKEN;
import static karyalay.shared.HealthCheck.State.OK;
import static karyalay.shared.HealthCheck.State.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import karyalay.shared.HealthCheck.State;
import org.junit.jupiter.api.Test;

/// What administrators are told of the outbox.
class MailCheckTest {
  @Test
  void a_server_that_is_missing_or_does_not_take_what_waits_is_told() {
    judged(false, true, 0, 0, 0, WARNING, "notices.mail.none");
    judged(false, true, 4, 4, 0, WARNING, "notices.mail.none-waiting");
    judged(true, false, 4, 0, 0, BROKEN, "notices.mail.stopped");
    judged(true, true, 4, 2, 1, WARNING, "notices.mail.late");
    judged(true, true, 4, 0, 1, WARNING, "notices.mail.failed");
    judged(true, true, 4, 0, 0, OK, "notices.mail.ok");
  }

  private static void judged(
      boolean served, boolean alive, int waiting, int late, int failed, State state, String word) {
    var finding = MailCheck.judge(served, alive, new MailStore.Standing(waiting, late, failed));
    assertThat(finding.sentence()).isEqualTo(word);
    assertThat(finding.state()).isEqualTo(state);
  }
}
