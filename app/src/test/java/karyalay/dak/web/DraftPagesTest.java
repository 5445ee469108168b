package karyalay.dak.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import karyalay.Given;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.access.Gate;
import karyalay.shared.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@KaryalayTest
class DraftPagesTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;

  Given.Thana thana;
  SignedIn.Browser browser;

  @BeforeEach
  void at_the_counter() {
    thana = given.district().thana("गुरसहायगंज");
    browser = signedIn.as(thana.hm());
  }

  /// A letter that lacks nothing, with the act id of its form.
  private MvcTestResult post(String path, String act, String subject) {
    return web.raw()
        .post()
        .uri(path)
        .cookie(new Cookie(Gate.COOKIE, browser.token()))
        .param("_csrf", browser.csrf())
        .param("as", browser.mark())
        .param("act", act)
        .param("shape", "LETTER")
        .param("mode", "by-hand")
        .param("sender-organisation", "कानपुर परिक्षेत्र")
        .param("category", "call-for-report")
        .param("subject", subject)
        .param("then", "number")
        .exchange();
  }

  @Test
  void what_is_typed_is_kept_for_its_author_alone_until_it_is_diarised_or_put_away() {
    var kept = web.post(browser, "/receipts/draft", "shape", "LETTER", "subject", "अधूरा विषय");
    assertThat(kept).hasStatusOk();
    assertThat(DiaryPagesTest.text(kept)).contains("सहेजा ");
    assertThat(DiaryPagesTest.text(web.get(browser, "/receipts/new")))
        .contains("अधूरा विषय", "वापस रखा गया है", "/receipts/draft/deletion");
    assertThat(DiaryPagesTest.text(web.get(signedIn.as(thana.sho()), "/receipts/new")))
        .doesNotContain("अधूरा विषय");
    var counter = signedIn.as(thana.hmAtCounter());
    assertThat(DiaryPagesTest.text(web.get(counter, "/receipts/new"))).doesNotContain("अधूरा विषय");

    assertThat(web.post(browser, "/receipts/draft/deletion")).hasStatus3xxRedirection();
    assertThat(DiaryPagesTest.text(web.get(browser, "/receipts/new")))
        .doesNotContain("अधूरा विषय", "वापस रखा");
  }

  @Test
  void a_draft_goes_with_the_number_and_none_arrives_behind_it() {
    String act = Ids.next().toString();
    post("/receipts/draft", act, "अधूरा विषय");
    assertThat(DiaryPagesTest.text(web.get(browser, "/receipts/new"))).contains("अधूरा विषय");
    assertThat(post("/receipts", act, "पूरा विषय")).hasStatus3xxRedirection();
    assertThat(DiaryPagesTest.text(web.get(browser, "/receipts/new"))).doesNotContain("अधूरा विषय");
    post("/receipts/draft", act, "देर से पहुँचा");
    assertThat(DiaryPagesTest.text(web.get(browser, "/receipts/new")))
        .doesNotContain("देर से पहुँचा");
    post("/receipts/draft", Ids.next().toString(), "अगला पत्र");
    assertThat(DiaryPagesTest.text(web.get(browser, "/receipts/new"))).contains("अगला पत्र");
  }
}
