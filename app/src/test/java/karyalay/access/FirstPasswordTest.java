package karyalay.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.ledger.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// How a live office begins: an administrator lets people in, and they choose their own passwords.
@KaryalayTest
class FirstPasswordTest {
  private static final Pattern SHOWN = Pattern.compile("<code>([a-z2-9-]{14})</code>");

  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Ledger ledger;
  @Autowired JdbcClient db;

  Given.District district;
  Given.Thana thana;
  SignedIn.Browser administrator;

  @BeforeEach
  void an_administrator() {
    district = given.district();
    thana = district.thana("थाना प्रशासन");
    db.sql(
            "INSERT INTO access.role_grant (person, role, valid_from) VALUES (?, 'ADMIN', '2020-01-01')")
        .param(thana.ssi().person().value())
        .update();
    administrator = signedIn.as(thana.ssi());
  }

  private String base(Given.Seat of) {
    return "/admin/people/" + of.person();
  }

  private String given(Given.Seat to) throws Exception {
    MvcTestResult answer = web.post(administrator, base(to) + "/password");
    assertThat(answer).hasStatusOk();
    Matcher shown = SHOWN.matcher(answer.getResponse().getContentAsString());
    assertThat(shown.find()).isTrue();
    return shown.group(1);
  }

  private MvcTestResult signIn(Given.Seat who, String password) {
    return web.raw()
        .post()
        .uri("/session")
        .cookie(new Cookie("device", UUID.randomUUID().toString()))
        .param("pno", who.pno())
        .param("password", password)
        .exchange();
  }

  private SignedIn.Browser browser(Given.Seat who, MvcTestResult signedIn) {
    String cookie =
        signedIn.getResponse().getHeaders("Set-Cookie").stream()
            .filter(line -> line.startsWith(Gate.COOKIE + "="))
            .findFirst()
            .orElseThrow();
    String token = cookie.substring(Gate.COOKIE.length() + 1, cookie.indexOf(';'));
    return new SignedIn.Browser(token, Gate.csrf(token), who.mark());
  }

  @Test
  void who_was_given_a_password_sees_his_account_alone_until_he_chooses_his_own() throws Exception {
    var hm = thana.hm();
    String first = given(hm);
    var in = browser(hm, signIn(hm, first));
    assertThat(web.get(in, "/desk")).hasStatus(303).hasHeader("Location", "/account");
    assertThat(web.post(in, "/desk/receptions")).hasStatus(403).bodyText().contains("पासवर्ड");
    assertThat(web.get(in, "/account")).hasStatusOk().bodyText().contains("किसी और ने दिया");

    var changed =
        web.post(in, "/account/password", "old-password", first, "new-password", "apna-password-9");
    assertThat(changed).hasStatus(303);
    assertThat(web.get(in, "/desk")).hasStatusOk();
    assertThat(signIn(hm, first)).hasStatus(422);
    var again = browser(hm, signIn(hm, "apna-password-9"));
    assertThat(web.get(again, "/desk")).hasStatusOk();
    assertThat(ledger.of("person/" + hm.person()))
        .extracting(Ledger.Written::act)
        .contains("access.password_given", "access.password_changed");
  }

  @Test
  void whoever_has_signed_in_before_gets_no_password_from_one_administrator_alone() {
    var before = signedIn.as(thana.hm());
    assertThat(web.get(administrator, base(thana.hm()) + "/access"))
        .bodyText()
        .contains("दो व्यक्ति");
    assertThat(web.post(administrator, base(thana.hm()) + "/password"))
        .hasStatus(409)
        .bodyText()
        .contains("OP-139");
    assertThat(web.get(before, "/desk")).hasStatusOk();
  }

  @Test
  @Holds("OP-15")
  void only_an_administrator_gives_passwords_and_roles_and_only_in_his_district() {
    var officer = signedIn.as(thana.sho());
    assertThat(web.post(officer, base(thana.hm()) + "/password")).hasStatus(403);
    assertThat(web.post(officer, base(thana.hm()) + "/role")).hasStatus(403);
    var elsewhere = given.district().thana("दूर").hm();
    assertThat(web.post(administrator, base(elsewhere) + "/password")).hasStatus(404);
    assertThat(web.post(administrator, base(elsewhere) + "/role")).hasStatus(404);
  }

  @Test
  void the_role_is_given_and_ended_but_the_last_administrator_stays() {
    String own = base(thana.ssi());
    assertThat(web.post(administrator, own + "/role/ending"))
        .hasStatus(409)
        .bodyText()
        .contains("अंतिम प्रशासक");
    assertThat(web.post(administrator, base(thana.sho()) + "/role")).hasStatus(303);
    var second = signedIn.as(thana.sho());
    assertThat(web.get(second, own + "/access")).hasStatusOk().bodyText().contains("से प्रशासक");
    assertThat(web.post(administrator, own + "/role/ending")).hasStatus(303);
    assertThat(web.get(administrator, own + "/access")).hasStatus(403);
    assertThat(web.get(second, "/admin/people")).hasStatusOk();
  }

  @Test
  void who_has_no_post_still_reaches_his_account() {
    var browser = signedIn.as(thana.si());
    district.vacate(thana.si().post());
    var answer =
        web.raw().get().uri("/account").cookie(new Cookie(Gate.COOKIE, browser.token())).exchange();
    assertThat(answer).hasStatusOk().bodyText().contains("वर्तमान पासवर्ड");
    assertThat(Objects.requireNonNull(answer.getResponse()).getStatus()).isEqualTo(200);
  }
}
