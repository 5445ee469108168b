package karyalay.files;

import static org.assertj.core.api.Assertions.*;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import karyalay.files.Citations.Piece;
import karyalay.files.Citations.ToFlag;
import karyalay.files.Citations.ToPage;
import karyalay.files.Citations.ToParagraph;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitationsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T06:30:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"[A]", "[फ्लैग A]", "फ्लैग-A", "फ्लैग A", "flag A", "[Flag A]"})
  void a_flag_is_found_however_it_is_written(String text) {
    assertThat(Citations.in("कृपया " + text + " देखें।")).contains(new ToFlag(text, "A"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"प्रस्तर 14", "[प्रस्तर 14]", "प्रस्तर-१४", "para 14", "paragraph 14", "पैरा 14"})
  void a_paragraph_is_found_in_either_script(String text) {
    assertThat(Citations.in("उपरोक्त " + text + " के क्रम में"))
        .contains(new ToParagraph(text, 14));
  }

  @ParameterizedTest
  @ValueSource(strings = {"पृष्ठ 7", "पृष्ठ ७", "[page 7]", "Page 7"})
  void a_page_is_found_in_either_script(String text) {
    assertThat(Citations.in(text + " पर")).contains(new ToPage(text, 7));
  }

  @Test
  void special_flags_keep_their_numbers() {
    assertThat(Citations.in("[PUC] तथा [FR-II], [DFA]"))
        .extracting(Piece::text)
        .contains("[PUC]", "[FR-II]", "[DFA]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flag as directed",
        "[abc]",
        "[ABC]",
        "प्रस्तर सं0 अज्ञात",
        "webpage 12",
        "पृष्ठांकन 12",
        "फ्लैग अ",
        "प्रस्तर 12345678"
      })
  void ordinary_words_cite_nothing(String text) {
    assertThat(Citations.in(text)).hasSize(1);
  }

  @Test
  void the_pieces_give_the_text_again() {
    String text = "[A] व प्रस्तर 4, पृष्ठ 12 [PUC]";
    assertThat(Citations.in(text).stream().map(Piece::text).collect(Collectors.joining()))
        .isEqualTo(text);
    assertThat(Citations.in("")).isEmpty();
  }

  @Test
  void from_a_page_one_finds_the_paragraphs_that_cite_it() {
    PaperId file = PaperId.next();
    var flag = flag(file, "A", 5, NOON);
    var sheet =
        List.of(
            new Cited.Paragraph(1, "पृष्ठ 5 देखें", NOON),
            new Cited.Paragraph(2, "[A] देखें", NOON.plusSeconds(9)),
            new Cited.Paragraph(3, "प्रस्तर 2 के अनुसार", NOON));
    var cited = Cited.in(file, sheet, List.of(flag));
    assertThat(cited.pages()).containsOnlyKeys(5).containsEntry(5, new TreeSet<>(List.of(1, 2)));
    assertThat(cited.paragraphs()).containsEntry(2, new TreeSet<>(List.of(3)));
  }

  @Test
  void a_flag_on_another_file_cites_no_page_of_this_one() {
    PaperId file = PaperId.next();
    var cited =
        Cited.in(
            file,
            List.of(new Cited.Paragraph(1, "[A]", NOON)),
            List.of(flag(PaperId.next(), "A", 5, NOON)));
    assertThat(cited.pages()).isEmpty();
  }

  @Test
  void labels_count_as_offices_count_them() {
    assertThat(FlagLabel.of(" puc ")).isEqualTo(FlagLabel.PUC);
    assertThat(FlagLabel.of("विचाराधीन पत्र")).isEqualTo(FlagLabel.PUC);
    assertThat(FlagLabel.of("FR").beside(List.of("FR", "FR-I", "FR-II", "FR-III")).text())
        .isEqualTo("FR-IV");
    assertThat(FlagLabel.nextLetter(List.of("A", "B", "D")).text()).isEqualTo("C");
    var letters = new java.util.ArrayList<String>();
    for (char c = 'A'; c <= 'Z'; c++) letters.add(String.valueOf(c));
    assertThat(FlagLabel.nextLetter(letters).text()).isEqualTo("AA");
  }

  private static Flag flag(PaperId on, String label, int page, Instant at) {
    return new Flag(
        UUID.randomUUID(), on, label, FlagTarget.PAGE, on, page, PaperId.next(), 1, "", at, null);
  }
}
