package karyalay.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import karyalay.Given;
import karyalay.KaryalayTest;
import karyalay.ledger.Ledger;
import karyalay.notices.SmsDesk.Temper;
import karyalay.shared.Act;
import karyalay.shared.Ids;
import karyalay.shared.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Texts on their way to the gateway (DESIGN: SMS cannot be exactly once).
@KaryalayTest
@ResourceLock("sms gateway")
class TextWorkerTest {
  @Autowired Given given;
  @Autowired Texts texts;
  @Autowired SmsRounds rounds;
  @Autowired Ledger ledger;
  @Autowired TransactionTemplate transaction;
  @TempDir Path folder;

  Given.Seat sho;
  String mobile;
  SmsDesk desk;

  @BeforeEach
  void a_gateway() throws IOException {
    sho = given.district().thana("थाना एसएमएस").sho();
    mobile = "99999" + sho.pno().substring(4);
    desk = new SmsDesk(Temper.TAKES);
    rounds.gateway(desk.port());
  }

  @AfterEach
  void no_gateway() {
    rounds.none();
    desk.close();
  }

  private UUID put(boolean secret) {
    Act act = sho.act();
    UUID id = Ids.next();
    var office = given.district().circle.id();
    var text =
        new Text(id, office, mobile, "code", "482913 आपका कोड है", secret, Duration.ofMinutes(10));
    transaction.executeWithoutResult(begun -> ledger.append(act, texts.put(act, text)));
    return id;
  }

  @Test
  void a_text_reaches_the_gateway_once_with_its_template_and_its_words_are_wiped() {
    UUID text = put(true);
    assertThat(rounds.words(text)).contains("482913");
    assertThat(rounds.until(text, TextState.SENT)).isEqualTo(TextState.SENT);
    rounds.round();
    assertThat(desk.to(mobile)).hasSize(1);
    assertThat(desk.to(mobile).getFirst().fields())
        .containsEntry("text", "482913 आपका कोड है")
        .containsEntry("id", text.toString())
        .containsEntry("sender", "UPPOLS")
        .containsEntry("template", "1107160000000012345")
        .containsEntry("key", "k&y=1");
    assertThat(rounds.words(text)).isEmpty();
    assertThat(rounds.answer(text)).contains("accepted").doesNotContain("482913");
    assertThat(ledger.of("text/" + text))
        .extracting(Ledger.Written::act)
        .containsExactly("notices.text_laid_out", "notices.text_settled");
  }

  @Test
  void what_is_no_secret_keeps_its_words_as_a_court_would_ask_for_them() {
    UUID text = put(false);
    rounds.until(text, TextState.SENT);
    assertThat(rounds.words(text)).contains("482913");
  }

  @Test
  void a_gateway_is_asked_by_post_with_json_and_a_secret_from_a_file() throws IOException {
    rounds.set("address", "http://127.0.0.1:" + desk.port() + "/send?to={to}");
    rounds.set("body", "{\"text\":\"{text}\",\"key\":\"{secret}\"}");
    rounds.set("type", "application/json");
    rounds.set("accepted", "");
    rounds.set("secretfile", Files.writeString(folder.resolve("key"), "from-file\n").toString());
    UUID text = put(true);
    rounds.until(text, TextState.SENT);
    assertThat(desk.to(mobile).getFirst().method()).isEqualTo("POST");
    assertThat(desk.to(mobile).getFirst().body())
        .isEqualTo("{\"text\":\"482913 आपका कोड है\",\"key\":\"from-file\"}");
  }

  @Test
  void without_a_gateway_it_waits_and_goes_when_there_is_one() {
    rounds.none();
    UUID text = put(true);
    rounds.round();
    assertThat(rounds.state(text)).isEqualTo(TextState.WAITING);
    assertThat(texts.health().served()).isFalse();
    assertThat(texts.health().waiting()).isPositive();
    rounds.gateway(desk.port());
    assertThat(rounds.until(text, TextState.SENT)).isEqualTo(TextState.SENT);
  }

  @Test
  void a_gateway_that_is_down_or_busy_is_asked_again_later() throws IOException {
    int closed;
    try (var gone = new SmsDesk(Temper.TAKES)) {
      closed = gone.port();
    }
    rounds.gateway(closed);
    UUID text = put(true);
    tried(text, 1);
    assertThat(rounds.state(text)).isEqualTo(TextState.WAITING);
    assertThat(rounds.words(text)).isNotEmpty();
    rounds.gateway(desk.port());
    desk.temper(Temper.BUSY);
    rounds.due(text);
    tried(text, 2);
    assertThat(rounds.state(text)).isEqualTo(TextState.WAITING);
    desk.temper(Temper.TAKES);
    rounds.due(text);
    assertThat(rounds.until(text, TextState.SENT)).isEqualTo(TextState.SENT);
    // Once as it was busy, once as it took it.
    assertThat(desk.to(mobile)).hasSize(2);
  }

  private void tried(UUID text, int times) {
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> {
          rounds.round();
          return rounds.tries(text) >= times && rounds.state(text) != TextState.HANDING;
        });
  }

  @Test
  void a_wrong_key_of_ours_is_not_the_texts_fault() {
    desk.temper(Temper.WRONG_KEY);
    UUID text = put(true);
    tried(text, 1);
    assertThat(rounds.state(text)).isEqualTo(TextState.WAITING);
    assertThat(rounds.answer(text)).contains("401");
  }

  @Test
  void what_the_gateway_declines_is_refused_and_said() {
    desk.temper(Temper.SAYS_NO);
    UUID text = put(true);
    assertThat(rounds.until(text, TextState.REFUSED)).isEqualTo(TextState.REFUSED);
    assertThat(rounds.answer(text)).contains("invalid template");
    assertThat(rounds.words(text)).isEmpty();
  }

  @Test
  void a_gateway_that_fails_hangs_or_hangs_up_leaves_it_uncertain_and_nothing_is_sent_twice() {
    for (Temper temper : new Temper[] {Temper.FAILS, Temper.SAYS_NOTHING, Temper.HANGS_UP}) {
      desk.temper(temper);
      int before = desk.to(mobile).size();
      UUID text = put(true);
      assertThat(rounds.until(text, TextState.UNCERTAIN)).as(temper + "").isNotNull();
      rounds.due(text);
      rounds.round();
      assertThat(desk.to(mobile)).as(temper + "").hasSize(before + 1);
      assertThat(rounds.words(text)).isEmpty();
    }
  }

  @Test
  void a_program_that_died_in_between_leaves_it_uncertain_for_a_person_to_decide() {
    UUID text = put(false);
    rounds.died(text);
    assertThat(rounds.until(text, TextState.UNCERTAIN)).isEqualTo(TextState.UNCERTAIN);
    assertThat(desk.to(mobile)).isEmpty();
    again(text);
    assertThat(rounds.until(text, TextState.SENT)).isEqualTo(TextState.SENT);
    assertThat(desk.to(mobile).getFirst().fields()).containsEntry("id", text.toString());
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> again(text))
        .matches(refused -> refused.reason() == NoticesRefusal.NOT_TO_RESEND);
  }

  private void again(UUID text) {
    Act act = sho.act();
    transaction.executeWithoutResult(begun -> ledger.append(act, texts.again(act, text)));
  }

  @Test
  void a_secret_that_is_settled_has_no_words_to_be_sent_again() {
    desk.temper(Temper.FAILS);
    UUID text = put(true);
    rounds.until(text, TextState.UNCERTAIN);
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> again(text))
        .matches(refused -> refused.reason() == NoticesRefusal.NOT_TO_RESEND);
  }

  @Test
  void what_comes_too_late_is_not_sent_any_more() {
    rounds.none();
    UUID text = put(true);
    rounds.late(text);
    rounds.gateway(desk.port());
    assertThat(rounds.until(text, TextState.REFUSED)).isEqualTo(TextState.REFUSED);
    assertThat(desk.to(mobile)).isEmpty();
    assertThat(rounds.words(text)).isEmpty();
  }
}
