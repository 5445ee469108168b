package karyalay.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import karyalay.shared.OfficeId;
import karyalay.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {
  private static final Pattern ANY = Pattern.compile("");

  private static Text text(String to, String words) {
    return new Text(
        UUID.randomUUID(), OfficeId.next(), to, "code", words, true, Duration.ofMinutes(10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12345",
        "5999900101",
        "+919999900101",
        "99999 00101",
        "९९९९९००१०१",
        "99999001011"
      })
  void what_is_no_mobile_of_ten_digits_is_refused(String typed) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> TextRules.check(text(typed, "शब्द")))
        .matches(refused -> refused.reason() == NoticesRefusal.MOBILE_MALFORMED);
  }

  @Test
  void a_text_has_words_and_not_too_many() {
    TextRules.check(text("9999900101", "म".repeat(600)));
    for (String words : new String[] {" ", "म".repeat(601)})
      assertThatExceptionOfType(Refused.class)
          .isThrownBy(() -> TextRules.check(text("9999900101", words)))
          .matches(refused -> refused.reason() == NoticesRefusal.TEXT_TOO_LONG);
  }

  @Test
  void the_answer_decides_and_a_fault_of_the_gateway_is_uncertain() {
    assertThat(TextRules.judge(200, "ok", ANY)).isInstanceOf(Handed.Taken.class);
    assertThat(TextRules.judge(200, "error 5", Pattern.compile("^sent")))
        .isInstanceOf(Handed.Declined.class);
    assertThat(TextRules.judge(302, "", ANY)).isInstanceOf(Handed.Declined.class);
    assertThat(TextRules.judge(400, "bad", ANY)).isInstanceOf(Handed.Declined.class);
    assertThat(TextRules.judge(401, "", ANY)).isEqualTo(new Handed.Later("401", false));
    assertThat(TextRules.judge(429, "", ANY)).isEqualTo(new Handed.Later("429", true));
    assertThat(TextRules.judge(503, "", ANY)).isEqualTo(new Handed.Later("503", true));
    assertThat(TextRules.judge(500, "oops", ANY)).isEqualTo(new Handed.Unknown("500 oops"));
    assertThat(TextRules.judge(504, "", ANY)).isInstanceOf(Handed.Unknown.class);
  }

  @Test
  void waits_grow_up_to_ten_minutes() {
    assertThat(TextRules.wait(0)).isEqualTo(Duration.ofSeconds(5));
    assertThat(TextRules.wait(3)).isEqualTo(Duration.ofSeconds(40));
    assertThat(TextRules.wait(50)).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void no_code_stands_in_an_answer_that_is_kept() {
    assertThat(TextRules.withoutCodes("200 accepted: 482913 is your code"))
        .isEqualTo("200 accepted: … is your code");
  }

  @Test
  void what_is_sent_ends_no_part_of_the_address_or_the_body() {
    var outgoing =
        new TextStore.Outgoing(
            UUID.randomUUID(), "9999900101", "code", "कोड & 12 \"उद्धरण\"", true, 1);
    var get = gateway("http://x/s?to={to}&text={text}&key={secret}", "", "");
    assertThat(get.addressOf(outgoing))
        .startsWith("http://x/s?to=9999900101&text=%E0%A4%95")
        .contains("+%26+12+%22", "&key=a%26b");
    var json = gateway("http://x/s", "{\"t\":\"{text}\",\"k\":\"{secret}\"}", "application/json");
    assertThat(json.bodyOf(outgoing))
        .isEqualTo("{\"t\":\"कोड & 12 \\\"उद्धरण\\\"\",\"k\":\"a&b\"}");
    assertThat(get.toString() + outgoing).doesNotContain("a&b", "कोड");
  }

  private static SmsGateway gateway(String address, String body, String type) {
    return new SmsGateway(
        address, body, type, "UPPOLS", "a&b", Map.of(), ANY, Duration.ofSeconds(1));
  }
}
