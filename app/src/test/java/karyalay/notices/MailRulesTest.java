package karyalay.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import karyalay.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "dm",
        "dm@kannauj",
        "a b@nic.in",
        "<dm@nic.in>",
        "dm@nic.in, cdo@nic.in",
        "dm@nic.in\r\nBcc: x@y.in",
        "\"a b\"@nic.in",
        ".dm@nic.in",
        "d..m@nic.in",
        "डीएम@nic.in"
      })
  void what_is_no_plain_address_is_refused(String typed) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> MailRules.address(typed))
        .matches(refused -> refused.reason() == NoticesRefusal.ADDRESS_MALFORMED);
  }

  @Test
  void an_address_is_taken_without_the_spaces_around_it() {
    assertThat(MailRules.address(" dm-kannauj@nic.in ")).isEqualTo("dm-kannauj@nic.in");
  }

  @Test
  void waits_grow_up_to_an_hour_and_end_after_three_days() {
    assertThat(MailRules.wait(0)).isEqualTo(Duration.ofSeconds(30));
    assertThat(MailRules.wait(3)).isEqualTo(Duration.ofMinutes(4));
    assertThat(MailRules.wait(50)).isEqualTo(Duration.ofHours(1));
    Instant made = Instant.parse("2026-11-20T00:00:00Z");
    assertThat(MailRules.over(made, made.plus(Duration.ofDays(3)))).isFalse();
    assertThat(MailRules.over(made, made.plus(Duration.ofDays(3)).plusSeconds(1))).isTrue();
  }

  @Test
  void what_the_server_says_decides_and_silence_after_the_letter_began_is_uncertain() {
    assertThat(MailRules.judge(550, false, "no")).isEqualTo(new Handed.Declined("no"));
    assertThat(MailRules.judge(554, true, "no")).isEqualTo(new Handed.Declined("no"));
    assertThat(MailRules.judge(451, true, "later")).isEqualTo(new Handed.Later("later", true));
    assertThat(MailRules.judge(0, false, "gone")).isEqualTo(new Handed.Later("gone", false));
    assertThat(MailRules.judge(0, true, "gone")).isEqualTo(new Handed.Unknown("gone"));
  }
}
