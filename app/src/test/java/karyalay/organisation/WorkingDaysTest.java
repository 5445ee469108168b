package karyalay.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import karyalay.shared.OfficeTime;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
  private static final LocalDate EVER = LocalDate.of(2000, 1, 1);
  private static final WorkingDays.Weekly SUNDAYS =
      new WorkingDays.Weekly(DayOfWeek.SUNDAY, 0, false, EVER, LocalDate.MAX);
  private static final WorkingDays.Weekly SECOND_SATURDAYS =
      new WorkingDays.Weekly(DayOfWeek.SATURDAY, 2, false, EVER, LocalDate.MAX);

  private static Instant at(int day, int hour) {
    return LocalDate.of(2026, 11, day).atTime(hour, 0).atZone(OfficeTime.ZONE).toInstant();
  }

  private static WorkingDays november(int firstDay, Integer... holidays) {
    var days = new HashMap<LocalDate, Boolean>();
    for (int day : holidays) days.put(LocalDate.of(2026, 11, day), false);
    return new WorkingDays(days, List.of(SECOND_SATURDAYS, SUNDAYS), firstDay);
  }

  private static LocalDate lastDay(WorkingDays calendar, Instant from, int amount) {
    return OfficeTime.day(calendar.due(from, Limit.workingDays(amount)));
  }

  @Test
  void three_days_from_friday_over_second_saturday_and_a_holiday_on_monday_end_on_thursday() {
    var calendar = november(0, 16);
    Instant due = calendar.due(at(13, 17), Limit.workingDays(3));
    assertThat(due).isEqualTo(WorkingDays.endOf(LocalDate.of(2026, 11, 19)));
    assertThat(due.atZone(OfficeTime.ZONE).toLocalTime()).isEqualTo("23:59:59.999999");
  }

  @Test
  void the_day_of_receipt_counts_itself_where_the_district_says_so() {
    assertThat(lastDay(november(1), at(10, 9), 3)).isEqualTo("2026-11-12");
    assertThat(lastDay(november(0), at(10, 9), 3)).isEqualTo("2026-11-13");
  }

  @Test
  void the_first_saturday_is_worked() {
    assertThat(november(0).works(LocalDate.of(2026, 11, 7))).isTrue();
    assertThat(november(0).works(LocalDate.of(2026, 11, 14))).isFalse();
  }

  @Test
  void the_evening_of_an_indian_day_belongs_to_that_day() {
    Instant lateEvening = Instant.parse("2026-11-10T18:29:59Z");
    Instant pastMidnight = Instant.parse("2026-11-10T18:30:00Z");
    assertThat(lastDay(november(0), lateEvening, 1)).isEqualTo("2026-11-11");
    assertThat(lastDay(november(0), pastMidnight, 1)).isEqualTo("2026-11-12");
  }

  @Test
  void other_units_do_not_ask_the_calendar() {
    var calendar = november(0, 11, 12, 13);
    assertThat(calendar.due(at(10, 9), new Limit(2, Limit.Unit.CALENDAR_DAYS)))
        .isEqualTo(WorkingDays.endOf(LocalDate.of(2026, 11, 12)));
    assertThat(calendar.due(at(10, 9), new Limit(48, Limit.Unit.HOURS))).isEqualTo(at(12, 9));
    assertThat(calendar.due(at(10, 9), Limit.on(LocalDate.of(2026, 11, 15))))
        .isEqualTo(WorkingDays.endOf(LocalDate.of(2026, 11, 15)));
  }

  @Test
  void nothing_falls_due_on_a_day_that_is_not_worked() {
    assertThat(lastDay(november(0), at(14, 9), 0)).isEqualTo("2026-11-16");
  }

  @Test
  void a_stated_working_day_goes_before_the_weekly_rule() {
    var calendar = new WorkingDays(Map.of(LocalDate.of(2026, 11, 15), true), List.of(SUNDAYS), 0);
    assertThat(lastDay(calendar, at(14, 9), 1)).isEqualTo("2026-11-15");
  }

  @Test
  void a_calendar_without_working_days_is_a_fault_not_an_endless_search() {
    var rules =
        java.util.Arrays.stream(DayOfWeek.values())
            .map(day -> new WorkingDays.Weekly(day, 0, false, EVER, LocalDate.MAX))
            .toList();
    var never = new WorkingDays(Map.of(), rules, 0);
    assertThatIllegalStateException().isThrownBy(() -> never.due(at(10, 9), Limit.workingDays(1)));
  }

  /// Laws, on calendars of chance. The seed stands in the message of a failure.
  @Test
  void due_lies_on_a_working_day_with_as_many_working_days_before_it_as_were_given() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      var calendar = chance(random);
      LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
      Instant received =
          from.atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)))
              .atZone(OfficeTime.ZONE)
              .toInstant();
      int amount = 1 + random.nextInt(40);
      LocalDate due = lastDay(calendar, received, amount);
      long between = from.plusDays(1).datesUntil(due.plusDays(1)).filter(calendar::works).count();
      assertThat(between).as("seed %d round %d", seed, round).isEqualTo(amount);
      assertThat(calendar.works(due)).as("seed %d round %d", seed, round).isTrue();
    }
  }

  @Test
  void a_holiday_more_never_brings_the_due_day_forward() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      var calendar = chance(random);
      LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
      Instant received = from.atTime(12, 0).atZone(OfficeTime.ZONE).toInstant();
      int amount = random.nextInt(30);
      var days = new HashMap<>(calendar.days());
      days.put(from.plusDays(1 + random.nextInt(30)), false);
      var more = new WorkingDays(days, calendar.rules(), 0);
      assertThat(lastDay(more, received, amount))
          .as("seed %d round %d", seed, round)
          .isAfterOrEqualTo(lastDay(calendar, received, amount));
    }
  }

  private static WorkingDays chance(Random random) {
    var days = new HashMap<LocalDate, Boolean>();
    for (int i = 0; i < 40; i++)
      days.put(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(430)), random.nextInt(5) == 0);
    return new WorkingDays(days, List.of(SECOND_SATURDAYS, SUNDAYS), 0);
  }
}
