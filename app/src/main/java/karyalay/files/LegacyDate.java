package karyalay.files;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karyalay.shared.Refused;

/// Dates as clerks and spreadsheets write them: `05.11.2019`, `5/11/19`, `०५-११-२०१९`,
/// `2019-11-05`.
final class LegacyDate {
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})\\s*[-./]\\s*(\\d{1,2})\\s*[-./]\\s*(\\d{4}|\\d{2})");
  private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

  /// Two digits mean this century up to here, the last one above.
  private static final int TURN = 69;

  private LegacyDate() {}

  /// @throws Refused `DATE_NOT_READ`
  static LocalDate of(String typed) {
    String plain = Digits.latin(typed.strip());
    try {
      Matcher day = DAY_FIRST.matcher(plain);
      if (day.matches()) return LocalDate.of(year(day.group(3)), number(day, 2), number(day, 1));
      Matcher year = YEAR_FIRST.matcher(plain);
      if (year.matches()) return LocalDate.of(number(year, 1), number(year, 2), number(year, 3));
    } catch (DateTimeException e) {
      throw new Refused(FilingRefusal.DATE_NOT_READ, typed);
    }
    throw new Refused(FilingRefusal.DATE_NOT_READ, typed);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() == 4) return year;
    return year > TURN ? 1900 + year : 2000 + year;
  }
}
