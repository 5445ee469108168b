package karyalay.scanning.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.documents.SampleFiles;
import karyalay.documents.decoder.Sheets;
import karyalay.scanning.Phones;
import karyalay.shared.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What the routes of a telephone open, and what they do not.
@KaryalayTest
class PhonePagesTest {
  private static final String PHONE = "a telephone of one's own";

  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Phones phones;

  private Seat clerk;
  private Seat other;
  private Phones.Opened opened;
  private final byte[] page = SampleFiles.image("jpeg", Sheets.written(1, 827, 1169));

  @BeforeEach
  void a_form_is_open() {
    var thana = given.district().thana("थाना मार्ग");
    clerk = thana.hm();
    other = thana.si();
    opened = phones.open(clerk.person(), Ids.next());
  }

  private MvcTestResult take(String secret, UUID id, byte[] bytes) {
    return web.raw()
        .post()
        .uri("/scan/pages/" + id)
        .header("Scan-Secret", secret)
        .header("Scan-Phone", PHONE)
        .header("Scan-Straight", "yes")
        .contentType("image/jpeg")
        .content(bytes)
        .exchange();
  }

  private static String text(MvcTestResult result) throws Exception {
    return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }

  @Test
  @Holds("OP-127")
  void the_secret_opens_sending_and_nothing_else() throws Exception {
    UUID id = UUID.randomUUID();
    var taken = take(opened.secret(), id, page);
    assertThat(taken).hasStatusOk();
    assertThat(JsonPath.<Integer>read(text(taken), "$.serial")).isEqualTo(1);
    var seen = web.get(signedIn.as(clerk), "/scans/" + opened.id());
    assertThat(text(seen)).contains("data-phone-page=\"" + id);
    String upload =
        Pattern.compile("name=\"upload\" value=\"([0-9a-f-]{36})\"")
            .matcher(text(seen))
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);
    // Not even what it has just sent.
    for (String path :
        new String[] {
          "/uploads/" + upload + "/pages/1", "/scans/" + opened.id(), "/receipts", "/desk"
        }) {
      var answer = web.raw().get().uri(path).header("Scan-Secret", opened.secret()).exchange();
      assertThat(answer.getResponse().getStatus()).as(path).isIn(302, 303, 401);
    }
    assertThat(web.get(signedIn.as(other), "/uploads/" + upload + "/pages/1")).hasStatus(404);
  }

  @Test
  void without_the_secret_nothing_is_taken() throws Exception {
    for (String secret : new String[] {"", "guess", opened.id().toString()}) {
      var answer = take(secret, UUID.randomUUID(), page);
      assertThat(answer).hasStatus(404);
      assertThat(JsonPath.<String>read(text(answer), "$.code")).isEqualTo("scanning.QR_UNKNOWN");
      assertThat(JsonPath.<String>read(text(answer), "$.sentence")).contains("OP-127");
    }
    assertThat(text(web.get(signedIn.as(clerk), "/scans/" + opened.id())))
        .doesNotContain("data-phone-page");
  }

  @Test
  void the_camera_page_is_the_same_for_everybody_and_names_nobody() throws Exception {
    var shown = web.nobody("/scan");
    assertThat(shown).hasStatusOk();
    assertThat(text(shown)).contains("capture=\"environment\"").doesNotContain(clerk.mark());
    assertThat(shown.getResponse().getHeader("Content-Security-Policy"))
        .contains("script-src 'self'");
  }

  @Test
  void a_telephone_that_speaks_english_is_answered_in_english() throws Exception {
    var answer =
        web.raw()
            .post()
            .uri("/scan/opening")
            .header("Scan-Secret", "guess")
            .cookie(new jakarta.servlet.http.Cookie("language", "EN"))
            .exchange();
    assertThat(JsonPath.<String>read(text(answer), "$.sentence")).contains("This QR is not valid");
  }

  @Test
  void nothing_new_is_no_answer_at_all() throws Exception {
    var browser = signedIn.as(clerk);
    var first = web.get(browser, "/scans/" + opened.id());
    String changes = text(first).replaceAll("(?s).*data-changes=\"(\\d+)\".*", "$1");
    assertThat(web.get(browser, "/scans/" + opened.id() + "?seen=" + changes)).hasStatus(204);
    assertThat(take(opened.secret(), UUID.randomUUID(), page)).hasStatusOk();
    assertThat(text(web.get(browser, "/scans/" + opened.id() + "?seen=" + changes)))
        .contains("data-phone-page");
  }

  @Test
  void a_strangers_form_is_not_there() {
    var browser = signedIn.as(other);
    String scan = "/scans/" + opened.id();
    assertThat(web.get(browser, scan)).hasStatus(404);
    assertThat(web.post(browser, scan + "/ending")).hasStatus(404);
    assertThat(web.post(browser, scan + "/form", "form", UUID.randomUUID().toString()))
        .hasStatus(404);
    assertThat(web.post(browser, scan + "/pages/" + UUID.randomUUID() + "/removal")).hasStatus(404);
  }

  @Test
  void the_form_shows_a_qr_whose_secret_no_log_can_hold() throws Exception {
    var shown = web.post(signedIn.as(clerk), "/scans", "form", Ids.next().toString());
    assertThat(shown).hasStatusOk();
    // Under localhost no telephone would find it.
    assertThat(text(shown)).contains("localhost").doesNotContain("phone-qr");
    var far =
        web.raw()
            .post()
            .uri("http://office.example/scans?as=" + clerk.mark())
            .cookie(
                new jakarta.servlet.http.Cookie(
                    karyalay.access.Gate.COOKIE, signedIn.as(clerk).token()))
            .param("form", Ids.next().toString())
            .exchange();
    // Another session's form token is missing.
    assertThat(far).hasStatus(403);
    var browser = signedIn.as(clerk);
    var seen =
        web.raw()
            .post()
            .uri("http://office.example/scans?as=" + clerk.mark())
            .cookie(new jakarta.servlet.http.Cookie(karyalay.access.Gate.COOKIE, browser.token()))
            .header("X-Csrf", browser.csrf())
            .param("form", Ids.next().toString())
            .exchange();
    assertThat(text(seen)).contains("phone-qr").contains("http://office.example/scan#");
  }

  @Test
  void only_an_own_picture_is_turned() throws Exception {
    assertThat(take(opened.secret(), UUID.randomUUID(), page)).hasStatusOk();
    String upload =
        text(web.get(signedIn.as(clerk), "/scans/" + opened.id()))
            .replaceAll("(?s).*name=\"upload\" value=\"([0-9a-f-]{36})\".*", "$1");
    assertThat(web.post(signedIn.as(other), "/uploads/" + upload + "/turning")).hasStatus(404);
    var turned = web.post(signedIn.as(clerk), "/uploads/" + upload + "/turning", "quarters", "3");
    assertThat(turned).hasStatusOk();
    assertThat(text(turned)).contains("name=\"upload\"").doesNotContain(upload);
  }
}
