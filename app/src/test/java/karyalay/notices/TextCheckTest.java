package karyalay.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import karyalay.KaryalayTest;
import karyalay.notices.SmsDesk.Temper;
import karyalay.shared.HealthCheck.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;

/// What the health page says of SMS.
@KaryalayTest
@ResourceLock("sms gateway")
class TextCheckTest {
  @Autowired TextCheck check;
  @Autowired SmsRounds rounds;

  @AfterEach
  void no_gateway() {
    rounds.none();
  }

  @Test
  void without_a_gateway_it_warns_and_with_one_whose_secret_is_gone_it_is_broken()
      throws IOException {
    rounds.none();
    assertThat(check.look().sentence()).isEqualTo("notices.no-gateway");
    try (var desk = new SmsDesk(Temper.TAKES)) {
      rounds.gateway(desk.port());
      assertThat(check.look().state()).isNotEqualTo(State.BROKEN);
      rounds.set("secretfile", "/not/there");
      assertThat(check.look().state()).isEqualTo(State.BROKEN);
      rounds.set("secretfile", "");
      rounds.set("timeout", "soon");
      assertThat(check.look().state()).isEqualTo(State.BROKEN);
    }
  }

  @Test
  void what_did_not_go_is_a_warning() {
    assertThat(TextCheck.judge(new Texts.Health(true, 3, 0, 0)).state()).isEqualTo(State.OK);
    assertThat(TextCheck.judge(new Texts.Health(true, 0, 1, 0)).state()).isEqualTo(State.WARNING);
    var refused = TextCheck.judge(new Texts.Health(true, 0, 0, 2));
    assertThat(refused.state()).isEqualTo(State.WARNING);
    assertThat(refused.arguments()).containsExactly("0", "0", "2");
  }
}
