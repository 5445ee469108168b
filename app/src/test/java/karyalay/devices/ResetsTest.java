package karyalay.devices;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
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
import karyalay.access.Roles;
import karyalay.ledger.Ledger;
import karyalay.signatures.Keys;
import karyalay.signatures.Signers;
import karyalay.signatures.Validation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/// A password given anew by two persons (OP-139).
@KaryalayTest
class ResetsTest {
  private static final Pattern SHOWN = Pattern.compile("<code>([a-z2-9-]{14})</code>");

  @Autowired Given given;
  @Autowired Signers signers;
  @Autowired Keys keys;
  @Autowired Validation validation;
  @Autowired ApiTokens tokens;
  @Autowired Roles roles;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Ledger ledger;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transaction;

  Given.District district;
  Given.Thana thana;
  Seat administrator;
  SignedIn.Browser before;

  @BeforeEach
  void somebody_forgot() {
    district = given.district();
    thana = district.thana("थाना पुनः");
    administrator = district.reader;
    role(administrator);
    signers.password(thana.hm());
    before = signedIn.as(thana.hm());
  }

  private void role(Seat seat) {
    transaction.executeWithoutResult(
        _ -> roles.makeAdministrator(district.sp.act(), seat.person(), Given.LONG_AGO));
  }

  private MvcTestResult ask(Seat by, Seat whose, String... more) {
    String[] fields = {"pno", whose.pno(), "reason", "पासवर्ड भूल गए"};
    String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
    System.arraycopy(more, 0, all, fields.length, more.length);
    return web.post(signedIn.as(by), "/resets", all);
  }

  private UUID waiting(Seat whose) {
    return db.sql("SELECT id FROM devices.reset WHERE person = ? AND settled_at IS NULL")
        .param(whose.person().value())
        .query(UUID.class)
        .single();
  }

  private MvcTestResult confirm(Seat by, UUID reset) {
    return web.post(signedIn.as(by), "/resets/" + reset + "/confirmation");
  }

  private MvcTestResult signIn(Seat who, String password) {
    return web.raw()
        .post()
        .uri("/session")
        .cookie(new Cookie("device", UUID.randomUUID().toString()))
        .param("pno", who.pno())
        .param("password", password)
        .exchange();
  }

  private static String shown(MvcTestResult answer) {
    assertThat(answer).hasStatusOk();
    Matcher code =
        SHOWN.matcher(
            new String(
                answer.getResponse().getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8));
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  @Test
  @Holds("OP-139")
  void the_head_asks_an_administrator_confirms_and_the_ledger_names_both() {
    String token = tokens.make(thana.hm().act(), "पुराना सेतु", false);
    assertThat(ask(thana.sho(), thana.hm())).hasStatus(303);
    // So far nothing has changed.
    assertThat(web.get(before, "/desk")).hasStatusOk();
    String given = shown(confirm(administrator, waiting(thana.hm())));
    assertThat(web.get(before, "/desk")).hasStatus3xxRedirection();
    assertThat(
            web.raw().get().uri("/api/v1/me").header("Authorization", "Bearer " + token).exchange())
        .hasStatus(401);
    assertThat(signIn(thana.hm(), Signers.PASSWORD)).hasStatus(422);
    assertThat(signIn(thana.hm(), given)).hasStatus(303);
    var entry =
        ledger.of("person/" + thana.hm().person()).stream()
            .filter(one -> one.act().equals("devices.reset_confirmed"))
            .findFirst()
            .orElseThrow();
    assertThat(entry.person()).isEqualTo(administrator.person().value());
    assertThat(new String(entry.preimage(), java.nio.charset.StandardCharsets.UTF_8))
        .contains(thana.sho().person().toString(), administrator.person().toString());
  }

  @Test
  @Holds("OP-139")
  void either_alone_can_do_nothing() {
    // An administrator alone gives no password to whoever has signed in before.
    assertThat(
            web.post(
                signedIn.as(administrator), "/admin/people/" + thana.hm().person() + "/password"))
        .hasStatus(409)
        .bodyText()
        .contains("OP-139");
    assertThat(ask(administrator, thana.hm())).hasStatus(422);
    // The head alone neither.
    ask(thana.sho(), thana.hm());
    UUID reset = waiting(thana.hm());
    assertThat(confirm(thana.sho(), reset)).hasStatus(403);
    role(thana.sho());
    assertThat(confirm(thana.sho(), reset)).hasStatus(403).bodyText().contains("OP-139");
    // Nor whoever is to be helped.
    role(thana.hm());
    assertThat(confirm(thana.hm(), reset)).hasStatus(403);
    assertThat(signIn(thana.hm(), Signers.PASSWORD)).hasStatus(303);
  }

  @Test
  void a_senior_asks_too_and_a_stranger_does_not() {
    assertThat(ask(district.co, thana.hm())).hasStatus(303);
    assertThat(ask(district.sp, thana.hm())).hasStatus(409).bodyText().contains("पहले से");
    var far = district.thana("थाना दूर");
    assertThat(ask(far.sho(), thana.hm())).hasStatus(422);
    assertThat(ask(thana.si(), thana.hm())).hasStatus(422);
    assertThat(ask(thana.sho(), thana.sho())).hasStatus(422);
    var elsewhere = given.district().thana("और जनपद");
    assertThat(ask(elsewhere.sho(), thana.hm())).hasStatus(422);
    role(elsewhere.hm());
    assertThat(confirm(elsewhere.hm(), waiting(thana.hm()))).hasStatus(404);
  }

  @Test
  void for_the_head_of_the_district_one_administrator_asks_and_another_confirms() {
    signers.password(district.sp);
    signedIn.as(district.sp);
    assertThat(ask(thana.sho(), district.sp)).hasStatus(422);
    assertThat(ask(administrator, district.sp)).hasStatus(303);
    UUID reset = waiting(district.sp);
    assertThat(confirm(administrator, reset)).hasStatus(403);
    role(district.asp);
    assertThat(signIn(district.sp, shown(confirm(district.asp, reset)))).hasStatus(303);
  }

  @Test
  void the_first_password_of_whoever_never_signed_in_needs_one_administrator() {
    assertThat(ask(thana.sho(), thana.si())).hasStatus(409).bodyText().contains("कभी लॉगिन नहीं");
    var first =
        web.post(signedIn.as(administrator), "/admin/people/" + thana.si().person() + "/password");
    assertThat(signIn(thana.si(), shown(first))).hasStatus(303);
    assertThat(ask(thana.sho(), thana.si())).hasStatus(303);
  }

  @Test
  void it_is_settled_once_shown_once_and_over_after_three_days() {
    ask(thana.sho(), thana.hm());
    UUID reset = waiting(thana.hm());
    shown(confirm(administrator, reset));
    assertThat(confirm(administrator, reset)).hasStatus(409);
    ask(thana.sho(), thana.hm());
    UUID second = waiting(thana.hm());
    db.sql("UPDATE devices.reset SET ends_at = now() WHERE id = ?").param(second).update();
    assertThat(confirm(administrator, second)).hasStatus(409).bodyText().contains("OP-139");
    assertThat(ask(thana.sho(), thana.hm())).hasStatus(303);
    UUID third = waiting(thana.hm());
    assertThat(web.post(signedIn.as(thana.si()), "/resets/" + third + "/withdrawal"))
        .hasStatus(404);
    assertThat(web.post(signedIn.as(thana.sho()), "/resets/" + third + "/withdrawal"))
        .hasStatus(303);
    assertThat(confirm(administrator, third)).hasStatus(409);
    assertThat(ask(thana.sho(), thana.hm(), "reason", "")).hasStatus(303);
  }

  @Test
  @Holds({"OP-139", "OP-75"})
  void a_forgotten_pin_retires_the_key_and_what_it_signed_stays_valid_as_of_its_time() {
    signers.registered(thana.hm());
    byte[] letter = signers.letter(thana.hm(), "Order of the thana");
    ask(thana.sho(), thana.hm(), "key", "true");
    shown(confirm(administrator, waiting(thana.hm())));
    assertThat(keys.registered(thana.hm().person())).isFalse();
    assertThat(validation.check(letter).valid()).isTrue();
  }
}
