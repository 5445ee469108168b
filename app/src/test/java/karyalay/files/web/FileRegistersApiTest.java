package karyalay.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.Api;
import karyalay.Api.Answer;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.dak.Arrivals;
import karyalay.desk.Classification;
import karyalay.desk.OnDesks;
import karyalay.files.InFiles;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Precedents, legacy files, watch lists and consultations by calls.
@KaryalayTest
class FileRegistersApiTest {
  @Autowired Given given;
  @Autowired Api api;
  @Autowired InFiles in;
  @Autowired OnDesks desks;
  @Autowired Arrivals arrivals;
  @Autowired OfficeTime time;
  @Autowired JdbcClient db;

  Given.District district;
  Given.Thana thana;
  Seat hm;
  Api.Client clerk;
  PaperId file;

  @BeforeEach
  void a_thana() {
    district = given.district();
    thana = district.thana("ठठिया");
    hm = thana.hm();
    clerk = api.as(hm);
    file = in.open(hm, "नजीर/1", Classification.NORMAL);
  }

  @Test
  @Holds("OP-64")
  void a_ruling_is_entered_once_found_in_any_spelling_and_read_by_its_branch() {
    String body =
        """
        {"file": "नजीर/1", "subject": "सौरिख मेला", "ruling": "दो प्लाटून पीएसी", "decided": "2026-01-05"}
        """;
    String key = Ids.next().toString();
    Answer made = clerk.post(key, "/precedents", body);
    assertThat(made.status()).isEqualTo(201);
    assertThat(clerk.post(key, "/precedents", body)).isEqualTo(made);
    assertThat(clerk.get("/precedents").<List<String>>at("$[*].ruling"))
        .containsExactly("दो प्लाटून पीएसी");
    for (String typed : List.of("saurikh", "सौरीख", "पीएसी प्लाटून", "नजीर"))
      assertThat(
              clerk.post("/precedents/search", "{\"q\": \"%s\"}".formatted(typed)).<List<?>>at("$"))
          .as(typed)
          .hasSize(1);
    assertThat(clerk.post("/precedents/search", "{\"q\": \"चुनाव\"}").<List<?>>at("$")).isEmpty();
    assertThat(clerk.post("/precedents/search", "{}").<List<?>>at("$")).hasSize(1);
    assertThat(api.as(district.thana("तिर्वा").hm()).get("/precedents").<List<?>>at("$")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "नजीर/1 | 0 | विषय | ''    | 2026-01-05 | filing.RULING_NEEDED",
        "नजीर/1 | 0 | ''   | निर्णय | 2026-01-05 | filing.RULING_NEEDED",
        "नजीर/1 | 7 | विषय | निर्णय | 2026-01-05 | filing.NO_SUCH_PLACE",
        "नजीर/1 | 0 | विषय | निर्णय | 2099-01-05 | filing.DATE_IN_FUTURE",
        "नहीं/9 | 0 | विषय | निर्णय | 2026-01-05 | filing.NO_SUCH_FILE",
        "नजीर/1 | 0 | विषय | निर्णय | कल         | shared.NOT_UNDERSTOOD"
      })
  @Holds("OP-64")
  void a_ruling_without_its_words_file_place_or_day_enters_no_register(
      String of, int paragraph, String subject, String ruling, String day, String code) {
    Answer refused =
        clerk.post(
            "/precedents",
            """
            {"file": "%s", "paragraph": %d, "subject": "%s", "ruling": "%s", "decided": "%s"}
            """
                .formatted(
                    of, paragraph, subject.replace("''", ""), ruling.replace("''", ""), day));
    assertThat(refused.code()).isEqualTo(code);
    assertThat(clerk.get("/precedents").<List<?>>at("$")).isEmpty();
  }

  @Test
  @Holds("OP-51")
  void a_legacy_file_is_entered_once_with_its_scan_and_its_old_number() {
    String scan = arrivals.upload(hm).toString();
    String body =
        """
        {"oldNumber": "12/1998", "subject": "मेड़ विवाद", "openedOn": "1998-05-01",
         "keptAt": "अलमारी 3", "remarks": "जीर्ण", "uploads": ["%s"]}
        """
            .formatted(scan);
    String key = Ids.next().toString();
    Answer made = clerk.post(key, "/files/legacy", body);
    assertThat(made.status()).isEqualTo(201);
    assertThat(clerk.post(key, "/files/legacy", body)).isEqualTo(made);
    Answer read = clerk.get("/files/" + made.at("$.id"));
    assertThat(read.<String>at("$.number")).isEqualTo("12/1998");
    assertThat(read.<List<Integer>>at("$.correspondence[*].to")).containsExactly(2);
    assertThat(clerk.get("/papers/" + made.at("$.id")).<Object>at("$.dueAt")).isNull();
    assertThat(clerk.post("/files/legacy", body).code()).isEqualTo("filing.OLD_NUMBER_TAKEN");
    Answer found = clerk.post("/files/numbers", "{\"number\": \"१२/१९९८\"}");
    assertThat(found.<List<String>>at("$[*].file")).containsExactly(made.<String>at("$.id"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"oldNumber\": \"-\", \"subject\": \"x\", \"openedOn\": \"1998-05-01\"} | filing.OLD_NUMBER_NEEDED",
        "{\"oldNumber\": \"1/98\", \"subject\": \" \", \"openedOn\": \"1998-05-01\"} | files.SUBJECT_NEEDED",
        "{\"oldNumber\": \"1/98\", \"subject\": \"x\", \"openedOn\": \"2099-05-01\"} | filing.DATE_IN_FUTURE",
        "{\"oldNumber\": \"1/98\", \"subject\": \"x\", \"openedOn\": \"1998-05-01\", \"holder\": \"SP-XX\"} | filing.HOLDER_NOT_HERE",
        "{\"oldNumber\": \"1/98\", \"subject\": \"x\"} | shared.MISSING",
        "{\"oldNumber\": \"1/98\", \"subject\": \"x\", \"openedOn\": \"1998-05-01\", \"uploads\": [\"019a0000-0000-7000-8000-000000000001\"]} | desk.UPLOAD_GONE"
      })
  @Holds("OP-51")
  void a_legacy_file_that_is_not_whole_is_refused_and_leaves_nothing(String body, String code) {
    assertThat(clerk.post("/files/legacy", body).code()).as(body).isEqualTo(code);
    assertThat(clerk.get("/files").<List<?>>at("$.files")).hasSize(1);
  }

  @Test
  @Holds("OP-51")
  void a_sheet_is_judged_row_by_row_on_trial_and_loaded_once() {
    String sheet =
        "{\"sheet\": \"1/97,मेड़,1.1.97\\n2/97,,1.1.97\\n1/97,फिर,1.1.97\\n3/97,रास्ता,32.1.97\"}";
    Answer trial = clerk.post("/files/legacy/trial", sheet);
    assertThat(trial.<List<Integer>>at("$[*].line")).containsExactly(1, 2, 3, 4);
    assertThat(trial.<List<Object>>at("$[*].id")).containsOnlyNulls();
    assertThat(trial.<List<String>>at("$[*].refusal"))
        .satisfiesExactly(
            one -> assertThat(one).isEmpty(),
            two -> assertThat(two).isNotBlank(),
            three -> assertThat(three).contains("1/97"),
            four -> assertThat(four).contains("32.1.97"));
    assertThat(clerk.get("/files").<List<?>>at("$.files")).hasSize(1);

    String key = Ids.next().toString();
    Answer loaded = clerk.post(key, "/files/legacy/rows", sheet);
    assertThat(loaded.<List<Object>>at("$[?(@.id != null)].line")).containsExactly(1);
    assertThat(clerk.post(key, "/files/legacy/rows", sheet).<Object>at("$[0].id"))
        .isEqualTo(loaded.at("$[0].id"));
    assertThat(clerk.get("/files").<List<?>>at("$.files")).hasSize(2);
    assertThat(clerk.post("/files/legacy/trial", "{\"sheet\": \" \"}").code())
        .isEqualTo("filing.NO_ROWS");
  }

  @Test
  @Holds({"OP-93", "OP-94"})
  void what_goes_to_and_fro_is_listed_for_whoever_reads_it() {
    for (int turn = 0; turn < 2; turn++) {
      in.send(hm, file, thana.sho());
      in.send(thana.sho(), file, hm);
    }
    Answer watch = clerk.get("/files/watch");
    assertThat(watch.<List<String>>at("$.toAndFro[*].paper")).containsExactly(file.toString());
    assertThat(watch.<List<?>>at("$.manyHands")).isEmpty();
    assertThat(watch.<Integer>at("$.levels")).isEqualTo(4);
    assertThat(api.as(thana.si()).get("/files/watch").<List<?>>at("$.toAndFro")).isEmpty();
  }

  @Test
  @Holds("OP-91")
  void another_office_is_asked_by_a_day_and_its_answer_ends_it() {
    LocalDate day = time.today().plusDays(7);
    Seat lines = district.seat(district.spOffice, "RI", "प्रतिसार निरीक्षक", 50);
    String ask = "/files/" + file + "/consultations";
    String body =
        "{\"to\": \"%s\", \"question\": \"बल उपलब्ध है?\", \"target\": \"%s\"}"
            .formatted(lines.mark(), day);
    assertThat(api.as(lines).get("/files/" + file).status()).isEqualTo(404);
    String key = Ids.next().toString();
    Answer asked = clerk.post(key, ask, body);
    assertThat(asked.status()).isEqualTo(201);
    assertThat(clerk.post(key, ask, body)).isEqualTo(asked);
    assertThat(api.as(lines).get("/files/" + file).status()).isEqualTo(200);
    String one = ask + "/" + asked.at("$.id");
    Answer early = clerk.post(one + "/proceeding", "{\"remark\": \"बिना मत\"}");
    assertThat(early.code()).isEqualTo("filing.NOT_EXPIRED");
    assertThat(early.rule()).isEqualTo("OP-91");
    assertThat(clerk.post(one + "/extension", "{\"remark\": \"समय\"}").code())
        .isEqualTo("shared.MISSING");
    assertThat(
            clerk
                .post(
                    one + "/extension", "{\"target\": \"%s\", \"remark\": \"समय\"}".formatted(day))
                .code())
        .isEqualTo("filing.TARGET_NOT_LATER");
    assertThat(
            clerk
                .post(one + "/extension", "{\"target\": \"%s\"}".formatted(day.plusDays(3)))
                .code())
        .isEqualTo("filing.REASON_NEEDED");
    assertThat(
            clerk
                .post(
                    one + "/extension",
                    "{\"target\": \"%s\", \"remark\": \"माँगा\"}".formatted(day.plusDays(3)))
                .status())
        .isEqualTo(204);
    assertThat(api.as(lines).post(one + "/answer", "{}").code()).isEqualTo("desk.NOT_WITH_YOU");
    assertThat(clerk.post(one + "/answer", "{\"remark\": \"हाँ\"}").status()).isEqualTo(204);
    assertThat(clerk.post(one + "/answer", "{\"remark\": \"हाँ\"}").code())
        .isEqualTo("filing.CONSULTATION_ENDED");
    Answer related = clerk.get("/files/" + file + "/related");
    assertThat(related.<List<String>>at("$.consultations[*].outcome")).containsExactly("ANSWERED");
    assertThat(related.<Integer>at("$.consultations[0].extensions")).isEqualTo(1);
    assertThat(related.<String>at("$.consultations[0].target"))
        .isEqualTo(day.plusDays(3).toString());
  }

  @Test
  @Holds("OP-91")
  void once_its_day_has_passed_one_goes_on_without_the_answer_and_says_why() {
    Answer asked =
        clerk.post(
            "/files/" + file + "/consultations",
            "{\"to\": \"%s\", \"question\": \"मत दें\", \"target\": \"%s\"}"
                .formatted(thana.sho().mark(), time.today().plusDays(1)));
    String one = "/files/" + file + "/consultations/" + asked.at("$.id");
    db.sql("UPDATE files.consultation SET target = ? WHERE id = ?")
        .params(time.today().minusDays(1), UUID.fromString(asked.at("$.id")))
        .update();
    assertThat(clerk.post(one + "/proceeding", "{}").code()).isEqualTo("filing.REASON_NEEDED");
    assertThat(clerk.post(one + "/proceeding", "{\"remark\": \"विलम्ब सम्भव नहीं\"}").status())
        .isEqualTo(204);
    assertThat(clerk.get("/files/" + file + "/related").<String>at("$.consultations[0].outcome"))
        .isEqualTo("PROCEEDED");
    assertThat(
            clerk
                .post("/files/" + file + "/consultations/" + UUID.randomUUID() + "/answer", "{}")
                .status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"to\": \"HERE\", \"question\": \" \", \"target\": \"2099-01-01\"} | filing.REASON_NEEDED",
        "{\"to\": \"HERE\", \"question\": \"x\", \"target\": \"2020-01-01\"} | filing.TARGET_NOT_LATER",
        "{\"to\": \"नहीं\", \"question\": \"x\", \"target\": \"2099-01-01\"} | desk.NO_SUCH_POST",
        "{\"to\": \"HERE\", \"question\": \"x\"} | shared.MISSING"
      })
  @Holds("OP-91")
  void a_consultation_needs_a_post_a_question_and_a_day_to_come(String body, String code) {
    Answer refused =
        clerk.post("/files/" + file + "/consultations", body.replace("HERE", thana.sho().mark()));
    assertThat(refused.code()).as(body).isEqualTo(code);
    assertThat(clerk.get("/files/" + file + "/related").<List<?>>at("$.consultations")).isEmpty();
  }

  @Test
  void a_number_that_nobody_bears_finds_nothing_and_one_out_of_reach_neither() {
    assertThat(clerk.post("/files/numbers", "{\"number\": \"नजीर/1\"}").<List<?>>at("$"))
        .hasSize(1);
    assertThat(clerk.post("/files/numbers", "{\"number\": \"\"}").<List<?>>at("$")).isEmpty();
    Api.Client elsewhere = api.as(given.district().thana("अन्यत्र").hm());
    assertThat(elsewhere.post("/files/numbers", "{\"number\": \"नजीर/1\"}").<List<?>>at("$"))
        .isEmpty();
  }
}
