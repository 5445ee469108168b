package karyalay.files;

import static org.assertj.core.api.Assertions.*;

import java.time.LocalDate;
import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.desk.Classification;
import karyalay.desk.Movements;
import karyalay.desk.Reading;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The tab "related", registers and lists, as a browser uses them.
@KaryalayTest
class FilingPagesTest {
  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired Related related;
  @Autowired Flags flags;
  @Autowired Reading reading;
  @Autowired Notes notes;
  @Autowired Movements movements;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired JdbcClient db;

  Given.District district;
  Seat hm;
  Seat sho;

  @BeforeEach
  void a_thana() {
    district = given.district();
    var thana = district.thana("सौरिख");
    hm = thana.hm();
    sho = thana.sho();
  }

  @Test
  @Holds("OP-47")
  void files_are_linked_attached_and_detached_from_the_tab() {
    PaperId file = in.open(hm);
    PaperId linked = in.open(hm);
    PaperId attached = in.open(hm);
    done(
        post(
            hm,
            file,
            "links",
            "other",
            in.number(linked),
            "bundle",
            "guard-file",
            "reason",
            "संदर्भ"));
    done(post(hm, file, "attachments", "other", attached.toString()));
    String page = text(hm, "/files/" + file + "/related");
    assertThat(page).contains(in.number(linked), in.number(attached), "गार्ड पत्रावली");

    UUID tie = related.of(file, hm.scope()).ties().getFirst().tie();
    done(post(hm, file, "ties/" + tie + "/detachment", "reason", "कार्य पूर्ण"));
    assertThat(text(hm, "/files/" + file + "/related")).contains("कार्य पूर्ण");
    assertThat(post(hm, file, "links", "other", "नहीं है ऐसी").getResponse().getStatus())
        .isEqualTo(422);
  }

  @Test
  @Holds({"OP-45", "OP-48"})
  void a_part_is_opened_asked_back_approved_and_merged_on_the_page() {
    PaperId main = in.open(hm);
    in.send(hm, main, sho);
    var opened = post(hm, main, "parts", "reason", "तत्काल आख्या");
    PaperId part = PaperId.of(location(opened).split("[/?]")[2]);
    in.send(sho, main, hm);
    done(post(hm, part, "merging", "reason", "मुख्य पत्रावली लौटी"));
    UUID merging = related.of(part, hm.scope()).mergings().getFirst().id();
    assertThat(text(hm, "/files/" + part + "/related")).contains("अनुमोदन हेतु लंबित");
    done(post(district.asp, part, "mergings/" + merging + "/decision", "approved", "true"));
    done(post(hm, part, "mergings/" + merging + "/completion"));
    assertThat(reading.card(part, hm.scope()).paper().root()).isEqualTo(main);

    var found = web.post(signedIn.as(hm), "/files/numbers", "number", in.number(part));
    assertThat(location(found)).startsWith("/files/" + main);
  }

  @Test
  @Holds("OP-61")
  void a_flag_opens_the_page_it_was_put_on_wherever_that_is_now() {
    PaperId file = in.open(hm);
    in.letter(hm, file, 2);
    PaperId second = in.letter(hm, file, 2);
    done(post(hm, file, "flags", "target", "PAGE", "place", "3"));
    Flag flag = flags.of(file).getLast();
    String to = "/files/" + file + "/flags/" + flag.id();
    assertThat(location(web.get(signedIn.as(hm), to))).contains("leaf=3");
    assertThat(text(hm, "/files/" + file + "/related")).contains("पृष्ठ 3");

    done(post(hm, file, "slips", "serial", "2", "reason", "मूल प्रति", "place", "न्यायालय"));
    assertThat(location(web.get(signedIn.as(hm), to))).startsWith("/papers/" + second);
    assertThat(text(hm, "/files/" + file + "/related")).contains("न्यायालय", "मूल प्रति");

    done(post(hm, file, "flag-removals", "label", "A"));
    assertThat(web.get(signedIn.as(hm), to).getResponse().getStatus()).isEqualTo(303);
    assertThat(web.get(signedIn.as(given.district().sp), to).getResponse().getStatus())
        .isEqualTo(404);
  }

  @Test
  @Holds("OP-46")
  void the_next_volume_is_opened_by_a_button() {
    PaperId file = in.open(hm);
    assertThat(post(hm, file, "volumes").getResponse().getStatus()).isEqualTo(422);
    in.letter(hm, file, 180);
    PaperId second = PaperId.of(location(post(hm, file, "volumes")).split("[/?]")[2]);
    assertThat(text(hm, "/files/" + second + "/related")).contains("1–180", in.number(file));
  }

  @Test
  @Holds("OP-51")
  void a_sheet_is_tried_then_loaded_and_bad_rows_are_named() {
    String sheet = "१७/९८,मेड़ विवाद,०१-०७-१९९८\n18/98,नाली,31-02-1998";
    var browser = signedIn.as(hm);
    String tried = body(web.post(browser, "/files/legacy/trial", "sheet", sheet));
    assertThat(tried).contains("परीक्षण", "31-02-1998", "१७/९८");
    assertThat(count()).isZero();
    String loaded = body(web.post(browser, "/files/legacy/rows", "sheet", sheet));
    assertThat(loaded).contains("31-02-1998", "दर्ज हुई");
    assertThat(count()).isEqualTo(1);

    var one =
        web.post(
            browser,
            "/files/legacy",
            "number",
            "19/98",
            "subject",
            "रास्ता",
            "opened",
            "1998-03-01",
            "kept",
            "बस्ता 4");
    PaperId file = PaperId.of(location(one).split("[/?]")[2]);
    assertThat(text(hm, "/files/" + file + "/related")).contains("19/98", "01-03-1998", "बस्ता 4");
    assertThat(text(hm, "/files/legacy")).contains("पुरानी सं0");
  }

  @Test
  @Holds("OP-64")
  void the_precedent_register_is_entered_searched_and_withdrawn_on_its_page() {
    PaperId file = in.open(hm);
    var browser = signedIn.as(hm);
    done(
        web.post(
            browser,
            "/precedents",
            "file",
            file.toString(),
            "subject",
            "सौरिख मेला ड्यूटी",
            "ruling",
            "यातायात शाखा से बल माँगा जाए",
            "decided",
            "2026-01-05"));
    assertThat(body(web.post(browser, "/precedents/search", "q", "saurikh")))
        .contains("यातायात शाखा से बल");
    assertThat(body(web.post(browser, "/precedents/search", "q", "हाथी")))
        .doesNotContain("यातायात शाखा");
    UUID id =
        db.sql("SELECT id FROM files.precedent WHERE paper = ?")
            .param(file.value())
            .query(UUID.class)
            .single();
    done(web.post(browser, "/precedents/" + id + "/withdrawal", "reason", "नया परिपत्र"));
    assertThat(text(hm, "/precedents")).contains("नया परिपत्र");
  }

  @Test
  @Holds({"OP-93", "OP-94"})
  void the_watch_list_shows_what_goes_to_and_fro() {
    PaperId file = in.open(hm);
    for (int n = 0; n < 2; n++) {
      in.send(hm, file, sho);
      in.send(sho, file, hm);
    }
    assertThat(text(district.co, "/files/watch")).contains(in.number(file), sho.mark());
    assertThat(text(district.reader, "/files/watch")).doesNotContain(in.number(file));
  }

  @Test
  @Holds("OP-91")
  void a_consultation_whose_day_has_passed_asks_to_extend_or_proceed() {
    PaperId file = in.open(hm);
    Seat asked = district.reader;
    String later = LocalDate.now().plusDays(5).toString();
    assertThat(
            consult(file, asked, LocalDate.now().minusDays(1).toString()).getResponse().getStatus())
        .isEqualTo(422);
    done(consult(file, asked, later));
    assertThat(reading.open(file, asked.scope()).named()).isTrue();
    UUID id = related.of(file, hm.scope()).consultations().getFirst().id();
    String one = "consultations/" + id + "/";
    assertThat(post(hm, file, one + "proceeding", "reason", "x").getResponse().getStatus())
        .isEqualTo(422);
    assertThat(text(hm, "/files/watch")).doesNotContain(in.number(file));

    db.sql("UPDATE files.consultation SET target = current_date - 2 WHERE id = ?")
        .param(id)
        .update();
    assertThat(text(hm, "/files/watch")).contains(in.number(file));
    assertThat(text(hm, "/files/" + file + "/related")).contains("समय बढ़ाएँ या आगे बढ़ें");
    done(post(hm, file, one + "extension", "target", later, "reason", "स्मरण कराया"));
    assertThat(text(hm, "/files/watch")).doesNotContain(in.number(file));
    db.sql("UPDATE files.consultation SET target = current_date - 1 WHERE id = ?")
        .param(id)
        .update();
    done(post(hm, file, one + "proceeding", "reason", "विलंब स्वीकार्य नहीं"));
    assertThat(related.of(file, hm.scope()).consultations().getFirst().outcome())
        .isEqualTo("PROCEEDED");
    assertThat(post(hm, file, one + "answer").getResponse().getStatus()).isEqualTo(422);
  }

  @Test
  void whoever_may_not_read_the_file_finds_no_tab_and_does_nothing_there() {
    PaperId secret = in.open(hm, Classification.CONFIDENTIAL);
    for (Seat reader : new Seat[] {district.sp, given.district().sp}) {
      var browser = signedIn.as(reader);
      assertThat(web.get(browser, "/files/" + secret + "/related").getResponse().getStatus())
          .isEqualTo(404);
      assertThat(post(reader, secret, "parts", "reason", "x").getResponse().getStatus())
          .isEqualTo(404);
      assertThat(post(reader, secret, "merging", "reason", "x").getResponse().getStatus())
          .isGreaterThanOrEqualTo(400);
    }
  }

  private MvcTestResult consult(PaperId file, Seat asked, String target) {
    return post(
        hm, file, "consultations", "to", asked.mark(), "question", "अभिमत दें", "target", target);
  }

  private long count() {
    return db.sql("SELECT count(*) FROM files.legacy WHERE post = ?")
        .param(hm.post().value())
        .query(Long.class)
        .single();
  }

  private MvcTestResult post(Seat by, PaperId file, String resource, String... fields) {
    return web.post(signedIn.as(by), "/files/" + file + "/" + resource, fields);
  }

  private String text(Seat reader, String path) {
    return body(web.get(signedIn.as(reader), path));
  }

  private static String body(MvcTestResult result) {
    assertThat(result.getResponse().getStatus()).isEqualTo(200);
    return new String(
        result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static void done(MvcTestResult result) {
    assertThat(result.getResponse().getStatus()).as(location(result)).isBetween(302, 303);
  }

  private static String location(MvcTestResult result) {
    return String.valueOf(result.getResponse().getRedirectedUrl());
  }
}
