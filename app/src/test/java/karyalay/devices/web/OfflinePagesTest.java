package karyalay.devices.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Statements;
import karyalay.Web;
import karyalay.access.Gate;
import karyalay.files.InFiles;
import karyalay.files.Sheet;
import karyalay.files.Sheets;
import karyalay.ledger.Ledger;
import karyalay.shared.Ids;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The routes behind writing without a line.
@KaryalayTest
class OfflinePagesTest {
  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired Sheets sheets;
  @Autowired Ledger ledger;
  @Autowired SignedIn signedIn;
  @Autowired Web web;

  private Seat hm;
  private SignedIn.Browser browser;
  private PaperId file;

  @BeforeEach
  void a_clerk_with_a_file() {
    hm = given.district().thana("तालग्राम").hm();
    browser = signedIn.as(hm);
    file = in.open(hm);
  }

  @Test
  void the_beat_asks_the_database_nothing_and_says_nothing() {
    var sent = Statements.of(() -> assertThat(web.nobody("/line")).hasStatus(204).body().isEmpty());
    assertThat(sent).isEmpty();
  }

  @Test
  void the_shell_that_is_kept_is_all_there_and_knows_nobody() {
    String script = text(web.nobody("/service-worker.js"));
    var listed = Pattern.compile("\"(/static/[^\"]+)\"").matcher(script).results().toList();
    assertThat(listed).hasSizeGreaterThan(10);
    listed.forEach(one -> assertThat(web.nobody(one.group(1))).hasStatus(200));
    assertThat(script).doesNotContain("/files", "/receipts", "/desk");
    String page = text(web.get(browser, "/offline"));
    assertThat(page).contains("नेट नहीं", "No network").doesNotContain(hm.pno(), hm.mark());
  }

  /// The first alert of an answer is what a refused form shows.
  @Test
  void a_page_on_which_nothing_is_refused_has_no_alert() {
    for (String page : new String[] {"/desk", "/receipts/new", "/files/" + file})
      assertThat(text(web.get(browser, page))).as(page).doesNotContain("role=\"alert\"");
  }

  @Test
  @Holds("OP-133")
  void the_key_is_given_to_whoever_is_signed_in_and_to_the_form_of_that_session_alone() {
    assertThat(web.raw().post().uri("/offline/keys").exchange()).hasStatus(401);
    var forged = new SignedIn.Browser(browser.token(), "another", browser.mark());
    assertThat(web.post(forged, "/offline/keys")).hasStatus(403);

    UUID device = UUID.randomUUID();
    String given = keys(device, "");
    assertThat(given).contains("\"person\":\"" + hm.person() + "\"", "\"signing\":\"NONE\"");
    assertThat(keys(device, "kein id")).isEqualTo(given);
    String id = given.replaceFirst(".*\"key\":\"([^\"]+)\".*", "$1");
    assertThat(keys(UUID.randomUUID(), id)).contains("{\"id\":\"" + id + "\"");
  }

  private String keys(UUID device, String asked) {
    return text(
        web.raw()
            .post()
            .uri("/offline/keys")
            .cookie(new Cookie(Gate.COOKIE, browser.token()))
            .cookie(new Cookie(Gate.DEVICE, device.toString()))
            .param("_csrf", browser.csrf())
            .param("as", browser.mark())
            .param("key", asked)
            .exchange());
  }

  @Test
  @Holds("OP-133")
  void a_note_from_a_device_shows_when_it_was_written_and_when_it_arrived() {
    Instant written = Instant.now().minus(Duration.ofHours(3));
    UUID act = Ids.next();
    assertThat(note(act, written.toString())).hasStatus(303);
    assertThat(last().writtenEarlier()).isPresent();
    assertThat(text(web.get(browser, "/files/" + file))).contains("लिखा", "पहुँचा");
    assertThat(ledger.of("paper/" + file))
        .filteredOn(entry -> entry.act().equals("files.noted"))
        .allSatisfy(entry ->
            assertThat(entry.preimage())
                .asString(StandardCharsets.UTF_8)
                .contains("\"written_at\":\"" + written.toString().substring(0, 19)))
        .hasSize(1);

    assertThat(note(act, null)).hasStatus(303);
    assertThat(sheets.of(file, hm.scope()).notes()).hasSize(1);
  }

  @Test
  void what_a_device_cannot_have_meant_is_no_time_of_writing() {
    for (String claim :
        new String[] {"2099-01-01T00:00:00Z", "1999-01-01T00:00:00Z", "कल", "", "1764000000"}) {
      assertThat(note(Ids.next(), claim)).hasStatus(303);
      assertThat(last().written()).as(claim).isEmpty();
    }
    assertThat(note(Ids.next(), Instant.now().minusSeconds(60).toString())).hasStatus(303);
    assertThat(last().written()).isPresent();
    assertThat(last().writtenEarlier()).isEmpty();
  }

  private Sheet.Note last() {
    return sheets.of(file, hm.scope()).notes().getLast();
  }

  private MvcTestResult note(UUID act, @org.jspecify.annotations.Nullable String written) {
    var request =
        web.raw()
            .post()
            .uri("/files/" + file + "/notes")
            .cookie(new Cookie(Gate.COOKIE, browser.token()))
            .param("_csrf", browser.csrf())
            .param("as", browser.mark())
            .param("act", act.toString())
            .param("text", "मशीन पर लिखा हुआ " + act)
            .param("stay", "yes");
    if (written != null) request = request.header("Written-At", written);
    return request.exchange();
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
