package karyalay.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.ledger.Ledger;
import karyalay.organisation.Calendars;
import karyalay.organisation.Holiday;
import karyalay.organisation.Limit;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What moves the end of a clock, and what never does.
@KaryalayTest
class ClocksTest {
  private static final Limit MONTH = new Limit(30, Limit.Unit.CALENDAR_DAYS);

  @Autowired Given given;
  @Autowired OnDesks desks;
  @Autowired Movements movements;
  @Autowired Reading reading;
  @Autowired Calendars calendars;
  @Autowired Ledger ledger;
  @Autowired OfficeTime time;

  Given.District district;
  Given.Thana thana;
  Seat hm;
  Seat sho;

  @BeforeEach
  void a_thana() {
    district = given.district();
    thana = district.thana("गुरसहायगंज");
    hm = thana.hm();
    sho = thana.sho();
  }

  @Test
  @Holds("OP-89")
  void a_holiday_declared_under_a_running_clock_moves_its_end_by_a_day_and_is_logged() {
    PaperId here = desks.paper(hm);
    PaperId there = desks.paper(district.reader);
    Instant before = due(here, hm);
    LocalDate last = OfficeTime.day(before);
    UUID holiday = holiday(thana.id(), last);
    assertThat(OfficeTime.day(due(here, hm))).as("the last day is none").isAfter(last);
    assertThat(due(there, district.reader))
        .as("another office")
        .isEqualTo(due(there, district.reader));
    assertThat(clocksMoved(thana.id())).isEqualTo(1);

    calendars.withdraw(district.sp.act(), holiday);
    assertThat(due(here, hm)).isEqualTo(before);
    assertThat(clocksMoved(thana.id())).isEqualTo(2);
  }

  @Test
  @Holds("OP-89")
  void a_holiday_of_the_district_moves_the_clocks_of_every_office_under_it() {
    PaperId thanas = desks.paper(hm);
    PaperId circles = desks.paper(district.co);
    Instant one = due(thanas, hm);
    Instant two = due(circles, district.co);
    holiday(district.id, OfficeTime.day(one));
    assertThat(due(thanas, hm)).isAfter(one);
    assertThat(due(circles, district.co)).isAfter(two);
  }

  @Test
  @Holds("OP-89")
  void a_holiday_after_the_end_of_a_clock_moves_nothing() {
    PaperId paper = desks.paper(hm);
    Instant before = due(paper, hm);
    holiday(thana.id(), OfficeTime.day(before).plusDays(1));
    assertThat(due(paper, hm)).isEqualTo(before);
    assertThat(clocksMoved(thana.id())).isZero();
  }

  @Test
  @Holds("OP-95")
  void a_clock_by_calendar_days_takes_no_notice_of_holidays() {
    PaperId paper =
        desks.paper(
            hm, Kind.RECEIPT, false, Classification.NORMAL, new Limit(1, Limit.Unit.CALENDAR_DAYS));
    Instant before = due(paper, hm);
    holiday(thana.id(), OfficeTime.day(before));
    assertThat(due(paper, hm)).isEqualTo(before);
  }

  @Test
  @Holds("OP-42")
  void the_clock_of_a_parked_paper_runs_on_and_a_closed_one_has_none() {
    PaperId paper = desks.paper(hm);
    Instant before = due(paper, hm);
    movements.move(hm.act(), paper, new Move.Park(time.today().plusDays(20), "न्यायालय की तिथि"));
    assertThat(due(paper, hm)).isEqualTo(before);
    movements.move(hm.act(), paper, new Move.Resume());
    assertThat(due(paper, hm)).isEqualTo(before);
    movements.move(hm.act(), paper, new Move.Close("दाखिल दफ्तर"));
    assertThat(reading.card(paper, hm.scope()).paper().dueAt()).isNull();
    movements.move(hm.act(), paper, new Move.Reopen("पूरक पत्र"));
    assertThat(due(paper, hm)).as("what was promised is still promised").isEqualTo(before);
  }

  @Test
  @Holds("OP-88")
  void a_day_set_by_the_sender_goes_before_the_limit_of_the_post_and_the_whole_limit_before_both() {
    PaperId paper = desks.paper(hm, Kind.RECEIPT, false, Classification.NORMAL, MONTH);
    LocalDate day = time.today().plusDays(2);
    movements.forward(hm.act(), paper, new Move.Forward(sho.post(), Task.ACTION, "", day, false));
    assertThat(OfficeTime.day(due(paper, sho))).isEqualTo(day);
    movements.forward(
        sho.act(),
        paper,
        new Move.Forward(hm.post(), Task.ACTION, "", time.today().plusDays(90), false));
    assertThat(OfficeTime.day(due(paper, hm)))
        .as("nobody gives more time than the whole")
        .isEqualTo(time.today().plusDays(30));
  }

  @Test
  @Holds("OP-88")
  void a_day_set_for_today_is_taken_and_yesterday_refused() {
    PaperId paper = desks.paper(hm);
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() ->
            movements.forward(
                hm.act(),
                paper,
                new Move.Forward(sho.post(), Task.ACTION, "", time.today().minusDays(1), false)))
        .extracting(Refused::reason)
        .isEqualTo(DeskRefusal.DATE_PASSED);
    movements.forward(
        hm.act(), paper, new Move.Forward(sho.post(), Task.ACTION, "", time.today(), false));
    assertThat(due(paper, sho).atZone(OfficeTime.ZONE).toLocalDate()).isEqualTo(time.today());
    assertThat(due(paper, sho).atZone(OfficeTime.ZONE).toLocalTime())
        .as("to the end of the day")
        .isAfter(LocalTime.of(12, 0));
  }

  @Test
  @Holds("OP-95")
  void what_was_promised_of_a_letter_runs_on_in_its_file_and_comes_out_with_it() {
    PaperId letter = desks.paper(hm, Kind.RECEIPT, false, Classification.NORMAL, days(2));
    Instant promised = due(letter, hm);
    PaperId file = desks.file(hm);
    assertThat(due(file, hm)).isAfter(promised);
    movements.move(hm.act(), letter, new Move.Enclose(file));
    assertThat(due(file, hm)).isEqualTo(promised);
    movements.move(hm.act(), letter, new Move.TakeOut("भूलवश"));
    assertThat(due(letter, hm)).isEqualTo(promised);
    assertThat(due(file, hm)).isAfter(promised);
  }

  @Test
  @Holds("OP-95")
  void what_was_promised_of_a_letter_comes_off_again_with_the_file_it_lies_in() {
    PaperId letter = desks.paper(hm, Kind.RECEIPT, false, Classification.NORMAL, days(2));
    Instant promised = due(letter, hm);
    PaperId inner = desks.file(hm);
    PaperId outer = desks.file(hm);
    movements.move(hm.act(), letter, new Move.Enclose(inner));
    movements.move(hm.act(), inner, new Move.Enclose(outer));
    assertThat(due(outer, hm)).isEqualTo(promised);

    movements.move(hm.act(), inner, new Move.TakeOut("पृथक"));
    assertThat(due(inner, hm)).as("the file that has the letter").isEqualTo(promised);
    assertThat(due(outer, hm)).as("the file that has it no more").isAfter(promised);
    movements.move(hm.act(), letter, new Move.TakeOut("भूलवश"));
    assertThat(due(letter, hm)).isEqualTo(promised);
    assertThat(due(inner, hm)).isAfter(promised);
  }

  @Test
  @Holds("OP-95")
  void a_letter_taken_out_of_a_file_that_lies_in_another_takes_its_promise_along() {
    PaperId letter = desks.paper(hm, Kind.RECEIPT, false, Classification.NORMAL, days(2));
    Instant promised = due(letter, hm);
    PaperId inner = desks.file(hm);
    PaperId outer = desks.file(hm);
    movements.move(hm.act(), letter, new Move.Enclose(inner));
    movements.move(hm.act(), inner, new Move.Enclose(outer));
    movements.move(hm.act(), letter, new Move.TakeOut("भूलवश"));
    assertThat(due(letter, hm)).isEqualTo(promised);
    assertThat(due(outer, hm)).isAfter(promised);
  }

  @Test
  @Holds("OP-95")
  void two_letters_promised_for_two_days_each_keep_their_own() {
    PaperId sooner = desks.paper(hm, Kind.RECEIPT, false, Classification.NORMAL, days(1));
    PaperId later = desks.paper(hm, Kind.RECEIPT, false, Classification.NORMAL, days(3));
    Instant first = due(sooner, hm);
    Instant second = due(later, hm);
    PaperId file = desks.file(hm);
    for (PaperId letter : List.of(later, sooner))
      movements.move(hm.act(), letter, new Move.Enclose(file));
    assertThat(due(file, hm)).isEqualTo(first);
    movements.move(hm.act(), sooner, new Move.TakeOut("उत्तर दिया"));
    assertThat(due(file, hm)).isEqualTo(second);
    movements.forward(hm.act(), file, new Move.Forward(sho.post(), Task.ACTION, ""));
    assertThat(due(file, sho))
        .as("sending the file gives the letter no new time")
        .isEqualTo(second);
  }

  @Test
  @Holds("OP-42")
  void a_parked_paper_is_back_on_its_day_and_not_before_it() {
    PaperId parked = desks.paper(hm);
    movements.move(hm.act(), parked, new Move.Park(time.today().plusDays(1), "कल आएगा"));
    movements.returnParked(district.sp.act(), 100);
    assertThat(place(parked)).isEqualTo("PARKED");
    desks.dayComes(parked);
    movements.returnParked(district.sp.act(), 100);
    assertThat(place(parked)).isEqualTo("DESK");
    assertThat(desks.acts(parked)).containsSubsequence("desk.parked", "desk.resumed");
  }

  private String place(PaperId paper) {
    return reading.card(paper, hm.scope()).paper().place().code();
  }

  private static Limit days(int amount) {
    return new Limit(amount, Limit.Unit.CALENDAR_DAYS);
  }

  private UUID holiday(OfficeId office, LocalDate day) {
    return calendars.declare(
        district.sp.act(),
        office,
        new Holiday.Facts(day, false, "स्थानीय अवकाश", "Local holiday", true));
  }

  private int clocksMoved(OfficeId office) {
    return (int)
        ledger.of("office/" + office).stream()
            .filter(entry -> entry.act().equals("desk.clocks_moved"))
            .count();
  }

  private Instant due(PaperId paper, Seat reader) {
    return Objects.requireNonNull(reading.card(paper, reader.scope()).paper().dueAt());
  }
}
