package karyalay.golive;

import com.ibm.icu.text.Transliterator;

/// A name in Latin letters where nobody has written one: as it is spoken, for search and for
/// English pages, until somebody corrects it.
final class LatinNames {
  private static final Transliterator LATIN = Transliterator.getInstance("Devanagari-Latin");
  private static final Transliterator PLAIN = Transliterator.getInstance("Latin-ASCII; Any-Title");

  private LatinNames() {}

  static String of(String hindi) {
    String latin =
        LATIN
            .transliterate(hindi)
            .replace("ś", "sh")
            .replace("ṣ", "sh")
            .replace("ch", "chh")
            .replaceAll("c(?!h)", "ch")
            .replace("ṁ", "n")
            // The last short vowel is not spoken.
            .replaceAll("(?<=[^aāiīuūeo\\s])a(?=\\s|$)", "");
    return PLAIN.transliterate(latin).replace("'", "").strip();
  }
}
