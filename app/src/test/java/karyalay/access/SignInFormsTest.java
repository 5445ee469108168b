package karyalay.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.ledger.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Coming in and going out: what a stranger learns, where one is led, what stays behind.
@KaryalayTest
class SignInFormsTest {
  @Autowired Given given;
  @Autowired Web web;
  @Autowired SignedIn signedIn;
  @Autowired Ledger ledger;

  Given.District district;
  Seat sho;

  @BeforeEach
  void an_officer() {
    district = given.district();
    sho = district.thana("सौरिख").sho();
  }

  @Test
  void a_wrong_password_and_an_unknown_number_are_told_in_the_same_words() {
    MvcTestResult known = signIn(sho.pno(), "गलत पासवर्ड", "/files");
    MvcTestResult unknown = signIn("999999999", "गलत पासवर्ड", "/files");
    assertThat(known).hasStatus(422);
    assertThat(unknown).hasStatus(422);
    assertThat(alert(known)).isEqualTo(alert(unknown)).isNotBlank();
    assertThat(text(known))
        .contains(sho.pno(), "/files")
        .as("a password is never sent back")
        .doesNotContain("गलत पासवर्ड");
    assertThat(known.getResponse().getHeaders("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith(Gate.COOKIE + "="));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"' '  | 'x'", "'x' | ' '", "' ' | ' '", "'१२३४५६७८९' | 'x'", "'<b>' | 'x'"})
  void what_cannot_be_a_number_or_a_password_lets_nobody_in(String pno, String password) {
    MvcTestResult answer = signIn(pno, password, "/desk");
    assertThat(answer).hasStatus(422);
    assertThat(text(answer)).contains("role=\"alert\"").doesNotContain("<b>\"");
  }

  @Test
  void a_number_that_is_no_writing_is_refused_and_not_looked_for() {
    MvcTestResult answer = signIn("12345\u00006789", "x", "/desk");
    assertThat(answer).hasStatus(422);
    assertThat(text(answer)).contains("role=\"alert\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/desk",
        "https://evil.example",
        "javascript:alert(1)",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "\t//evil.example",
        "/\r\nSet-Cookie: a=b",
        "/\n/evil.example",
        "evil.example",
        ""
      })
  void after_the_language_is_chosen_one_is_led_to_no_other_house(String to) {
    MvcTestResult answer =
        web.raw().post().uri("/language").param("language", "EN").param("to", to).exchange();
    assertThat(answer).hasStatus(303);
    assertThat(answer.getResponse().getHeader("Location")).isEqualTo("/desk");
    assertThat(text(web.raw().get().uri("/signin").param("to", to).exchange()))
        .doesNotContain("evil.example");
  }

  @Test
  void a_page_of_ours_is_kept_over_the_choice_of_a_language() {
    MvcTestResult answer =
        web.raw()
            .post()
            .uri("/language")
            .param("language", "EN")
            .param("to", "/files?state=OPEN")
            .exchange();
    assertThat(answer.getResponse().getHeader("Location")).isEqualTo("/files?state=OPEN");
    assertThat(answer.getResponse().getHeaders("Set-Cookie"))
        .anySatisfy(cookie ->
            assertThat(cookie).contains("language=EN", "HttpOnly", "SameSite=Lax", "Path=/"));
    assertThat(web.raw().post().uri("/language").param("language", "FR").exchange()).hasStatus(422);
  }

  @Test
  @Holds("OP-13")
  void who_signs_out_is_out_and_his_browser_forgets_what_it_kept() {
    var browser = signedIn.as(sho);
    var other = signedIn.as(sho);
    assertThat(web.get(browser, "/desk")).hasStatusOk();
    MvcTestResult out = web.post(browser, "/session/end");
    assertThat(out.getResponse().getHeader("Location")).isEqualTo("/signin");
    // What a colleague wrote without a line waits in the storage of this browser.
    assertThat(out.getResponse().getHeader("Clear-Site-Data")).isEqualTo("\"cache\"");
    assertThat(out.getResponse().getHeaders("Set-Cookie"))
        .anySatisfy(cookie -> assertThat(cookie).contains(Gate.COOKIE + "=;", "Max-Age=0"));
    assertThat(web.get(browser, "/desk"))
        .hasRedirectedUrl("/signin?to=%2Fdesk%3Fas%3D" + sho.mark());
    assertThat(web.get(other, "/desk")).as("the other machine").hasStatusOk();
    assertThat(web.post(other, "/session/endings")).hasStatus(303);
    assertThat(web.get(other, "/desk").getResponse().getStatus()).isEqualTo(303);
    assertThat(ledger.of("person/" + sho.person()))
        .extracting(Ledger.Written::act)
        .filteredOn(act -> act.startsWith("access.signed_out"))
        .isNotEmpty();
  }

  @Test
  void a_cookie_that_is_none_opens_nothing_and_is_no_fault() {
    for (String token :
        new String[] {"", "x", UUID.randomUUID().toString(), "ॐ", "a".repeat(4000)}) {
      MvcTestResult answer =
          web.raw().get().uri("/desk").cookie(new Cookie(Gate.COOKIE, token)).exchange();
      assertThat(answer).as(token).hasStatus(303);
      assertThat(answer.getResponse().getHeader("Location")).startsWith("/signin");
    }
  }

  @Test
  @Holds("OP-3")
  void a_chair_that_is_not_ones_own_is_refused_on_every_page() {
    var browser = signedIn.as(sho);
    var borrowed = new SignedIn.Browser(browser.token(), browser.csrf(), district.sp.mark());
    MvcTestResult page = web.get(borrowed, "/desk");
    assertThat(page).hasStatus(403);
    assertThat(text(page)).contains(district.sp.mark());
    MvcTestResult act = web.post(borrowed, "/receipts/finding", "number", "1");
    assertThat(act).hasStatus(403);
    var nobody = new SignedIn.Browser(browser.token(), browser.csrf(), "कोई-नहीं");
    assertThat(web.get(nobody, "/files")).hasStatus(403);
  }

  @Test
  void a_password_is_changed_only_by_who_knows_the_old_one_and_to_one_that_is_long_enough() {
    var browser = signedIn.as(sho);
    MvcTestResult wrong =
        web.post(
            browser,
            "/account/password",
            "old-password",
            "अनुमान",
            "new-password",
            "नया लंबा वाक्य 2026");
    assertThat(wrong.getResponse().getStatus()).isBetween(400, 429);
    assertThat(text(wrong)).contains("role=\"alert\"").doesNotContain("अनुमान", "नया लंबा वाक्य");
    assertThat(web.post(browser, "/account/password", "old-password", "x")).hasStatus(422);
    assertThat(web.get(browser, "/account")).as("still signed in").hasStatusOk();
  }

  @ParameterizedTest
  @CsvSource({
    "-3, 300, 0",
    "-1, 300, 0",
    "0, 300, 2",
    "1, 300, 4",
    "2, 300, 8",
    "6, 300, 128",
    "7, 300, 256",
    "8, 300, 300",
    "50, 300, 300",
    "2147483646, 300, 300",
    "0, 30, 2",
    "5, 30, 30"
  })
  void each_try_more_makes_the_next_wait_twice_as_long_up_to_the_longest(
      int over, int longest, long seconds) {
    assertThat(Tries.wait(over, longest)).isEqualTo(seconds);
  }

  @Test
  void who_tries_again_and_again_on_one_machine_must_wait() {
    UUID device = UUID.randomUUID();
    int waited = 0;
    for (int n = 0; n < 8; n++) {
      MvcTestResult answer =
          web.raw()
              .post()
              .uri("/session")
              .cookie(new Cookie("device", device.toString()))
              .param("pno", sho.pno())
              .param("password", "गलत " + n)
              .exchange();
      if (answer.getResponse().getStatus() == 429) {
        waited++;
        assertThat(text(answer)).contains(sho.pno()).containsPattern("[0-9]+");
      } else assertThat(answer).hasStatus(422);
    }
    assertThat(waited).as("of eight tries in a row").isGreaterThanOrEqualTo(2);
  }

  private MvcTestResult signIn(String pno, String password, String to) {
    return web.raw()
        .post()
        .uri("/session")
        .param("pno", pno)
        .param("password", password)
        .param("to", to)
        .exchange();
  }

  private static String alert(MvcTestResult answer) {
    return text(answer).replaceFirst("(?s).*role=\"alert\"[^>]*>([^<]*)<.*", "$1");
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  @Test
  void over_a_plain_line_from_another_machine_signing_in_warns_in_red() {
    assertThat(text(signInPage("10.4.7.9", false))).contains("यह लाइन सुरक्षित नहीं है");
    for (MvcTestResult well :
        List.of(
            signInPage("10.4.7.9", true), signInPage("127.0.0.1", false), signInPage("::1", false)))
      assertThat(text(well)).doesNotContain("यह लाइन सुरक्षित नहीं है");
  }

  @Test
  void over_https_cookies_are_for_https_alone_and_browsers_are_told_to_stay() {
    MvcTestResult secure = signInPage("10.4.7.9", true);
    assertThat(secure.getResponse().getHeader("Strict-Transport-Security"))
        .contains("max-age=31536000")
        .doesNotContain("includeSubDomains");
    assertThat(signInPage("10.4.7.9", false).getResponse().getHeader("Strict-Transport-Security"))
        .isNull();
    MvcTestResult chosen =
        web.raw()
            .post()
            .uri("/language")
            .secure(true)
            .param("language", "EN")
            .param("to", "/signin")
            .exchange();
    assertThat(chosen.getResponse().getHeaders("Set-Cookie"))
        .isNotEmpty()
        .allMatch(cookie -> cookie.contains("Secure") && cookie.contains("HttpOnly"));
  }

  private MvcTestResult signInPage(String from, boolean secure) {
    return web.raw()
        .get()
        .uri("/signin")
        .secure(secure)
        .with(request -> {
          request.setRemoteAddr(from);
          return request;
        })
        .exchange();
  }
}
