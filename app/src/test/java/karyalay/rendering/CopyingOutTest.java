package karyalay.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import karyalay.Pdfs;
import org.junit.jupiter.api.Test;

/// Officers and courts copy text out of orders: it must be the very text that was written.
class CopyingOutTest {
  private static final String LETTER =
      "आपके पत्र सं0 123/2026 दिनांक 12.11.2026 के क्रम में अवगत कराना है कि थाना सौरिख"
          + " क्षेत्रान्तर्गत ग्राम नगला क़ाज़ी निवासी श्री रामप्रसाद (FIR No. 45/2026, u/s 115(2), 352"
          + " BNS) द्वारा प्रस्तुत प्रार्थना-पत्र की जाँच क्षेत्राधिकारी छिबरामऊ से करायी गयी। कृत"
          + " कार्यवाही से इस कार्यालय को अवगत करायें।";

  static List<String> words() {
    try (InputStream in = CopyingOutTest.class.getResourceAsStream("/rendering/hard-words.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The same text by each of the programs that people copy with.
  private static Map<String, String> copied(byte[] pdf) {
    return Map.of(
        "PDFBox", Pdfs.squeezed(Pdfs.text(pdf)),
        "pdftotext", Pdfs.squeezed(Pdfs.poppler(pdf)),
        "pdftotext -raw", Pdfs.squeezed(Pdfs.poppler(pdf, "-raw")));
  }

  private static void assertCopies(byte[] pdf, String text) {
    copied(pdf).forEach((by, copy) -> assertThat(copy).as(by).isEqualTo(Pdfs.squeezed(text)));
  }

  @Test
  void a_letter_copies_out_as_it_was_written() {
    for (Manner manner : List.of(Manner.PLAIN, Manner.JUSTIFIED, Manner.JUSTIFIED.first(36)))
      assertCopies(Printed.of(Block.Paragraph.of(manner, Run.of(LETTER))).pdf(), LETTER);
  }

  @Test
  void each_of_three_hundred_hard_words_copies_out_as_it_was_written() {
    List<String> words = words();
    assertThat(words).hasSizeGreaterThanOrEqualTo(300).doesNotHaveDuplicates();
    var lines = words.stream().map(word -> Block.Paragraph.of(Manner.PLAIN.after(0), Run.of(word)));
    byte[] pdf = Printed.of(PageFormat.A4, Furniture.NONE, lines.toList()).pdf();
    assertCopies(pdf, String.join("\n", words));
    byte[] bold =
        Printed.of(
                PageFormat.A4,
                Furniture.NONE,
                List.of(Block.Paragraph.of(Manner.PLAIN, Run.bold(String.join(" ", words)))))
            .pdf();
    assertCopies(bold, String.join(" ", words));
  }

  @Test
  void the_two_spellings_of_a_nukta_letter_look_alike_and_stay_apart() {
    String one = "\u0915\u0921\u093c\u093e";
    String other = "\u0915\u095c\u093e";
    assertCopies(Printed.of(Block.Paragraph.of(one + " " + other)).pdf(), one + " " + other);
  }

  @Test
  void joiners_and_letters_that_no_font_has_copy_out() {
    String text = "क्\u200dष र्\u200dया श्\u200cरी 🙂 ☎ 漢字 ①";
    Map<String, String> copies = copied(Printed.of(Block.Paragraph.of(text)).pdf());
    copies.forEach((by, copy) -> assertThat(copy).as(by).isEqualTo(text));
  }

  @Test
  void what_no_document_may_bear_is_left_out() {
    String text = "क\u0000ख\u0007ग\ufeff \ud83d घ\ufffe\tङ";
    assertThat(copied(Printed.of(Block.Paragraph.of(text)).pdf()).values())
        .allMatch(copy -> copy.equals("कखग \ufffd घ ङ"));
  }

  @Test
  void a_word_wider_than_its_line_goes_on_in_the_next_and_loses_no_letter() {
    String word = "क्षत्रिय".repeat(60) + "https://example.in/" + "a".repeat(300);
    byte[] pdf = Printed.of(Block.Paragraph.of("पूर्व " + word + " पश्चात")).pdf();
    for (var copy : copied(pdf).entrySet())
      assertThat(copy.getValue().replace(" ", ""))
          .as(copy.getKey())
          .isEqualTo("पूर्व" + word + "पश्चात");
  }

  @Test
  void runs_of_several_hands_in_one_word_are_one_word() {
    byte[] pdf =
        Printed.of(
                Block.Paragraph.of(
                    Manner.PLAIN,
                    Run.of("पुलिस "),
                    Run.bold("अधीक्षक"),
                    Run.of("-महोदय "),
                    Run.of("कन्नौज").emphasised().lined()))
            .pdf();
    assertCopies(pdf, "पुलिस अधीक्षक-महोदय कन्नौज");
  }

  @Test
  void a_table_copies_out_cell_by_cell() {
    var rows =
        List.of(
            Block.Row.of(List.of("1", "श्री द्वारिका प्रसाद", "तिर्वा")),
            Block.Row.of(List.of("2", "श्रीमती विद्यावती", "गुरसहायगंज")));
    byte[] pdf = Printed.of(new Block.Table(List.of(1.0, 4.0, 3.0), List.of(), rows, true)).pdf();
    assertCopies(pdf, "1 श्री द्वारिका प्रसाद तिर्वा 2 श्रीमती विद्यावती गुरसहायगंज");
  }

  @Test
  void a_page_of_random_syllables_copies_out() {
    var random = new java.util.Random(7);
    List<String> consonants =
        "क ख ग घ च छ ज झ ट ठ ड ढ ण त थ द ध न प फ ब भ म य र ल व श ष स ह"
            .lines()
            .flatMap(line -> java.util.Arrays.stream(line.split(" ")))
            .toList();
    List<String> ends =
        List.of("", "ा", "ि", "ी", "ु", "ू", "े", "ै", "ो", "ौ", "ृ", "ं", "ः", "ाँ", "िं", "ॉ");
    String text =
        random
            .ints(800, 0, 3)
            .mapToObj(joined -> {
              var syllable = new StringBuilder();
              for (int i = 0; i < joined; i++)
                syllable.append(consonants.get(random.nextInt(consonants.size()))).append('्');
              syllable.append(consonants.get(random.nextInt(consonants.size())));
              return syllable.append(ends.get(random.nextInt(ends.size()))).toString();
            })
            .collect(Collectors.joining(" "));
    assertCopies(Printed.of(Block.Paragraph.of(Manner.JUSTIFIED, Run.of(text))).pdf(), text);
  }
}
