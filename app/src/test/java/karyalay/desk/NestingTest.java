package karyalay.desk;

import static org.assertj.core.api.Assertions.*;

import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.KaryalayTest;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Files in files, and files that go with others without lying in them.
@KaryalayTest
class NestingTest {
  @Autowired Given given;
  @Autowired OnDesks desks;
  @Autowired Movements movements;
  @Autowired Reading reading;

  Given.District district;
  Given.Thana here;
  Given.Thana elsewhere;

  @BeforeEach
  void two_thanas() {
    district = given.district();
    here = district.thana("छिबरामऊ");
    elsewhere = district.thana("इन्दरगढ़");
  }

  @Test
  void what_lies_in_a_file_is_read_with_the_file_that_its_file_was_put_into() {
    PaperId inner = desks.file(here.sho());
    PaperId receipt = desks.paper(here.sho());
    PaperId outer = desks.file(here.sho());
    enclose(receipt, inner);
    enclose(inner, outer);
    movements.forward(here.sho().act(), outer, to(elsewhere.sho()));

    assertThat(reading.open(receipt, elsewhere.sho().scope()).paper().root()).isEqualTo(outer);

    movements.move(elsewhere.sho().act(), inner, new Move.TakeOut("पृथक"));
    assertThat(reading.open(receipt, elsewhere.sho().scope()).paper().root()).isEqualTo(inner);
    movements.forward(elsewhere.sho().act(), outer, to(elsewhere.si()));
    hidden(receipt, elsewhere.si());
  }

  @Test
  void a_paper_never_comes_to_lie_in_what_lies_in_it() {
    PaperId inner = desks.file(here.sho());
    PaperId middle = desks.file(here.sho());
    PaperId outer = desks.file(here.sho());
    enclose(inner, middle);
    enclose(middle, outer);
    assertThatExceptionOfType(Refused.class).isThrownBy(() -> enclose(outer, inner));
  }

  @Test
  void a_classified_paper_two_deep_classifies_all_that_hold_it() {
    PaperId inner = desks.file(here.sho());
    PaperId outer = desks.file(here.sho());
    enclose(desks.confidential(here.sho()), inner);
    enclose(inner, outer);
    assertThat(reading.card(inner, district.sp.scope()).named()).isFalse();
    assertThat(reading.card(outer, district.sp.scope()).named()).isFalse();

    movements.move(here.sho().act(), inner, new Move.TakeOut("पृथक"));
    assertThat(reading.card(inner, district.sp.scope()).named()).isFalse();
    assertThat(reading.card(outer, district.sp.scope()).named()).isTrue();
  }

  @Test
  void whoever_is_barred_from_a_paper_two_deep_finds_none_that_hold_it() {
    PaperId complaint = desks.paper(here.hm());
    movements.forward(here.hm().act(), complaint, to(district.co));
    movements.bar(district.co.act(), complaint, here.sho().person(), "शिकायत उन्हीं के विरुद्ध");
    PaperId inner = desks.file(here.sho());
    movements.forward(here.sho().act(), inner, to(district.co));
    PaperId outer = desks.file(district.co);
    movements.move(district.co.act(), complaint, new Move.Enclose(inner));
    movements.move(district.co.act(), inner, new Move.Enclose(outer));

    hidden(inner, here.sho());
    assertThat(reading.card(inner, district.asp.scope()).named()).isTrue();
  }

  @Test
  void a_linked_paper_is_read_by_readers_of_the_other_now_and_later() {
    PaperId main = desks.file(here.sho());
    PaperId linked = desks.file(elsewhere.sho());
    hidden(linked, here.sho());
    desks.inAct(() -> desks.papers().link(main, linked));
    assertThat(reading.open(linked, here.sho().scope()).paper().heldBy(elsewhere.sho().post()))
        .isTrue();

    movements.forward(here.sho().act(), main, to(here.si()));
    assertThat(reading.open(linked, here.si().scope()).paper().id()).isEqualTo(linked);

    desks.inAct(() -> desks.papers().unlink(main, linked));
    movements.forward(here.si().act(), main, to(here.ssi()));
    hidden(linked, here.ssi());
  }

  private void enclose(PaperId paper, PaperId into) {
    movements.move(here.sho().act(), paper, new Move.Enclose(into));
  }

  private void hidden(PaperId paper, Seat reader) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> reading.card(paper, reader.scope()))
        .extracting(Refused::reason)
        .isEqualTo(SharedRefusal.NOT_FOUND);
  }

  private static Move.Forward to(Seat seat) {
    return new Move.Forward(seat.post(), Task.ACTION, "");
  }
}
