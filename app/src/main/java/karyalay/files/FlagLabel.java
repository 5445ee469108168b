package karyalay.files;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import karyalay.shared.Refused;

/// What is written on a flag: PUC, FR, FR-I …, DFA, or one or two letters (OP-61).
///
/// @param text as stored and shown, in Latin capitals as offices write them in both languages
public record FlagLabel(String text) {
  private static final Pattern FORM = Pattern.compile("PUC|FR(-[IVXLC]+)?|DFA|[A-Z]{1,2}");

  /// The paper under consideration. Stands after the form that it is checked against.
  public static final FlagLabel PUC = new FlagLabel("PUC");

  private static final Map<String, String> WORDS =
      Map.of("विचाराधीन पत्र", "PUC", "नया आवक पत्र", "FR", "अनुमोदनार्थ आलेख", "DFA");
  private static final List<String> ONES =
      List.of("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX");
  private static final List<String> TENS =
      List.of("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC");

  public FlagLabel {
    if (!FORM.matcher(text).matches()) throw new Refused(FilingRefusal.FLAG_MALFORMED, text);
  }

  /// What somebody typed: capitals or not, and the words that it stands for.
  ///
  /// @throws Refused `FLAG_MALFORMED`
  public static FlagLabel of(String typed) {
    String plain = typed.strip();
    return new FlagLabel(WORDS.getOrDefault(plain, plain.toUpperCase(Locale.ROOT)));
  }

  /// The label that this one gets beside those set already: fresh receipts count on, FR, FR-I,
  /// FR-II; every other label is one thing at a time and stays as it is.
  FlagLabel beside(Collection<String> set) {
    if (!text.equals("FR")) return this;
    int n = 0;
    while (set.contains(fresh(n))) n++;
    return new FlagLabel(fresh(n));
  }

  /// The first letter, or pair of letters, that is not set yet.
  static FlagLabel nextLetter(Collection<String> set) {
    for (int n = 0; n < 26 * 27; n++) {
      String letters = n < 26 ? letter(n) : letter(n / 26 - 1) + letter(n % 26);
      if (!set.contains(letters) && !letters.equals("FR")) return new FlagLabel(letters);
    }
    throw new Refused(FilingRefusal.FLAG_MALFORMED, "ZZ");
  }

  private static String letter(int n) {
    return String.valueOf((char) ('A' + n));
  }

  private static String fresh(int n) {
    return n == 0 ? "FR" : "FR-" + "C".repeat(n / 100) + TENS.get(n / 10 % 10) + ONES.get(n % 10);
  }
}
