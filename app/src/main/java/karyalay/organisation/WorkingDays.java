package karyalay.organisation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import karyalay.shared.OfficeTime;

/// On which days one office works, and when a limit ends there. Pure reckoning: no database, no
/// clock.
///
/// @param days stated days: true where the office works, false on a holiday; they go before rules
/// @param rules weekly rules, the nearest office's first: the first that fits decides
/// @param firstDay 0 when the day of receipt is day 0, 1 when it counts itself (OP-89)
record WorkingDays(Map<LocalDate, Boolean> days, List<Weekly> rules, int firstDay) {
  /// A year of holidays on end is a fault in the data, not a calendar.
  private static final int LONGEST_BREAK = 366;

  /// Every such weekday, or the nth of the month.
  ///
  /// @param nth 0 for every one; 2 for the second
  /// @param until first day on which the rule no longer holds
  record Weekly(DayOfWeek weekday, int nth, boolean working, LocalDate from, LocalDate until) {
    boolean fits(LocalDate day) {
      return day.getDayOfWeek() == weekday
          && (nth == 0 || (day.getDayOfMonth() + 6) / 7 == nth)
          && !day.isBefore(from)
          && day.isBefore(until);
    }
  }

  boolean works(LocalDate day) {
    Boolean stated = days.get(day);
    if (stated != null) return stated;
    return rules.stream()
        .filter(rule -> rule.fits(day))
        .findFirst()
        .map(Weekly::working)
        .orElse(true);
  }

  /// The last moment within the limit: the end of the last day, in Indian time.
  Instant due(Instant from, Limit limit) {
    LocalDate day = OfficeTime.day(from);
    return switch (limit.unit()) {
      case WORKING_DAYS -> endOf(afterWorkingDays(day, limit.amount()));
      case CALENDAR_DAYS -> endOf(day.plusDays(Math.max(limit.amount() - firstDay, 0)));
      case HOURS -> from.plus(Duration.ofHours(limit.amount()));
      case DATE -> endOf(LocalDate.ofEpochDay(limit.amount()));
    };
  }

  private LocalDate afterWorkingDays(LocalDate day, int amount) {
    LocalDate last = day;
    int counted = firstDay == 1 && works(day) ? 1 : 0;
    int idle = 0;
    while (counted < amount || !works(last)) {
      last = last.plusDays(1);
      boolean working = works(last);
      if (working && counted < amount) counted++;
      idle = working ? 0 : idle + 1;
      if (idle > LONGEST_BREAK)
        throw new IllegalStateException("no working day in the year before " + last);
    }
    return last;
  }

  static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(OfficeTime.ZONE).toInstant().minus(1, ChronoUnit.MICROS);
  }
}
