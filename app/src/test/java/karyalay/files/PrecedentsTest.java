package karyalay.files;

import static karyalay.files.FilingRefusal.*;
import static karyalay.files.RefusedBy.refused;
import static org.assertj.core.api.Assertions.*;

import java.time.LocalDate;
import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.desk.Classification;
import karyalay.desk.Movements;
import karyalay.shared.PaperId;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class PrecedentsTest {
  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired Precedents precedents;
  @Autowired Notes notes;
  @Autowired Movements movements;

  Given.District district;
  Given.Thana thana;
  Given.Thana other;

  @BeforeEach
  void two_branches() {
    district = given.district();
    thana = district.thana("सौरिख");
    other = district.thana("तिर्वा");
  }

  @Test
  @Holds("OP-64")
  void a_ruling_is_found_in_any_spelling_and_script_by_its_own_branch() {
    PaperId file = in.open(thana.hm());
    notes.write(thana.hm().act(), file, NewNote.plain("निर्णय।"));
    enter(
        thana.hm(),
        file,
        1,
        "सौरिख में मेड़ विवाद",
        "दोनों पक्षों की पैमाइश राजस्व टीम से कराई जाए");

    for (String typed : new String[] {"सौरीख", "saurikh", "पैमाइश राजस्व", ""})
      assertThat(precedents.find(thana.si().scope(), typed)).as(typed).hasSize(1);
    assertThat(precedents.find(thana.si().scope(), "सौरीख नहर")).isEmpty();
    var found = precedents.find(thana.si().scope(), "मेड").getFirst();
    assertThat(found.serial()).isEqualTo(1);
    assertThat(found.paragraph()).isEqualTo(1);
    assertThat(found.fileNumber()).isEqualTo(in.number(file));
  }

  @Test
  @Holds("OP-64")
  void each_branch_keeps_its_own_register_and_its_seniors_read_it() {
    enter(thana.hm(), in.open(thana.hm()), 0, "एक", "निर्णय एक");
    enter(thana.hm(), in.open(thana.hm()), 0, "दो", "निर्णय दो");
    enter(other.hm(), in.open(other.hm()), 0, "तीन", "निर्णय तीन");
    assertThat(precedents.find(other.si().scope(), ""))
        .extracting(Precedent::serial)
        .containsExactly(1);
    assertThat(precedents.find(district.co.scope(), "")).hasSize(3);
    assertThat(precedents.find(district.reader.scope(), "")).isEmpty();
  }

  @Test
  void what_is_protected_does_not_enter_and_what_became_protected_is_withheld() {
    PaperId secret = in.open(thana.hm(), Classification.CONFIDENTIAL);
    refused(PRECEDENT_PROTECTED, () -> enter(thana.hm(), secret, 0, "एक", "निर्णय"));
    PaperId file = in.open(thana.hm());
    enter(thana.hm(), file, 0, "एक", "निर्णय");
    movements.classify(thana.hm().act(), file, Classification.CONFIDENTIAL, "");
    assertThat(precedents.find(thana.si().scope(), "")).isEmpty();
    assertThat(precedents.find(thana.hm().scope(), "")).hasSize(1);
  }

  @Test
  void a_withdrawn_ruling_stays_to_be_read_with_its_reason() {
    UUID id = enter(thana.hm(), in.open(thana.hm()), 0, "एक", "निर्णय");
    refused(
        PRECEDENT_OF_ANOTHER_BRANCH,
        () -> precedents.withdraw(other.hm().act(), id, "हमारे यहाँ नहीं"));
    precedents.withdraw(thana.sho().act(), id, "नया शासनादेश");
    assertThat(precedents.find(thana.si().scope(), "").getFirst().withdrawn())
        .isEqualTo("नया शासनादेश");
    refused(WITHDRAWN_ALREADY, () -> precedents.withdraw(thana.sho().act(), id, "फिर"));
  }

  @Test
  void a_ruling_needs_its_words_a_file_within_reach_and_a_paragraph_that_is_there() {
    PaperId file = in.open(thana.hm());
    refused(RULING_NEEDED, () -> enter(thana.hm(), file, 0, "एक", " "));
    refused(NO_SUCH_PLACE, () -> enter(thana.hm(), file, 3, "एक", "निर्णय"));
    refused(SharedRefusal.NOT_FOUND, () -> enter(other.hm(), file, 0, "एक", "निर्णय"));
    var later = new Precedents.Ruling(file, 0, "एक", "निर्णय", LocalDate.now().plusDays(3));
    refused(DATE_IN_FUTURE, () -> precedents.enter(thana.hm().act(), later));
  }

  private UUID enter(Seat by, PaperId file, int paragraph, String subject, String ruling) {
    return precedents.enter(
        by.act(),
        new Precedents.Ruling(file, paragraph, subject, ruling, LocalDate.of(2026, 1, 5)));
  }
}
