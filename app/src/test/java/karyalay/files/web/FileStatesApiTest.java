package karyalay.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import karyalay.Api;
import karyalay.Api.Answer;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
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

/// Parking, closing and reopening a file by calls.
@KaryalayTest
class FileStatesApiTest {
  @Autowired Given given;
  @Autowired Api api;
  @Autowired InFiles in;
  @Autowired OnDesks desks;
  @Autowired OfficeTime time;

  Given.District district;
  Seat hm;
  Seat sho;
  Api.Client clerk;
  Api.Client officer;
  PaperId file;
  String path = "";

  @BeforeEach
  void a_file_on_a_desk() {
    district = given.district();
    var thana = district.thana("तालग्राम");
    hm = thana.hm();
    sho = thana.sho();
    clerk = api.as(hm);
    officer = api.as(district.asp);
    file = in.open(hm);
    path = "/files/" + file;
  }

  @Test
  @Holds("OP-42")
  void a_file_is_parked_until_a_day_and_taken_up_again() {
    LocalDate day = time.today().plusDays(9);
    String key = Ids.next().toString();
    String body = "{\"until\": \"%s\", \"reason\": \"न्यायालय की तिथि\"}".formatted(day);
    Answer parked = clerk.post(key, path + "/parking", body);
    assertThat(parked.<String>at("$.place")).isEqualTo("PARKED");
    assertThat(parked.<String>at("$.id")).isEqualTo(file.toString());
    assertThat(clerk.post(key, path + "/parking", body)).isEqualTo(parked);
    assertThat(desks.acts(file)).containsOnlyOnce("desk.parked");
    assertThat(clerk.post(path + "/notes", "{\"text\": \"x\"}").code()).isEqualTo("desk.PARKED");
    assertThat(clerk.post(path + "/parking", body).code()).isEqualTo("desk.PARKED");
    assertThat(clerk.get("/desk?tab=PARKED").<List<String>>at("$.papers[*].id"))
        .containsExactly(file.toString());

    Answer taken = clerk.post(path + "/resumption", "{}");
    assertThat(taken.<String>at("$.place")).isEqualTo("DESK");
    assertThat(clerk.post(path + "/resumption", "{}").code()).isEqualTo("desk.NOT_PARKED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                     | files.DATE_OR_EVENT_NEEDED",
        "{\"reason\": \"उत्तर\"}                                 | files.DATE_OR_EVENT_NEEDED",
        "{\"letter\": false, \"reason\": \"उत्तर\"}              | files.DATE_OR_EVENT_NEEDED",
        "{\"letter\": true}                                     | desk.REASON_NEEDED",
        "{\"until\": \"2099-01-01\", \"reason\": \"  \"}        | desk.REASON_NEEDED",
        "{\"until\": \"2020-01-01\", \"reason\": \"उत्तर\"}      | desk.DATE_PASSED",
        "{\"until\": \"2099-02-30\", \"reason\": \"उत्तर\"}      | shared.NOT_UNDERSTOOD"
      })
  @Holds("OP-42")
  void without_a_reason_and_a_day_to_come_or_an_event_nothing_is_parked(String body, String code) {
    Answer refused = clerk.post(path + "/parking", body);
    assertThat(refused.code()).as(body).isEqualTo(code);
    assertThat(clerk.get("/papers/" + file).<String>at("$.place")).isEqualTo("DESK");
  }

  @Test
  @Holds("OP-42")
  void a_file_that_waits_for_a_letter_is_taken_up_by_it() {
    Answer parked =
        clerk.post(path + "/parking", "{\"letter\": true, \"reason\": \"आख्या की प्रतीक्षा\"}");
    assertThat(parked.<String>at("$.place")).isEqualTo("PARKED");
    PaperId letter = desks.paper(hm);
    clerk.post(path + "/enclosures", "{\"receipt\": \"" + letter + "\"}");
    assertThat(clerk.get("/papers/" + file).<String>at("$.place")).isEqualTo("DESK");
  }

  @Test
  @Holds("OP-43")
  void closing_and_reopening_each_need_their_approval_reason_and_post() {
    Answer early =
        clerk.post(path + "/closure", "{\"reason\": \"निस्तारित\", \"recordClass\": \"c\"}");
    assertThat(early.code()).isEqualTo("files.APPROVAL_NEEDED");
    assertThat(early.rule()).isEqualTo("OP-43");
    in.send(hm, file, district.asp);
    Answer approved =
        officer.post(
            path + "/notes",
            "{\"kind\": \"CLOSING_APPROVAL\", \"text\": \"बन्द करें\", \"to\": \"%s\"}"
                .formatted(hm.mark()));
    assertThat(approved.status()).as(approved.body()).isEqualTo(200);
    assertThat(
            officer.post(path + "/closure", "{\"reason\": \"x\", \"recordClass\": \"c\"}").code())
        .isEqualTo("files.ONLY_MAKER_CLOSES");
    assertThat(clerk.post(path + "/closure", "{\"reason\": \"निस्तारित\"}").code())
        .isEqualTo("files.RECORD_CLASS_NEEDED");
    assertThat(clerk.post(path + "/closure", "{\"recordClass\": \"c\"}").code())
        .isEqualTo("desk.REASON_NEEDED");
    String key = Ids.next().toString();
    String body = "{\"reason\": \"निस्तारित\", \"recordClass\": \"c\"}";
    Answer closed = clerk.post(key, path + "/closure", body);
    assertThat(closed.<String>at("$.place")).isEqualTo("CLOSED");
    assertThat(clerk.post(key, path + "/closure", body)).isEqualTo(closed);
    assertThat(clerk.post(path + "/closure", body).code()).isEqualTo("desk.CLOSED");
    assertThat(desks.acts(file)).containsOnlyOnce("desk.closed");

    assertThat(clerk.post(path + "/reopening", "{\"reason\": \"नया तथ्य\"}").code())
        .isEqualTo("files.APPROVAL_NEEDED");
    in.open(sho);
    assertThat(clerk.post(path + "/reopening-approval", "{}").code())
        .isEqualTo("files.RANK_TOO_LOW");
    assertThat(
            officer
                .post(path + "/reopening-approval", "{\"reason\": \"देखें\"}")
                .<String>at("$.place"))
        .isEqualTo("CLOSED");
    assertThat(clerk.post(path + "/reopening", "{}").code()).isEqualTo("desk.REASON_NEEDED");
    assertThat(officer.post(path + "/reopening", "{\"reason\": \"मैं\"}").code())
        .isEqualTo("desk.ONLY_CLOSER_REOPENS");
    assertThat(clerk.post(path + "/reopening", "{\"reason\": \"नया तथ्य\"}").<String>at("$.place"))
        .isEqualTo("DESK");
    assertThat(officer.post(path + "/reopening-approval", "{}").code())
        .isEqualTo("files.NOT_CLOSED_FOR_APPROVAL");
  }

  @Test
  @Holds("OP-42")
  void only_the_holder_parks_and_takes_up() {
    in.send(hm, file, sho);
    assertThat(
            clerk.post(path + "/parking", "{\"until\": \"2099-01-01\", \"reason\": \"x\"}").code())
        .isEqualTo("desk.NOT_WITH_YOU");
    api.as(sho).post(path + "/parking", "{\"until\": \"2099-01-01\", \"reason\": \"x\"}");
    assertThat(clerk.post(path + "/resumption", "{}").code()).isEqualTo("desk.NOT_WITH_YOU");
  }

  @Test
  @Holds("OP-41")
  void what_the_recipient_has_parked_closed_or_put_away_is_not_pulled_back_any_more() {
    in.send(hm, file, sho);
    Api.Client head = api.as(sho);
    head.post(path + "/parking", "{\"until\": \"2099-01-01\", \"reason\": \"आख्या\"}");
    head.post(path + "/resumption", "{}");
    Answer late = clerk.post("/papers/" + file + "/recall", "{}");
    assertThat(late.code()).isEqualTo("desk.OPENED_ALREADY");
    assertThat(clerk.get("/papers/" + file).<String>at("$.holder")).isEqualTo(sho.mark());
  }

  @Test
  @Holds("OP-41")
  void what_the_recipient_has_noted_on_is_not_pulled_back_any_more() {
    in.send(hm, file, sho);
    api.as(sho).post(path + "/notes", "{\"text\": \"देखा, आगे की कार्यवाही करें।\"}");
    Answer late = clerk.post("/papers/" + file + "/recall", "{}");
    assertThat(late.code()).isEqualTo("desk.OPENED_ALREADY");
    assertThat(clerk.get("/papers/" + file).<String>at("$.holder")).isEqualTo(sho.mark());
  }
}
