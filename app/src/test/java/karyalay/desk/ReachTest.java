package karyalay.desk;

import static org.assertj.core.api.Assertions.*;

import java.util.List;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.shared.Capacity;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class ReachTest {
  @Autowired Given given;
  @Autowired OnDesks desks;
  @Autowired Movements movements;
  @Autowired Reading reading;
  @Autowired Trays trays;

  Given.District district;
  Given.Thana here;
  Given.Thana elsewhere;

  @BeforeEach
  void two_thanas() {
    district = given.district();
    here = district.thana("सौरिख");
    elsewhere = district.thana("तिर्वा");
  }

  @Test
  @Holds("OP-52")
  void posts_that_held_it_and_seniors_in_line_read_it_and_nobody_else() {
    PaperId paper = desks.paper(here.hm());
    movements.forward(here.hm().act(), paper, to(here.si()));

    for (Seat reader :
        List.of(here.hm(), here.si(), here.sho(), district.co, district.asp, district.sp))
      assertThat(reading.card(paper, reader.scope()).named()).isTrue();
    for (Seat other : List.of(here.ssi(), elsewhere.sho(), elsewhere.hm(), district.reader))
      hidden(paper, other);
  }

  @Test
  @Holds("OP-52")
  void a_named_grantee_reads_it_from_then_on() {
    PaperId paper = desks.paper(here.hm());
    hidden(paper, elsewhere.sho());
    movements.grant(here.hm().act(), paper, elsewhere.sho().post());
    assertThat(reading.open(paper, elsewhere.sho().scope()).paper().title()).isNotEmpty();
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> movements.grant(elsewhere.sho().act(), paper, elsewhere.hm().post()))
        .extracting(Refused::reason)
        .isEqualTo(DeskRefusal.ONLY_HOLDER_OR_SENIOR_GRANTS);
  }

  @Test
  @Holds({"OP-85", "OP-86"})
  void of_a_classified_paper_those_not_named_learn_number_class_and_date_only() {
    PaperId paper = desks.confidential(here.hm());
    movements.forward(here.hm().act(), paper, to(here.sho()));

    var card = reading.card(paper, district.sp.scope());
    assertThat(card.named()).isFalse();
    assertThat(card.paper().number()).isNotEmpty();
    assertThat(card.paper().classification()).isEqualTo(Classification.CONFIDENTIAL);
    assertThat(card.paper().title() + card.paper().subtitle()).isEmpty();
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> reading.open(paper, district.sp.scope()));
    assertThat(reading.open(paper, here.sho().scope()).paper().title()).isNotEmpty();
  }

  @Test
  @Holds("OP-87")
  void lowering_a_class_needs_the_originator_or_a_senior_and_a_reason() {
    PaperId paper = desks.confidential(here.hm());
    movements.forward(here.hm().act(), paper, to(here.si()));
    refused(
        DeskRefusal.ONLY_ORIGINATOR_OR_SENIOR,
        () -> movements.classify(here.si().act(), paper, Classification.NORMAL, "अब गोपनीय नहीं"));
    refused(
        DeskRefusal.REASON_NEEDED,
        () -> movements.classify(here.hm().act(), paper, Classification.NORMAL, ""));
    movements.classify(here.hm().act(), paper, Classification.NORMAL, "अब गोपनीय नहीं");
    assertThat(reading.card(paper, district.sp.scope()).named()).isTrue();
  }

  @Test
  void what_encloses_a_classified_paper_is_classified_with_it() {
    PaperId file = desks.file(here.sho());
    PaperId secret = desks.confidential(here.sho());
    assertThat(reading.card(file, district.sp.scope()).named()).isTrue();
    movements.move(here.sho().act(), secret, new Move.Enclose(file));
    assertThat(reading.card(file, district.sp.scope()).named()).isFalse();
    movements.move(here.sho().act(), secret, new Move.TakeOut("अलग रखा जाए"));
    assertThat(reading.card(file, district.sp.scope()).named()).isTrue();
  }

  @Test
  @Holds("OP-28")
  void a_paper_in_a_file_is_read_where_the_file_is_read_and_moves_only_with_it() {
    PaperId file = desks.file(here.sho());
    PaperId receipt = desks.paper(here.sho());
    movements.move(here.sho().act(), receipt, new Move.Enclose(file));
    hidden(receipt, elsewhere.sho());
    movements.forward(here.sho().act(), file, to(elsewhere.sho()));

    assertThat(reading.card(receipt, elsewhere.sho().scope()).named()).isTrue();
    assertThat(reading.inside(file, elsewhere.sho().scope()))
        .extracting(card -> card.paper().id())
        .containsExactly(receipt);
    refused(
        DeskRefusal.INSIDE_ANOTHER,
        () -> movements.forward(elsewhere.sho().act(), receipt, to(here.sho())));
    assertThat(trays.counts(elsewhere.sho().scope()).all()).isEqualTo(1);
  }

  @Test
  void a_barred_officer_and_all_below_him_find_nothing_wherever_he_sits() {
    PaperId paper = desks.paper(here.hm());
    movements.forward(here.hm().act(), paper, to(district.co));
    assertThat(reading.card(paper, here.sho().scope()).named()).isTrue();
    movements.bar(district.co.act(), paper, here.sho().person(), "शिकायत उन्हीं के विरुद्ध");

    hidden(paper, here.sho());
    hidden(paper, here.hm());
    assertThat(reading.card(paper, district.sp.scope()).named()).isTrue();

    Seat transferred = district.charge(here.sho(), elsewhere.ssi().post(), Capacity.ADDITIONAL);
    hidden(paper, transferred);
    refused(
        DeskRefusal.ADDRESSEE_BARRED,
        () -> movements.forward(district.co.act(), paper, to(here.sho())));
  }

  @Test
  void another_district_sees_nothing() {
    PaperId paper = desks.paper(here.hm());
    var other = given.district();
    hidden(paper, other.sp);
    assertThat(trays.page(other.sp.scope(), TrayFilter.all())).isEmpty();
  }

  private void hidden(PaperId paper, Seat reader) {
    assertThatExceptionOfType(Refused.class)
        .as(reader.mark())
        .isThrownBy(() -> reading.card(paper, reader.scope()))
        .extracting(Refused::reason)
        .isEqualTo(SharedRefusal.NOT_FOUND);
  }

  private static Move.Forward to(Seat seat) {
    return new Move.Forward(seat.post(), Task.ACTION, "");
  }

  private static void refused(Refused.Reason reason, Runnable act) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(act::run)
        .extracting(Refused::reason)
        .isEqualTo(reason);
  }
}
