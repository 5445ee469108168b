package karyalay.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import karyalay.drafts.WordDiff.Fate;
import karyalay.drafts.WordDiff.Piece;
import org.junit.jupiter.api.Test;

class WordDiffTest {
  @Test
  void a_changed_word_of_hindi_is_struck_and_put_in_whole() {
    assertThat(
            WordDiff.between(
                "आख्या तीन दिवस में प्रस्तुत करें।", "आख्या सात दिवस में प्रस्तुत करें।"))
        .containsExactly(
            new Piece(Fate.SAME, "आख्या "),
            new Piece(Fate.GONE, "तीन"),
            new Piece(Fate.NEW, "सात"),
            new Piece(Fate.SAME, " दिवस में प्रस्तुत करें।"));
  }

  @Test
  void no_vowel_sign_or_joiner_is_parted_from_its_letter() {
    assertThat(WordDiff.tokens("क्षेत्राधिकारी, श्री रा\u200dम।"))
        .containsExactly("क्षेत्राधिकारी", ",", " ", "श्री", " ", "रा\u200dम", "।");
    assertThat(WordDiff.between("किया", "की"))
        .containsExactly(new Piece(Fate.GONE, "किया"), new Piece(Fate.NEW, "की"));
  }

  @Test
  void what_was_only_added_or_only_taken_out_is_shown_alone() {
    assertThat(WordDiff.between("थाना", "थाना सौरिख"))
        .containsExactly(new Piece(Fate.SAME, "थाना"), new Piece(Fate.NEW, " सौरिख"));
    assertThat(WordDiff.between("थाना सौरिख", "थाना"))
        .containsExactly(new Piece(Fate.SAME, "थाना"), new Piece(Fate.GONE, " सौरिख"));
    assertThat(WordDiff.between("", "")).isEmpty();
  }

  @Test
  void the_pieces_always_make_both_texts_and_are_as_few_as_can_be() {
    for (long seed = 0; seed < 400; seed++) {
      var random = new Random(seed);
      String before = text(random);
      String after = text(random);
      List<Piece> pieces = WordDiff.between(before, after);
      assertThat(join(pieces, Fate.NEW)).as("seed %d", seed).isEqualTo(before);
      assertThat(join(pieces, Fate.GONE)).as("seed %d", seed).isEqualTo(after);
      int changes =
          pieces.stream()
              .filter(piece -> piece.fate() != Fate.SAME)
              .mapToInt(piece -> WordDiff.tokens(piece.text()).size())
              .sum();
      assertThat(changes).as("seed %d", seed).isEqualTo(least(before, after));
    }
  }

  private static String text(Random random) {
    List<String> words = List.of("क", "ख", "ग ", "।", "कार्य", " ");
    return IntStream.range(0, random.nextInt(14))
        .mapToObj(n -> words.get(random.nextInt(words.size())))
        .collect(Collectors.joining());
  }

  private static String join(List<Piece> pieces, Fate without) {
    return pieces.stream()
        .filter(piece -> piece.fate() != without)
        .map(Piece::text)
        .collect(Collectors.joining());
  }

  /// The number of changes of a shortest script, by the longest common subsequence: another way.
  private static int least(String before, String after) {
    List<String> a = WordDiff.tokens(before);
    List<String> b = WordDiff.tokens(after);
    int[][] longest = new int[a.size() + 1][b.size() + 1];
    for (int i = 1; i <= a.size(); i++)
      for (int j = 1; j <= b.size(); j++)
        longest[i][j] =
            a.get(i - 1).equals(b.get(j - 1))
                ? longest[i - 1][j - 1] + 1
                : Math.max(longest[i - 1][j], longest[i][j - 1]);
    return a.size() + b.size() - 2 * longest[a.size()][b.size()];
  }

  @Test
  void two_texts_of_a_megabyte_without_a_common_word_do_not_take_long() {
    String before = "क ख ग घ ".repeat(40_000);
    String after = "च छ ज झ ".repeat(40_000);
    long start = System.nanoTime();
    List<Piece> pieces = WordDiff.between(before, after);
    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(5_000);
    assertThat(join(pieces, Fate.NEW)).isEqualTo(before);
    assertThat(join(pieces, Fate.GONE)).isEqualTo(after);
  }
}
