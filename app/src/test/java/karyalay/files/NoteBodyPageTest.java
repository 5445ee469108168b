package karyalay.files;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import karyalay.KaryalayTest;
import karyalay.files.web.Cites;
import karyalay.shared.Language;
import karyalay.web.Assets;
import karyalay.web.Page;
import karyalay.web.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KaryalayTest
class NoteBodyPageTest {
  @Autowired private Words words;
  @Autowired private Assets assets;

  @Test
  void script_in_a_note_stays_text() {
    String script = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    String plain = shown(NoteBody.of("", script), 1);
    String rich =
        shown(
            NoteBody.of(
                """
                {"type":"doc","content":[{"type":"table","content":[{"type":"table_row","content":[
                  {"type":"table_cell","content":[{"type":"paragraph","content":[{"type":"text","marks":[{"type":"strong"}],"text":"<script>alert(1)</script>"}]}]}]}]}]}
                """,
                ""),
            0);

    assertThat(plain).contains("&lt;script&gt;").doesNotContain("<script", "<img");
    assertThat(rich).contains("<strong>&lt;script&gt;").doesNotContain("<script");
  }

  @Test
  void paragraphs_bear_the_numbers_of_the_note_sheet_and_what_does_not_exist_stays_plain() {
    String page =
        shown(
            NoteBody.of(
                """
                {"type":"doc","content":[
                  {"type":"paragraph","content":[{"type":"flag","attrs":{"label":"FR-I"}},{"type":"para","attrs":{"number":4}}]},
                  {"type":"paragraph","content":[{"type":"page","attrs":{"number":12}},{"type":"hard_break"},{"type":"text","text":"देखें"}]},
                  {"type":"bullet_list","content":[{"type":"list_item","content":[{"type":"paragraph","content":[{"type":"text","text":"एक"}]}]}]}]}
                """,
                ""),
            7);

    assertThat(page)
        .contains("id=\"para-7\"", "id=\"para-8\"", "[FR-I]", "प्रस्तर 4")
        .contains("पृष्ठ 12", "<br>", "<ul><li>")
        .doesNotContain("para-9");
  }

  private String shown(NoteBody body, int from) {
    var page = new Page(words, assets, Language.HI, null, "/", List.of());
    var out = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render(
            "files/note_body.jte",
            Map.of("body", body, "from", from, "cites", Cites.none(page)),
            out);
    return out.toString();
  }
}
