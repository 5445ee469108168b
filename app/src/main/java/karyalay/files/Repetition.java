package karyalay.files;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds long text that stands in the file already (OP-59): a run of words, whatever the spacing.
final class Repetition {
  /// About three lines: shorter runs are names, sections and set phrases.
  static final int RUN = 25;

  private static final Pattern GAP = Pattern.compile("[\\s\\p{Punct}।॥]+");

  private Repetition() {}

  /// Whether it has a run at all; most notes have none, and need no comparing.
  static boolean isLong(String typed) {
    return GAP.splitAsStream(typed).filter(word -> !word.isEmpty()).limit(RUN).count() == RUN;
  }

  static boolean in(String typed, List<String> texts) {
    Set<String> runs = runs(typed);
    if (runs.isEmpty()) return false;
    return texts.stream().anyMatch(text -> runs(text).stream().anyMatch(runs::contains));
  }

  private static Set<String> runs(String text) {
    String[] words = GAP.splitAsStream(text).filter(word -> !word.isEmpty()).toArray(String[]::new);
    Set<String> runs = new HashSet<>();
    for (int i = 0; i + RUN <= words.length; i++)
      runs.add(String.join(" ", List.of(words).subList(i, i + RUN)));
    return runs;
  }
}
