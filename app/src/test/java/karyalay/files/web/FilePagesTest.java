package karyalay.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Statements;
import karyalay.Web;
import karyalay.desk.Move;
import karyalay.desk.OnDesks;
import karyalay.desk.Task;
import karyalay.desk.Views;
import karyalay.files.Covers;
import karyalay.files.Files;
import karyalay.files.NewNote;
import karyalay.files.NoteKind;
import karyalay.files.Notes;
import karyalay.files.Sheets;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class FilePagesTest {
  @Autowired Given given;
  @Autowired Files files;
  @Autowired Notes notes;
  @Autowired Sheets sheets;
  @Autowired OnDesks desks;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Views views;
  @Autowired JdbcClient db;

  Given.District district;
  Seat hm;
  Seat sho;
  Seat other;

  @BeforeEach
  void two_thanas() {
    district = given.district();
    var thana = district.thana("छिबरामऊ");
    hm = thana.hm();
    sho = thana.sho();
    other = district.thana("तिर्वा").hm();
  }

  @Test
  @Holds({"OP-40", "OP-60"})
  void notes_stand_left_correspondence_right_with_its_contents() {
    PaperId file = files.open(hm.act(), Covers.free("W3-1"), desks.paper(hm));
    files.enclose(hm.act(), receivedOnPaper(), file);
    notes.writeAndSend(hm.act(), file, NewNote.plain("पहला।\n\nदूसरा।"), to(sho));
    String page = page(sho, "/files/" + file);
    assertThat(page.indexOf("class=\"notes\""))
        .isLessThan(page.indexOf("class=\"correspondence\""));
    assertThat(page)
        .contains("id=\"para-1\"", "id=\"para-2\"", "class=\"contents\"", "भौतिक", "इलेक्ट्रॉनिक")
        .contains("/papers/" + file + "/trail", "/files/" + file + "/details")
        .contains("data-draft", "value=\"" + hm.post() + "\"");
  }

  @Test
  @Holds("OP-53")
  void the_draft_saves_itself_and_answers_with_the_hour() throws Exception {
    PaperId file = files.open(hm.act(), Covers.free("मसौदा-1"), null);
    var answer = web.post(signedIn.as(hm), "/files/" + file + "/draft", "text", "अधूरी टिप्पणी");
    assertThat(answer).hasStatus(303);
    assertThat(page(hm, "/files/" + file)).contains("अधूरी टिप्पणी");
    var browser = signedIn.as(hm);
    var sent =
        web.raw()
            .post()
            .uri("/files/" + file + "/draft")
            .header("X-Karyalay", "draft")
            .cookie(new jakarta.servlet.http.Cookie(karyalay.access.Gate.COOKIE, browser.token()))
            .param("_csrf", browser.csrf())
            .param("as", browser.mark())
            .param("act", UUID.randomUUID().toString())
            .param("text", "पूरी टिप्पणी")
            .exchange();
    assertThat(sent).hasStatusOk().bodyJson().extractingPath("$.saved").asString().contains(":");
    assertThat(web.post(signedIn.as(other), "/files/" + file + "/draft", "text", "x"))
        .hasStatus(404);
  }

  @Test
  @Holds("OP-58")
  void to_agree_is_one_button_and_the_file_goes_on() {
    PaperId file = files.open(hm.act(), Covers.free("सहमत-1"), null);
    notes.writeAndSend(hm.act(), file, NewNote.plain("प्रस्तावित है।"), to(sho));
    assertThat(page(sho, "/files/" + file)).contains("सहमत, आगे");
    assertThat(
            web.post(
                signedIn.as(sho),
                "/files/" + file + "/notes",
                "text",
                "",
                "agree",
                "yes",
                "to",
                hm.mark()))
        .hasStatus(303);
    var sheet = sheets.of(file, hm.scope());
    assertThat(sheet.notes().getLast().kind()).isEqualTo(NoteKind.AGREEMENT);
    assertThat(sheet.card().paper().heldBy(hm.post())).isTrue();
  }

  @Test
  @Holds("OP-58")
  void ready_phrases_are_those_of_the_district() {
    PaperId file = files.open(hm.act(), Covers.free("वाक्यांश-1"), null);
    assertThat(page(hm, "/files/" + file)).contains("यथाप्रस्तावित");
  }

  @Test
  @Holds({"OP-52", "OP-41"})
  void who_may_not_read_it_finds_nothing_and_a_view_by_the_holder_is_logged_and_opens() {
    PaperId file = files.open(hm.act(), Covers.free("पठन-1"), null);
    notes.writeAndSend(hm.act(), file, NewNote.plain("गोपनीय बात"), to(sho));
    for (String part : new String[] {"", "/details"})
      assertThat(web.get(signedIn.as(other), "/files/" + file + part)).hasStatus(404);
    for (String act : new String[] {"/notes", "/closure", "/cover", "/reopening", "/parking"})
      assertThat(
              web.post(
                  signedIn.as(other),
                  "/files/" + file + act,
                  "text",
                  "x",
                  "reason",
                  "x",
                  "subject",
                  "x"))
          .hasStatus(404);
    assertThat(page(hm, "/files/" + file)).contains("वापस");
    assertThat(page(sho, "/files/" + file)).contains("गोपनीय बात");
    assertThat(desks.acts(file)).contains("desk.opened");
    assertThat(web.post(signedIn.as(hm), "/papers/" + file + "/recall")).hasStatus(409);
    views.write();
    assertThat(
            db.sql("SELECT count(*) FROM desk.view WHERE paper = ? AND person = ?")
                .params(file.value(), sho.person().value())
                .query(Integer.class)
                .single())
        .isPositive();
  }

  @Test
  void a_browser_that_looks_ahead_opens_nothing() {
    PaperId file = files.open(hm.act(), Covers.free("आगे-1"), null);
    notes.writeAndSend(hm.act(), file, NewNote.plain("भेजी"), to(sho));
    var browser = signedIn.as(sho);
    var ahead =
        web.raw()
            .get()
            .uri("/files/" + file + "?as=" + browser.mark())
            .cookie(new jakarta.servlet.http.Cookie(karyalay.access.Gate.COOKIE, browser.token()))
            .header("Sec-Purpose", "prefetch;prerender")
            .exchange();
    assertThat(ahead).hasStatusOk();
    assertThat(desks.acts(file)).doesNotContain("desk.opened");
  }

  @Test
  void the_page_is_five_statements_and_a_hundred_kilobytes_however_long_the_note_sheet() {
    PaperId file = files.open(hm.act(), Covers.free("लंबी-1"), desks.paper(hm));
    files.enclose(hm.act(), desks.paper(hm), file);
    String paragraph = "प्रकरण में उभय पक्ष के बयान लिए गए। ".repeat(12);
    for (int n = 0; n < 90; n++) notes.write(hm.act(), file, NewNote.plain(n + ") " + paragraph));
    page(hm, "/files/" + file);
    String shown = page(hm, "/files/" + file);
    assertThat(shown).contains("89) ").doesNotContain(">0) ");
    assertThat(shown.getBytes(StandardCharsets.UTF_8).length).isLessThan(100_000);
    String before = "/files/" + file + "?before=2";
    assertThat(page(hm, before)).contains("0) ").doesNotContain("89) ");
    int read = statements(() -> sheets.of(file, hm.scope()));
    assertThat(read).isLessThanOrEqualTo(4);
    int whole = statements(() -> page(hm, "/files/" + file));
    int shell = statements(() -> page(hm, "/files/oral-orders")) - 1;
    assertThat(whole - shell).as("statements of the main content").isLessThanOrEqualTo(5);
  }

  private static int statements(Runnable work) {
    long least = Long.MAX_VALUE;
    for (int turn = 0; turn < 3; turn++) {
      long before = Statements.count();
      work.run();
      least = Math.min(least, Statements.count() - before);
    }
    return (int) least;
  }

  @Test
  void a_new_file_takes_its_receipt_along_and_keeps_typed_text_on_refusal() {
    PaperId receipt = desks.paper(hm);
    assertThat(page(hm, "/files/new?receipt=" + receipt)).contains("खेत की मेड़ का विवाद", "crime");
    var refused =
        web.post(
            signedIn.as(hm), "/files", "subject", "मेरा लिखा विषय", "receipt", receipt.toString());
    assertThat(refused).hasStatus(422).bodyText().contains("OP-37", "मेरा लिखा विषय");
    var made =
        web.post(
            signedIn.as(hm),
            "/files",
            "subject",
            "मेड़ का विवाद",
            "basic",
            "complaints",
            "receipt",
            receipt.toString());
    assertThat(made).hasStatus(303);
    String address = String.valueOf(made.getResponse().getHeader("Location"));
    assertThat(page(hm, address.replaceFirst("\\?.*", ""))).contains("खेत की मेड़ का विवाद");
    assertThat(
            web.post(
                signedIn.as(other),
                "/files",
                "subject",
                "x",
                "number",
                "y",
                "receipt",
                desks.paper(hm).toString()))
        .hasStatus(404);
  }

  @Test
  void lists_show_the_office_its_files_and_nobody_elses() {
    PaperId file = files.open(hm.act(), Covers.free("सूची-1"), null);
    PaperId secret = files.open(sho.act(), Covers.confidential("सूची-2"), null);
    files.open(other.act(), Covers.free("सूची-3"), null);
    String list = page(hm, "/files");
    assertThat(list).contains("सूची-1", Covers.SUBJECT).doesNotContain("सूची-3");
    assertThat(page(sho, "/files?whose=MINE")).contains("सूची-2").doesNotContain("सूची-1");
    assertThat(page(sho, "/files?state=CLOSED")).doesNotContain("सूची-1");
    assertThat(page(district.co, "/files"))
        .contains("सूची-1", "सूची-2", "सूची-3")
        .contains("/files/" + secret);
    String veiled = page(district.asp, "/files?q=सूची-2");
    assertThat(veiled).contains("सूची-2").doesNotContain(Covers.SUBJECT);
    assertThat(page(district.asp, "/files?q=रास्ते")).doesNotContain("सूची-2").contains("सूची-1");
    String computer = Long.toString(sheets.of(file, hm.scope()).cover().computerNumber());
    assertThat(page(hm, "/files?q=" + computer)).contains("सूची-1").doesNotContain("सूची-3");
    assertThat(page(other, "/files?q=सूची-1")).doesNotContain("/files/" + file);
  }

  @Test
  void a_long_list_goes_on_where_it_ended() {
    for (int n = 0; n < 53; n++) files.open(hm.act(), Covers.free("क्रम-" + n + "-"), null);
    String first = page(hm, "/files");
    assertThat(first).contains("क्रम-52-", "क्रम-3-").doesNotContain("क्रम-2-");
    String next = first.replaceFirst("(?s).*rel=\"next\" href=\"([^\"]*)\".*", "$1");
    assertThat(
            page(
                hm,
                URLDecoder.decode(next, StandardCharsets.UTF_8)
                    .replaceFirst("&(amp;)?as=.*", "")
                    .replace("&amp;", "&")))
        .contains("क्रम-2-", "क्रम-0-")
        .doesNotContain("क्रम-3-");
    assertThat(page(hm, "/files?after=nonsense")).contains("क्रम-52-");
  }

  private PaperId receivedOnPaper() {
    return desks.physical(hm);
  }

  private String page(Seat seat, String path) {
    try {
      var answer = web.get(signedIn.as(seat), path);
      assertThat(answer).hasStatusOk();
      return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Move.Forward to(Seat seat) {
    return new Move.Forward(seat.post(), Task.ACTION, "");
  }
}
