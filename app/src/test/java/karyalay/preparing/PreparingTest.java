package karyalay.preparing;

import static karyalay.preparing.InPreparing.*;
import static karyalay.preparing.PreparingRefusal.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.Api;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.OnDesks;
import karyalay.desk.Task;
import karyalay.drafts.InDrafts;
import karyalay.files.InFiles;
import karyalay.files.NoteKind;
import karyalay.files.NoteRefusal;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who prepares what for whom, and who sees it.
@KaryalayTest
class PreparingTest {
  private static final String KRUTIDEV = "mDr izdj.k esa tkap dh tk jgh gS fd vkosnd dk";

  @Autowired Given given;
  @Autowired InPreparing prepared;
  @Autowired InFiles in;
  @Autowired InDrafts drafts;
  @Autowired Preparing preparing;
  @Autowired PreparedReading reading;
  @Autowired Movements movements;
  @Autowired OnDesks desks;
  @Autowired Masters masters;
  @Autowired OfficeTime time;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Api api;

  Given.District district;
  Given.Thana thana;
  Seat hm;
  Seat sho;
  PaperId file;

  @BeforeEach
  void a_file_with_the_sho() {
    district = given.district();
    thana = district.thana("सौरिख");
    hm = thana.hm();
    sho = thana.sho();
    file = prepared.file(hm, sho);
  }

  @Test
  @Holds("OP-124")
  void in_a_thana_the_lower_prepare_for_the_higher_never_the_other_way() {
    prepared.note(hm, file, "मोहर्रिर द्वारा तैयार।");
    movements.forward(sho.act(), file, new Move.Forward(thana.si().post(), Task.ENQUIRY, ""));
    prepared.note(hm, file, "उप निरीक्षक हेतु।");
    refused(MAY_NOT_PREPARE, () -> prepared.note(sho, file, "ऊपर से नीचे।"));
    PaperId elsewhere = prepared.file(hm, district.co);
    refused(MAY_NOT_PREPARE, () -> prepared.note(hm, elsewhere, "दूसरे कार्यालय हेतु।"));
  }

  @Test
  @Holds("OP-124")
  void a_member_prepares_from_the_dak_counter_and_the_sps_reader_for_the_sp() {
    Seat counter = thana.hmAtCounter();
    PaperId letter = desks.paper(counter);
    movements.forward(counter.act(), letter, new Move.Forward(sho.post(), Task.MARK, ""));
    UUID item = preparing.prepare(counter.act(), letter, order("जाँच करें", thana.si().post()));
    Item waiting = reading.one(item, sho.scope());
    assertThat(waiting.preparer().post().mark()).isEqualTo(counter.mark());
    assertThat(waiting.preparer().nameHi()).contains(hm.pno());

    PaperId up = prepared.file(district.reader, district.sp);
    prepared.note(district.reader, up, "अवलोकनार्थ।");
    PaperId co = prepared.file(district.co, district.sp);
    refused(MAY_NOT_PREPARE, () -> prepared.note(district.co, co, "सी0ओ0 तैयारकर्ता नहीं।"));
  }

  @Test
  @Holds({"OP-124", "OP-14"})
  void a_district_says_itself_who_prepares_for_whom() {
    masters.end(district.sp.act(), district.id, "PREPARER", "own-office", Given.LONG_AGO);
    refused(MAY_NOT_PREPARE, () -> prepared.note(hm, file, "अब नहीं।"));
    var facts =
        new Master.Facts("हे0मो0", "HM", 1, Map.of("where", "office", "posts", List.of("hm")));
    masters.put(district.sp.act(), district.id, "PREPARER", "hm", facts, Given.LONG_AGO);
    prepared.note(hm, file, "अब फिर।");
  }

  @Test
  void what_cannot_be_read_or_carried_out_is_refused_with_a_sentence() {
    refused(NoteRefusal.NOTE_BLANK, () -> prepared.note(hm, file, "  \n "));
    refused(NoteRefusal.NOTE_OVERSIZE, () -> prepared.note(hm, file, "क".repeat(400_000)));
    refused(NoteRefusal.NOTE_IN_LEGACY_FONT, () -> prepared.note(hm, file, KRUTIDEV));
    refused(TO_ITS_OWN_OFFICER, () -> prepared.note(hm, file, "क", sho.post()));
    refused(ONE_NEXT, () -> prepared.note(hm, file, "क", thana.si().post(), district.co.post()));
    refused(DATE_PASSED, () -> preparing.prepare(hm.act(), file, due(time.today().minusDays(1))));
    var oral = new Wording(NoteKind.ORAL_ORDER, "", "क", List.of(), Task.ACTION, null);
    refused(NOT_THIS_KIND, () -> preparing.prepare(hm.act(), file, oral));
    refused(YOUR_OWN_DESK, () -> prepared.note(hm, in.open(hm), "अपनी मेज।"));

    PaperId letter = desks.paper(hm);
    movements.forward(hm.act(), letter, new Move.Forward(sho.post(), Task.MARK, ""));
    refused(
        ORDER_IN_LEGACY_FONT,
        () -> preparing.prepare(hm.act(), letter, order(KRUTIDEV, thana.si().post())));
    refused(
        SharedRefusal.TOO_LONG,
        () -> preparing.prepare(hm.act(), letter, order("क".repeat(501), thana.si().post())));
    movements.move(
        sho.act(), letter, new Move.Park(time.today().plusDays(2), "न्यायालय की प्रतीक्षा"));
    refused(
        NOT_ON_A_DESK, () -> preparing.prepare(hm.act(), letter, order("जाँच", thana.si().post())));
  }

  private static Wording due(LocalDate day) {
    return new Wording(NoteKind.NOTE, "", "क", List.of(), Task.ACTION, day);
  }

  @Test
  void for_an_abolished_post_nothing_is_laid_before_anybody() {
    UUID item = prepared.note(hm, file, "पद समाप्ति से पूर्व।");
    district.abolish(sho.post());
    refused(OFFICER_GONE, () -> prepared.note(hm, file, "अब किसे?"));
    refused(OFFICER_GONE, () -> preparing.revise(hm.act(), item, words("अब किसे?")));
    preparing.withdraw(hm.act(), item);
  }

  @Test
  @Holds("OP-124")
  void it_is_seen_by_both_on_the_page_of_the_file_and_by_nobody_else() {
    UUID item = prepared.note(hm, file, "पीला रहेगा।");
    String page = "/files/" + file;
    assertThat(web.get(signedIn.as(hm), page))
        .bodyText()
        .contains("पीला रहेगा।", "तैयार: परीक्षण नमूना " + hm.pno(), "/approvals/" + item);
    assertThat(web.get(signedIn.as(sho), page)).bodyText().contains("पीला रहेगा।");
    movements.grant(sho.act(), file, thana.si().post());
    assertThat(web.get(signedIn.as(thana.si()), page)).bodyText().doesNotContain("पीला रहेगा।");
    for (Seat other : List.of(thana.si(), district.co, given.district().sp)) {
      assertThat(web.get(signedIn.as(other), "/approvals/" + item)).hasStatus(404);
      assertThat(api.as(other).get("/approvals/" + item).status()).isEqualTo(404);
      assertThat(web.post(signedIn.as(other), "/approvals/" + item + "/return", "reason", "x"))
          .hasStatus(404);
    }
    assertThat(reading.waiting(thana.si().scope())).isEmpty();
  }

  @Test
  @Holds({"OP-124", "OP-52"})
  void whoever_cannot_read_the_file_cannot_prepare_on_it() {
    PaperId hidden = in.open(sho);
    assertThat(web.get(signedIn.as(hm), "/papers/" + hidden + "/preparing")).hasStatus(404);
    var asked = web.post(signedIn.as(hm), "/papers/" + hidden + "/preparing", "text", "टिप्पणी");
    assertThat(asked).hasStatus(404);
    movements.grant(sho.act(), hidden, hm.post());
    assertThat(web.get(signedIn.as(hm), "/papers/" + hidden + "/preparing"))
        .bodyText()
        .contains(sho.mark());
    var done = web.post(signedIn.as(hm), "/papers/" + hidden + "/preparing", "text", "टिप्पणी");
    assertThat(done).hasStatus(303);
    assertThat(reading.waiting(sho.scope())).hasSize(1);
  }

  @Test
  void other_systems_prepare_change_return_withdraw_and_approve() {
    var clerk = api.as(hm);
    var officer = api.as(sho);
    String body = "{\"text\": \"आदेशार्थ\", \"to\": [\"%s\"]}".formatted(district.co.mark());
    var made = clerk.post("/papers/" + file + "/preparing", body);
    assertThat(made.status()).isEqualTo(201);
    String item = made.at("$.id");
    assertThat(officer.get("/approvals").<String>at("$[0].preparedOn")).isEqualTo(hm.mark());
    var back = officer.post("/approvals/" + item + "/return", "{\"reason\": \"तिथि लिखें\"}");
    assertThat(back.<String>at("$.state")).isEqualTo("RETURNED");
    var again = clerk.post("/approvals/" + item + "/wording", "{\"text\": \"दि0 25-11-2026\"}");
    assertThat(again.<String>at("$.state")).isEqualTo("WAITING");
    var other = clerk.post("/papers/" + file + "/preparing", "{\"text\": \"दूसरी\"}");
    String second = other.at("$.id");
    assertThat(clerk.post("/approvals/" + second + "/withdrawal", "{}").<String>at("$.state"))
        .isEqualTo("WITHDRAWN");

    String both = "{\"items\": [\"%s\", \"%s\"]}".formatted(item, second);
    var outcomes = officer.post("/approvals", both);
    assertThat(outcomes.<Object>at("$[0].refusal")).isNull();
    assertThat(outcomes.<String>at("$[1].refusal")).contains("OP-124");
    var note = officer.get("/files/" + file + "/notes");
    assertThat(note.<String>at("$.notes[0].preparedBy.by")).isEqualTo(hm.mark());
    assertThat(note.<String>at("$.notes[0].by")).isEqualTo(sho.mark());
    assertThat(clerk.get("/approvals?mine=true").<List<String>>at("$[*].state"))
        .containsExactlyInAnyOrder("APPROVED", "WITHDRAWN");
  }

  @Test
  @Holds("OP-124")
  void the_count_on_the_tab_is_that_of_the_list_and_letters_stand_on_it_too() {
    prepared.note(hm, file, "एक");
    prepared.note(hm, prepared.file(hm, sho), "दो");
    drafts.approved(sho, district.co.post());
    int listed =
        reading.waiting(sho.scope()).size()
            + reading.toApprove(sho.scope()).size()
            + reading.toSign(sho.scope()).size();
    assertThat(listed).isEqualTo(3);
    assertThat(reading.count(sho.scope())).isEqualTo(listed);
    var desk = web.get(signedIn.as(sho), "/desk");
    assertThat(desk).bodyText().contains("आपकी स्वीकृति हेतु <b>3</b>");
    assertThat(web.get(signedIn.as(sho), "/approvals"))
        .bodyText()
        .contains("आपके हस्ताक्षर हेतु पत्र", "/signing?letter=");
    assertThat(web.get(signedIn.as(thana.hmAtCounter()), "/desk"))
        .as("a counter decides nothing")
        .bodyText()
        .doesNotContain("आपकी स्वीकृति हेतु");
  }
}
