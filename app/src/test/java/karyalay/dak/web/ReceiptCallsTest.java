package karyalay.dak.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import karyalay.Api;
import karyalay.Api.Answer;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.dak.Arrivals;
import karyalay.dak.Questions;
import karyalay.dak.Writing;
import karyalay.desk.OnDesks;
import karyalay.files.InFiles;
import karyalay.shared.Ids;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Dak by calls: each act done once, each refusal with its rule.
@KaryalayTest
class ReceiptCallsTest {
  private static final String LETTER =
      """
      {"shape": "LETTER", "received": "2026-10-14", "letterDate": "2026-10-13", "mode": "by-hand",
       "letterNumber": "कॉल-1", "category": "call-for-report", "subject": "माह की आख्या",
       "sender": {"organisation": "कानपुर परिक्षेत्र"}}
      """;

  @Autowired Given given;
  @Autowired Api api;
  @Autowired Arrivals arrivals;
  @Autowired InFiles in;
  @Autowired OnDesks desks;

  Given.District district;
  Given.Thana thana;
  Seat hm;
  Seat sho;
  Api.Client clerk;
  Api.Client head;

  @BeforeEach
  void a_thana() {
    district = given.district();
    thana = district.thana("इन्दरगढ़");
    hm = thana.hm();
    sho = thana.sho();
    clerk = api.as(hm);
    head = api.as(sho);
  }

  @Test
  @Holds("OP-19")
  void everything_that_was_sent_to_be_diarised_is_read_back() {
    Answer made =
        clerk.post(
            "/receipts",
            """
            {"shape": "PETITION", "received": "2026-10-14", "mode": "by-hand", "language": "hi",
             "vip": true, "category": "land-dispute", "urgency": "IMMEDIATE",
             "gist": "खेत की मेड़ तोड़कर पाँच डिसमिल भूमि पर कब्जा; पैमाइश की माँग",
             "sender": {"name": "राम औतार", "father": "बाबूराम", "village": "खड़नी",
                        "thana": "इन्दरगढ़", "mobile": "9999900101", "pin": "209725"},
             "enclosures": ["खतौनी"], "missing": ["नक्शा"], "remarks": "स्वयं उपस्थित",
             "questions": {"danger": false, "cognizable": true}}
            """);
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    Answer read = clerk.get("/receipts/" + made.at("$.paper"));
    assertThat(read.<String>at("$.shape")).isEqualTo("PETITION");
    assertThat(read.<String>at("$.urgency")).isEqualTo("IMMEDIATE");
    assertThat(read.<String>at("$.gist")).startsWith("खेत की मेड़");
    assertThat(read.<String>at("$.received")).isEqualTo("2026-10-14");
    assertThat(read.<Object>at("$.letterDate")).isNull();
    assertThat(read.<String>at("$.firStep")).isEqualTo("OPEN");
    assertThat(read.<List<String>>at("$.enclosures[*].name")).containsExactly("नक्शा");
    assertThat(read.<String>at("$.subtitle")).contains("राम औतार");
    assertThat(read.<Boolean>at("$.physical")).isTrue();
    assertThat(read.<String>at("$.holder")).isEqualTo(hm.mark());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2026-10-14 | 2099-01-01 | dak.FUTURE_DATE",
        "\"mode\": \"by-hand\" | \"mode\": \"pigeon\" | dak.NOT_IN_MASTER",
        "call-for-report | नहीं-है | dak.NOT_IN_MASTER",
        "\"subject\": \"माह की आख्या\", | | dak.FIELD_NEEDED",
        "{\"organisation\": \"कानपुर परिक्षेत्र\"} | {\"village\": \"खड़नी\"} | dak.ONE_OF_NEEDED",
        "{\"organisation\": | {\"mobile\": \"12\", \"organisation\": | dak.MOBILE_UNCLEAR",
        "{\"organisation\": | {\"pin\": \"12\", \"organisation\": | dak.PIN_UNCLEAR",
        "\"LETTER\" | \"POSTCARD\" | shared.NOT_UNDERSTOOD",
        "\"shape\": \"LETTER\", | | shared.MISSING",
        "\"mode\": \"by-hand\" | \"mode\": \"e-mail\" | dak.UPLOAD_NEEDED"
      })
  @Holds("OP-20")
  void what_is_wrong_in_an_entry_is_named_and_takes_no_number(
      String sound, String wrong, String code) {
    assertThat(LETTER).contains(sound);
    Answer refused = clerk.post("/receipts", LETTER.replace(sound, wrong == null ? "" : wrong));
    assertThat(refused.code()).as(wrong).isEqualTo(code);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(clerk.get("/receipts").<List<?>>at("$.receipts")).isEmpty();
    Answer first = clerk.post("/receipts", LETTER);
    assertThat(first.<String>at("$.number")).startsWith("1/");
  }

  @Test
  @Holds("OP-35")
  void the_same_letter_again_is_refused_with_its_number_unless_wanted_anew() {
    String number = clerk.post("/receipts", LETTER).at("$.number");
    Answer again = clerk.post("/receipts", LETTER);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("dak.ALREADY_DIARISED");
    assertThat(again.<String>at("$.detail")).contains(number);
    Answer anew = clerk.post("/receipts", LETTER.replaceFirst("\\{", "{\"anew\": true, "));
    assertThat(anew.status()).isEqualTo(201);
    assertThat(anew.<String>at("$.number")).isNotEqualTo(number);
  }

  @Test
  @Holds("OP-25")
  void one_call_marks_many_papers_to_many_posts_or_none() {
    List<PaperId> papers = List.of(arrivals.electronic(hm), arrivals.electronic(hm));
    String body =
        "{\"papers\": [\"%s\", \"%s\"], \"send\": {\"to\": [\"%s\", \"%s\"], \"task\": \"REPORT\", \"remark\": \"आख्या दें\"}}"
            .formatted(papers.get(0), papers.get(1), sho.mark(), thana.si().mark());
    String bad = body.replace(thana.si().mark(), "नहीं-1");
    assertThat(clerk.post("/receipts/markings", bad).code()).isEqualTo("dak.NO_SUCH_POST");
    assertThat(head.get("/receipts").<List<?>>at("$.receipts")).isEmpty();

    String key = Ids.next().toString();
    Answer sent = clerk.post(key, "/receipts/markings", body);
    assertThat(sent.<List<String>>at("$[*].holder")).containsExactly(sho.mark(), sho.mark());
    assertThat(clerk.post(key, "/receipts/markings", body)).isEqualTo(sent);
    assertThat(head.get("/receipts").<List<?>>at("$.receipts")).hasSize(2);
    assertThat(api.as(thana.si()).get("/receipts").<List<?>>at("$.receipts")).hasSize(2);
    assertThat(api.as(thana.si()).get("/desk").<List<String>>at("$.papers[*].task"))
        .containsExactly("REPORT", "REPORT");
    assertThat(clerk.get("/receipts?pile=SENT").<List<?>>at("$.receipts")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"papers\": [], \"send\": {\"to\": [\"SHO\"]}}         | dak.NO_ADDRESSEE",
        "{\"papers\": [\"PAPER\"], \"send\": {\"to\": []}}       | dak.NO_ADDRESSEE",
        "{\"papers\": [\"PAPER\"]}                              | shared.MISSING",
        "{\"send\": {\"to\": [\"SHO\"]}}                        | shared.MISSING",
        "{\"papers\": [\"PAPER\"], \"send\": {}}                | shared.MISSING",
        "{\"papers\": [null], \"send\": {\"to\": [\"SHO\"]}}     | shared.NOT_UNDERSTOOD",
        "{\"papers\": [\"PAPER\"], \"send\": {\"to\": [null]}}   | shared.NOT_UNDERSTOOD",
        "{\"papers\": [\"x\"], \"send\": {\"to\": [\"SHO\"]}}    | shared.NOT_UNDERSTOOD",
        "{\"papers\": [\"PAPER\"], \"send\": {\"to\": [\"HM\"]}} | desk.ALREADY_THERE",
        "{\"papers\": [\"PAPER\"], \"send\": {\"to\": [\"SHO\"], \"due\": \"2020-01-01\"}} | desk.DATE_PASSED"
      })
  void a_marking_without_papers_posts_or_sense_marks_nothing(String body, String code) {
    PaperId paper = arrivals.electronic(hm);
    Answer refused =
        clerk.post(
            "/receipts/markings",
            body.replace("PAPER", paper.toString())
                .replace("\"SHO\"", '"' + sho.mark() + '"')
                .replace("\"HM\"", '"' + hm.mark() + '"'));
    assertThat(refused.code()).as(body).isEqualTo(code);
    assertThat(clerk.get("/papers/" + paper).<String>at("$.holder")).isEqualTo(hm.mark());
  }

  @Test
  @Holds("OP-26")
  void paper_and_wire_do_not_go_in_one_call() {
    PaperId wire = arrivals.electronic(hm);
    PaperId paper = arrivals.diarise(hm, Writing.petition());
    Answer mixed =
        clerk.post(
            "/receipts/markings",
            "{\"papers\": [\"%s\", \"%s\"], \"send\": {\"to\": [\"%s\"]}}"
                .formatted(wire, paper, sho.mark()));
    assertThat(mixed.code()).isEqualTo("dak.MIXED");
    assertThat(mixed.rule()).isEqualTo("OP-26");
  }

  @Test
  @Holds("OP-28")
  void a_receipt_is_put_into_a_file_of_the_same_desk_by_its_number() {
    PaperId file = in.open(hm, "फाइल/7", karyalay.desk.Classification.NORMAL);
    in.open(sho, "पराई/8", karyalay.desk.Classification.NORMAL);
    PaperId paper = arrivals.electronic(hm);
    String path = "/receipts/" + paper + "/filing";
    for (String none : List.of("पराई/8", "नहीं/9", "", "  "))
      assertThat(clerk.post(path, "{\"file\": \"" + none + "\"}").code())
          .as(none)
          .isEqualTo("dak.NO_SUCH_FILE");
    String key = Ids.next().toString();
    Answer filed = clerk.post(key, path, "{\"file\": \" फाइल/7 \"}");
    assertThat(filed.<String>at("$.place")).isEqualTo("INSIDE");
    assertThat(clerk.post(key, path, "{\"file\": \" फाइल/7 \"}")).isEqualTo(filed);
    assertThat(clerk.post(path, "{\"file\": \"फाइल/7\"}").code()).isEqualTo("desk.INSIDE_ANOTHER");
    assertThat(clerk.get("/files/" + file).<List<?>>at("$.correspondence")).hasSize(1);
    assertThat(clerk.post("/receipts/" + paper + "/closure", "{\"reason\": \"x\"}").code())
        .isEqualTo("desk.INSIDE_ANOTHER");
  }

  @Test
  @Holds("OP-119")
  void an_offence_is_decided_by_an_officer_before_the_paper_ends() {
    var cognizable = new Questions(null, true, null, null, null, null);
    PaperId paper = arrivals.diarise(hm, Writing.petition().with(w -> w.questions = cognizable));
    String path = "/receipts/" + paper;
    assertThat(clerk.post(path + "/closure", "{\"reason\": \"दाखिल दफ्तर\"}").code())
        .isEqualTo("dak.COGNIZABLE");
    assertThat(clerk.post(path + "/offence", "{\"reason\": \"मु0अ0सं0 1/26\"}").code())
        .isEqualTo("dak.ONLY_DECIDING_OFFICER");
    arrivals.send(hm, paper, sho.post());
    head.post("/papers/" + paper + "/reception", "{}");
    assertThat(head.post(path + "/offence", "{}").code()).isEqualTo("dak.REASON_NEEDED");
    String key = Ids.next().toString();
    Answer decided = head.post(key, path + "/offence", "{\"reason\": \"मु0अ0सं0 1/26\"}");
    assertThat(decided.<String>at("$.firStep")).isEqualTo("DECIDED");
    assertThat(head.post(key, path + "/offence", "{\"reason\": \"मु0अ0सं0 1/26\"}"))
        .isEqualTo(decided);
    assertThat(head.post(path + "/offence", "{\"reason\": \"फिर\"}").status()).isEqualTo(404);
    assertThat(head.post(path + "/closure", "{\"reason\": \" \"}").code())
        .isEqualTo("desk.REASON_NEEDED");
    assertThat(head.post(path + "/closure", "{\"reason\": \"दर्ज\"}").<String>at("$.place"))
        .isEqualTo("CLOSED");
  }

  @Test
  @Holds("OP-39")
  void a_closed_receipt_is_reopened_by_whoever_closed_it_with_a_reason() {
    PaperId paper = arrivals.electronic(hm);
    String path = "/receipts/" + paper;
    assertThat(clerk.post(path + "/reopening", "{\"reason\": \"x\"}").code())
        .isEqualTo("desk.NOT_CLOSED");
    String key = Ids.next().toString();
    Answer closed = clerk.post(key, path + "/closure", "{\"reason\": \"दाखिल दफ्तर\"}");
    assertThat(closed.<Object>at("$.dueAt")).as("no clock runs").isNull();
    assertThat(clerk.post(key, path + "/closure", "{\"reason\": \"दाखिल दफ्तर\"}"))
        .isEqualTo(closed);
    assertThat(clerk.get("/receipts?pile=CLOSED").<List<?>>at("$.receipts")).hasSize(1);
    assertThat(head.post(path + "/reopening", "{\"reason\": \"x\"}").status())
        .as("the head of the thana reads it and may not reopen it")
        .isIn(404, 409, 422);
    assertThat(clerk.post(path + "/reopening", "{}").code()).isEqualTo("desk.REASON_NEEDED");
    assertThat(clerk.post(path + "/reopening", "{\"reason\": \"पूरक\"}").<Object>at("$.dueAt"))
        .as("the clock runs again")
        .isNotNull();
  }

  @Test
  @Holds("OP-32")
  void wrongly_marked_dak_goes_back_by_a_call_with_its_reason() {
    PaperId paper = arrivals.electronic(hm);
    String path = "/receipts/" + paper + "/return";
    assertThat(clerk.post(path, "{\"reason\": \"मेरा नहीं\"}").code())
        .isEqualTo("dak.REGISTRY_ITSELF");
    arrivals.send(hm, paper, thana.si().post());
    Api.Client si = api.as(thana.si());
    assertThat(si.post(path, "{\"reason\": \"\"}").code()).isEqualTo("dak.REASON_NEEDED");
    String key = Ids.next().toString();
    Answer back = si.post(key, path, "{\"reason\": \"हल्का दूसरा है\"}");
    assertThat(back.<String>at("$.holder")).isEqualTo(hm.mark());
    assertThat(si.post(key, path, "{\"reason\": \"हल्का दूसरा है\"}")).isEqualTo(back);
    assertThat(desks.acts(paper)).containsOnlyOnce("dak.wrongly_marked");
    assertThat(clerk.get("/papers/" + paper + "/movements").<String>at("$[2].remark"))
        .isEqualTo("हल्का दूसरा है");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"INBOX", "CREATED", "SENT", "CLOSED", "FOLLOWED", "MISSING", "UNSEEN", "DISPUTED"})
  @Holds("OP-36")
  void every_pile_is_listed_for_its_own_post_alone(String pile) {
    arrivals.electronic(hm);
    Answer mine = clerk.get("/receipts?pile=" + pile);
    assertThat(mine.status()).isEqualTo(200);
    boolean here = pile.equals("INBOX") || pile.equals("CREATED");
    assertThat(mine.<List<?>>at("$.receipts")).hasSize(here ? 1 : 0);
    assertThat(api.as(thana.si()).get("/receipts?pile=" + pile).<List<?>>at("$.receipts"))
        .isEmpty();
  }

  @Test
  @Holds("OP-36")
  void the_inbox_is_filtered_by_nature_and_by_what_was_read() {
    PaperId wire = arrivals.electronic(hm);
    PaperId paper = arrivals.diarise(hm, Writing.petition());
    assertThat(papers("/receipts?physical=true")).containsExactly(paper.toString());
    assertThat(papers("/receipts?physical=false")).containsExactly(wire.toString());
    assertThat(papers("/receipts?followed=true")).isEmpty();
    assertThat(clerk.get("/receipts?pile=NOWHERE").code()).isEqualTo("shared.NOT_UNDERSTOOD");
    assertThat(clerk.get("/receipts?cursor=1~x").code()).isEqualTo("shared.NOT_UNDERSTOOD");
  }

  private List<String> papers(String path) {
    return clerk.get(path).at("$.receipts[*].paper");
  }
}
