package karyalay.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import karyalay.files.NoteBody.Block;
import karyalay.files.NoteBody.Inline;
import karyalay.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteBodyTest {
  private static final String RICH =
      """
      {"type":"doc","content":[
        {"type":"paragraph","content":[
          {"type":"text","text":"कृपया "},
          {"type":"flag","attrs":{"label":"PUC"}},
          {"type":"text","marks":[{"type":"strong"},{"type":"underline"}],"text":" का अवलोकन करें"},
          {"type":"hard_break"},
          {"type":"para","attrs":{"number":4}},
          {"type":"text","text":" तथा "},
          {"type":"page","attrs":{"number":12}}]},
        {"type":"ordered_list","attrs":{"order":3},"content":[
          {"type":"list_item","content":[{"type":"paragraph","content":[{"type":"text","text":"मौका मुआयना"}]}]}]},
        {"type":"paragraph"},
        {"type":"table","content":[
          {"type":"table_row","content":[
            {"type":"table_header","attrs":{"colspan":2,"rowspan":1,"colwidth":null},
             "content":[{"type":"paragraph","content":[{"type":"text","text":"विवरण"}]}]}]}]},
        {"type":"paragraph","content":[{"type":"text","marks":[{"type":"em"}],"text":"आदेशार्थ प्रस्तुत।"}]}]}
      """;

  @Test
  void what_the_editor_made_is_read_written_and_read_again_alike() {
    NoteBody body = NoteBody.of(RICH, "");

    assertThat(NoteBody.stored(body.json())).isEqualTo(body);
    assertThat(NoteBody.stored(body.json()).json()).isEqualTo(body.json());
  }

  @Test
  void a_list_and_a_table_belong_to_the_paragraph_before_them() {
    NoteBody body = NoteBody.of(RICH, "");

    assertThat(body.numbered()).hasSize(2);
    assertThat(body.plain())
        .isEqualTo(
            "कृपया [PUC] का अवलोकन करें\nप्रस्तर 4 तथा पृष्ठ 12\n3. मौका मुआयना\nविवरण\n\nआदेशार्थ प्रस्तुत।");
  }

  @Test
  void plain_text_becomes_paragraphs_at_empty_lines() {
    NoteBody body =
        NoteBody.of("", "पहला प्रस्तर\nदूसरी पंक्ति\r\n \r\n\r\nदूसरा <script>alert(1)</script>\n");

    assertThat(body.numbered()).hasSize(2);
    assertThat(body.plain())
        .isEqualTo("पहला प्रस्तर\nदूसरी पंक्ति\n\nदूसरा <script>alert(1)</script>");
    assertThat(NoteBody.stored(body.json()).plain()).isEqualTo(body.plain());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "[]",
        "{}",
        "null",
        "{\"type\":\"doc\"} {}",
        "{\"type\":\"doc\",\"type\":\"doc\"}",
        "{\"type\":\"paragraph\"}",
        "{\"type\":\"doc\",\"content\":{}}",
        "{\"type\":\"doc\",\"html\":\"<b>\"}",
        "{\"type\":\"doc\",\"content\":[{\"type\":\"html\"}]}",
        "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"attrs\":{\"style\":\"x\"}}]}",
        "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":7}]}]}",
        "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\"}]}]}",
        "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"image\",\"attrs\":{\"src\":\"x\"}}]}]}",
        "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"a\",\"marks\":[{\"type\":\"link\",\"attrs\":{\"href\":\"javascript:1\"}}]}]}]}",
        "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"a\",\"marks\":{}}]}]}",
        "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"flag\",\"attrs\":{\"label\":\"<b>\"}}]}]}",
        "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"flag\"}]}]}",
        "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"page\",\"attrs\":{\"number\":0}}]}]}",
        "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"para\",\"attrs\":{\"number\":\"4\"}}]}]}",
        "{\"type\":\"doc\",\"content\":[{\"type\":\"bullet_list\",\"content\":[]}]}",
        "{\"type\":\"doc\",\"content\":[{\"type\":\"bullet_list\",\"content\":[{\"type\":\"paragraph\"}]}]}",
        "{\"type\":\"doc\",\"content\":[{\"type\":\"table\",\"content\":[{\"type\":\"table_row\",\"content\":[{\"type\":\"table_cell\",\"attrs\":{\"colspan\":1000000}}]}]}]}",
        "{\"type\":\"doc\",\"content\":[{\"type\":\"table\",\"content\":[{\"type\":\"table_row\",\"content\":[{\"type\":\"table_cell\",\"content\":[{\"type\":\"table\"}]}]}]}]}"
      })
  void what_the_editor_does_not_make_is_refused_whole(String json) {
    assertRefused(NoteRefusal.NOTE_UNREADABLE, json, "");
  }

  @Test
  void lists_do_not_nest_without_end() {
    String open = "{\"type\":\"bullet_list\",\"content\":[{\"type\":\"list_item\",\"content\":[";
    String core = "{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"x\"}]}";
    String four = open.repeat(4) + core + "]}]}".repeat(4);
    String five = open.repeat(5) + core + "]}]}".repeat(5);
    String endless = open.repeat(50_000);

    assertThat(NoteBody.of(doc(four), "").plain()).contains("x");
    assertRefused(NoteRefusal.NOTE_UNREADABLE, doc(five), "");
    assertRefused(NoteRefusal.NOTE_OVERSIZE, doc(endless), "");
    assertRefused(NoteRefusal.NOTE_UNREADABLE, doc("[".repeat(10_000)), "");
  }

  @Test
  void a_note_of_one_megabyte_is_taken_and_a_larger_one_refused() {
    String letters = "क".repeat(NoteBody.MOST_BYTES / 3);

    assertThat(NoteBody.of("", letters).plain()).isEqualTo(letters);
    assertRefused(NoteRefusal.NOTE_OVERSIZE, "", letters + "कख");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\"}]}"})
  void a_note_without_words_is_refused(String json) {
    assertRefused(NoteRefusal.NOTE_BLANK, json, " \n\t ");
  }

  @Test
  void controls_and_marks_that_turn_the_letters_about_are_left_out() {
    assertThat(NoteBody.of("", "आदेश\u0000 \u202Eनहीं\u2066 दें").plain())
        .isEqualTo("आदेश नहीं दें");
  }

  @Test
  void whatever_a_note_may_be_it_is_read_again_as_it_was_written() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      var body = new NoteBody(blocks(random, 0));
      assertThat(NoteBody.stored(body.json())).as("seed %d, note %d", seed, i).isEqualTo(body);
    }
  }

  @Test
  void no_damage_to_the_json_ends_otherwise_than_in_a_note_or_a_refusal() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      var damaged = new StringBuilder(RICH);
      for (int hit = 0; hit <= random.nextInt(3); hit++) {
        int at = random.nextInt(damaged.length());
        damaged.setCharAt(at, "{}[]\",:0अx<".charAt(random.nextInt(11)));
      }
      String sent = damaged.toString();
      try {
        NoteBody body = NoteBody.of(sent, "");
        assertThat(NoteBody.stored(body.json())).as("seed %d: %s", seed, sent).isEqualTo(body);
      } catch (Refused refused) {
        assertThat(refused.reason())
            .as("seed %d: %s", seed, sent)
            .isIn((Object[]) NoteRefusal.values());
      }
    }
  }

  private static String doc(String content) {
    return "{\"type\":\"doc\",\"content\":[" + content + "]}";
  }

  private static void assertRefused(NoteRefusal reason, String json, String typed) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> NoteBody.of(json, typed))
        .extracting(Refused::reason)
        .isEqualTo(reason);
  }

  private static List<Block> blocks(Random random, int depth) {
    var blocks = new ArrayList<Block>();
    for (int i = 0; i <= random.nextInt(4); i++)
      blocks.add(
          switch (random.nextInt(depth == 0 ? 4 : depth < 3 ? 3 : 2)) {
            case 0, 1 -> new NoteBody.Paragraph(line(random));
            case 2 -> {
              boolean ordered = random.nextBoolean();
              int start = ordered ? 1 + random.nextInt(9) : 1;
              yield new NoteBody.Items(ordered, start, List.of(blocks(random, depth + 1)));
            }
            default -> new NoteBody.Table(List.of(List.of(cell(random), cell(random))));
          });
    return List.copyOf(blocks);
  }

  private static NoteBody.Cell cell(Random random) {
    return new NoteBody.Cell(
        random.nextBoolean(),
        1 + random.nextInt(3),
        1,
        List.of(new NoteBody.Paragraph(line(random))));
  }

  private static List<Inline> line(Random random) {
    var line = new ArrayList<Inline>();
    for (int i = 0; i < random.nextInt(5); i++)
      line.add(
          switch (random.nextInt(5)) {
            case 0 -> new NoteBody.Break();
            case 1 -> new NoteBody.Flag("DFA");
            case 2 -> new NoteBody.ParagraphLink(1 + random.nextInt(99));
            case 3 -> new NoteBody.PageLink(1 + random.nextInt(99));
            default ->
                new NoteBody.Text(
                    words(random),
                    random.nextBoolean(),
                    random.nextBoolean(),
                    random.nextBoolean());
          });
    return List.copyOf(line);
  }

  private static String words(Random random) {
    String[] words = {"श्री", "प्रार्थी", "<script>", "\"'&", "जाँच", "\\u0000", "—", "𑀅", "a\tb"};
    return words[random.nextInt(words.length)] + words[random.nextInt(words.length)];
  }
}
