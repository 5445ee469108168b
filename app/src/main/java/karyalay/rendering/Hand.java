package karyalay.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A pair of faces that look alike, one for each script, and words already shaped with them.
enum Hand {
  PLAIN("NotoSerifDevanagari-Regular", "NotoSerif-Regular"),
  BOLD("NotoSerifDevanagari-Bold", "NotoSerif-Bold");

  private static final int MOST_WORDS = 12_000;
  private static final int LONGEST_KEPT = 40;

  private final Face devanagari;
  private final Face latin;
  private final Shaped blank;
  private final Map<String, List<Shaped>> words = new ConcurrentHashMap<>();

  Hand(String devanagari, String latin) {
    this.devanagari = new Face(devanagari);
    this.latin = new Face(latin);
    this.blank = this.devanagari.shape(" ");
  }

  static Hand of(Run run) {
    return run.bold() ? BOLD : PLAIN;
  }

  Face devanagari() {
    return devanagari;
  }

  /// The space between words.
  Shaped blank() {
    return blank;
  }

  /// A word, in stretches of one face each. Letters that no face has show as a box.
  List<Shaped> shape(String word) {
    if (word.length() > LONGEST_KEPT) return shapeNow(word);
    List<Shaped> known = words.get(word);
    if (known != null) return known;
    List<Shaped> shaped = shapeNow(word);
    if (words.size() >= MOST_WORDS) words.clear();
    words.put(word, shaped);
    return shaped;
  }

  private List<Shaped> shapeNow(String word) {
    List<Shaped> stretches = new ArrayList<>();
    Face face = null;
    int begun = 0;
    for (int at = 0; at < word.length(); ) {
      int letter = word.codePointAt(at);
      Face next = face(letter, face);
      if (face != null && next != face) {
        stretches.add(face.shape(word.substring(begun, at)));
        begun = at;
      }
      face = next;
      at += Character.charCount(letter);
    }
    if (face != null) stretches.add(face.shape(word.substring(begun)));
    return List.copyOf(stretches);
  }

  private Face face(int letter, @Nullable Face before) {
    if (isDevanagari(letter)) return devanagari;
    boolean mark =
        switch (Character.getType(letter)) {
          case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
          default -> false;
        };
    if (mark) return before == null ? devanagari : before;
    return !latin.has(letter) && devanagari.has(letter) ? devanagari : latin;
  }

  private static boolean isDevanagari(int letter) {
    return letter >= 0x900 && letter <= 0x97f || letter >= 0xa8e0 && letter <= 0xa8ff;
  }
}
