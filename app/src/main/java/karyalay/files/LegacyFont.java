package karyalay.files;

import java.util.Set;
import java.util.regex.Pattern;

/// Tells text that was typed for a font such as KrutiDev: it looks like Hindi there and like
/// scattered Latin letters everywhere else (OP-122). English and Hindi typed in Latin letters are
/// left alone: two different words are asked for that only such a font makes.
final class LegacyFont {
  private static final Pattern GAP = Pattern.compile("\\s+");

  /// है, हैं, का, की, के, को, में, और, कि, तथा, पर, एवं, यह, था, थी, गया, करने, लिए, थाना,
  /// प्रार्थी.
  private static final Set<String> WORDS =
      Set.of(
          "gS", "gSA", "gSa", "gSaA", "dk", "dh", "ds", "dks", "esa", "vkSj", "fd", "rFkk", "ij",
          ",oa", ";g", "Fkk", "Fkh", "x;k", "djus", "fy,", "Fkkuk", "izkFkhZ");

  private LegacyFont() {}

  static boolean in(String text) {
    return GAP.splitAsStream(text).filter(WORDS::contains).distinct().limit(2).count() == 2;
  }
}
