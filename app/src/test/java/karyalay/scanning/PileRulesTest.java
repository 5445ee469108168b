package karyalay.scanning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import karyalay.desk.Upload;
import karyalay.documents.DocumentId;
import karyalay.documents.DocumentType;
import karyalay.scanning.PilePage.Choice;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.junit.jupiter.api.Test;

class PileRulesTest {
  private static final UUID DONE = UUID.randomUUID();

  /// `|` a letter begins with the next page, `x` a page, `.` a blank one, `k` a blank one that is
  /// kept, `r` one that is removed, `d` one that is diarised, `?` one not looked at yet.
  private static List<PilePage> pages(String pattern) {
    List<PilePage> pages = new ArrayList<>();
    boolean begins = false;
    for (char c : pattern.toCharArray()) {
      if (c == '|') begins = true;
      else {
        Choice choice = c == 'k' ? Choice.KEPT : c == 'r' ? Choice.REMOVED : Choice.NONE;
        Integer ink = c == '?' ? null : Integer.valueOf(c == '.' || c == 'k' ? 3 : 900);
        int n = pages.size() + 1;
        pages.add(new PilePage(n, 1, n, begins, choice, 0, ink, c == 'd' ? DONE : null));
        begins = false;
      }
    }
    return pages;
  }

  private static String letters(String pattern) {
    return PileRules.letters(pages(pattern)).toString();
  }

  @Test
  void a_cut_begins_a_letter_and_the_first_page_needs_none() {
    assertThat(letters("xx|xxx|x")).isEqualTo("[[1, 2], [3, 4, 5], [6]]");
    assertThat(letters("|x|x")).isEqualTo("[[1], [2]]");
    assertThat(letters("xxx")).isEqualTo("[[1, 2, 3]]");
  }

  @Test
  void blank_and_removed_pages_go_into_no_letter_and_a_cut_at_one_holds_for_the_next() {
    assertThat(letters("x.|xr")).isEqualTo("[[1], [3]]");
    assertThat(letters("x|.xx")).isEqualTo("[[1], [3, 4]]");
    assertThat(letters("x|r.xx")).isEqualTo("[[1], [4, 5]]");
    assertThat(letters("xkx")).isEqualTo("[[1, 2, 3]]");
    assertThat(letters("..r")).isEqualTo("[]");
  }

  @Test
  void nothing_reaches_across_pages_that_have_their_number() {
    assertThat(letters("xxddx|x")).isEqualTo("[[1, 2], [5], [6]]");
    assertThat(letters("d.x")).isEqualTo("[[3]]");
  }

  @Test
  void whatever_the_cuts_each_page_is_in_one_letter_or_dropped_and_the_order_stays() {
    var random = new Random(127);
    for (int round = 0; round < 2_000; round++) {
      var pattern = new StringBuilder();
      for (int i = 1 + random.nextInt(60); i > 0; i--)
        pattern
            .append(random.nextInt(4) == 0 ? "|" : "")
            .append("xxxx.krd".charAt(random.nextInt(8)));
      List<PilePage> pages = pages(pattern.toString());
      List<Integer> cut = PileRules.letters(pages).stream().flatMap(List::stream).toList();
      List<Integer> due =
          pages.stream()
              .filter(page -> page.letter() == null && !page.dropped())
              .map(PilePage::n)
              .toList();
      assertThat(cut).as(pattern.toString()).isEqualTo(due);
      for (List<Integer> letter : PileRules.letters(pages)) {
        assertThat(letter).isNotEmpty();
        // Within a letter no kept page begins another.
        assertThat(letter.stream().skip(1).map(n -> pages.get(n - 1).begins()))
            .as(pattern.toString())
            .doesNotContain(true);
      }
    }
  }

  @Test
  void a_pile_is_cut_when_all_its_pages_were_looked_at() {
    refused(PileRefusal.PILE_NOT_READ, () -> PileRules.cut(pages("x?x")));
    refused(PileRefusal.NOTHING_TO_CUT, () -> PileRules.cut(pages(".r")));
    assertThat(PileRules.cut(pages("x|x"))).hasSize(2);
  }

  @Test
  void pressing_the_same_button_twice_changes_nothing() {
    for (String pattern : List.of("x|x.kr", "xxx")) {
      List<PilePage> pages = pages(pattern);
      Cuts before = PileRules.cuts(pages);
      for (Change change : List.of(Change.CUT, Change.DROP))
        for (PilePage page : pages) {
          Cuts once = PileRules.changed(pages, page.n(), change);
          assertThat(once).as(pattern + change + page.n()).isNotEqualTo(before);
          Cuts twice = PileRules.changed(applied(pages, once), page.n(), change);
          // A kept blank page that is dropped is blank again, not removed by name.
          if (page.choice() != Choice.KEPT && !page.blank())
            assertThat(twice).as(pattern + change + page.n()).isEqualTo(before);
          assertThat(PileRules.letters(applied(pages, twice))).isEqualTo(PileRules.letters(pages));
        }
    }
  }

  private static List<PilePage> applied(List<PilePage> pages, Cuts cuts) {
    return pages.stream()
        .map(page -> {
          Choice choice =
              cuts.removed().contains(page.n())
                  ? Choice.REMOVED
                  : cuts.kept().contains(page.n()) ? Choice.KEPT : Choice.NONE;
          return new PilePage(
              page.n(),
              page.file(),
              page.page(),
              cuts.begins().contains(page.n()),
              choice,
              cuts.turns().getOrDefault(page.n(), 0),
              page.ink(),
              page.letter());
        })
        .toList();
  }

  @Test
  void four_quarter_turns_are_none() {
    List<PilePage> pages = pages("x");
    for (int turn : new int[] {90, 180, 270, 0}) {
      Cuts cuts = PileRules.changed(pages, 1, Change.TURN);
      assertThat(cuts.turns()).isEqualTo(Map.of(1, turn));
      pages = applied(pages, cuts);
    }
  }

  @Test
  void cuts_name_pages_there_are_and_quarter_turns() {
    Set<Integer> none = Set.of();
    PileRules.require(new Cuts(Set.of(1, 3), Set.of(2), Set.of(3), Map.of(3, 270)), 3);
    for (Cuts wrong :
        List.of(
            new Cuts(Set.of(4), none, none, Map.of()),
            new Cuts(Set.of(0), none, none, Map.of()),
            new Cuts(none, Set.of(-1), none, Map.of()),
            new Cuts(none, Set.of(2), Set.of(2), Map.of()),
            new Cuts(none, none, none, Map.of(1, 45)),
            new Cuts(none, none, none, Map.of(9, 90))))
      refused(SharedRefusal.NOT_UNDERSTOOD, () -> PileRules.require(wrong, 3));
  }

  @Test
  void a_pile_is_not_too_high_and_has_no_word_file_in_it() {
    PileRules.requireCuttable(uploads(DocumentType.PDF, 200));
    PileRules.requireCuttable(uploads(DocumentType.TIFF, 300));
    refused(
        PileRefusal.PILE_TOO_HIGH, () -> PileRules.requireCuttable(uploads(DocumentType.PDF, 301)));
    refused(
        PileRefusal.WORD_NOT_CUT, () -> PileRules.requireCuttable(uploads(DocumentType.DOCX, 2)));
    refused(PileRefusal.PILE_EMPTY, () -> PileRules.requireCuttable(List.of()));
  }

  @Test
  void a_file_of_many_pages_begins_a_letter_and_a_file_of_one_does_not() {
    assertThat(PileRules.begins(1, 1, 1)).isTrue();
    assertThat(PileRules.begins(2, 5, 1)).isTrue();
    assertThat(PileRules.begins(2, 5, 2)).isFalse();
    assertThat(IntStream.range(2, 9)).noneMatch(file -> PileRules.begins(file, 1, 1));
  }

  private static List<Upload> uploads(DocumentType type, int pages) {
    return List.of(
        new Upload(
            UUID.randomUUID(), DocumentId.next(), "scan." + type.extension(), type, 9, pages));
  }

  private static void refused(Refused.Reason reason, Runnable work) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(work::run)
        .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
