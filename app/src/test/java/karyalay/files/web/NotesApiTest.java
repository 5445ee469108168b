package karyalay.files.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The note sheet as another system writes and reads it.
@KaryalayTest
class NotesApiTest {
  @Autowired Given given;
  @Autowired Api api;
  @Autowired InFiles in;
  @Autowired OnDesks desks;

  Given.District district;
  Given.Thana thana;
  Seat hm;
  Seat sho;
  Api.Client clerk;
  Api.Client head;
  PaperId file;
  String notes = "";

  @BeforeEach
  void a_file_on_a_desk() {
    district = given.district();
    thana = district.thana("छिबरामऊ");
    hm = thana.hm();
    sho = thana.sho();
    clerk = api.as(hm);
    head = api.as(sho);
    file = in.open(hm);
    notes = "/files/" + file + "/notes";
  }

  @Test
  @Holds({"OP-54", "OP-56"})
  void a_note_is_numbered_signed_and_answered_with_the_sheet() {
    Answer written = clerk.post(notes, "{\"text\": \"पहला।\\n\\nदूसरा।\"}");
    assertThat(written.<Integer>at("$.notes[0].serial")).isEqualTo(1);
    assertThat(written.<Integer>at("$.notes[0].first")).isEqualTo(1);
    assertThat(written.<List<String>>at("$.notes[0].paragraphs"))
        .containsExactly("पहला।", "दूसरा।");
    assertThat(written.<String>at("$.notes[0].by")).isEqualTo(hm.mark());
    assertThat(written.<String>at("$.notes[0].capacity")).isEqualTo("REGULAR");
    assertThat(written.<String>at("$.notes[0].kind")).isEqualTo("NOTE");
    Answer second = clerk.post(notes, "{\"text\": \"तीसरा।\"}");
    assertThat(second.<Integer>at("$.notes[1].first")).isEqualTo(3);
    assertThat(desks.acts(file)).filteredOn("files.noted"::equals).hasSize(2);
  }

  @Test
  @Holds("OP-54")
  void a_note_with_an_addressee_sends_the_file_on_once() {
    String key = Ids.next().toString();
    String body =
        "{\"text\": \"प्रस्तुत।\", \"to\": \"%s\", \"task\": \"APPROVAL\"}".formatted(sho.mark());
    Answer sent = clerk.post(key, notes, body);
    assertThat(sent.status()).isEqualTo(200);
    assertThat(clerk.post(key, notes, body)).isEqualTo(sent);
    assertThat(desks.acts(file)).containsOnlyOnce("files.noted").containsOnlyOnce("desk.forwarded");
    Answer paper = head.get("/papers/" + file);
    assertThat(paper.<String>at("$.holder")).isEqualTo(sho.mark());
    assertThat(paper.<String>at("$.task")).isEqualTo("APPROVAL");
    assertThat(paper.<String>at("$.from")).isEqualTo(hm.mark());
    Answer late = clerk.post(notes, "{\"text\": \"अब भी?\"}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("desk.NOT_WITH_YOU");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"text\": \"\"}                                        | files.NOTE_BLANK",
        "{\"text\": \"  \\n \"}                                  | files.NOTE_BLANK",
        "{}                                                      | files.NOTE_BLANK",
        "{\"body\": \"यह JSON नहीं\"}                             | files.NOTE_UNREADABLE",
        "{\"text\": \"x\", \"corrects\": 0}                      | files.NO_SUCH_PARAGRAPH",
        "{\"text\": \"x\", \"corrects\": 9}                      | files.NO_SUCH_PARAGRAPH",
        "{\"text\": \"x\", \"kind\": \"CORRECTION\"}             | shared.MISSING",
        "{\"text\": \"x\", \"kind\": \"ORAL_ORDER\"}             | shared.MISSING",
        "{\"text\": \"x\", \"kind\": \"OPINION\"}                | shared.NOT_UNDERSTOOD",
        "{\"text\": \"x\", \"kind\": \"CLOSING_APPROVAL\"}       | files.RANK_TOO_LOW",
        "{\"text\": \"x\", \"to\": \"नहीं-है\"}                   | desk.NO_SUCH_POST",
        "{\"text\": \"x\", \"orderedBy\": \"नहीं-है\"}            | desk.NO_SUCH_POST",
        "{\"text\": \"x\", \"to\": \"HM\", \"task\": \"SLEEP\"}  | shared.NOT_UNDERSTOOD",
        "{\"text\": \"x\", \"due\": \"परसों\"}                    | shared.NOT_UNDERSTOOD",
        "{\"text\": \"izkFkhZ ds izkFkZuk i= dh tkap dh xbZ gSA ekeyk Hkwfe fookn dk gSA\"} | files.NOTE_IN_LEGACY_FONT"
      })
  void what_is_wrong_in_a_note_is_refused_by_name_and_nothing_is_written(String body, String code) {
    Answer refused = clerk.post(notes, body);
    assertThat(refused.code()).as(body).isEqualTo(code);
    assertThat(refused.<String>at("$.detail")).isNotBlank();
    assertThat(clerk.get(notes).<List<?>>at("$.notes")).isEmpty();
    assertThat(desks.acts(file)).doesNotContain("files.noted");
  }

  @Test
  void a_note_for_its_own_desk_a_day_gone_by_or_an_abolished_post_stays_unwritten() {
    Seat gone = district.seat(district.readerOffice, "OLD", "पुराना पद", 40);
    district.abolish(gone.post());
    assertThat(clerk.post(notes, "{\"text\": \"x\", \"to\": \"%s\"}".formatted(hm.mark())).code())
        .isEqualTo("desk.ALREADY_THERE");
    assertThat(
            clerk
                .post(
                    notes,
                    "{\"text\": \"x\", \"to\": \"%s\", \"due\": \"2020-01-01\"}"
                        .formatted(sho.mark()))
                .code())
        .isEqualTo("desk.DATE_PASSED");
    assertThat(clerk.post(notes, "{\"text\": \"x\", \"to\": \"%s\"}".formatted(gone.mark())).code())
        .startsWith("organisation.POST_");
    assertThat(clerk.get(notes).<List<?>>at("$.notes")).isEmpty();
  }

  @Test
  @Holds("OP-55")
  void a_correction_says_which_paragraph_it_corrects() {
    clerk.post(notes, "{\"text\": \"क्षेत्रफल दो बीघा है।\"}");
    Answer corrected = clerk.post(notes, "{\"text\": \"तीन बीघा है।\", \"corrects\": 1}");
    assertThat(corrected.<String>at("$.notes[1].kind")).isEqualTo("CORRECTION");
    assertThat(corrected.<Integer>at("$.notes[1].corrects")).isEqualTo(1);
    assertThat(corrected.<Object>at("$.notes[0].corrects")).isNull();
  }

  @Test
  @Holds("OP-57")
  void an_order_by_mouth_waits_until_its_officer_confirms_it_and_nobody_else_can() {
    Answer noted =
        clerk.post(
            notes,
            "{\"text\": \"बल भेजें।\", \"orderedBy\": \"%s\"}".formatted(district.co.mark()));
    String note = noted.at("$.notes[0].id");
    assertThat(noted.<String>at("$.notes[0].orderedBy")).isEqualTo(district.co.mark());
    assertThat(noted.<Object>at("$.notes[0].confirmedAt")).isNull();
    Api.Client officer = api.as(district.co);
    Answer awaited = officer.get("/files/oral-orders");
    assertThat(awaited.<List<String>>at("$[*].text")).containsExactly("बल भेजें।");
    assertThat(awaited.<String>at("$[0].file")).isEqualTo(file.toString());
    assertThat(clerk.get("/files/oral-orders").<List<?>>at("$")).hasSize(1);
    assertThat(head.get("/files/oral-orders").<List<?>>at("$")).isEmpty();

    String path = "/files/" + file + "/oral-orders/" + note + "/confirmation";
    assertThat(clerk.post(path, "{}").code()).isEqualTo("files.NOT_YOURS_TO_CONFIRM");
    String key = Ids.next().toString();
    Answer confirmed = officer.post(key, path, "{}");
    assertThat(confirmed.<String>at("$.notes[0].confirmedAt")).isNotBlank();
    assertThat(officer.post(key, path, "{}")).isEqualTo(confirmed);
    assertThat(officer.post(path, "{}").code()).isEqualTo("files.CONFIRMED_ALREADY");
    assertThat(officer.get("/files/oral-orders").<List<?>>at("$")).isEmpty();
  }

  @Test
  @Holds("OP-58")
  void agreement_needs_no_words_and_an_order_does() {
    Answer agreed = clerk.post(notes, "{\"kind\": \"AGREEMENT\"}");
    assertThat(agreed.<String>at("$.notes[0].kind")).isEqualTo("AGREEMENT");
    assertThat(clerk.post(notes, "{\"kind\": \"ORDER\"}").code()).isEqualTo("files.NOTE_BLANK");
  }

  @Test
  @Holds({"OP-53", "OP-59"})
  void a_draft_is_kept_for_its_author_and_warned_about_when_it_repeats() {
    String draft = "/files/" + file + "/draft";
    String longText =
        "प्रार्थी द्वारा अवगत कराया गया कि उसके खेत की मेड़ तोड़ दी गई है। ".repeat(8);
    clerk.post(notes, "{\"text\": \"" + longText + "\"}");
    Answer kept = clerk.post(draft, "{\"text\": \"" + longText + "\"}");
    assertThat(kept.<Boolean>at("$.repeats")).isTrue();
    Answer fresh = clerk.post(draft, "{\"text\": \"नई बात\"}");
    assertThat(fresh.<Boolean>at("$.repeats")).isFalse();
    assertThat(fresh.<String>at("$.at")).isNotBlank();
    assertThat(clerk.get(notes).body()).doesNotContain("नई बात");
    in.send(hm, file, sho);
    assertThat(clerk.post(draft, "{\"text\": \"देर से\"}").code()).isEqualTo("desk.NOT_WITH_YOU");
    assertThat(head.get(notes).body()).doesNotContain("नई बात");
  }

  @Test
  void a_long_sheet_is_read_backwards_without_gap_or_repetition() {
    for (int n = 1; n <= 120; n++) clerk.post(notes, "{\"text\": \"टिप्पणी " + n + "\"}");
    var serials = new java.util.ArrayList<Integer>();
    Answer page = clerk.get(notes);
    for (int turn = 0; turn < 20; turn++) {
      serials.addAll(0, page.<List<Integer>>at("$.notes[*].serial"));
      Integer cursor = page.at("$.cursor");
      if (cursor == null) break;
      page = clerk.get(notes + "?cursor=" + cursor);
    }
    assertThat(serials)
        .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(1, 120).boxed().toList());
  }

  @Test
  void of_text_and_structure_the_structure_is_what_is_written() {
    String body =
        """
        {"text": "केवल शब्द", "body": "{\\"type\\":\\"doc\\",\\"content\\":[{\\"type\\":\\"paragraph\\",\\"content\\":[{\\"type\\":\\"text\\",\\"text\\":\\"रचना से\\"}]}]}"}
        """;
    Answer written = clerk.post(notes, body);
    assertThat(written.body()).contains("रचना से").doesNotContain("केवल शब्द");
  }

  @Test
  void half_a_character_is_refused_with_a_sentence_and_a_whole_one_kept() {
    for (String damaged : List.of("\\ud83d", "x\\udc4dy", "\\ud83d\\ud83d", "\\u0000")) {
      Answer refused = clerk.post(notes, "{\"text\": \"हाँ " + damaged + "\"}");
      assertThat(refused.status()).as(damaged).isEqualTo(422);
      assertThat(refused.code()).as(damaged).isEqualTo("shared.NOT_TEXT");
    }
    Answer whole = clerk.post(notes, "{\"text\": \"हाँ \\ud83d\\udc4d\"}");
    assertThat(whole.<List<String>>at("$.notes[0].paragraphs")).containsExactly("हाँ 👍");
  }
}
