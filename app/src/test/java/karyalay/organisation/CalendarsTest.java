package karyalay.organisation;

import static karyalay.organisation.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class CalendarsTest {
  /// Friday the 13th of November 2026; the next day is a second Saturday.
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 13);

  private static final Instant MARKED = FRIDAY.atTime(17, 0).atZone(OfficeTime.ZONE).toInstant();

  @Autowired Given given;
  @Autowired Calendars calendars;
  @Autowired Masters masters;
  @Autowired Changes changes;

  private Given.District district;
  private OfficeId thana;

  @BeforeEach
  void district() {
    district = given.district();
    thana = district.thana("सौरिख").id();
    calendars.addRule(
        district.sp.act(),
        district.id,
        new WeeklyRule.Facts(DayOfWeek.SUNDAY, 0, false, Given.LONG_AGO));
    calendars.addRule(
        district.sp.act(),
        district.id,
        new WeeklyRule.Facts(DayOfWeek.SATURDAY, 2, false, Given.LONG_AGO));
  }

  private UUID holiday(OfficeId office, LocalDate day, boolean working) {
    return calendars.declare(
        district.sp.act(),
        office,
        new Holiday.Facts(day, working, "स्थानीय अवकाश", "Local holiday", true));
  }

  private LocalDate due(OfficeId office, int days) {
    return OfficeTime.day(calendars.due(office, MARKED, Limit.workingDays(days)));
  }

  @Test
  @Holds({"OP-88", "OP-89"})
  void three_working_days_from_friday_over_second_saturday_sunday_and_a_holiday_end_on_thursday() {
    assertThat(due(thana, 3)).isEqualTo("2026-11-18");
    holiday(district.id, FRIDAY.plusDays(3), false);
    assertThat(due(thana, 3)).isEqualTo("2026-11-19");
  }

  @Test
  @Holds("OP-89")
  void a_local_holiday_holds_for_its_office_and_those_under_it_only() {
    OfficeId other = district.thana("तिर्वा").id();
    holiday(thana, FRIDAY.plusDays(3), false);
    assertThat(due(thana, 1)).isEqualTo("2026-11-17");
    assertThat(due(other, 1)).isEqualTo("2026-11-16");
  }

  @Test
  @Holds("OP-89")
  void the_nearest_office_decides_a_day() {
    holiday(district.id, FRIDAY.plusDays(3), false);
    holiday(thana, FRIDAY.plusDays(3), true);
    assertThat(due(thana, 1)).isEqualTo("2026-11-16");
    assertThat(due(district.circle.id(), 1)).isEqualTo("2026-11-17");
  }

  @Test
  @Holds({"OP-14", "OP-89"})
  void a_holiday_is_withdrawn_and_both_acts_stand_in_the_log() {
    UUID id = holiday(district.id, FRIDAY.plusDays(3), false);
    assertRefused(
        OrganisationRefusal.HOLIDAY_KNOWN, () -> holiday(district.id, FRIDAY.plusDays(3), false));
    calendars.withdraw(district.sp.act(), id);
    assertThat(due(thana, 1)).isEqualTo("2026-11-16");
    assertThat(changes.of(id))
        .hasSize(2)
        .first()
        .satisfies(line -> assertThat(line.old()).containsEntry("day", "2026-11-16"));
    assertThat(calendars.holidays(thana, 2026)).isEmpty();
  }

  @Test
  @Holds("OP-14")
  void a_weekly_rule_ends_from_a_day_on() {
    UUID sundays =
        calendars.rules(thana).stream()
            .filter(rule -> rule.weekday() == DayOfWeek.SUNDAY)
            .findFirst()
            .orElseThrow()
            .id();
    calendars.endRule(district.sp.act(), sundays, FRIDAY.plusDays(2));
    assertThat(due(thana, 1)).isEqualTo("2026-11-15");
    assertThat(calendars.works(thana, FRIDAY.minusDays(5))).as("the Sunday before").isFalse();
  }

  @Test
  @Holds("OP-89")
  void whether_the_day_of_receipt_counts_is_a_setting_of_the_district() {
    masters.put(
        district.sp.act(),
        district.id,
        "SETTING",
        "first-day",
        new Master.Facts("प्राप्ति का दिन", "Day of receipt", 10, Map.of("value", 1)),
        Given.LONG_AGO);
    assertThat(due(thana, 2)).isEqualTo("2026-11-16");
    assertThat(calendars.works(thana, FRIDAY)).isTrue();
  }

  @Test
  void an_administrator_of_another_district_changes_nothing_here() {
    var stranger = given.district().sp;
    var facts = new Holiday.Facts(FRIDAY, false, "अवकाश", "Holiday", true);
    assertRefused(
        karyalay.shared.SharedRefusal.NOT_FOUND,
        () -> calendars.declare(stranger.act(), thana, facts));
  }
}
