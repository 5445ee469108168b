package karyalay.dak;

import static karyalay.dak.Arrivals.refused;
import static karyalay.dak.Arrivals.sheet;
import static karyalay.dak.DakRefusal.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.Classification;
import karyalay.desk.Reading;
import karyalay.desk.Urgency;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.ContentId;
import karyalay.shared.PaperId;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class DiaryTest {
  @Autowired Given given;
  @Autowired Arrivals arrivals;
  @Autowired Diary diary;
  @Autowired Corrections corrections;
  @Autowired ReceiptReading reading;
  @Autowired Reading desk;
  @Autowired ReceiptLists lists;
  @Autowired Masters masters;

  Given.District district;
  Given.Thana thana;
  Seat hm;

  @BeforeEach
  void a_counter() {
    district = given.district();
    thana = district.thana("गुरसहायगंज");
    hm = thana.hm();
  }

  @Test
  @Holds("OP-18")
  void numbers_run_without_gap_by_office_and_year_and_a_refused_entry_uses_none() {
    int year = arrivals.today().getYear();
    String office = thana.office().code();
    PaperId first = arrivals.diarise(hm, Writing.petition());
    refused(FIELD_NEEDED, () -> arrivals.diarise(hm, Writing.letter().with(w -> w.subject = "")));
    PaperId second = arrivals.diarise(hm, Writing.letter());

    assertThat(arrivals.number(first, hm)).isEqualTo("1/" + year + "/" + office);
    assertThat(arrivals.number(second, hm)).isEqualTo("2/" + year + "/" + office);
    Given.Thana other = district.thana("सौरिख");
    PaperId elsewhere = arrivals.diarise(other.hm(), Writing.petition());
    assertThat(arrivals.number(elsewhere, other.hm()))
        .isEqualTo("1/" + year + "/" + other.office().code());
  }

  @Test
  void a_protected_paper_is_numbered_by_the_confidential_series_of_the_superintendent() {
    var woman = new Questions(null, null, true, null, null, null);
    PaperId victim = arrivals.diarise(hm, Writing.petition().with(w -> w.questions = woman));
    PaperId open = arrivals.diarise(hm, Writing.petition());

    assertThat(arrivals.number(victim, hm))
        .startsWith("गोप0-1/")
        .endsWith(district.spOffice.code());
    assertThat(arrivals.number(open, hm)).startsWith("1/").endsWith(thana.office().code());
    assertThat(desk.card(victim, hm.scope()).paper().guarded()).isTrue();
    assertThat(desk.card(victim, district.co.scope()).paper().title()).isEmpty();
  }

  @Test
  @Holds("OP-19")
  void everything_written_is_kept_as_written() {
    var writing =
        Writing.petition()
            .with(w -> {
              w.letterNumber = "57/वि0प0/2026";
              w.letterDate = Writing.DAY;
              w.mode = "speed-post";
              w.urgency = Urgency.PRIORITY;
              w.classification = Classification.RESTRICTED;
              w.village = "नगला अज्ञात जो किसी सूची में नहीं";
              w.subject = "<script>alert(1)</script> & 'उद्धरण'";
              w.remarks = "fo\"k;% izkFkZuk i= Latin बना रहे";
              w.enclosures = List.of("खतौनी", "थाने की प्रति");
              w.original = new Original(Original.Keeping.PROPERTY_ROOM, "मा0 12/26");
              w.questions = new Questions(true, false, null, false, null, true);
            });
    PaperId paper = arrivals.diarise(hm, writing);
    assertThat(arrivals.receipt(paper, thana.sho()).particulars()).isEqualTo(writing.done());
    assertThat(desk.card(paper, hm.scope()).paper().urgency()).isEqualTo(Urgency.PRIORITY);
    assertThat(desk.card(paper, hm.scope()).paper().title()).startsWith("<script>");
  }

  @Test
  @Holds("OP-20")
  void required_fields_and_groups_are_data_that_the_district_edits() {
    refused(
        ONE_OF_NEEDED,
        () ->
            arrivals.diarise(
                hm,
                Writing.letter()
                    .with(w -> {
                      w.designation = "";
                      w.organisation = "";
                    })));
    refused(FIELD_NEEDED, () -> arrivals.diarise(hm, Writing.letter().with(w -> w.subject = "")));

    set("letter-subject", Map.of("mark", "optional"));
    set("letter-letter-number", Map.of("mark", "required"));
    PaperId paper = arrivals.diarise(hm, Writing.letter().with(w -> w.subject = ""));
    assertThat(arrivals.number(paper, hm)).startsWith("1/");
    refused(
        FIELD_NEEDED, () -> arrivals.diarise(hm, Writing.letter().with(w -> w.letterNumber = "")));
  }

  private void set(String code, Map<String, Object> data) {
    masters.put(
        district.sp.act(),
        district.id,
        "DIARY_FIELD",
        code,
        new Master.Facts("आवक का क्षेत्र", "Diary field", 0, data),
        arrivals.today());
  }

  @Test
  void a_code_that_no_master_has_a_future_date_and_a_long_subject_are_refused() {
    refused(
        NOT_IN_MASTER,
        () -> arrivals.diarise(hm, Writing.letter().with(w -> w.category = "no-such")));
    refused(
        FUTURE_DATE,
        () ->
            arrivals.diarise(
                hm, Writing.letter().with(w -> w.received = arrivals.today().plusDays(1))));
    refused(
        TOO_LONG,
        () -> arrivals.diarise(hm, Writing.letter().with(w -> w.subject = "क".repeat(5000))));
    assertThat(lists.count(hm.scope(), Pile.CREATED)).isZero();
  }

  @Test
  @Holds("OP-132")
  void a_petition_needs_a_gist_of_fifteen_to_three_hundred_characters() {
    refused(FIELD_NEEDED, () -> arrivals.diarise(hm, Writing.petition().with(w -> w.gist = "")));
    refused(GIST_LENGTH, () -> arrivals.diarise(hm, Writing.petition().with(w -> w.gist = "छोटा")));
    refused(
        GIST_LENGTH,
        () -> arrivals.diarise(hm, Writing.petition().with(w -> w.gist = "क".repeat(301))));
    PaperId paper = arrivals.diarise(hm, Writing.petition());
    assertThat(desk.card(paper, hm.scope()).paper().title()).isEqualTo(Writing.petition().gist);
  }

  @Test
  void a_double_press_makes_one_receipt() {
    arrivals.twice(hm.act(), Writing.petition());
    assertThat(lists.count(hm.scope(), Pile.CREATED)).isEqualTo(1);
  }

  @Test
  @Holds("OP-34")
  void only_an_entry_without_number_is_thrown_away_and_it_can_be_had_back() {
    ContentId entry = diary.keep(hm.act(), sheet(Writing.letter()));
    diary.discard(hm.act(), entry);
    assertThat(lists.entries(hm.post(), Receipt.State.ENTRY)).isEmpty();
    assertThat(lists.entries(hm.post(), Receipt.State.BIN)).hasSize(1);
    diary.restore(hm.act(), entry);
    assertThat(lists.entries(hm.post(), Receipt.State.ENTRY)).hasSize(1);

    PaperId paper = diary.diarise(hm.act(), sheet(entry, Writing.letter()), null);
    assertThat(arrivals.receipt(paper, hm).id()).isEqualTo(entry);
    refused(HAS_NUMBER, () -> diary.discard(hm.act(), entry));
    refused(HAS_NUMBER, () -> diary.keep(hm.act(), sheet(entry, Writing.letter())));
    assertThat(arrivals.acts("content/" + entry))
        .containsExactly("dak.entry_kept", "dak.entry_discarded", "dak.entry_restored");
  }

  @Test
  void an_entry_is_nobody_elses() {
    ContentId entry = diary.keep(hm.act(), sheet(Writing.letter()));
    refused(SharedRefusal.NOT_FOUND, () -> reading.entry(entry, thana.sho().post()));
    refused(SharedRefusal.NOT_FOUND, () -> diary.discard(thana.sho().act(), entry));
  }

  @Test
  @Holds("OP-35")
  void the_same_sender_number_and_date_is_diarised_again_only_on_purpose() {
    PaperId first = arrivals.diarise(hm, Writing.letter());
    var again = Writing.letter().with(w -> w.letterNumber = "प0शि0 214 / २०२६");
    refused(ALREADY_DIARISED, () -> arrivals.diarise(hm, again));
    assertThat(diary.earlier(again.done(), hm.scope()))
        .hasValueSatisfying(earlier -> assertThat(earlier.paper()).isEqualTo(first));

    Sheet anew = new Sheet(null, again.done(), List.of(), true);
    assertThat(diary.diarise(hm.act(), anew, null)).isNotEqualTo(first);
    arrivals.diarise(hm, Writing.letter().with(w -> w.letterNumber = "प0शि0-215/2026"));
    arrivals.diarise(hm, Writing.letter().with(w -> w.letterDate = Writing.DAY.minusDays(9)));
  }

  @Test
  void what_one_may_not_read_is_no_hint() {
    Given.Thana other = district.thana("सौरिख");
    arrivals.diarise(other.hm(), Writing.letter());
    assertThat(diary.earlier(Writing.letter().done(), hm.scope())).isEmpty();
    arrivals.diarise(hm, Writing.letter());
  }

  @Test
  @Holds("OP-16")
  void urgent_dak_by_name_goes_to_the_addressee_who_diarises_it() {
    var urgent =
        Writing.letter()
            .with(w -> {
              w.urgency = Urgency.IMMEDIATE;
              w.byName = "थानाध्यक्ष";
            });
    ContentId ordinary = diary.keep(hm.act(), sheet(Writing.letter()));
    refused(NOT_URGENT_BY_NAME, () -> diary.handOver(hm.act(), ordinary, thana.sho().post()));

    ContentId entry = diary.keep(hm.act(), sheet(urgent));
    diary.handOver(hm.act(), entry, thana.sho().post());
    Seat sho = thana.sho();
    assertThat(lists.entries(sho.post(), Receipt.State.ENTRY)).hasSize(1);
    refused(HANDED_OVER, () -> diary.discard(sho.act(), entry));
    refused(SharedRefusal.NOT_FOUND, () -> diary.diarise(hm.act(), sheet(entry, urgent), null));
    PaperId paper = diary.diarise(sho.act(), sheet(entry, urgent), null);
    assertThat(arrivals.receipt(paper, sho).post()).isEqualTo(sho.post());
  }

  @Test
  @Holds("OP-17")
  void a_closed_cover_shows_its_outside_until_the_addressee_opens_it() {
    var inside = Writing.letter().with(w -> w.received = Writing.DAY);
    refused(
        COVER_IS_CLOSED,
        () -> arrivals.diarise(hm, Writing.cover().with(w -> w.subject = "भीतर का विषय")));
    PaperId paper = arrivals.diariseAndSend(hm, Writing.cover(), thana.sho().post());
    Seat sho = thana.sho();
    receive(paper, sho);
    refused(OPEN_COVER_FIRST, () -> corrections.correct(sho.act(), paper, inside.done()));

    corrections.openCover(sho.act(), paper, inside.done(), List.of());
    Receipt opened = arrivals.receipt(paper, sho);
    assertThat(opened.sealed()).isFalse();
    assertThat(opened.particulars().subject()).isEqualTo(inside.subject);
    assertThat(desk.card(paper, sho.scope()).paper().title()).isEqualTo(inside.subject);
  }

  @Test
  void the_registry_does_not_open_the_cover_it_diarised() {
    PaperId paper = arrivals.diarise(hm, Writing.cover());
    refused(
        COVER_FOR_ADDRESSEE,
        () -> corrections.openCover(hm.act(), paper, Writing.letter().done(), List.of()));
  }

  @Autowired karyalay.desk.Movements movements;

  private void receive(PaperId paper, Seat by) {
    movements.move(by.act(), paper, new karyalay.desk.Move.Receive());
  }
}
