package karyalay.dak.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.dak.Arrivals;
import karyalay.dak.Diary;
import karyalay.dak.Questions;
import karyalay.dak.Writing;
import karyalay.desk.OnDesks;
import karyalay.desk.Reading;
import karyalay.desk.Urgency;
import karyalay.files.InFiles;
import karyalay.shared.ContentId;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What is done with dak by the forms of its pages: each act with its other half, the refusal.
@KaryalayTest
class ReceiptFormsTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Arrivals arrivals;
  @Autowired InFiles in;
  @Autowired OnDesks desks;
  @Autowired Diary diary;
  @Autowired Reading reading;

  Given.District district;
  Given.Thana thana;
  Seat hm;
  Seat sho;

  @BeforeEach
  void a_thana() {
    district = given.district();
    thana = district.thana("ठठिया");
    hm = thana.hm();
    sho = thana.sho();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "return   | reason | -            | मेरी बात",
        "closure  | reason | -            | मेरी बात",
        "closure  | reason | '   '        | मेरी बात",
        "filing   | file   | नहीं/9        | नहीं/9",
        "filing   | file   | -            | मेरी बात",
        "folder   | folder | LONG         | कककककककककककककक",
        "follow-up| on     | परसों         | परसों"
      })
  void a_form_that_cannot_be_done_keeps_what_was_typed(
      String act, String field, String value, String kept) {
    PaperId paper = arrivals.electronic(hm);
    List<String> before = desks.acts(paper);
    String typed = value == null ? "" : value.equals("LONG") ? "क".repeat(61) : value;
    MvcTestResult answer =
        post(hm, "/receipts/" + paper + "/" + act, field, typed, "extra", "मेरी बात");
    assertThat(answer).hasStatus(422);
    assertThat(text(answer)).contains("role=\"alert\"", kept);
    assertThat(place(paper)).isEqualTo("DESK");
    assertThat(desks.acts(paper)).isEqualTo(before);
  }

  @Test
  @Holds("OP-24")
  void a_paper_is_followed_up_on_a_day_typed_short_and_let_go_again() {
    PaperId paper = arrivals.electronic(hm);
    String path = "/receipts/" + paper;
    assertThat(post(hm, path + "/follow-up", "on", "+7", "note", "आख्या देखें")).hasStatus(303);
    assertThat(text(web.get(signedIn.as(hm), path))).contains("आख्या देखें");
    assertThat(list(hm, "FOLLOWED")).contains(path);
    assertThat(list(sho, "FOLLOWED")).as("a mark of one's own").doesNotContain(path);
    assertThat(post(hm, path + "/follow-up", "on", "", "note", "कभी भी")).hasStatus(303);
    assertThat(text(web.get(signedIn.as(hm), path)))
        .contains("कभी भी")
        .doesNotContain("आख्या देखें");
    assertThat(post(hm, path + "/follow-up", "note", "क".repeat(301))).hasStatus(422);
    assertThat(post(hm, path + "/follow-up", "end", "true")).hasStatus(303);
    assertThat(list(hm, "FOLLOWED")).doesNotContain(path);
    assertThat(post(thana.si(), path + "/follow-up", "note", "x")).hasStatus(404);
    assertThat(desks.acts(paper)).contains("dak.follow_up_set", "dak.follow_up_ended");
  }

  @Test
  @Holds("OP-24")
  void a_folder_is_made_by_putting_a_paper_into_it_and_empty_takes_it_out() {
    PaperId paper = arrivals.electronic(hm);
    String path = "/receipts/" + paper;
    post(hm, path + "/folder", "folder", "  मासिक आख्या ");
    assertThat(text(web.get(signedIn.as(hm), path))).contains("मासिक आख्या");
    String lists = text(web.get(signedIn.as(hm), "/receipts"));
    assertThat(lists).contains("मासिक आख्या");
    String folder = lists.replaceFirst("(?s).*folder=([0-9a-f-]{36}).*", "$1");
    assertThat(text(web.get(signedIn.as(hm), "/receipts?pile=FOLDER&folder=" + folder)))
        .contains(path);
    assertThat(text(web.get(signedIn.as(sho), "/receipts?pile=FOLDER&folder=" + folder)))
        .as("another post's folder")
        .doesNotContain(path);
    post(hm, path + "/folder", "folder", "");
    assertThat(text(web.get(signedIn.as(hm), "/receipts?pile=FOLDER&folder=" + folder)))
        .doesNotContain(path + "?");
    assertThat(post(thana.si(), path + "/folder", "folder", "x")).hasStatus(404);
  }

  @Test
  @Holds("OP-30")
  void a_missing_enclosure_is_received_or_waived_once_by_the_holder_of_the_paper() {
    PaperId paper =
        arrivals.diarise(hm, Writing.letter().with(w -> w.missing = List.of("नक्शा", "सूची")));
    String path = "/receipts/" + paper + "/enclosures/";
    assertThat(list(hm, "MISSING")).contains("/receipts/" + paper);
    assertThat(post(sho, path + "1/reception")).as("a reader who does not hold it").hasStatus(409);
    assertThat(post(hm, path + "2/waiver", "reason", " ")).hasStatus(422);
    assertThat(post(hm, path + "2/waiver", "reason", "अब आवश्यक नहीं")).hasStatus(303);
    assertThat(post(hm, path + "1/reception")).hasStatus(303);
    assertThat(post(hm, path + "1/reception")).as("a second time").hasStatus(404);
    assertThat(post(hm, path + "9/reception")).as("one that there is not").hasStatus(404);
    assertThat(post(hm, path + "x/reception")).hasStatus(404);
    assertThat(list(hm, "MISSING")).doesNotContain("/receipts/" + paper);
    assertThat(text(web.get(signedIn.as(hm), "/receipts/" + paper))).contains("अब आवश्यक नहीं");
  }

  @Test
  @Holds("OP-29")
  void a_pavati_is_given_once_and_shown_to_readers_alone() {
    PaperId paper = arrivals.diarise(hm, Writing.petition());
    String path = "/receipts/" + paper + "/acknowledgement";
    assertThat(text(web.get(signedIn.as(hm), path))).doesNotContain("आपका पत्र");
    assertThat(post(hm, path)).hasStatus(303);
    assertThat(post(hm, path)).hasStatus(303);
    assertThat(desks.acts(paper)).containsOnlyOnce("dak.acknowledged");
    String given = text(web.get(signedIn.as(hm), path));
    assertThat(given).contains(arrivals.number(paper, hm), "हेड मोहर्रिर", "ठठिया");
    assertThat(web.get(signedIn.as(thana.si()), path)).hasStatus(404);
    assertThat(post(thana.si(), path)).hasStatus(404);
    assertThat(list(hm, "ACKNOWLEDGEMENTS")).contains("/receipts/" + paper);
  }

  @Test
  @Holds("OP-34")
  void an_unfinished_entry_is_thrown_away_and_had_back_and_a_numbered_one_is_not() {
    ContentId entry = diary.keep(hm.act(), Arrivals.sheet(Writing.petition()));
    String path = "/receipts/entries/" + entry;
    assertThat(web.get(signedIn.as(hm), path)).hasStatusOk();
    assertThat(post(sho, path + "/deletion")).as("another post's entry").hasStatus(404);
    assertThat(post(hm, path + "/deletion")).hasStatus(303);
    assertThat(list(hm, "BIN")).contains(entry.toString());
    assertThat(list(hm, "ENTRIES")).doesNotContain(entry.toString());
    assertThat(post(hm, path + "/deletion")).as("it lies in the bin").hasStatus(404);
    assertThat(post(sho, path + "/restoration")).hasStatus(404);
    assertThat(post(hm, path + "/restoration")).hasStatus(303);
    assertThat(post(hm, path + "/restoration")).as("it lies there no more").hasStatus(404);
    assertThat(list(hm, "ENTRIES")).contains(entry.toString());
    diary.diarise(hm.act(), Arrivals.sheet(entry, Writing.petition()), null);
    MvcTestResult numbered = post(hm, path + "/deletion");
    assertThat(numbered).hasStatus(409);
    assertThat(text(numbered)).contains("OP-34");
    assertThat(web.get(signedIn.as(hm), path)).hasStatus(404);
  }

  @Test
  @Holds("OP-16")
  void urgent_dak_by_name_is_handed_on_undiarised_and_ordinary_dak_is_not() {
    var ordinary = diary.keep(hm.act(), Arrivals.sheet(Writing.petition()));
    MvcTestResult refused =
        post(hm, "/receipts/entries/" + ordinary + "/handover", "to", sho.mark());
    assertThat(refused).hasStatus(422);
    assertThat(text(refused)).contains("OP-16");
    var writing =
        Writing.letter()
            .with(w -> {
              w.urgency = Urgency.IMMEDIATE;
              w.byName = "थानाध्यक्ष";
            });
    var urgent = diary.keep(hm.act(), Arrivals.sheet(writing));
    String path = "/receipts/entries/" + urgent;
    assertThat(post(hm, path + "/handover", "to", "नहीं-1")).hasStatus(422);
    assertThat(post(hm, path + "/handover", "to", sho.mark())).hasStatus(303);
    assertThat(web.get(signedIn.as(hm), path)).as("it is his no more").hasStatus(404);
    assertThat(list(sho, "ENTRIES")).contains(urgent.toString());
    MvcTestResult thrown = post(sho, path + "/deletion");
    assertThat(thrown).hasStatus(422);
    assertThat(text(thrown)).contains("OP-16");
    PaperId paper = diary.diarise(sho.act(), Arrivals.sheet(urgent, writing), null);
    assertThat(arrivals.number(paper, sho)).startsWith("1/");
  }

  @Test
  @Holds("OP-32")
  void whose_it_is_is_settled_by_the_officer_to_whom_the_dispute_went() {
    PaperId paper = arrivals.electronic(hm);
    String path = "/receipts/" + paper;
    assertThat(post(hm, path + "/owner", "to", sho.mark(), "reason", "उनका है"))
        .as("nothing is disputed")
        .hasStatus(409);
    arrivals.send(hm, paper, thana.ssi().post());
    post(thana.ssi(), path + "/return", "reason", "मेरा नहीं");
    arrivals.send(hm, paper, thana.si().post());
    post(thana.si(), path + "/return", "reason", "मेरा भी नहीं");
    assertThat(list(sho, "DISPUTED")).contains(path);
    assertThat(post(sho, path + "/owner", "to", thana.si().mark(), "reason", " ")).hasStatus(422);
    assertThat(post(hm, path + "/owner", "to", thana.si().mark(), "reason", "x")).hasStatus(422);
    assertThat(post(sho, path + "/owner", "to", thana.si().mark(), "reason", "ग्राम उनका है"))
        .hasStatus(303);
    assertThat(list(sho, "DISPUTED")).doesNotContain(path);
    MvcTestResult again = post(thana.si(), path + "/return", "reason", "फिर भी नहीं");
    assertThat(again).hasStatus(409);
    assertThat(text(again)).contains("OP-32", "फिर भी नहीं");
  }

  @Test
  @Holds("OP-119")
  void an_offence_is_decided_through_its_form_by_an_officer_alone() {
    var cognizable = new Questions(null, true, null, null, null, null);
    PaperId paper = arrivals.diarise(hm, Writing.petition().with(w -> w.questions = cognizable));
    String path = "/receipts/" + paper;
    MvcTestResult clerks = post(hm, path + "/offence", "reason", "मु0अ0सं0 1/26");
    assertThat(clerks).hasStatus(422);
    assertThat(text(clerks)).contains("OP-119", "मु0अ0सं0 1/26");
    assertThat(text(web.get(signedIn.as(hm), path))).contains("संज्ञेय");
    PaperId plain = arrivals.diarise(hm, Writing.petition());
    assertThat(post(hm, "/receipts/" + plain + "/offence", "reason", "x"))
        .as("nothing is open on it")
        .hasStatus(404);
  }

  @Test
  @Holds("OP-27")
  void what_still_hangs_on_a_receipt_is_named_when_it_is_to_be_closed() {
    PaperId paper = arrivals.electronic(hm);
    desks.hold(paper, "draft/1", "CLOSING", "प्रारूप प्रेषण हेतु शेष");
    MvcTestResult held = post(hm, "/receipts/" + paper + "/closure", "reason", "दाखिल दफ्तर");
    assertThat(held).hasStatus(422);
    assertThat(text(held)).contains("प्रारूप प्रेषण हेतु शेष", "दाखिल दफ्तर");
    desks.lift(paper, "draft/1");
    assertThat(post(hm, "/receipts/" + paper + "/closure", "reason", "दाखिल दफ्तर")).hasStatus(303);
    assertThat(post(hm, "/receipts/" + paper + "/reopening", "reason", " ")).hasStatus(422);
    assertThat(post(hm, "/receipts/" + paper + "/reopening", "reason", "पूरक पत्र")).hasStatus(303);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "१", "1/2099/ठठिया", "99", "नहीं", "", "1/1/1/1"})
  @Holds("OP-18")
  void a_number_that_is_typed_opens_its_receipt_or_says_that_there_is_none(String typed) {
    PaperId paper = arrivals.diarise(hm, Writing.petition());
    MvcTestResult answer = post(hm, "/receipts/finding", "number", typed);
    if (typed.equals("1") || typed.equals("१")) {
      assertThat(answer.getResponse().getHeader("Location")).contains("/receipts/" + paper);
      assertThat(post(district.thana("सौरिख").hm(), "/receipts/finding", "number", typed))
          .hasStatus(422);
    } else {
      assertThat(answer).hasStatus(422);
      assertThat(text(answer)).contains("role=\"alert\"");
    }
  }

  @Test
  @Holds("OP-28")
  void a_receipt_goes_into_a_file_of_the_same_desk_and_not_into_anothers() {
    PaperId paper = arrivals.electronic(hm);
    in.open(sho, "पराई/1", karyalay.desk.Classification.NORMAL);
    PaperId file = in.open(hm, "अपनी/1", karyalay.desk.Classification.NORMAL);
    MvcTestResult theirs = post(hm, "/receipts/" + paper + "/filing", "file", "पराई/1");
    assertThat(theirs).hasStatus(422);
    assertThat(text(theirs)).contains("OP-28", "पराई/1");
    assertThat(post(hm, "/receipts/" + paper + "/filing", "file", "अपनी/1")).hasStatus(303);
    assertThat(reading.card(paper, hm.scope()).paper().root()).isEqualTo(file);
    assertThat(text(web.get(signedIn.as(hm), "/receipts/" + paper))).contains("/papers/" + file);
  }

  @Test
  @Holds("OP-104")
  void a_register_is_asked_for_by_days_typed_short_and_by_offices_of_ones_own_line() {
    arrivals.diarise(hm, Writing.petition());
    assertThat(text(web.get(signedIn.as(hm), "/registers?from=-1&until=0"))).contains("राम औतार");
    assertThat(text(web.get(signedIn.as(hm), "/registers?from=-9&until=-5")))
        .doesNotContain("राम औतार");
    assertThat(text(web.get(signedIn.as(hm), "/registers?from=0&until=-3")))
        .as("days the wrong way round show the last of them")
        .doesNotContain("राम औतार");
    var other = district.thana("सौरिख");
    arrivals.diarise(other.hm(), Writing.petition().with(w -> w.name = "पराया प्रार्थी"));
    assertThat(text(web.get(signedIn.as(hm), "/registers?office=" + other.id())))
        .doesNotContain("पराया प्रार्थी");
    assertThat(text(web.get(signedIn.as(hm), "/registers/inward.csv?office=" + other.id())))
        .doesNotContain("पराया प्रार्थी");
    assertThat(text(web.get(signedIn.as(district.co), "/registers?office=" + other.id())))
        .contains("पराया प्रार्थी");
    assertThat(web.get(signedIn.as(hm), "/registers?from=कल")).hasStatus(422);
  }

  private String place(PaperId paper) {
    return reading.card(paper, hm.scope()).paper().place().code();
  }

  private String list(Seat seat, String pile) {
    return text(web.get(signedIn.as(seat), "/receipts?pile=" + pile));
  }

  private MvcTestResult post(Seat seat, String path, String... fields) {
    return web.post(signedIn.as(seat), path, fields);
  }

  private static String text(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
