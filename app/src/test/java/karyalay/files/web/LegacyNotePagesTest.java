package karyalay.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.regex.Pattern;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.access.Gate;
import karyalay.files.InFiles;
import karyalay.files.Sheets;
import karyalay.shared.Ids;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/// A note that was typed for KrutiDev is refused and offered in Unicode on the same page.
@KaryalayTest
class LegacyNotePagesTest {
  private static final String BODY =
      """
      {"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"izkFkhZ dk i= izkIr gqvkA","marks":[{"type":"strong"}]}]}]}
      """;

  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired Sheets sheets;
  @Autowired SignedIn signedIn;
  @Autowired Web web;

  Given.Seat hm;
  SignedIn.Browser browser;
  PaperId file;

  @BeforeEach
  void a_file() {
    hm = given.district().thana("थाना कृतिदेव").hm();
    browser = signedIn.as(hm);
    file = in.open(hm);
  }

  private static String offered(String page, String field) {
    var value =
        Pattern.compile(
                "class=\"legible\">.*?name=\""
                    + field
                    + "\"[^>]*?(?:value=\"([^\"]*)\"|>([^<]*)</textarea>)",
                Pattern.DOTALL)
            .matcher(page);
    assertThat(value.find()).as(field).isTrue();
    return HtmlUtils.htmlUnescape(value.group(1) == null ? value.group(2) : value.group(1));
  }

  @Test
  @Holds("OP-122")
  void the_page_of_the_refusal_holds_the_note_in_unicode_ready_to_be_signed() throws Exception {
    var refused =
        web.post(
            browser,
            "/files/" + file + "/notes",
            "text",
            "izkFkhZ dk i= izkIr gqvkA",
            "stay",
            "yes");
    assertThat(refused).hasStatus(422);
    String page = refused.getResponse().getContentAsString();
    assertThat(page).contains("izkFkhZ dk i= izkIr gqvkA", "बदलकर भेजें");

    web.post(browser, "/files/" + file + "/notes", "text", offered(page, "text"), "stay", "yes");
    assertThat(text()).isEqualTo("प्रार्थी का पत्र प्राप्त हुआ।");
  }

  @Test
  void the_shape_that_the_editor_made_is_kept() throws Exception {
    var refused =
        web.post(
            browser,
            "/files/" + file + "/notes",
            "body",
            BODY,
            "text",
            "izkFkhZ dk i= izkIr gqvkA",
            "stay",
            "yes");
    String body = offered(refused.getResponse().getContentAsString(), "body");

    assertThat(body).contains("प्रार्थी का पत्र प्राप्त हुआ।", "strong").doesNotContain("izkFkhZ");
    assertThat(web.post(browser, "/files/" + file + "/notes", "body", body, "stay", "yes"))
        .hasStatus3xxRedirection();
    assertThat(text()).isEqualTo("प्रार्थी का पत्र प्राप्त हुआ।");
  }

  @Test
  void our_script_is_given_the_words_and_the_shape_to_put_in_their_place() throws Exception {
    var refused =
        web.raw()
            .post()
            .uri("/files/" + file + "/notes")
            .cookie(new Cookie(Gate.COOKIE, browser.token()))
            .header("X-Karyalay", "fetch")
            .param("_csrf", browser.csrf())
            .param("as", browser.mark())
            .param("act", Ids.next().toString())
            .param("body", BODY)
            .param("stay", "yes")
            .exchange();

    assertThat(refused.getResponse().getContentAsString())
        .contains("data-name=\"body\"", ">प्रार्थी का पत्र प्राप्त हुआ।</span>");
  }

  @Test
  void a_note_that_is_refused_for_another_reason_is_not_offered_twice() throws Exception {
    var refused =
        web.post(
            browser,
            "/files/" + file + "/notes",
            "text",
            "प्रस्तुत।",
            "corrects",
            "7",
            "stay",
            "yes");
    assertThat(refused).hasStatus(422);
    assertThat(refused.getResponse().getContentAsString()).doesNotContain("class=\"legible\"");
  }

  private String text() {
    return sheets.of(file, hm.scope()).notes().getLast().plain();
  }
}
