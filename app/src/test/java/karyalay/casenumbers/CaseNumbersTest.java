package karyalay.casenumbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.dak.Arrivals;
import karyalay.dak.Writing;
import karyalay.desk.Classification;
import karyalay.desk.DeskRefusal;
import karyalay.desk.OnDesks;
import karyalay.files.InFiles;
import karyalay.shared.Act;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A number typed once, and what it links.
@KaryalayTest
class CaseNumbersTest {
  @Autowired Given given;
  @Autowired CaseNumbers numbers;
  @Autowired Arrivals arrivals;
  @Autowired InFiles in;
  @Autowired OnDesks desks;

  Given.District district;
  Given.Thana thana;
  Given.Thana other;
  Seat hm;
  Seat sho;

  @BeforeEach
  void two_thanas() {
    district = given.district();
    thana = district.thana("थाना सौरिख");
    other = district.thana("थाना ठठिया");
    hm = thana.hm();
    sho = thana.sho();
  }

  private PaperId petition(Seat by) {
    return arrivals.diarise(by, Writing.petition());
  }

  private static void refused(Refused.Reason reason, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }

  @Test
  @Holds("OP-141")
  void typed_once_it_stands_with_its_thana_and_year_and_links_what_bears_the_same() {
    PaperId petition = petition(hm);
    PaperId file = in.open(hm);
    PaperId apart = petition(hm);
    numbers.enter(hm.act(), petition, "मु0अ0सं0 123/26 धारा 303(2) बीएनएस");
    numbers.enter(hm.act(), file, "FIR 123/2026");
    numbers.enter(hm.act(), apart, "NCR 123/26");

    var on = numbers.of(petition, hm.scope());
    assertThat(on.numbers())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.written()).isEqualTo("मु0अ0सं0 123/2026 धारा 303(2) बीएनएस");
          assertThat(line.thanaHi()).isEqualTo("थाना सौरिख");
        });
    assertThat(on.linked()).singleElement().extracting(LinkedPaper::paper).isEqualTo(file);
    assertThat(numbers.of(file, hm.scope()).linked())
        .singleElement()
        .extracting(LinkedPaper::paper)
        .isEqualTo(petition);
    assertThat(numbers.of(apart, hm.scope()).linked()).isEmpty();
  }

  @Test
  @Holds({"OP-141", "OP-52"})
  void another_thanas_case_of_that_number_is_another_and_no_link_shows_what_may_not_be_seen() {
    PaperId ours = petition(hm);
    PaperId theirs = petition(other.hm());
    numbers.enter(hm.act(), ours, "मु0अ0सं0 7/26");
    numbers.enter(other.hm().act(), theirs, "मु0अ0सं0 7/26");
    assertThat(numbers.of(ours, hm.scope()).linked()).isEmpty();

    PaperId about = petition(other.hm());
    numbers.enter(other.hm().act(), about, "मु0अ0सं0 7/26 थाना सौरिख");
    assertThat(numbers.of(ours, hm.scope()).linked()).isEmpty();
    assertThat(numbers.of(ours, district.co.scope()).linked())
        .singleElement()
        .extracting(LinkedPaper::paper)
        .isEqualTo(about);
    refused(SharedRefusal.NOT_FOUND, () -> numbers.of(ours, other.hm().scope()));
  }

  @Test
  void a_confidential_paper_is_linked_by_number_alone_for_who_is_not_named_on_it() {
    PaperId open = petition(hm);
    PaperId secret = in.open(hm, Classification.CONFIDENTIAL);
    numbers.enter(hm.act(), open, "मु0अ0सं0 8/26");
    numbers.enter(hm.act(), secret, "मु0अ0सं0 8/26");
    assertThat(numbers.of(open, sho.scope()).linked())
        .singleElement()
        .satisfies(linked -> assertThat(linked.title()).isEmpty());
  }

  @Test
  void the_thana_is_the_writers_own_or_the_one_that_is_named_in_either_script() {
    PaperId paper = petition(hm);
    for (String written :
        new String[] {"NCR 1/26 थाना ठठिया", "NCR 2/26 थाना " + other.office().code()})
      assertThat(numbers.read(written, hm.post()).thana()).isEqualTo(other.id());
    assertThat(numbers.read("NCR 3/26", hm.post()).thana()).isEqualTo(thana.id());
    refused(
        CaseNumbersRefusal.THANA_UNKNOWN,
        () -> numbers.enter(hm.act(), paper, "NCR 4/26 थाना लंका"));
    refused(CaseNumbersRefusal.THANA_NEEDED, () -> numbers.read("NCR 5/26", district.co.post()));
    refused(
        CaseNumbersRefusal.TOO_LONG, () -> numbers.read("NCR 5/26" + " ".repeat(300), hm.post()));
  }

  @Test
  @Holds("OP-141")
  void one_diary_number_with_two_hours_is_shown_to_whoever_stands_above_the_thana() {
    PaperId one = petition(hm);
    PaperId two = petition(hm);
    PaperId fine = petition(hm);
    numbers.enter(hm.act(), one, "जी0डी0 23 समय 14:30 दिनांक 01-11-26");
    numbers.enter(hm.act(), two, "जी0डी0 23 समय 16:05 दिनांक 01-11-26");
    numbers.enter(hm.act(), fine, "जी0डी0 23 समय 16:05 दिनांक 02-11-26");
    numbers.enter(hm.act(), fine, "जी0डी0 24 समय 16:05 दिनांक 01-11-26");

    assertThat(numbers.twoHours(district.co.scope()))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.number()).isEqualTo(23);
          assertThat(found.hours()).containsExactly("14:30", "16:05");
          assertThat(found.papers()).hasSize(2);
        });
    assertThat(numbers.twoHours(sho.scope())).isEmpty();
    assertThat(numbers.twoHours(other.sho().scope())).isEmpty();
  }

  @Test
  void what_was_wrong_is_struck_out_and_links_no_more() {
    PaperId one = petition(hm);
    PaperId two = petition(hm);
    UUID wrong = numbers.enter(hm.act(), one, "NCR 9/26");
    numbers.enter(hm.act(), two, "NCR 9/26");
    refused(CaseNumbersRefusal.THERE_ALREADY, () -> numbers.enter(hm.act(), one, "एनसीआर 9/2026"));
    refused(SharedRefusal.NOT_FOUND, () -> numbers.strike(hm.act(), two, wrong));
    numbers.strike(hm.act(), one, wrong);
    assertThat(numbers.of(one, hm.scope()).numbers()).isEmpty();
    assertThat(numbers.of(two, hm.scope()).linked()).isEmpty();
    numbers.enter(hm.act(), one, "NCR 9/26");
    assertThat(desks.acts(one)).contains("casenumbers.entered", "casenumbers.struck");
  }

  @Test
  void only_whoever_has_the_paper_writes_on_it_and_a_second_press_writes_once() {
    PaperId paper = petition(hm);
    refused(DeskRefusal.NOT_WITH_YOU, () -> numbers.enter(sho.act(), paper, "NCR 1/26"));
    Act act = hm.act();
    assertThat(numbers.enter(act, paper, "NCR 1/26"))
        .isEqualTo(numbers.enter(act, paper, "NCR 1/26"));
    assertThat(numbers.of(paper, hm.scope()).numbers()).hasSize(1);
  }
}
