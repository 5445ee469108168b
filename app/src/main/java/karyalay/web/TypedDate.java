package karyalay.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates as people at a counter type them: `1310`, `13.10`, `13.10.26`, `13-10-2026`, `0` for
/// today, `-1` for yesterday; digits of either script. Without a year, the latest such day that has
/// come.
public final class TypedDate {
  private static final Pattern BACK = Pattern.compile("-([0-9]{1,3})|0");
  private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
  private static final Pattern PARTS =
      Pattern.compile("([0-9]{1,2})(?:[-./ ]([0-9]{1,2})(?:[-./ ]([0-9]{2}|[0-9]{4}))?)?");
  private static final Pattern RUN = Pattern.compile("([0-9]{2})([0-9]{2})([0-9]{2}|[0-9]{4})?");

  private static final Pattern AHEAD = Pattern.compile("\\+([0-9]{1,3})");
  private static final Pattern DAY = Pattern.compile("[1-9][0-9]?|0[1-9]");
  private static final Pattern YEARLESS = Pattern.compile("[0-9]{1,2}[-./ ][0-9]{1,2}|[0-9]{4}");

  private TypedDate() {}

  /// The day meant; empty when it cannot be one. A future day is a day: the rules refuse it, with a
  /// sentence of their own.
  public static Optional<LocalDate> parse(String typed, LocalDate today) {
    String text = digits(typed.strip()).replace('\u2013', '-').replace('\u2212', '-');
    try {
      return read(text, today);
    } catch (DateTimeException e) {
      // 31-02 and the like: shaped as a date, yet no day.
      return Optional.empty();
    }
  }

  /// The same for a day by which something is due: without a year, the next such day; `+3` for
  /// three days from today.
  public static Optional<LocalDate> coming(String typed, LocalDate today) {
    String text = digits(typed.strip());
    Matcher ahead = AHEAD.matcher(text);
    if (ahead.matches()) return Optional.of(today.plusDays(number(ahead, 1)));
    Optional<LocalDate> found = parse(typed, today);
    if (DAY.matcher(text).matches())
      return found.map(day -> day.isBefore(today) ? after(day, today) : day);
    boolean yearless = YEARLESS.matcher(text).matches();
    return found.map(day -> yearless && day.isBefore(today) ? again(day, today) : day);
  }

  /// The same for a day that may lie on either side of today: without a year, the nearer one.
  public static Optional<LocalDate> nearest(String typed, LocalDate today) {
    Optional<LocalDate> back = parse(typed, today);
    Optional<LocalDate> ahead = coming(typed, today);
    if (back.isEmpty() || ahead.isEmpty()) return ahead;
    long since = ChronoUnit.DAYS.between(back.get(), today);
    return since < ChronoUnit.DAYS.between(today, ahead.get()) ? back : ahead;
  }

  /// The next year that has this day: the 29th of February is not the 28th.
  private static LocalDate again(LocalDate day, LocalDate today) {
    int year = today.getYear();
    int month = day.getMonthValue();
    while (!exists(year, month, day.getDayOfMonth())
        || LocalDate.of(year, month, day.getDayOfMonth()).isBefore(today)) year++;
    return LocalDate.of(year, month, day.getDayOfMonth());
  }

  /// The next month that has this day of the month.
  private static LocalDate after(LocalDate day, LocalDate today) {
    LocalDate month = today.withDayOfMonth(1);
    int wanted = day.getDayOfMonth();
    while (wanted > month.lengthOfMonth() || month.withDayOfMonth(wanted).isBefore(today))
      month = month.plusMonths(1);
    return month.withDayOfMonth(wanted);
  }

  private static Optional<LocalDate> read(String text, LocalDate today) {
    Matcher back = BACK.matcher(text);
    if (back.matches())
      return Optional.of(
          today.minusDays(back.group(1) == null ? 0 : Long.parseLong(back.group(1))));
    Matcher iso = ISO.matcher(text);
    if (iso.matches())
      return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
    Matcher run = RUN.matcher(text);
    if (run.matches()) return Optional.of(day(run, today));
    Matcher parts = PARTS.matcher(text);
    return parts.matches() ? Optional.of(day(parts, today)) : Optional.empty();
  }

  private static LocalDate day(Matcher typed, LocalDate today) {
    int day = number(typed, 1);
    if (typed.group(2) == null) return latest(today.withDayOfMonth(1), day, today);
    int month = number(typed, 2);
    if (typed.group(3) != null) {
      int year = number(typed, 3);
      return LocalDate.of(year < 100 ? 2000 + year : year, month, day);
    }
    // The 29th of February need not exist this year: look back until a year has it.
    int year = today.getYear();
    while (!exists(year, month, day) && today.getYear() - year < 4) year--;
    LocalDate found = LocalDate.of(year, month, day);
    return found.isAfter(today) ? found.minusYears(1) : found;
  }

  private static LocalDate latest(LocalDate month, int day, LocalDate today) {
    LocalDate here = month;
    for (int back = 0; back < 3; back++, here = here.minusMonths(1))
      if (day <= here.lengthOfMonth() && day >= 1 && !here.withDayOfMonth(day).isAfter(today))
        return here.withDayOfMonth(day);
    throw new DateTimeException("no such day");
  }

  private static boolean exists(int year, int month, int day) {
    return day <= LocalDate.of(year, month, 1).lengthOfMonth();
  }

  private static int number(Matcher typed, int group) {
    return Integer.parseInt(typed.group(group));
  }

  /// Digits of any script as 0 to 9.
  public static String digits(String typed) {
    var out = new StringBuilder(typed.length());
    typed.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    if (Character.isDigit(c)) out.append(Character.digit(c, 10));
    else out.appendCodePoint(c);
  }
}
