package karyalay.documents.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The words of a Word file, and the pages they are shown on.
class WordTextTest {
  private static List<String> words(String body) throws IOException, Unreadable {
    String xml =
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>"
            + body
            + "</w:body></w:document>";
    return WordText.of(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static String p(String text) {
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  @Test
  void each_paragraph_is_a_line_and_an_empty_one_an_empty_line() throws Exception {
    assertThat(words(p("पहला") + "<w:p/>" + p("दूसरा "))).containsExactly("पहला", "", "दूसरा");
  }

  @Test
  void runs_of_one_paragraph_stand_together_as_they_were_typed() throws Exception {
    assertThat(
            words(
                "<w:p><w:r><w:t>थाना </w:t></w:r><w:r><w:t>सौरिख</w:t><w:tab/><w:t>कन्नौज</w:t></w:r></w:p>"))
        .containsExactly("थाना सौरिख    कन्नौज");
  }

  @Test
  void a_line_break_within_a_paragraph_breaks_the_line() throws Exception {
    assertThat(
            words("<w:p><w:r><w:t>एक</w:t><w:br/><w:t>दो</w:t><w:cr/><w:t>तीन</w:t></w:r></w:p>"))
        .containsExactly("एक", "दो", "तीन");
  }

  @Test
  void the_cells_of_a_row_stand_in_one_line_and_a_table_in_a_cell_does_not_break_it()
      throws Exception {
    String row = "<w:tr><w:tc>" + p("क") + "</w:tc><w:tc>" + p("ख") + p("ग") + "</w:tc></w:tr>";
    assertThat(words("<w:tbl>" + row + row + "</w:tbl>"))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line.replaceAll("[ |]+", " ").strip()).isEqualTo("क ख ग"));
    String nested = "<w:tr><w:tc><w:tbl>" + row + "</w:tbl></w:tc></w:tr>";
    assertThat(String.join(" ", words("<w:tbl>" + nested + "</w:tbl>"))).contains("क", "ख", "ग");
  }

  @Test
  void what_is_no_text_of_the_document_is_left_out() throws Exception {
    assertThat(
            words(
                "<w:p><w:pPr><w:jc w:val=\"left\"/>चिह्न</w:pPr><w:r><w:t>शब्द</w:t></w:r></w:p>"))
        .containsExactly("शब्द");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "यह कोई XML नहीं",
        "<w:document xmlns:w=\"w\"><w:p>",
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x><t>&e;</t></x>",
        ""
      })
  void what_is_damaged_or_reaches_outside_is_refused(String xml) {
    assertThatThrownBy(
            () -> WordText.of(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOfSatisfying(
            Unreadable.class, e -> assertThat(e.fault()).isEqualTo(Fault.BROKEN));
  }

  @Test
  void an_entity_that_grows_without_end_grows_nothing() throws IOException {
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
            + "<x><p><t>&b;</t></p></x>";
    try {
      assertThat(WordText.of(new ByteArrayInputStream(bomb.getBytes(StandardCharsets.UTF_8))))
          .allSatisfy(line -> assertThat(line).doesNotContain("aaaa"));
    } catch (Unreadable refused) {
      assertThat(refused.fault()).isEqualTo(Fault.BROKEN);
    }
  }

  @Test
  void lines_go_on_to_the_next_page_where_the_page_is_full() throws Exception {
    List<String> lines = IntStream.range(0, 100).mapToObj(n -> "पंक्ति " + n).toList();
    TextPages pages = TextPages.of(lines, 500);
    assertThat(pages.count()).isEqualTo(3);
    assertThat(TextPages.of(List.of(), 500).count()).as("an empty document has its page").isOne();
    assertThat(TextPages.of(List.of("", "", ""), 500).count()).isOne();
  }

  @Test
  void a_long_paragraph_is_broken_at_words_and_takes_the_pages_it_needs() throws Exception {
    String paragraph =
        "प्रार्थी के खेत की मेड़ तोड़ दी गई and the boundary was moved. ".repeat(120);
    assertThat(TextPages.of(List.of(paragraph), 500).count()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void more_pages_than_are_taken_are_refused_before_they_are_drawn() {
    List<String> lines = IntStream.range(0, 2_000).mapToObj(n -> "पंक्ति " + n).toList();
    assertThatThrownBy(() -> TextPages.of(lines, 10))
        .isInstanceOfSatisfying(
            Unreadable.class, e -> assertThat(e.fault()).isEqualTo(Fault.TOO_MANY_PAGES));
  }

  @Test
  void a_page_is_drawn_in_the_size_asked_for_with_ink_on_it() throws Exception {
    TextPages pages = TextPages.of(List.of("सौरिख थाना", "Saurikh"), 10);
    var small = pages.draw(1, 10_000);
    var large = pages.draw(1, 900_000);
    assertThat(large.getWidth()).isGreaterThan(4 * small.getWidth());
    assertThat((double) large.getHeight() / large.getWidth())
        .as("the shape of A4")
        .isBetween(1.40, 1.43);
    assertThat(ink(large)).isGreaterThan(ink(TextPages.of(List.of(""), 10).draw(1, 900_000)));
  }

  private static int ink(java.awt.image.BufferedImage image) {
    int dark = 0;
    for (int y = 0; y < image.getHeight(); y++)
      for (int x = 0; x < image.getWidth(); x++) if ((image.getRGB(x, y) & 0xFF) < 100) dark++;
    return dark;
  }
}
