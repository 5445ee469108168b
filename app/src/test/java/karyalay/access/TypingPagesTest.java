package karyalay.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Which keyboard a person uses, the pictures of it, the words offered to him, and old text.
@KaryalayTest
class TypingPagesTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;

  Given.Seat clerk;
  SignedIn.Browser browser;

  @BeforeEach
  void a_clerk() {
    clerk = given.district().thana("थाना टंकण").hm();
    browser = signedIn.as(clerk);
  }

  private static String text(MvcTestResult answer) throws UnsupportedEncodingException {
    assertThat(answer).hasStatusOk();
    return answer.getResponse().getContentAsString();
  }

  @Test
  void the_layout_goes_with_the_person_to_another_machine_and_leaves_his_language()
      throws Exception {
    assertThat(text(web.get(browser, "/desk"))).contains("data-layout=\"OWN\"");

    assertThat(web.post(browser, "/typing", "typing", "REMINGTON", "to", "/desk"))
        .hasStatus3xxRedirection()
        .hasRedirectedUrl("/desk");

    var elsewhere = signedIn.as(clerk);
    assertThat(text(web.get(elsewhere, "/desk")))
        .contains("data-layout=\"REMINGTON\"", "<html lang=\"hi\">");
    web.post(elsewhere, "/language", "language", "EN");
    assertThat(text(web.get(browser, "/desk")))
        .contains("data-layout=\"REMINGTON\"", "<html lang=\"en\">");
  }

  @Test
  void a_layout_that_does_not_exist_is_refused_and_nobody_is_led_elsewhere() {
    assertThat(web.post(browser, "/typing", "typing", "DVORAK")).hasStatus(422);
    assertThat(web.post(browser, "/typing", "typing", "OWN", "to", "//elsewhere.example/"))
        .hasRedirectedUrl("/desk");
    assertThat(web.nobody("/typing")).hasStatus3xxRedirection();
  }

  @Test
  void the_help_page_shows_where_each_letter_lies_in_both_languages() throws Exception {
    String page = text(web.get(browser, "/typing"));
    assertThat(page).contains("हिंदी टंकण की मदद", "data-picture=\"INSCRIPT\"");
    // Inscript: क and ख on K; Remington: the upright on K; both as KrutiDev and the standard have
    // it.
    assertThat(page)
        .contains(
            "<small>k</small><span>ख</span><b>क</b>", "<small>k</small><span>ज्ञ</span><b>◌ा</b>");
    web.post(browser, "/language", "language", "EN");
    assertThat(text(web.get(browser, "/typing"))).contains("Typing Hindi", "national standard");
  }

  @Test
  @Holds("OP-122")
  void old_text_of_krutidev_is_put_into_unicode_on_a_page_without_script() throws Exception {
    String page =
        text(
            web.post(
                browser,
                "/typing/conversions",
                "old",
                "izkFkhZ dk i= fnukad 01-02-2026 izkIr gqvkA"));

    assertThat(page).contains("प्रार्थी का पत्र दिनांक 01.02.2026 प्राप्त हुआ।", "izkFkhZ dk i=");
  }

  @Test
  void what_is_offered_are_words_of_the_office_the_police_and_the_places_of_the_district()
      throws Exception {
    var lines = text(web.get(browser, "/typing/words")).split("\n");

    assertThat(Arrays.asList(lines)).contains("परिक्षेत्र", "कन्नौज", "तहरीर").doesNotContain("");
    assertThat(lines).hasSizeGreaterThan(1000);
  }
}
