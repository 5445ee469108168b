package karyalay.devices;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.access.ApiTokens;
import karyalay.access.Gate;
import karyalay.ledger.Ledger;
import karyalay.notices.SmsDesk;
import karyalay.notices.SmsDesk.Temper;
import karyalay.notices.SmsRounds;
import karyalay.notices.TextState;
import karyalay.signatures.KeyBook;
import karyalay.signatures.Keys;
import karyalay.signatures.Signers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Coming back by a code on the registered mobile (OP-139).
@KaryalayTest
@ResourceLock("sms gateway")
class CodesTest {
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");
  private static final String FRESH = "naya-password-4";

  @Autowired Given given;
  @Autowired Signers signers;
  @Autowired SmsRounds rounds;
  @Autowired HandPins pins;
  @Autowired Keys keys;
  @Autowired KeyBook book;
  @Autowired ApiTokens tokens;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Ledger ledger;
  @Autowired JdbcClient db;

  Seat sho;
  String mobile;
  SmsDesk desk;
  UUID device;

  @BeforeEach
  void an_officer_who_forgot() throws IOException {
    sho = given.district().thana("थाना भूल").sho();
    signers.password(sho);
    mobile = "99999" + sho.pno().substring(4);
    desk = new SmsDesk(Temper.TAKES);
    rounds.gateway(desk.port());
    device = UUID.randomUUID();
  }

  @AfterEach
  void no_gateway() {
    rounds.none();
    desk.close();
  }

  private MvcTestResult ask(String pno) {
    return web.raw()
        .post()
        .uri("/rescue/codes")
        .cookie(new Cookie(Gate.DEVICE, device.toString()))
        .param("pno", pno)
        .exchange();
  }

  private String asked(String pno) {
    var answer = ask(pno);
    assertThat(answer).hasStatus(303);
    String to = String.valueOf(answer.getResponse().getHeader("Location"));
    assertThat(to).startsWith("/rescue/codes/");
    return to;
  }

  private String code() {
    rounds.until(rounds.latest(mobile), TextState.SENT);
    Matcher code = CODE.matcher(desk.to(mobile).getLast().fields().getOrDefault("text", ""));
    assertThat(code.find()).isTrue();
    return code.group();
  }

  private MvcTestResult choose(String to, String code, String... more) {
    var request =
        web.raw()
            .post()
            .uri(to + "/password")
            .cookie(new Cookie(Gate.DEVICE, device.toString()))
            .param("sms-code", code)
            .param("new-password", FRESH)
            .param("again-password", FRESH);
    for (int i = 0; i < more.length; i += 2) request = request.param(more[i], more[i + 1]);
    return request.exchange();
  }

  private MvcTestResult signIn(String password) {
    return web.raw()
        .post()
        .uri("/session")
        .cookie(new Cookie(Gate.DEVICE, UUID.randomUUID().toString()))
        .param("pno", sho.pno())
        .param("password", password)
        .exchange();
  }

  @Test
  @Holds("OP-139")
  void a_code_on_the_registered_mobile_opens_a_new_password_and_ends_everything_old() {
    var browser = signedIn.as(sho);
    String token = tokens.make(sho.act(), "पुराना सेतु", false);
    pins.setForAll(sho.act(), java.util.List.of(sho.person()), "7391");
    String to = asked(sho.pno());
    assertThat(web.nobody(to)).hasStatusOk().bodyText().contains("एसएमएस का कोड");
    assertThat(choose(to, code())).hasStatusOk().bodyText().contains("नया पासवर्ड रख दिया गया");
    assertThat(signIn(FRESH)).hasStatus(303);
    assertThat(signIn(Signers.PASSWORD)).hasStatus(422);
    assertThat(web.get(browser, "/desk")).hasStatus3xxRedirection();
    assertThat(
            web.raw().get().uri("/api/v1/me").header("Authorization", "Bearer " + token).exchange())
        .hasStatus(401);
    assertThat(pins.has(sho.person())).isFalse();
    assertThat(ledger.of("person/" + sho.person()))
        .extracting(Ledger.Written::act)
        .contains("devices.code_asked", "access.password_rescued", "devices.rescued");
  }

  @Test
  void the_code_stands_nowhere_after_it_was_sent_and_serves_once() {
    String to = asked(sho.pno());
    String code = code();
    assertThat(rounds.words(rounds.latest(mobile))).isEmpty();
    assertThat(
            db.sql("SELECT hash FROM devices.code WHERE pno = ?")
                .param(sho.pno())
                .query(String.class)
                .single())
        .startsWith("$argon2id$")
        .doesNotContain(code);
    assertThat(choose(to, code)).hasStatusOk();
    assertThat(choose(to, code)).hasStatus(422).bodyText().contains("OP-139");
  }

  @Test
  @Holds("OP-139")
  void nothing_tells_whether_a_number_exists() {
    var known = ask(sho.pno());
    String real = String.valueOf(known.getResponse().getHeader("Location"));
    device = UUID.randomUUID();
    var unknown = ask("987654321");
    assertThat(unknown).hasStatus(303);
    String invented = String.valueOf(unknown.getResponse().getHeader("Location"));
    assertThat(shape(web.nobody(invented), invented)).isEqualTo(shape(web.nobody(real), real));
    var wrong = choose(invented, "123456");
    assertThat(wrong).hasStatus(422);
    device = UUID.randomUUID();
    String again = asked(sho.pno());
    String right = code();
    var wrongToo = choose(again, right.equals("123456") ? "654321" : "123456");
    assertThat(shape(wrongToo, again)).isEqualTo(shape(wrong, invented));
  }

  private static String shape(MvcTestResult answer, String to) {
    String page =
        new String(
            answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    return answer.getResponse().getStatus() + page.replace(to, "");
  }

  @Test
  void a_code_bears_five_tries_ten_minutes_and_no_other_machine() {
    String to = asked(sho.pno());
    String code = code();
    UUID here = device;
    device = UUID.randomUUID();
    assertThat(choose(to, code)).hasStatus(422);
    device = here;
    String wrong = code.equals("000000") ? "000001" : "000000";
    for (int i = 0; i < 5; i++) assertThat(choose(to, wrong)).hasStatus(422);
    assertThat(choose(to, code)).hasStatus(422);
    String second = asked(sho.pno());
    String fresh = code();
    db.sql("UPDATE devices.code SET ends_at = now() WHERE id = ?")
        .param(UUID.fromString(second.substring("/rescue/codes/".length())))
        .update();
    assertThat(choose(second, fresh)).hasStatus(422);
    assertThat(signIn(Signers.PASSWORD)).hasStatus(303);
  }

  @Test
  void a_newer_code_of_the_machine_takes_the_earlier_ones_place() {
    String first = asked(sho.pno());
    String code = code();
    asked(sho.pno());
    assertThat(choose(first, code)).hasStatus(422);
  }

  @Test
  void asking_is_slowed_by_machine_and_strangers_never_keep_the_owner_from_his_own() {
    for (int i = 0; i < 3; i++) asked("98765432" + i);
    assertThat(ask(sho.pno())).hasStatus(429).bodyText().contains("OP-139");
    for (int i = 0; i < 5; i++) {
      device = UUID.randomUUID();
      asked(sho.pno());
    }
    device = UUID.randomUUID();
    assertThat(ask(sho.pno())).hasStatus(429);
    // The machine on which he has been before.
    db.sql("UPDATE access.session SET device = ? WHERE person = ?")
        .params(device, signedInBefore())
        .update();
    asked(sho.pno());
  }

  private UUID signedInBefore() {
    assertThat(signedIn.as(sho).token()).isNotEmpty();
    return sho.person().value();
  }

  @Test
  void a_password_that_is_too_short_or_typed_twice_differently_costs_no_try() {
    String to = asked(sho.pno());
    String code = code();
    assertThat(typed(to, code, FRESH, "kuchh-aur-likha"))
        .hasStatus(422)
        .bodyText()
        .contains("दोनों पासवर्ड अलग");
    assertThat(typed(to, code, "chhota", "chhota")).hasStatus(422).bodyText().contains("8");
    assertThat(
            db.sql("SELECT tries FROM devices.code WHERE id = ?")
                .param(UUID.fromString(to.substring("/rescue/codes/".length())))
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(choose(to, code)).hasStatusOk();
  }

  private MvcTestResult typed(String to, String code, String password, String again) {
    return web.raw()
        .post()
        .uri(to + "/password")
        .cookie(new Cookie(Gate.DEVICE, device.toString()))
        .param("sms-code", code)
        .param("new-password", password)
        .param("again-password", again)
        .exchange();
  }

  @Test
  @Holds("OP-139")
  void without_a_gateway_the_page_says_so_and_names_the_two_persons() {
    rounds.none();
    assertThat(web.nobody("/rescue"))
        .hasStatusOk()
        .bodyText()
        .contains("गेटवे निर्धारित नहीं", "कार्यालयाध्यक्ष", "OP-139");
    assertThat(ask(sho.pno())).hasStatus(409);
    assertThat(rounds.count(mobile)).isZero();
  }

  @Test
  void who_has_no_post_or_no_password_gets_no_text_and_the_same_answer() {
    var district = given.district();
    var elsewhere = district.thana("थाना बिना");
    signers.password(elsewhere.si());
    district.vacate(elsewhere.si().post());
    asked(elsewhere.si().pno());
    assertThat(rounds.count("99999" + elsewhere.si().pno().substring(4))).isZero();
    Seat hm = elsewhere.hm();
    asked(hm.pno());
    assertThat(rounds.count("99999" + hm.pno().substring(4))).isZero();
  }

  @Test
  @Holds({"OP-139", "OP-74"})
  void a_forgotten_signing_pin_retires_the_old_key_and_a_new_one_is_made() {
    var caller = signers.registered(sho);
    UUID old = book.of(sho.person()).getFirst().id();
    String to = asked(sho.pno());
    assertThat(choose(to, code(), "key", "true")).hasStatusOk();
    assertThat(keys.registered(sho.person())).isFalse();
    book.make(sho.act(), caller, new KeyBook.Proof(FRESH, "9517", "9517", UUID.randomUUID()));
    assertThat(book.of(sho.person()).getFirst().id()).isNotEqualTo(old);
    assertThat(book.of(sho.person()).getLast().endedAt()).isNotNull();
  }

  @Test
  void without_the_tick_the_signing_key_stays() {
    signers.registered(sho);
    assertThat(choose(asked(sho.pno()), code())).hasStatusOk();
    assertThat(keys.registered(sho.person())).isTrue();
  }
}
