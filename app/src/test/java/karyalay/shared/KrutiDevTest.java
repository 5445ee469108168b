package karyalay.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was typed for KrutiDev says the same in Unicode.
class KrutiDevTest {
  @Test
  void words_as_typists_of_the_font_write_them_become_the_words_they_show() {
    List<String> wrong = new ArrayList<>();
    var lines = KrutiDevKeys.lines("/typing/krutidev-words.tsv");
    for (String line : lines) {
      String[] cells = line.split("\t");
      String unicode = KrutiDev.unicode(cells[0]);
      if (!unicode.equals(cells[1])) wrong.add(cells[0] + ": " + unicode + ", not " + cells[1]);
    }
    assertThat(wrong).isEmpty();
    assertThat(lines).hasSizeGreaterThan(150);
  }

  @Test
  void every_word_of_the_sample_papers_and_the_glossary_comes_back_from_its_keys()
      throws IOException {
    var keys = new KrutiDevKeys();
    List<String> lost = new ArrayList<>();
    var words = OfficeWords.all();
    for (String word : words) {
      String typed = keys.of(word);
      if (!KrutiDev.unicode(typed).equals(word))
        lost.add(word + " " + typed + " " + KrutiDev.unicode(typed));
    }
    System.out.println("words there and back: " + words.size() + ", lost " + lost.size());
    assertThat(lost).isEmpty();
    assertThat(words).hasSizeGreaterThan(2000);
  }

  @Test
  void whole_sentences_with_numbers_and_signs_come_back() {
    var keys = new KrutiDevKeys();
    String text =
        "महोदय, उपर्युक्त विषयक आपके पत्र सं0 12/2026 (दिनांक 01.02.2026) के क्रम में अवगत कराना है कि"
            + " प्रार्थी का मु0अ0सं0 214/26 धारा 303(2) के अन्तर्गत पंजीकृत है; शेष कार्यवाही नियमानुसार की जा रही है।";

    assertThat(KrutiDev.unicode(keys.of(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "izkFkhZ dk i= izkIr gqvkA",
        "Fkkuk lkSfj[k ds izHkkjh fujh{kd us voxr djk;k gSA",
        "vr% Jheku th ls fuosnu gS fd tk¡p djus dh d`ik djsaA"
      })
  void text_of_the_font_is_known_by_its_words(String text) {
    assertThat(KrutiDev.in(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The report of SHO Saurikh is placed below; please see page 4, para 2.",
        "Prarthi ka prarthana patra prapt hua, jaanch ki jaye.",
        "प्रार्थी का पत्र प्राप्त हुआ।",
        "FIR No. 214/2026 u/s 303(2) BNS, PS Saurikh, dt. 01.02.2026",
        "DK Singh, DS Yadav, FD Khan",
        "gS",
        ""
      })
  void english_and_hindi_are_not_taken_for_it(String text) {
    assertThat(KrutiDev.in(text)).isFalse();
  }

  @Test
  void an_english_line_between_lines_of_the_font_stays_as_it_is() {
    String text = "izkFkhZ us fuosnu fd;k gSA\nLetter No. 12 of the Court\nप्रार्थी ने कहा।\n";

    assertThat(KrutiDev.legible(text))
        .isEqualTo("प्रार्थी ने निवेदन किया है।\nLetter No. 12 of the Court\nप्रार्थी ने कहा।\n");
  }
}
