package karyalay.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import karyalay.Api;
import karyalay.Api.Answer;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.dak.Arrivals;
import karyalay.dak.Writing;
import karyalay.desk.Classification;
import karyalay.desk.OnDesks;
import karyalay.files.FileLists;
import karyalay.files.InFiles;
import karyalay.shared.Ids;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Files as another system opens, reads and changes them.
@KaryalayTest
class FilesApiTest {
  @Autowired Given given;
  @Autowired Api api;
  @Autowired InFiles in;
  @Autowired OnDesks desks;
  @Autowired Arrivals arrivals;

  Given.District district;
  Given.Thana thana;
  Seat hm;
  Api.Client clerk;
  Api.Client elsewhere;

  @BeforeEach
  void a_thana() {
    district = given.district();
    thana = district.thana("सौरिख");
    hm = thana.hm();
    clerk = api.as(hm);
    elsewhere = api.as(district.thana("तिर्वा").hm());
  }

  @Test
  @Holds({"OP-37", "OP-38"})
  void a_file_is_opened_with_its_cover_and_answered_whole() {
    Answer made =
        clerk.post(
            "/files",
            """
            {"subject": " मेला ड्यूटी ", "number": "मेला/26", "category": "land-dispute",
             "earlier": "मेला/25", "remarks": "हर वर्ष", "language": "hi"}
            """);
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.<String>at("$.number")).isEqualTo("मेला/26");
    assertThat(made.<String>at("$.cover.earlier")).isEqualTo("मेला/25");
    assertThat(made.<String>at("$.cover.category")).isEqualTo("land-dispute");
    assertThat(made.<String>at("$.place")).isEqualTo("DESK");
    assertThat(made.<Integer>at("$.computerNumber")).isPositive();
    assertThat(made.<List<?>>at("$.notes")).isEmpty();
    assertThat(made.<Object>at("$.earlier")).isNull();

    Answer read = clerk.get("/files/" + made.at("$.id"));
    assertThat(read.<String>at("$.cover.subject")).isEqualTo(made.at("$.cover.subject"));
  }

  @Test
  @Holds("OP-37")
  void the_number_comes_of_the_heads_when_they_are_named_and_unknown_ones_are_refused() {
    Answer made = clerk.post("/files", "{\"subject\": \"शिकायत\", \"heads\": [\"complaints\"]}");
    assertThat(made.<String>at("$.number")).startsWith("COMPLAINTS/");
    Answer unknown = clerk.post("/files", "{\"subject\": \"शिकायत\", \"heads\": [\"नहीं\"]}");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.code()).isEqualTo("files.HEAD_UNKNOWN");
    assertThat(unknown.rule()).isEqualTo("OP-37");
    assertThat(clerk.post("/files", "{\"subject\": \"बिना संख्या\"}").code())
        .isEqualTo("files.NUMBER_NEEDED");
    assertThat(clerk.post("/files", "{\"number\": \"1/26\"}").code())
        .isEqualTo("files.SUBJECT_NEEDED");
  }

  @Test
  void the_same_call_again_opens_one_file_and_another_under_its_key_none() {
    String key = Ids.next().toString();
    String body = "{\"subject\": \"एक बार\", \"number\": \"एक/1\"}";
    Answer first = clerk.post(key, "/files", body);
    assertThat(clerk.post(key, "/files", body)).isEqualTo(first);
    Answer other = clerk.post(key, "/files", body.replace("एक/1", "एक/2"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.code()).isEqualTo("shared.ACT_ID_USED");
    assertThat(clerk.get("/files").<List<String>>at("$.files[*].number")).containsExactly("एक/1");
    Answer taken = clerk.post("/files", body);
    assertThat(taken.code()).isEqualTo("files.NUMBER_TAKEN");
    assertThat(taken.<String>at("$.detail")).contains("एक/1");
  }

  @Test
  @Holds("OP-28")
  void a_receipt_goes_along_into_the_new_file_or_later_and_moves_with_it() {
    PaperId first = arrivals.electronic(hm);
    Answer made =
        clerk.post(
            "/files",
            "{\"subject\": \"विवाद\", \"number\": \"वि/1\", \"receipt\": \"%s\"}".formatted(first));
    assertThat(made.<List<String>>at("$.correspondence[*].paper"))
        .containsExactly(first.toString());
    assertThat(made.<Boolean>at("$.correspondence[0].puc")).isTrue();
    String path = "/files/" + made.at("$.id");

    PaperId second = arrivals.electronic(hm);
    String key = Ids.next().toString();
    String body = "{\"receipt\": \"" + second + "\"}";
    Answer enclosed = clerk.post(key, path + "/enclosures", body);
    assertThat(enclosed.<List<Integer>>at("$.correspondence[*].serial")).containsExactly(1, 2);
    assertThat(clerk.post(key, path + "/enclosures", body)).isEqualTo(enclosed);
    Answer again = clerk.post(path + "/enclosures", body);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("desk.INSIDE_ANOTHER");
    Answer alone =
        clerk.post(
            "/papers/" + second + "/movements", "{\"to\": \"%s\"}".formatted(thana.sho().mark()));
    assertThat(alone.code()).isEqualTo("desk.INSIDE_ANOTHER");
    assertThat(alone.rule()).isEqualTo("OP-28");
  }

  @Test
  void a_receipt_out_of_reach_is_put_into_no_file() {
    PaperId theirs = arrivals.electronic(thana.sho());
    PaperId file = in.open(hm);
    Answer answer =
        clerk.post("/files/" + file + "/enclosures", "{\"receipt\": \"" + theirs + "\"}");
    assertThat(answer.status()).isEqualTo(404);
    Answer opened =
        clerk.post(
            "/files", "{\"subject\": \"x\", \"number\": \"y\", \"receipt\": \"" + theirs + "\"}");
    assertThat(opened.status()).isEqualTo(404);
    assertThat(clerk.get("/files").<List<?>>at("$.files")).hasSize(1);
  }

  @Test
  void a_file_is_no_receipt_and_a_receipt_no_file() {
    PaperId file = in.open(hm);
    PaperId letter = arrivals.electronic(hm);
    assertThat(
            clerk
                .post("/files/" + file + "/enclosures", "{\"receipt\": \"" + in.open(hm) + "\"}")
                .code())
        .isEqualTo("files.NOT_A_RECEIPT");
    assertThat(
            clerk
                .post(
                    "/files/" + letter + "/enclosures",
                    "{\"receipt\": \"" + arrivals.electronic(hm) + "\"}")
                .code())
        .isEqualTo("files.NOT_A_FILE");
    assertThat(clerk.get("/files/" + letter).status()).isEqualTo(404);
    assertThat(clerk.post("/files/" + letter + "/notes", "{\"text\": \"x\"}").code())
        .isEqualTo("files.NOT_A_FILE");
  }

  @Test
  @Holds("OP-38")
  void a_changed_cover_is_answered_and_what_is_wrong_in_it_refused() {
    PaperId file = in.open(hm);
    String path = "/files/" + file + "/cover";
    String body =
        """
        {"subject": "दूसरा विषय", "category": "arms", "language": "en", "earlier": "क/1",
         "later": "ख/2", "remarks": "देखें"}
        """;
    String key = Ids.next().toString();
    Answer changed = clerk.post(key, path, body);
    assertThat(changed.<String>at("$.cover.subject")).isEqualTo("दूसरा विषय");
    assertThat(changed.<String>at("$.cover.later")).isEqualTo("ख/2");
    assertThat(clerk.post(key, path, body)).isEqualTo(changed);
    assertThat(desks.acts(file)).containsOnlyOnce("files.cover_changed");

    assertThat(clerk.post(path, "{\"subject\": \"  \"}").code()).isEqualTo("files.SUBJECT_NEEDED");
    assertThat(clerk.post(path, "{\"subject\": \"" + "क".repeat(501) + "\"}").code())
        .isEqualTo("files.SUBJECT_TOO_LONG");
    assertThat(
            clerk
                .post(path, "{\"subject\": \"x\", \"remarks\": \"" + "क".repeat(2001) + "\"}")
                .code())
        .isEqualTo("shared.TOO_LONG");
    assertThat(
            clerk
                .post(
                    path,
                    "{\"subject\": \"izkFkhZ ds izkFkZuk i= dh tkap dh xbZ gSA ekeyk Hkwfe fookn dk gSA\"}")
                .code())
        .isEqualTo("files.SUBJECT_IN_LEGACY_FONT");
    assertThat(clerk.get("/files/" + file).<String>at("$.cover.subject")).isEqualTo("दूसरा विषय");
  }

  @Test
  @Holds("OP-61")
  void the_paper_under_consideration_is_marked_and_a_serial_that_is_not_there_refused() {
    PaperId file = in.open(hm);
    in.letter(hm, file, 2);
    in.letter(hm, file, 3);
    String path = "/files/" + file + "/consideration";
    Answer marked = clerk.post(path, "{\"serial\": 2}");
    assertThat(marked.<List<Boolean>>at("$.correspondence[*].puc")).containsExactly(false, true);
    assertThat(marked.<Integer>at("$.correspondence[1].from")).isEqualTo(3);
    assertThat(marked.<Integer>at("$.pages")).isEqualTo(5);
    for (int serial : new int[] {0, 3, -1}) {
      Answer none = clerk.post(path, "{\"serial\": " + serial + "}");
      assertThat(none.code()).as("serial %d", serial).isEqualTo("filing.NO_SUCH_PLACE");
    }
  }

  @Test
  @Holds("OP-86")
  void a_list_shows_what_the_reader_may_see_and_veils_the_rest() {
    in.open(hm, "खुली/1", Classification.NORMAL);
    in.open(thana.sho(), "गोप/2", Classification.CONFIDENTIAL);
    assertThat(clerk.get("/files").<List<String>>at("$.files[*].number")).containsExactly("खुली/1");
    Answer senior = api.as(district.co).get("/files");
    assertThat(senior.<List<String>>at("$.files[*].number"))
        .containsExactlyInAnyOrder("खुली/1", "गोप/2");
    assertThat(senior.<List<String>>at("$.files[?(@.number == 'गोप/2')].subject"))
        .containsExactly("");
    assertThat(elsewhere.get("/files").<List<?>>at("$.files")).isEmpty();
    assertThat(clerk.get("/files?q=खुली").<List<?>>at("$.files")).hasSize(1);
    assertThat(clerk.get("/files?q=गोप").<List<?>>at("$.files")).isEmpty();
    assertThat(clerk.get("/files?state=CLOSED").<List<?>>at("$.files")).isEmpty();
    assertThat(clerk.get("/files?whose=MINE").<List<?>>at("$.files")).hasSize(1);
  }

  @Test
  void a_list_is_read_page_by_page_to_its_end() {
    for (int n = 0; n < FileLists.PAGE + 2; n++) in.open(hm, "पृ/" + n, Classification.NORMAL);
    Answer first = clerk.get("/files");
    assertThat(first.<List<?>>at("$.files")).hasSize(FileLists.PAGE);
    Answer second = clerk.get("/files?cursor={c}", first.<String>at("$.cursor"));
    assertThat(second.<List<String>>at("$.files[*].number")).containsExactly("पृ/1", "पृ/0");
    assertThat(second.<Object>at("$.cursor")).isNull();
  }

  @Test
  @Holds("OP-52")
  void a_file_read_by_another_system_is_logged_as_a_view_of_its_person() {
    PaperId file = in.open(hm);
    Answer read = clerk.get("/files/" + file);
    assertThat(read.status()).isEqualTo(200);
    Answer none = elsewhere.get("/files/" + file);
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.body()).doesNotContain(in.number(file));
    assertThat(none.<String>at("$.detail"))
        .isEqualTo(elsewhere.get("/files/" + PaperId.next()).at("$.detail"));
  }

  @Test
  void a_paper_receipt_is_not_put_into_a_file_before_it_is_received() {
    PaperId sent = arrivals.diariseAndSend(hm, Writing.petition(), thana.sho().post());
    PaperId file = in.open(thana.sho());
    Api.Client head = api.as(thana.sho());
    String body = "{\"receipt\": \"" + sent + "\"}";
    assertThat(head.post("/files/" + file + "/enclosures", body).code())
        .isEqualTo("desk.RECEIVE_FIRST");
    head.post("/papers/" + sent + "/reception", "{}");
    assertThat(head.post("/files/" + file + "/enclosures", body).status()).isEqualTo(200);
  }
}
