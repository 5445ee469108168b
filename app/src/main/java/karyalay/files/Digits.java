package karyalay.files;

/// Digits of any script as 0 to 9: `२०१९` is `2019`.
final class Digits {
  private Digits() {}

  static String latin(String typed) {
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
