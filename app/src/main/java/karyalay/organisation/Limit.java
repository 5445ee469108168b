package karyalay.organisation;

import java.time.LocalDate;

/// How long something may take. Given by owners as dated data; a running clock keeps the one it
/// started with.
///
/// @param amount days or hours; for `DATE` the day itself, counted from 1970-01-01
public record Limit(int amount, Unit unit) {
  /// In what a limit is counted.
  public enum Unit {
    /// Days on which this office works; the day of receipt is day 0 (OP-89).
    WORKING_DAYS,
    /// Days as they come, until the end of the last.
    CALENDAR_DAYS,
    /// Hours from the minute it began.
    HOURS,
    /// Until the end of a stated day.
    DATE
  }

  public Limit {
    if (amount < 0) throw new IllegalArgumentException("a limit below nothing: " + amount);
  }

  public static Limit workingDays(int days) {
    return new Limit(days, Unit.WORKING_DAYS);
  }

  public static Limit on(LocalDate day) {
    return new Limit(Math.toIntExact(day.toEpochDay()), Unit.DATE);
  }
}
