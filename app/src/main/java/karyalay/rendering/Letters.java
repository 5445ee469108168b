package karyalay.rendering;

/// Text as it may stand in a document.
final class Letters {
  private Letters() {}

  /// The same text; without what PDF/A forbids (half letters of UTF-16, letters that Unicode has
  /// set aside) and without controls, which no paper shows. Tabulators become blanks.
  static String printable(String text) {
    if (text.chars().allMatch(Letters::plain)) return text;
    var clean = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .map(letter -> letter == '\r' || letter == 0x2028 || letter == 0x2029 ? '\n' : letter)
        .map(letter -> letter == '\t' ? ' ' : letter)
        .map(letter -> Character.getType(letter) == Character.SURROGATE ? 0xfffd : letter)
        .filter(letter -> letter == '\n' || !Character.isISOControl(letter))
        .filter(letter -> letter != 0xfeff && (letter & 0xfffe) != 0xfffe)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean plain(int letter) {
    return letter == '\n'
        || letter >= ' ' && letter < 0x7f
        || letter > 0x9f && letter < 0x2000
        || letter > 0x2029 && letter < 0xd800;
  }
}
