package karyalay.signatures.web;

import static org.assertj.core.api.Assertions.assertThat;

import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.SignedIn.Browser;
import karyalay.Web;
import karyalay.access.Roles;
import karyalay.signatures.KeyBook;
import karyalay.signatures.KeyEnd;
import karyalay.signatures.Keys;
import karyalay.signatures.Signers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class SigningKeyPagesTest {
  private static final String PATH = "/account/signing-key";

  @Autowired Given given;
  @Autowired Signers signers;
  @Autowired Keys keys;
  @Autowired KeyBook book;
  @Autowired Roles roles;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired JdbcClient db;

  Given.District district;
  Seat sp;
  Browser browser;

  @BeforeEach
  void an_officer_at_his_browser() {
    district = given.district();
    sp = district.sp;
    signers.password(sp);
    browser = signedIn.as(sp);
  }

  private void make(String pin) {
    assertThat(web.post(browser, PATH, "password", Signers.PASSWORD, "pin", pin, "again-pin", pin))
        .hasStatus(303);
  }

  @Test
  @Holds("OP-74")
  void an_officer_makes_his_key_and_sees_his_certificate() {
    assertThat(web.get(browser, PATH)).bodyText().contains("अभी नहीं बनी है");
    make("4826");
    assertThat(web.get(browser, PATH + "?done=made"))
        .bodyText()
        .contains(
            "हस्ताक्षर कुंजी बन गई",
            "कार्यालयी ई-अनुमोदन",
            "पुलिस अधीक्षक",
            "Karyalay Office Approval");
    assertThat(keys.registered(sp.person())).isTrue();
  }

  @Test
  @Holds("OP-72")
  void a_refusal_keeps_neither_pin_nor_password_on_the_page() {
    var answer =
        web.post(browser, PATH, "password", Signers.PASSWORD, "pin", "1234", "again-pin", "1234");
    assertThat(answer)
        .hasStatus(422)
        .bodyText()
        .contains("दूसरा चुनें")
        .doesNotContain("value=\"1234\"", Signers.PASSWORD);
  }

  @Test
  void neither_pin_nor_password_is_in_the_database() {
    make("4826");
    String all =
        db.sql("SELECT string_agg(k::text, ' ') FROM signatures.key k WHERE person = ?")
            .param(sp.person().value())
            .query(String.class)
            .single();
    assertThat(all).doesNotContain(Signers.PASSWORD, "4826 ");
  }

  @Test
  void the_same_press_twice_makes_one_key() {
    String act = karyalay.shared.Ids.next().toString();
    for (int press = 0; press < 2; press++)
      assertThat(
              web.raw()
                  .post()
                  .uri(PATH)
                  .cookie(
                      new jakarta.servlet.http.Cookie(karyalay.access.Gate.COOKIE, browser.token()))
                  .param("_csrf", browser.csrf())
                  .param("as", browser.mark())
                  .param("act", act)
                  .param("password", Signers.PASSWORD)
                  .param("pin", "4826")
                  .param("again-pin", "4826"))
          .hasStatus(303);
    assertThat(book.of(sp.person())).hasSize(1);
  }

  @Test
  void the_pin_is_changed_and_the_key_deactivated_with_a_reason() {
    make("4826");
    assertThat(
            web.post(
                browser,
                PATH + "/pin",
                "old-pin",
                "4826",
                "password",
                Signers.PASSWORD,
                "pin",
                "7391",
                "again-pin",
                "7391"))
        .hasStatus(303);
    keys.unlock(sp.actor(), "7391").close();
    assertThat(web.post(browser, PATH + "/withdrawal", "reason", "")).hasStatus(422);
    assertThat(web.post(browser, PATH + "/withdrawal", "reason", "पिन देखा गया")).hasStatus(303);
    assertThat(web.get(browser, PATH)).bodyText().contains("निष्क्रिय की गई", "पिन देखा गया");
  }

  @Test
  @Holds("OP-74")
  void an_administrator_deactivates_the_key_of_one_of_his_people() {
    make("4826");
    signers.inAct(() -> {
      roles.makeAdministrator(sp.act(), district.asp.person(), Given.LONG_AGO);
      return true;
    });
    Browser administrator = signedIn.as(district.asp);
    String page = "/admin/people/" + sp.person() + "/signing-key";
    assertThat(web.get(browser, page)).hasStatus(403);
    assertThat(web.get(administrator, page)).bodyText().contains("कार्यालयी ई-अनुमोदन");
    assertThat(web.post(administrator, page + "/withdrawal", "reason", "निलम्बित")).hasStatus(303);
    assertThat(book.of(sp.person()).getFirst().how()).isEqualTo(KeyEnd.WITHDRAWN);
    assertThat(web.get(administrator, page)).bodyText().contains("निलम्बित");
  }
}
