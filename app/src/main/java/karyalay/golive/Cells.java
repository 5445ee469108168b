package karyalay.golive;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import karyalay.organisation.Person.Gender;
import karyalay.shared.Refused;
import karyalay.web.TypedDate;

/// Reads single cells as people write them.
final class Cells {
  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
  private static final Set<String> WOMAN = Set.of("महिला", "म", "म0", "स्त्री", "f", "female", "w");
  private static final Set<String> MAN = Set.of("पुरुष", "पु", "पु0", "m", "male", "");
  private static final Set<String> OTHER = Set.of("अन्य", "other", "o", "t");
  private static final Set<String> YES = Set.of("हाँ", "हां", "yes", "y", "true", "1");
  private static final Set<String> NO = Set.of("नहीं", "नही", "no", "n", "false", "0", "");

  private Cells() {}

  /// Something went wrong with one column.
  static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Column column;
    private final transient Refused why;

    Fault(Column column, Refused why) {
      super(why.getMessage(), why, false, false);
      this.column = column;
      this.why = why;
    }

    Column column() {
      return column;
    }

    Refused why() {
      return why;
    }
  }

  static String needed(Load.Row row, Column column) {
    String cell = row.cell(column);
    if (cell.isEmpty())
      throw new Fault(column, new Refused(GoLiveRefusal.CELL_NEEDED, column.heading()));
    return cell;
  }

  /// Digits of either script; a country code and what stands between them left out.
  static String digits(String cell) {
    return TypedDate.digits(cell).replaceAll("[\\s.()-]", "");
  }

  static String mobile(String cell) {
    String digits = digits(cell).replaceFirst("^\\+", "");
    if (digits.length() == 12 && digits.startsWith("91")) return digits.substring(2);
    return digits.length() == 11 && digits.startsWith("0") ? digits.substring(1) : digits;
  }

  /// A day as text, or as the number that a spreadsheet keeps it by.
  static Optional<LocalDate> day(String cell, LocalDate today) {
    String text = TypedDate.digits(cell);
    if (text.matches("[1-9][0-9]{4}")) return Optional.of(EPOCH.plusDays(Long.parseLong(text)));
    return TypedDate.parse(text.replaceAll("\\s+", ""), today);
  }

  static LocalDate day(Load.Row row, Column column, LocalDate today) {
    String cell = needed(row, column);
    return day(cell, today)
        .orElseThrow(() -> new Fault(column, new Refused(GoLiveRefusal.DATE_UNCLEAR, cell)));
  }

  static Gender gender(Load.Row row) {
    String cell = row.cell(Column.GENDER).toLowerCase(Locale.ROOT);
    if (WOMAN.contains(cell)) return Gender.FEMALE;
    if (MAN.contains(cell)) return Gender.MALE;
    if (OTHER.contains(cell)) return Gender.OTHER;
    throw new Fault(Column.GENDER, new Refused(GoLiveRefusal.GENDER_UNCLEAR, cell));
  }

  static boolean yes(Load.Row row, Column column) {
    String cell = TypedDate.digits(row.cell(column)).toLowerCase(Locale.ROOT);
    if (YES.contains(cell)) return true;
    if (NO.contains(cell)) return false;
    throw new Fault(column, new Refused(GoLiveRefusal.YES_OR_NO, cell));
  }
}
