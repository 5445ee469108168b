package karyalay.files;

import static karyalay.files.FilingRefusal.*;
import static karyalay.files.RefusedBy.refused;
import static org.assertj.core.api.Assertions.*;

import java.util.Optional;
import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.Classification;
import karyalay.desk.DeskRefusal;
import karyalay.desk.Movements;
import karyalay.desk.Reading;
import karyalay.shared.PaperId;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class MergingsTest {
  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired Mergings mergings;
  @Autowired FileNumbers numbers;
  @Autowired FileParts parts;
  @Autowired Notes notes;
  @Autowired Related related;
  @Autowired Reading reading;
  @Autowired Movements movements;

  Given.District district;
  Seat hm;
  Seat sho;

  @BeforeEach
  void a_thana() {
    district = given.district();
    var thana = district.thana("ठठिया");
    hm = thana.hm();
    sho = thana.sho();
  }

  @Test
  @Holds("OP-48")
  void files_become_one_only_after_an_officer_of_the_set_rank_approved() {
    PaperId source = in.open(hm);
    PaperId target = in.open(hm);
    UUID merging = ask(source, target);
    refused(MERGING_NOT_APPROVED, () -> mergings.carryOut(hm.act(), merging));
    refused(MERGING_NEEDS_RANK, () -> mergings.decide(hm.act(), merging, true, ""));
    refused(MERGING_NEEDS_RANK, () -> mergings.decide(sho.act(), merging, true, ""));
    mergings.decide(district.asp.act(), merging, true, "एक ही विषय");
    refused(MERGING_DECIDED, () -> mergings.decide(district.sp.act(), merging, false, ""));

    mergings.carryOut(hm.act(), merging);
    assertThat(reading.card(source, hm.scope()).paper().root()).isEqualTo(target);
    assertThat(in.acts(source))
        .contains("files.merging_asked", "files.merging_approved", "files.merged");
    refused(MERGING_DONE, () -> mergings.carryOut(hm.act(), merging));
  }

  @Test
  @Holds("OP-48")
  void every_old_number_still_opens_the_merged_file() {
    PaperId first = in.open(hm, "क/11/2019", Classification.NORMAL);
    PaperId second = in.open(hm, "ख/12/2020", Classification.NORMAL);
    PaperId third = in.open(hm, "ग/13/2021", Classification.NORMAL);
    merge(first, second);
    merge(second, third);

    for (String number : new String[] {"क/11/2019", "ख/12/2020", "ग/13/2021", "क/११/२०१९"})
      assertThat(numbers.find(hm.scope(), number))
          .as(number)
          .extracting(FileNumbers.Found::opens)
          .containsExactly(third);
    String computer =
        Long.toString(numbers.find(hm.scope(), "क/11/2019").getFirst().computerNumber());
    assertThat(numbers.find(hm.scope(), computer))
        .extracting(FileNumbers.Found::opens)
        .containsExactly(third);
    assertThat(numbers.find(given.district().sp.scope(), "क/11/2019")).isEmpty();
  }

  @Test
  void what_was_declined_stays_apart_and_may_be_asked_again() {
    PaperId source = in.open(hm);
    PaperId target = in.open(hm);
    UUID merging = ask(source, target);
    refused(MERGING_ASKED, () -> ask(source, target));
    mergings.decide(district.asp.act(), merging, false, "विषय भिन्न हैं");
    refused(MERGING_NOT_APPROVED, () -> mergings.carryOut(hm.act(), merging));
    assertThat(related.of(source, hm.scope()).mergings().getFirst().remark())
        .isEqualTo("विषय भिन्न हैं");
    ask(source, target);
  }

  @Test
  void who_may_not_read_both_files_neither_asks_nor_approves() {
    PaperId source = in.open(hm);
    PaperId elsewhere = in.open(district.thana("हसेरन").hm(), Classification.CONFIDENTIAL);
    refused(SharedRefusal.NOT_FOUND, () -> ask(source, elsewhere));
    UUID merging = ask(source, in.open(hm));
    refused(
        SharedRefusal.NOT_FOUND,
        () -> mergings.decide(given.district().sp.act(), merging, true, ""));
  }

  @Test
  @Holds("OP-45")
  void a_part_merges_into_its_main_file_alone() {
    PaperId main = in.open(hm);
    in.send(hm, main, district.co);
    PaperId part = parts.openPart(hm.act(), main, "बाहर है");
    refused(PART_MERGES_INTO_MAIN, () -> ask(part, in.open(hm)));
    UUID merging = mergings.ask(hm.act(), part, Optional.empty(), "लौट आई");
    mergings.decide(district.asp.act(), merging, true, "");
    refused(DeskRefusal.NOT_WITH_YOU, () -> mergings.carryOut(hm.act(), merging));
    in.send(district.co, main, hm);
    mergings.carryOut(hm.act(), merging);
    assertThat(related.of(main, hm.scope()).ties())
        .extracting(Related.Line::kind)
        .contains(TieKind.PART, TieKind.MERGED);
  }

  @Test
  void a_file_that_goes_on_elsewhere_takes_in_no_other() {
    PaperId first = in.open(hm);
    PaperId second = in.open(hm);
    merge(first, second);
    refused(GOES_ON_ELSEWHERE, () -> ask(in.open(hm), first));
  }

  private void merge(PaperId source, PaperId target) {
    UUID merging = ask(source, target);
    mergings.decide(district.asp.act(), merging, true, "");
    mergings.carryOut(hm.act(), merging);
  }

  private UUID ask(PaperId source, PaperId target) {
    return mergings.ask(hm.act(), source, Optional.of(target), "एक ही विषय की दो पत्रावलियाँ");
  }
}
