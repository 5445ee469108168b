package karyalay.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import karyalay.Given;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.desk.OnDesks;
import karyalay.files.Covers;
import karyalay.files.Files;
import karyalay.shared.Ids;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A session that ends in the middle of a note costs its author no word.
@KaryalayTest
class KeptFormTest {
  private static final String NOTE = "मौके पर जाँच की गई।\n\nउभय पक्ष \"शांत\" हैं <b>।";
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"(kept\\.[^\"]+)\" value=\"([^\"]*)\"");

  @Autowired Given given;
  @Autowired Files files;
  @Autowired OnDesks desks;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Credentials credentials;
  @Autowired JdbcClient db;

  Given.Thana thana;
  Given.Seat hm;
  PaperId file;

  @BeforeEach
  void a_note_begun() {
    thana = given.district().thana("थाना सत्र");
    hm = thana.hm();
    credentials.set(hm.act(), hm.person(), "sahi-password");
    file = files.open(hm.act(), Covers.free("सत्र-1"), desks.paper(hm));
  }

  private MvcTestResult signIn(String password, List<String[]> kept) {
    var request =
        web.raw().post().uri("/session").param("pno", hm.pno()).param("password", password);
    for (String[] field : kept) request = request.param(field[0], field[1]);
    return request.exchange();
  }

  private static List<String[]> hidden(MvcTestResult page) throws Exception {
    var found = new ArrayList<String[]>();
    var fields = HIDDEN.matcher(page.getResponse().getContentAsString());
    while (fields.find())
      found.add(
          new String[] {
            fields.group(1),
            fields.group(2).replace("&lt;", "<").replace("&#34;", "\"").replace("&amp;", "&")
          });
    return found;
  }

  private int notes() {
    return db.sql(
            "SELECT count(*) FROM files.note n JOIN files.file f USING (content) WHERE f.paper = ?")
        .param(file.value())
        .query(Integer.class)
        .single();
  }

  @Test
  void the_note_survives_the_end_of_the_session_and_a_wrong_password_and_is_written_once()
      throws Exception {
    String act = Ids.next().toString();
    var refused =
        web.raw()
            .post()
            .uri("/files/" + file + "/notes")
            .param("as", hm.mark())
            .param("act", act)
            .param("text", NOTE)
            .param("to", thana.sho().mark())
            .param("other", "", "दूसरा मान")
            .param("task", "ACTION")
            .exchange();
    assertThat(refused).hasStatus(401);
    var kept = hidden(refused);
    assertThat(kept).anySatisfy(field -> assertThat(field[1]).isEqualTo(NOTE));

    var wrong = signIn("galat-password", kept);
    assertThat(wrong).hasStatus(422);
    var still = hidden(wrong);
    assertThat(still).hasSameSizeAs(kept);
    assertThat(still).anySatisfy(field -> assertThat(field[1]).isEqualTo("दूसरा मान"));

    var right = signIn("sahi-password", still);
    assertThat(right).hasStatusOk();
    String page = right.getResponse().getContentAsString();
    assertThat(page)
        .contains("action=\"/files/" + file + "/notes\"", "टिप्पणी", "&lt;b&gt;।", act)
        .contains("<input type=\"hidden\" name=\"task\" value=\"ACTION\">")
        .doesNotContain("sahi-password");

    var browser = signedIn.as(hm);
    for (int press = 0; press < 2; press++) assertThat(sent(browser, act)).hasStatus(303);
    assertThat(notes()).isEqualTo(1);
  }

  private MvcTestResult sent(SignedIn.Browser browser, String act) {
    return web.raw()
        .post()
        .uri("/files/" + file + "/notes")
        .cookie(new jakarta.servlet.http.Cookie(Gate.COOKIE, browser.token()))
        .param("_csrf", browser.csrf())
        .param("as", hm.mark())
        .param("act", act)
        .param("text", NOTE)
        .param("to", thana.sho().mark())
        .exchange();
  }

  @Test
  void a_kept_form_leads_nowhere_else() {
    var answer =
        signIn(
            "sahi-password",
            List.of(
                new String[] {"kept.action", "https://example.org/steal"},
                new String[] {"kept.field.text", UUID.randomUUID().toString()}));
    assertThat(answer).bodyText().doesNotContain("example.org");
  }
}
