package karyalay.organisation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/// A weekly rule of the calendar, as "every Sunday" or "second Saturday".
///
/// @param nth 0 for every such weekday, 2 for the second of the month
/// @param until first day on which it no longer holds; {@link LocalDate#MAX} without end
public record WeeklyRule(
    UUID id,
    UUID office,
    String officeHi,
    String officeEn,
    DayOfWeek weekday,
    int nth,
    boolean working,
    LocalDate from,
    LocalDate until) {

  static final RowMapper<WeeklyRule> ROW =
      (row, n) ->
          new WeeklyRule(
              Columns.id(row, "id"),
              Columns.id(row, "office"),
              Columns.text(row, "office_hi"),
              Columns.text(row, "office_en"),
              DayOfWeek.of(row.getInt("weekday")),
              row.getInt("nth"),
              row.getBoolean("working"),
              Columns.day(row, "valid_from"),
              Columns.day(row, "valid_to"));

  /// What is entered.
  public record Facts(DayOfWeek weekday, int nth, boolean working, LocalDate from) {
    public Facts {
      if (nth < 0 || nth > 5) throw new IllegalArgumentException("no such week: " + nth);
    }
  }
}
