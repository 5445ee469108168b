package karyalay.drafts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What changed between two texts, word by word (OP-67): Myers' shortest edit script over words. A
/// word of Devanagari keeps its vowel signs and joiners, so that no difference cuts a letter.
final class WordDiff {
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}\\u200C\\u200D]+|\\s+|[^\\p{L}\\p{M}\\p{N}\\s]");

  /// More changes than these are shown as one text in another's place: nobody reads them one by
  /// one.
  private static final int MOST_CHANGES = 2000;

  /// What became of a piece of text.
  enum Fate {
    SAME,
    GONE,
    NEW
  }

  record Piece(Fate fate, String text) {}

  private final List<String> before;
  private final List<String> after;
  private final List<Piece> pieces = new ArrayList<>();

  private WordDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /// The pieces in reading order: those that are not new make the first text, those that are not
  /// gone the second.
  static List<Piece> between(String before, String after) {
    var diff = new WordDiff(tokens(before), tokens(after));
    diff.run();
    return diff.joined();
  }

  static List<String> tokens(String text) {
    return TOKEN.matcher(text).results().map(MatchResult::group).toList();
  }

  private void run() {
    int start = 0;
    int most = Math.min(before.size(), after.size());
    while (start < most && before.get(start).equals(after.get(start))) start++;
    int end = 0;
    while (end < most - start && fromEnd(before, end).equals(fromEnd(after, end))) end++;
    add(Fate.SAME, before.subList(0, start));
    middle(before.subList(start, before.size() - end), after.subList(start, after.size() - end));
    add(Fate.SAME, before.subList(before.size() - end, before.size()));
  }

  private static String fromEnd(List<String> tokens, int n) {
    return tokens.get(tokens.size() - 1 - n);
  }

  private void middle(List<String> old, List<String> now) {
    List<int[]> reached = reach(old, now);
    if (reached.isEmpty()) {
      add(Fate.GONE, old);
      add(Fate.NEW, now);
      return;
    }
    var backwards = new ArrayList<Piece>();
    int x = old.size();
    int y = now.size();
    for (int d = reached.size() - 1; d > 0; d--) {
      int k = x - y;
      int[] v = reached.get(d - 1);
      boolean down = k == -d || (k != d && at(v, k - 1) < at(v, k + 1));
      int previous = down ? at(v, k + 1) : at(v, k - 1);
      int fromY = previous - (down ? k + 1 : k - 1);
      while (x > previous && y > fromY) {
        backwards.add(new Piece(Fate.SAME, old.get(--x)));
        y--;
      }
      if (down) backwards.add(new Piece(Fate.NEW, now.get(--y)));
      else backwards.add(new Piece(Fate.GONE, old.get(--x)));
    }
    while (x > 0) backwards.add(new Piece(Fate.SAME, old.get(--x)));
    pieces.addAll(backwards.reversed());
  }

  /// For every number of changes the furthest point of every diagonal, until the end is reached;
  /// nothing when it is too far.
  private static List<int[]> reach(List<String> old, List<String> now) {
    var reached = new ArrayList<int[]>();
    int[] last = {0, 0, 0};
    for (int d = 0; d <= MOST_CHANGES; d++) {
      int[] v = new int[2 * d + 3];
      Arrays.fill(v, -1);
      for (int k = -d; k <= d; k += 2) {
        int x = d == 0 ? 0 : step(last, k, d);
        while (x < old.size() && x - k < now.size() && old.get(x).equals(now.get(x - k))) x++;
        v[k + d + 1] = x;
        if (x >= old.size() && x - k >= now.size()) {
          reached.add(v);
          return reached;
        }
      }
      reached.add(v);
      last = v;
    }
    return List.of();
  }

  private static int step(int[] last, int k, int d) {
    boolean down = k == -d || (k != d && at(last, k - 1) < at(last, k + 1));
    return down ? at(last, k + 1) : at(last, k - 1) + 1;
  }

  /// The array of `d` changes holds the diagonals from `-d - 1` to `d + 1`.
  private static int at(int[] v, int k) {
    int middle = v.length / 2;
    int place = k + middle;
    return place < 0 || place >= v.length ? -1 : v[place];
  }

  private void add(Fate fate, List<String> tokens) {
    if (!tokens.isEmpty()) pieces.add(new Piece(fate, String.join("", tokens)));
  }

  /// Neighbours of one fate as one piece.

  private List<Piece> joined() {
    var joined = new ArrayList<Piece>();
    var text = new StringBuilder();
    Fate fate = Fate.SAME;
    for (Piece piece : pieces) {
      if (piece.fate() != fate && !text.isEmpty()) {
        joined.add(new Piece(fate, text.toString()));
        text.setLength(0);
      }
      fate = piece.fate();
      text.append(piece.text());
    }
    if (!text.isEmpty()) joined.add(new Piece(fate, text.toString()));
    return List.copyOf(joined);
  }
}
