package karyalay.organisation;

import java.util.regex.Pattern;
import karyalay.shared.Refused;

/// Marking abbreviations: post code, office code, and a serial where an office has several such
/// posts, as `SHO-GSG`, `SI-GSG-3` (OP-7).
final class Marks {
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,8}");

  /// As wide as a stamp on paper; lists show it where the name of a post has little room.
  static final int SHORT = 22;

  private Marks() {}

  static String of(String abbreviation, String office, int ordinal) {
    String mark = code(abbreviation) + "-" + code(office);
    return ordinal == 0 ? mark : mark + "-" + ordinal;
  }

  static String code(String code) {
    if (!CODE.matcher(code).matches()) throw new Refused(OrganisationRefusal.CODE_MALFORMED, code);
    return code;
  }

  static String shortForm(String text) {
    if (text.length() > SHORT) throw new Refused(OrganisationRefusal.SHORT_TOO_LONG);
    return text;
  }

  /// The short form made from a long one, where nobody has given a better.
  static String shorten(String text) {
    return text.length() <= SHORT ? text : text.substring(0, SHORT).strip();
  }
}
