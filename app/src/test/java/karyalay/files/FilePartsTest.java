package karyalay.files;

import static karyalay.files.FilingRefusal.*;
import static karyalay.files.RefusedBy.refused;
import static org.assertj.core.api.Assertions.*;

import java.util.Optional;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.Classification;
import karyalay.desk.DeskRefusal;
import karyalay.desk.Movements;
import karyalay.desk.Place;
import karyalay.desk.Reading;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class FilePartsTest {
  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired Files files;
  @Autowired FileParts parts;
  @Autowired Mergings mergings;
  @Autowired Notes notes;
  @Autowired Sheets sheets;
  @Autowired Reading reading;
  @Autowired Movements movements;

  Given.District district;
  Seat hm;
  Seat sho;

  @BeforeEach
  void a_thana() {
    district = given.district();
    var thana = district.thana("तालग्राम");
    hm = thana.hm();
    sho = thana.sho();
  }

  @Test
  @Holds("OP-45")
  void a_part_is_opened_only_while_the_main_file_is_away() {
    PaperId main = in.open(hm);
    refused(PART_NOT_NEEDED, () -> parts.openPart(hm.act(), main, "तत्काल आख्या देनी है"));
    in.send(hm, main, district.co);

    PaperId part = parts.openPart(hm.act(), main, "तत्काल आख्या देनी है");
    assertThat(in.number(part)).isEqualTo(in.number(main) + "/खंड-1");
    notes.write(hm.act(), part, NewNote.plain("खण्ड पर टिप्पणी।"));
    refused(PART_OF_PART, () -> parts.openPart(sho.act(), part, "फिर से"));
    assertThat(in.number(parts.openPart(sho.act(), main, "द्वितीय")))
        .isEqualTo(in.number(main) + "/खंड-2");
  }

  @Test
  @Holds("OP-44")
  void while_a_part_is_open_the_main_file_does_not_close() {
    PaperId main = in.open(district.asp);
    in.send(district.asp, main, hm);
    PaperId part = parts.openPart(district.asp.act(), main, "मुख्य पत्रावली बाहर है");
    in.send(hm, main, district.asp);
    refused(DeskRefusal.HELD, () -> files.close(district.asp.act(), main, "निस्तारित", "c"));

    mergeBack(district.asp, part);
    files.close(district.asp.act(), main, "निस्तारित", "c");
    assertThat(reading.card(main, district.asp.scope()).paper().place())
        .isInstanceOf(Place.Closed.class);
  }

  @Test
  @Holds("OP-45")
  void after_its_approved_merger_a_part_is_read_only_and_keeps_its_own_pages() {
    PaperId main = in.open(district.asp);
    in.letter(district.asp, main, 4);
    in.send(district.asp, main, hm);
    PaperId part = parts.openPart(district.asp.act(), main, "मुख्य पत्रावली बाहर है");
    in.letter(district.asp, part, 3);
    notes.write(district.asp.act(), part, NewNote.plain("खण्ड का प्रस्तर।"));
    in.send(hm, main, district.asp);
    mergeBack(district.asp, part);

    var sheet = sheets.of(part, district.asp.scope());
    assertThat(sheet.letters().getFirst().from()).isEqualTo(1);
    assertThat(sheet.notes()).hasSize(1);
    assertThat(sheets.of(main, district.asp.scope()).cover().pages()).isEqualTo(4);
    refused(
        DeskRefusal.INSIDE_ANOTHER,
        () -> notes.write(district.asp.act(), part, NewNote.plain("अब नहीं।")));
    in.send(district.asp, main, sho);
    assertThat(sheets.of(part, sho.scope()).notes()).hasSize(1);
  }

  @Test
  void a_part_shuts_out_whoever_is_barred_from_the_main_file() {
    PaperId main = in.open(hm);
    in.send(hm, main, district.co);
    movements.bar(district.co.act(), main, sho.person(), "शिकायत उन्हीं के विरुद्ध");
    in.send(district.co, main, district.asp);
    PaperId part = parts.openPart(district.co.act(), main, "अभिलेख हेतु");
    movements.grant(district.co.act(), part, sho.post());
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> reading.card(part, sho.scope()))
        .extracting(Refused::reason)
        .isEqualTo(SharedRefusal.NOT_FOUND);
  }

  @Test
  void nobody_opens_a_part_of_a_file_that_he_may_not_read() {
    PaperId main = in.open(district.co, Classification.CONFIDENTIAL);
    in.send(district.co, main, district.asp);
    refused(SharedRefusal.NOT_FOUND, () -> parts.openPart(hm.act(), main, "x"));
    refused(SharedRefusal.NOT_FOUND, () -> parts.openPart(district.sp.act(), main, "x"));
    PaperId part = parts.openPart(district.co.act(), main, "गोपनीय कार्य");
    assertThat(reading.card(part, district.co.scope()).paper().classification())
        .isEqualTo(Classification.CONFIDENTIAL);
  }

  @Test
  @Holds("OP-46")
  void a_volume_opens_when_the_one_before_is_full_and_counts_on() {
    PaperId first = in.open(hm);
    in.letter(hm, first, 149);
    notes.write(hm.act(), first, NewNote.plain("एक।\n\nदो।"));
    refused(VOLUME_TOO_THIN, () -> parts.openVolume(hm.act(), first));
    in.letter(hm, first, 6);

    PaperId second = parts.openVolume(hm.act(), first);
    assertThat(in.number(second)).isEqualTo(in.number(first) + "/भाग-2");
    notes.write(hm.act(), second, NewNote.plain("तीन।"));
    in.letter(hm, second, 2);
    var sheet = sheets.of(second, hm.scope());
    assertThat(sheet.notes().getFirst().first()).isEqualTo(3);
    assertThat(sheet.letters().getFirst().from()).isEqualTo(156);
  }

  @Test
  @Holds("OP-46")
  void an_old_volume_travels_with_the_new_one_and_is_read_only() {
    PaperId first = in.open(hm);
    in.letter(hm, first, 160);
    PaperId second = parts.openVolume(hm.act(), first);
    refused(
        DeskRefusal.INSIDE_ANOTHER, () -> notes.write(hm.act(), first, NewNote.plain("अब नहीं।")));
    in.send(hm, second, sho);
    assertThat(sheets.of(first, sho.scope()).letters()).hasSize(1);
    refused(VOLUME_BY_MAKER, () -> parts.openVolume(sho.act(), second));

    in.send(sho, second, hm);
    in.letter(hm, second, 150);
    PaperId third = parts.openVolume(hm.act(), second);
    assertThat(in.number(third)).isEqualTo(in.number(first) + "/भाग-3");
    in.send(hm, third, district.co);
    assertThat(sheets.of(first, district.co.scope()).letters()).hasSize(1);
    refused(GOES_ON_ELSEWHERE, () -> parts.openPart(hm.act(), second, "x"));
  }

  @Test
  @Holds("OP-95")
  void a_new_volume_gives_no_new_time() {
    PaperId first = in.open(hm);
    in.letter(hm, first, 160);
    var due = reading.card(first, hm.scope()).paper().dueAt();
    PaperId second = parts.openVolume(hm.act(), first);
    assertThat(reading.card(second, hm.scope()).paper().dueAt()).isEqualTo(due);
  }

  private void mergeBack(Seat officer, PaperId part) {
    var merging = mergings.ask(officer.act(), part, Optional.empty(), "मुख्य पत्रावली आ गई");
    mergings.decide(officer.act(), merging, true, "");
  }
}
