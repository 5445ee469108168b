package karyalay.web;

import java.util.Map;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;

/// Text that can be written down. No keyboard makes the zero character or one half of a pair, no
/// table takes the first, and the second would be kept as a question mark: it is refused where it
/// comes in, before anything is done.
public final class PlainText {
  private PlainText() {}

  /// @param name of the field, for the sentence
  /// @throws Refused `NOT_TEXT`
  public static void require(String name, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) throw new Refused(SharedRefusal.NOT_TEXT, name);
      if (!Character.isHighSurrogate(c)) continue;
      boolean pair = i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
      if (!pair) throw new Refused(SharedRefusal.NOT_TEXT, name);
      i++;
    }
  }

  /// The same for every field of a form.
  ///
  /// @throws Refused `NOT_TEXT`
  public static void require(Map<String, String[]> fields) {
    for (var field : fields.entrySet())
      for (String value : field.getValue()) require(field.getKey(), value);
  }
}
