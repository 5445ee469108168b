package karyalay.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import karyalay.Api;
import karyalay.Api.Answer;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.Classification;
import karyalay.desk.OnDesks;
import karyalay.files.InFiles;
import karyalay.shared.Ids;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Parts, volumes, ties, mergings, slips and flags by calls: each done once, each refusal by name.
@KaryalayTest
class FilingCallsTest {
  @Autowired Given given;
  @Autowired Api api;
  @Autowired InFiles in;
  @Autowired OnDesks desks;

  Given.District district;
  Seat hm;
  Seat sho;
  Api.Client clerk;
  Api.Client head;
  PaperId file;
  PaperId other;
  String path = "";

  @BeforeEach
  void two_files_on_a_desk() {
    district = given.district();
    var thana = district.thana("उमर्दा");
    hm = thana.hm();
    sho = thana.sho();
    clerk = api.as(hm);
    head = api.as(sho);
    file = in.open(hm, "मुख्य/1", Classification.NORMAL);
    other = in.open(hm, "दूसरी/2", Classification.NORMAL);
    path = "/files/" + file;
  }

  @Test
  @Holds("OP-45")
  void a_part_is_opened_while_the_main_file_is_away_and_merged_back() {
    assertThat(clerk.post(path + "/parts", "{\"reason\": \"यहीं है\"}").code())
        .isEqualTo("filing.PART_NOT_NEEDED");
    in.send(hm, file, district.asp);
    assertThat(clerk.post(path + "/parts", "{}").code()).isEqualTo("filing.REASON_NEEDED");
    String key = Ids.next().toString();
    String body = "{\"reason\": \"मुख्य पत्रावली अपर पुलिस अधीक्षक के पास\"}";
    Answer made = clerk.post(key, path + "/parts", body);
    assertThat(made.status()).isEqualTo(201);
    assertThat(clerk.post(key, path + "/parts", body)).isEqualTo(made);
    String part = made.at("$.id");
    assertThat(clerk.get("/files/" + part).<String>at("$.number")).isEqualTo("मुख्य/1/खंड-1");
    assertThat(clerk.post("/files/" + part + "/parts", body).code())
        .isEqualTo("filing.PART_OF_PART");
    assertThat(clerk.post("/files/" + part + "/volumes", "{}").code())
        .isEqualTo("filing.PART_HAS_NO_VOLUMES");
    Answer elsewhere =
        clerk.post("/files/" + part + "/merging", "{\"into\": \"दूसरी/2\", \"reason\": \"भूल\"}");
    assertThat(elsewhere.code()).isEqualTo("filing.PART_MERGES_INTO_MAIN");

    String merging =
        clerk.post("/files/" + part + "/merging", "{\"reason\": \"मुख्य आ गई\"}").at("$.id");
    Api.Client asp = api.as(district.asp);
    in.send(hm, PaperId.of(part), district.asp);
    String decision = "/files/" + part + "/mergings/" + merging + "/decision";
    assertThat(asp.post(decision, "{\"approved\": true}").status()).isEqualTo(204);
    assertThat(asp.post(decision, "{\"approved\": false}").code())
        .isEqualTo("filing.MERGING_DECIDED");
    assertThat(asp.get("/papers/" + part).<String>at("$.place")).isEqualTo("INSIDE");
    assertThat(asp.get("/files/" + file + "/related").<List<Boolean>>at("$.mergings[*].done"))
        .containsExactly(true);
  }

  @Test
  @Holds("OP-46")
  void a_volume_is_opened_once_the_one_before_is_full_and_by_its_maker() {
    Answer thin = clerk.post(path + "/volumes", "{}");
    assertThat(thin.code()).isEqualTo("filing.VOLUME_TOO_THIN");
    assertThat(thin.<String>at("$.detail")).contains("0", "150");
    in.letter(hm, file, 151);
    in.send(hm, file, sho);
    assertThat(head.post(path + "/volumes", "{}").code()).isEqualTo("filing.VOLUME_BY_MAKER");
    in.send(sho, file, hm);
    String key = Ids.next().toString();
    Answer made = clerk.post(key, path + "/volumes", "{}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(clerk.post(key, path + "/volumes", "{}")).isEqualTo(made);
    Answer related = clerk.get("/files/" + made.at("$.id") + "/related");
    assertThat(related.<List<String>>at("$.volumes[*].number"))
        .containsExactly("मुख्य/1", "मुख्य/1/भाग-2");
    assertThat(related.<List<Integer>>at("$.volumes[*].lastPage")).first().isEqualTo(151);
    assertThat(clerk.post(path + "/notes", "{\"text\": \"पुराने भाग में\"}").code())
        .isEqualTo("desk.INSIDE_ANOTHER");
    assertThat(clerk.post(path + "/volumes", "{}").code()).isEqualTo("desk.INSIDE_ANOTHER");
  }

  @Test
  @Holds({"OP-47", "OP-63"})
  void a_link_lends_the_other_file_to_readers_and_ends_with_its_reason() {
    String key = Ids.next().toString();
    String body =
        "{\"other\": \"दूसरी/2\", \"bundle\": \"guard-file\", \"reason\": \"आदेश संग्रह\"}";
    Answer made = clerk.post(key, path + "/links", body);
    assertThat(made.status()).isEqualTo(201);
    assertThat(clerk.post(key, path + "/links", body)).isEqualTo(made);
    assertThat(clerk.post(path + "/links", body).code()).isEqualTo("filing.TIED_ALREADY");
    Answer related = clerk.get(path + "/related");
    assertThat(related.<List<String>>at("$.ties[*].bundle")).containsExactly("guard-file");
    assertThat(related.<String>at("$.ties[0].kind")).isEqualTo("LINKED");
    assertThat(related.<Boolean>at("$.ties[0].outward")).isTrue();
    assertThat(clerk.get("/files/" + other + "/related").<Boolean>at("$.ties[0].outward"))
        .isFalse();
    in.send(hm, file, sho);
    assertThat(head.get("/files/" + other).status()).isEqualTo(200);

    String end = path + "/ties/" + made.at("$.id") + "/detachment";
    assertThat(clerk.post(end, "{\"reason\": \"x\"}").code()).isEqualTo("desk.NOT_WITH_YOU");
    assertThat(head.post(end, "{}").code()).isEqualTo("filing.REASON_NEEDED");
    assertThat(head.post(end, "{\"reason\": \"अब अपेक्षित नहीं\"}").status()).isEqualTo(204);
    assertThat(head.post(end, "{\"reason\": \"फिर\"}").code()).isEqualTo("filing.NOT_TIED");
    assertThat(head.get(path + "/related").<String>at("$.ties[0].ended")).isNotBlank();
    in.send(sho, file, district.co);
    assertThat(api.as(district.co).get("/files/" + file).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "links        | {\"other\": \"मुख्य/1\"}                          | filing.SAME_FILE",
        "attachments  | {\"other\": \"मुख्य/1\"}                          | filing.SAME_FILE",
        "links        | {\"other\": \"नहीं/9\"}                           | filing.NO_SUCH_FILE",
        "attachments  | {\"other\": \"\"}                                | filing.NO_SUCH_FILE",
        "links        | {}                                               | filing.NO_SUCH_FILE",
        "links        | {\"other\": \"दूसरी/2\", \"bundle\": \"अलमारी\"}   | filing.NO_SUCH_BUNDLE",
        "attachments  | {\"other\": \"दूसरी/2\", \"bundle\": \"अलमारी\"}   | filing.NO_SUCH_BUNDLE",
        "merging      | {\"into\": \"दूसरी/2\"}                           | filing.REASON_NEEDED",
        "merging      | {\"reason\": \"x\"}                              | filing.WHERE_TO",
        "merging      | {\"into\": \"मुख्य/1\", \"reason\": \"x\"}         | filing.SAME_FILE",
        "merging      | {\"into\": \"नहीं/9\", \"reason\": \"x\"}          | filing.NO_SUCH_FILE",
        "slips        | {\"serial\": 1, \"place\": \"लाइन\"}              | filing.REASON_NEEDED",
        "slips        | {\"serial\": 1, \"reason\": \"x\"}               | filing.WHERE_TO",
        "slips        | {\"serial\": 1, \"reason\": \"x\", \"place\": \"y\", \"file\": \"दूसरी/2\"} | filing.WHERE_TO",
        "slips        | {\"serial\": 7, \"reason\": \"x\", \"place\": \"y\"} | filing.NO_SUCH_PAPER",
        "flags        | {\"target\": \"PAGE\", \"place\": 99}            | filing.NO_SUCH_PLACE",
        "flags        | {\"target\": \"PARAGRAPH\", \"place\": 1}        | filing.NO_SUCH_PLACE",
        "flags        | {\"target\": \"NOTE\", \"place\": 1}             | filing.NO_SUCH_PLACE",
        "flags        | {\"target\": \"FILE\", \"label\": \"PUC\"}       | filing.PUC_IS_A_PAGE",
        "flags        | {\"target\": \"FILE\", \"label\": \"ब्ब\"}         | filing.FLAG_MALFORMED",
        "flags        | {\"target\": \"SHELF\"}                          | shared.NOT_UNDERSTOOD",
        "flag-removals| {\"label\": \"Q\"}                               | filing.FLAG_NOT_SET",
        "flag-removals| {\"label\": \"ब्ब\"}                               | filing.FLAG_MALFORMED"
      })
  void what_cannot_be_tied_flagged_or_taken_out_is_refused_by_name(
      String what, String body, String code) {
    Answer refused = clerk.post(path + "/" + what, body);
    assertThat(refused.code()).as(what + " " + body).isEqualTo(code);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(clerk.get(path + "/related").<List<?>>at("$.ties")).isEmpty();
    assertThat(clerk.get(path + "/flags").<List<?>>at("$")).isEmpty();
  }

  @Test
  @Holds("OP-47")
  void an_attached_file_travels_and_comes_off_onto_the_desk() {
    Answer made = clerk.post(path + "/attachments", "{\"other\": \"" + other + "\"}");
    assertThat(made.status()).isEqualTo(201);
    in.send(hm, file, sho);
    assertThat(head.get("/papers/" + other).<String>at("$.place")).isEqualTo("INSIDE");
    assertThat(head.get("/papers/" + other).<String>at("$.holder")).isEqualTo(sho.mark());
    String end = path + "/ties/" + made.at("$.id") + "/detachment";
    String key = Ids.next().toString();
    assertThat(head.post(key, end, "{\"reason\": \"अलग चलेगी\"}").status()).isEqualTo(204);
    assertThat(head.post(key, end, "{\"reason\": \"अलग चलेगी\"}").status()).isEqualTo(204);
    assertThat(head.get("/papers/" + other).<String>at("$.place")).isEqualTo("DESK");
    assertThat(desks.acts(other)).containsOnlyOnce("files.detached");
    assertThat(
            head.post(path + "/ties/" + UUID.randomUUID() + "/detachment", "{\"reason\": \"x\"}")
                .status())
        .isEqualTo(404);
  }

  @Test
  @Holds("OP-48")
  void files_become_one_after_approval_and_the_old_number_opens_the_new_file() {
    String body = "{\"into\": \"दूसरी/2\", \"reason\": \"एक ही विषय\"}";
    String key = Ids.next().toString();
    Answer asked = clerk.post(key, path + "/merging", body);
    assertThat(clerk.post(key, path + "/merging", body)).isEqualTo(asked);
    assertThat(clerk.post(path + "/merging", body).code()).isEqualTo("filing.MERGING_ASKED");
    String merging = path + "/mergings/" + asked.at("$.id");
    assertThat(clerk.post(merging + "/completion", "{}").code())
        .isEqualTo("filing.MERGING_NOT_APPROVED");
    assertThat(clerk.post(merging + "/decision", "{\"approved\": true}").code())
        .isEqualTo("filing.MERGING_NEEDS_RANK");
    Answer approved =
        api.as(district.asp)
            .post(merging + "/decision", "{\"approved\": true, \"remark\": \"ठीक\"}");
    assertThat(approved.status()).isEqualTo(204);
    assertThat(clerk.get(path + "/related").<List<String>>at("$.mergings[*].remark"))
        .containsExactly("ठीक");
    String done = Ids.next().toString();
    assertThat(clerk.post(done, merging + "/completion", "{}").status()).isEqualTo(204);
    assertThat(clerk.post(done, merging + "/completion", "{}").status()).isEqualTo(204);
    assertThat(clerk.post(merging + "/completion", "{}").code()).isEqualTo("filing.MERGING_DONE");
    Answer found = clerk.post("/files/numbers", "{\"number\": \"मुख्य/1\"}");
    assertThat(found.<List<String>>at("$[*].opens")).containsExactly(other.toString());
    assertThat(found.<List<String>>at("$[*].opensNumber")).containsExactly("दूसरी/2");
  }

  @Test
  @Holds("OP-48")
  void a_merging_that_is_none_or_of_files_out_of_reach_is_not_there() {
    String none = path + "/mergings/" + UUID.randomUUID();
    assertThat(clerk.post(none + "/decision", "{\"approved\": true}").status()).isEqualTo(404);
    assertThat(clerk.post(none + "/completion", "{}").status()).isEqualTo(404);
    PaperId secret = in.open(sho, "गोप/3", Classification.CONFIDENTIAL);
    Answer hidden =
        clerk.post(path + "/merging", "{\"into\": \"" + secret + "\", \"reason\": \"x\"}");
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.body()).doesNotContain("गोप/3");
  }

  @Test
  @Holds("OP-62")
  void a_paper_taken_out_leaves_its_slip_and_lies_on_the_desk_or_in_the_other_file() {
    PaperId first = in.letter(hm, file, 2);
    PaperId second = in.letter(hm, file, 3);
    String key = Ids.next().toString();
    String body = "{\"serial\": 1, \"reason\": \"भूलवश\", \"place\": \"पुलिस लाइन\"}";
    assertThat(clerk.post(key, path + "/slips", body).status()).isEqualTo(204);
    assertThat(clerk.post(key, path + "/slips", body).status()).isEqualTo(204);
    assertThat(clerk.post(path + "/slips", body).code()).isEqualTo("filing.NO_SUCH_PAPER");
    assertThat(clerk.get("/papers/" + first).<String>at("$.place")).isEqualTo("DESK");
    clerk.post(path + "/slips", "{\"serial\": 2, \"reason\": \"यहाँ का\", \"file\": \"दूसरी/2\"}");
    assertThat(clerk.get("/papers/" + second).<String>at("$.place")).isEqualTo("INSIDE");
    Answer related = clerk.get(path + "/related");
    assertThat(related.<List<Integer>>at("$.slips[*].serial")).containsExactly(1, 2);
    assertThat(related.<List<Integer>>at("$.slips[*].firstPage")).containsExactly(1, 3);
    assertThat(related.<String>at("$.slips[0].to")).isEqualTo("पुलिस लाइन");
    assertThat(related.<String>at("$.slips[0].by")).contains(hm.mark());
    assertThat(clerk.get("/files/" + other).<List<String>>at("$.correspondence[*].paper"))
        .containsExactly(second.toString());
  }

  @Test
  @Holds("OP-61")
  void a_flag_is_set_moved_lifted_and_opened_by_readers_alone() {
    in.letter(hm, file, 4);
    String key = Ids.next().toString();
    Answer set = clerk.post(key, path + "/flags", "{\"place\": 2}");
    assertThat(set.status()).isEqualTo(201);
    assertThat(clerk.post(key, path + "/flags", "{\"place\": 2}")).isEqualTo(set);
    Answer moved = clerk.post(path + "/flags", "{\"label\": \"A\", \"place\": 3}");
    Answer all = clerk.get(path + "/flags");
    assertThat(all.<List<Integer>>at("$[?(@.label == 'A')].place")).containsExactly(2, 3);
    assertThat(all.<List<Object>>at("$[?(@.label == 'A')].lifted")).first().isNotNull();
    Answer open = clerk.get(path + "/flags/" + set.at("$.id"));
    assertThat(open.<Integer>at("$.place")).isEqualTo(2);
    assertThat(clerk.get("/files/" + other + "/flags/" + moved.at("$.id")).status()).isEqualTo(404);
    assertThat(clerk.post(path + "/flag-removals", "{\"label\": \"A\"}").status()).isEqualTo(204);
    assertThat(clerk.post(path + "/flag-removals", "{\"label\": \"A\"}").code())
        .isEqualTo("filing.FLAG_NOT_SET");
    assertThat(
            api.as(district.thana("तिर्वा").hm()).get(path + "/flags/" + set.at("$.id")).status())
        .isEqualTo(404);
  }

  @Test
  @Holds("OP-61")
  void flags_sit_on_paragraphs_notes_and_whole_files_and_keep_what_they_were_put_on() {
    clerk.post(path + "/notes", "{\"text\": \"एक।\\n\\nदो।\"}");
    String onParagraph =
        clerk.post(path + "/flags", "{\"target\": \"PARAGRAPH\", \"place\": 2}").at("$.id");
    String onNote = clerk.post(path + "/flags", "{\"target\": \"NOTE\", \"place\": 1}").at("$.id");
    String onFile =
        clerk.post(path + "/flags", "{\"target\": \"FILE\", \"file\": \"दूसरी/2\"}").at("$.id");
    for (String flag : List.of(onParagraph, onNote))
      assertThat(clerk.get(path + "/flags/" + flag).<String>at("$.version")).hasSize(64);
    assertThat(clerk.get(path + "/flags/" + onFile).<String>at("$.file"))
        .isEqualTo(other.toString());
    assertThat(clerk.get(path + "/flags").<List<String>>at("$[*].label"))
        .containsExactly("A", "B", "C");
  }
}
