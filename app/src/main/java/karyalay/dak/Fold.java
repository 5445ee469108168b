package karyalay.dak;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Folds spellings that mean the same name or number, for hints: सौरिख and सौरीख, तिर्वा and तिरवा,
/// हिन्दी and हिंदी, बड़ा and बडा. What was typed is stored as typed; only the key is folded.
final class Fold {
  private static final Pattern TITLE =
      Pattern.compile(
          "(^|\\s)(श्रीमती|श्रीमान|श्री|कुमारी|कु0|डा0|डॉ0|mr|mrs|shri|smt)[.]?(?=\\s)");
  private static final Pattern HALF_NASAL = Pattern.compile("[ङञणनम]\u094d(?=[क-म])");
  private static final Pattern DROPPED = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]|[\u093c\u094d]");

  private Fold() {}

  /// Key of a name or a place.
  static String name(String typed) {
    String text = Normalizer.normalize(typed, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    text = TITLE.matcher(text.strip()).replaceAll(" ");
    text = HALF_NASAL.matcher(text).replaceAll("\u0902");
    text = DROPPED.matcher(text).replaceAll("");
    return text.replace('\u0901', '\u0902').replace('\u0940', '\u093f').replace('\u0942', '\u0941');
  }

  /// Key of a letter's number: letters and digits alone, digits in one script.
  static String number(String typed) {
    return DROPPED.matcher(digits(typed).toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /// Digits of any script as 0 to 9; the rest unchanged.
  static String digits(String typed) {
    var out = new StringBuilder(typed.length());
    typed
        .codePoints()
        .forEach(c -> {
          if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER)
            out.append(Character.digit(c, 10));
          else out.appendCodePoint(c);
        });
    return out.toString();
  }
}
