package karyalay.casenumbers;

import java.text.Normalizer;
import java.util.Locale;

/// Makes of what people type one spelling that patterns can be written for.
final class Spelling {
  /// What stands between the letters of an abbreviation: nothing, a zero (मु0अ0सं0), a dot, the
  /// sign ॰, spaces.
  private static final String BETWEEN = "[\\\\s0.]*";

  private Spelling() {}

  /// `_` in a pattern stands for whatever may follow a letter of an abbreviation.
  static String abbreviations(String pattern) {
    return pattern.replaceAll("_", BETWEEN);
  }

  /// Digits of both scripts as 0 to 9, letters small, one kind of dash, bracket, zero and space.
  static String plain(String typed) {
    var out = new StringBuilder(typed.length());
    Normalizer.normalize(typed, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(c -> append(out, c));
    return out.toString().replaceAll("\\s+", " ").strip();
  }

  private static void append(StringBuilder out, int c) {
    if (Character.isDigit(c)) out.append(Character.digit(c, 10));
    else
      switch (c) {
        case '\u0970' -> out.append('.');
        case '\u2013', '\u2014', '\u2212', '\u2010' -> out.append('-');
        case '\u200c', '\u200d', '\ufeff' -> {}
        case '\u00a0', '।' -> out.append(' ');
        case '[' -> out.append('(');
        case ']' -> out.append(')');
        default -> out.appendCodePoint(c);
      }
  }
}
