package karyalay.dak.web;

import static karyalay.dak.web.DiaryPagesTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Statements;
import karyalay.Web;
import karyalay.dak.Arrivals;
import karyalay.dak.Questions;
import karyalay.dak.Writing;
import karyalay.desk.Classification;
import karyalay.desk.Reading;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class ReceiptPagesTest {
  /// Session, chair and its counts are the shell's; the rest is the page's own.
  private static final int OWN_STATEMENTS = 5;

  private static final int MOST_BYTES = 100 * 1024;

  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Arrivals arrivals;
  @Autowired Reading desk;

  Given.District district;
  Given.Thana thana;
  Seat hm;
  Seat sho;
  SignedIn.Browser clerk;
  SignedIn.Browser head;

  @BeforeEach
  void a_thana() {
    district = given.district();
    thana = district.thana("सौरिख");
    hm = thana.hm();
    sho = thana.sho();
    clerk = signedIn.as(hm);
    head = signedIn.as(sho);
  }

  @Test
  void a_receipt_is_shown_in_few_statements_and_few_bytes() {
    PaperId paper = arrivals.electronic(hm);
    web.get(clerk, "/receipts/" + paper);
    List<String> own =
        Statements.of(() -> assertThat(web.get(clerk, "/receipts/" + paper)).hasStatusOk()).stream()
            .filter(sent -> !sent.shell())
            .map(Statements.Sent::sql)
            .toList();
    assertThat(own).as(() -> String.join("\n", own)).hasSizeLessThanOrEqualTo(OWN_STATEMENTS);
    for (String path : List.of("/receipts/" + paper, "/receipts/new", "/receipts", "/registers"))
      assertThat(text(web.get(clerk, path)).getBytes(StandardCharsets.UTF_8).length)
          .as(path)
          .isLessThan(MOST_BYTES);
  }

  @Test
  void the_first_view_by_the_holder_opens_it_and_anybody_elses_does_not() {
    PaperId paper = arrivals.diariseAndSend(hm, Writing.petition(), sho.post());
    web.get(clerk, "/receipts/" + paper);
    assertThat(desk.card(paper, hm.scope()).paper().openedAt()).isNull();
    web.get(head, "/receipts/" + paper);
    assertThat(desk.card(paper, hm.scope()).paper().openedAt()).isNotNull();
  }

  @Test
  void out_of_reach_every_page_of_a_receipt_is_not_there() {
    PaperId paper = arrivals.diarise(hm, Writing.petition());
    var stranger = signedIn.as(district.thana("तालग्राम").sho());
    for (String page : List.of("", "/history", "/acknowledgement", "/edit"))
      assertThat(web.get(stranger, "/receipts/" + paper + page)).as(page).hasStatus(404);
    assertThat(web.post(stranger, "/receipts/" + paper + "/closure", "reason", "x")).hasStatus(404);
    assertThat(web.post(stranger, "/receipts/" + paper + "/follow-up")).hasStatus(404);
  }

  @Test
  @Holds("OP-86")
  void a_protected_receipt_shows_its_words_to_those_named_on_it_alone() {
    PaperId paper =
        arrivals.diarise(
            hm, Writing.petition().with(w -> w.classification = Classification.CONFIDENTIAL));
    assertThat(web.get(head, "/receipts/" + paper)).hasStatus(404);
    assertThat(text(web.get(head, "/registers"))).doesNotContain("राम औतार", "मेड़");
    assertThat(text(web.get(clerk, "/receipts/" + paper))).contains("राम औतार");
  }

  @Test
  void it_is_corrected_by_the_form_and_its_history_shows_old_and_new() {
    PaperId paper = arrivals.diarise(hm, Writing.petition());
    String form = text(web.get(clerk, "/receipts/" + paper + "/edit"));
    assertThat(form).contains("राम औतार").doesNotContain("data-picker");
    var saved =
        web.post(
            clerk,
            "/receipts/" + paper + "/particulars",
            "shape",
            "PETITION",
            "received",
            "14-10-2026",
            "mode",
            "by-hand",
            "physical",
            "true",
            "sender-name",
            "राम औतार उर्फ मुन्ना",
            "sender-village",
            "खड़नी",
            "category",
            "land-dispute",
            "language",
            "hi",
            "gist",
            Writing.petition().gist);
    assertThat(saved).hasStatus3xxRedirection();
    assertThat(text(web.get(clerk, "/receipts/" + paper + "/history")))
        .contains("राम औतार उर्फ मुन्ना", "<td>राम औतार</td>", hm.mark());
    var fixed =
        web.post(
            clerk,
            "/receipts/" + paper + "/particulars",
            "shape",
            "PETITION",
            "received",
            "13-10-2026",
            "mode",
            "by-hand",
            "physical",
            "true",
            "sender-village",
            "खड़नी",
            "category",
            "land-dispute",
            "gist",
            Writing.petition().gist);
    assertThat(fixed).hasStatus(422);
    assertThat(text(fixed)).contains("OP-23");
  }

  @Test
  void the_closed_cover_is_opened_through_the_form_by_its_addressee() {
    PaperId paper = arrivals.diariseAndSend(hm, Writing.cover(), sho.post());
    web.post(head, "/papers/" + paper + "/reception");
    assertThat(text(web.get(head, "/receipts/" + paper))).contains("लिफाफा खोलें");
    var opened =
        web.post(
            head,
            "/receipts/" + paper + "/particulars",
            "shape",
            "LETTER",
            "received",
            "14-10-2026",
            "letter-date",
            "13-10-2026",
            "mode",
            "by-hand",
            "physical",
            "true",
            "sender-organisation",
            "कानपुर परिक्षेत्र",
            "subject",
            "गोपनीय प्रविष्टि भेजने के संबंध में",
            "category",
            "call-for-report");
    assertThat(opened).hasStatus3xxRedirection();
    assertThat(text(web.get(head, "/receipts/" + paper)))
        .contains("गोपनीय प्रविष्टि भेजने के संबंध में")
        .doesNotContain("लिफाफा खोलें");
  }

  @Test
  void marking_returning_deciding_closing_and_pavati_go_through_their_resources() {
    var cognizable = new Questions(null, true, null, null, null, null);
    PaperId paper = arrivals.diarise(hm, Writing.petition().with(w -> w.questions = cognizable));
    assertThat(web.post(clerk, "/receipts/markings", "papers", paper + "", "to", sho.mark()))
        .hasStatus3xxRedirection();
    assertThat(web.post(head, "/receipts/" + paper + "/return", "reason", "सर्किल कार्यालय का है"))
        .hasStatus3xxRedirection();
    web.post(clerk, "/papers/" + paper + "/reception");
    web.post(clerk, "/receipts/markings", "papers", paper + "", "to", sho.mark());
    web.post(head, "/papers/" + paper + "/reception");
    var closing = web.post(head, "/receipts/" + paper + "/closure", "reason", "दाखिल दफ्तर");
    assertThat(closing).hasStatus(422);
    assertThat(text(closing)).contains("OP-119");
    web.post(head, "/receipts/" + paper + "/offence", "reason", "मु0अ0सं0 212/2026");
    web.post(head, "/receipts/" + paper + "/closure", "reason", "दाखिल दफ्तर");
    assertThat(text(web.get(head, "/receipts/" + paper))).contains("मु0अ0सं0 212/2026");
    assertThat(desk.card(paper, hm.scope()).paper().place().code()).isEqualTo("CLOSED");
    web.post(clerk, "/receipts/" + paper + "/acknowledgement");
    assertThat(text(web.get(clerk, "/receipts/" + paper + "/acknowledgement")))
        .contains(
            arrivals.number(paper, hm), "सौरिख", "हेड मोहर्रिर", "आपका पत्र सौरिख में दिनांक");
  }

  @Test
  @Holds("OP-104")
  void the_register_on_screen_and_as_a_sheet_show_the_same_lines() {
    arrivals.diarise(hm, Writing.letter().with(w -> w.subject = "=1+1 सूत्र नहीं, विषय है"));
    arrivals.diarise(hm, Writing.petition());
    String screen = text(web.get(head, "/registers"));
    assertThat(screen)
        .contains("आवक संख्या", "प्राप्ति दिनांक", "पत्रांक", "कानपुर परिक्षेत्र", "राम औतार");
    String sheet = text(web.get(head, "/registers/inward.csv"));
    assertThat(sheet.lines().filter(line -> line.contains(thana.office().code()))).hasSize(2);
    assertThat(sheet).contains("\"'=1+1 सूत्र नहीं, विषय है\"");
    assertThat(text(web.get(clerk, "/registers?from=2026-01-01&until=2026-01-02")))
        .contains("यहाँ कुछ नहीं है");
  }

  @Test
  void lists_show_their_tabs_filters_and_rows() {
    PaperId paper = arrivals.diarise(hm, Writing.petition());
    assertThat(text(web.get(clerk, "/receipts")))
        .contains("/receipts/" + paper, "अधूरी प्रविष्टियाँ", "स्वामित्व विवादित", "read=false");
    assertThat(text(web.get(clerk, "/receipts?physical=false")))
        .doesNotContain("/receipts/" + paper);
    for (var pile : karyalay.dak.Pile.values())
      assertThat(web.get(clerk, "/receipts?pile=" + pile)).as(pile.name()).hasStatusOk();
    assertThat(web.get(clerk, "/receipts?after=xyz")).hasStatus(422);
  }
}
