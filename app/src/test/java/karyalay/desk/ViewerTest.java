package karyalay.desk;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.KaryalayTest;
import karyalay.documents.DocumentId;
import karyalay.documents.DocumentType;
import karyalay.shared.Language;
import karyalay.shared.PaperId;
import karyalay.shared.PersonId;
import karyalay.web.Assets;
import karyalay.web.Page;
import karyalay.web.Words;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The viewer as it is without its script: a page of links.
@KaryalayTest
class ViewerTest {
  @Autowired Words words;
  @Autowired Assets assets;

  private final PaperId paper = PaperId.next();

  private Viewer viewer(int pages, int current) {
    var page = new Page(words, assets, Language.HI, null, "/receipts/x", List.of());
    List<Attachment> documents =
        pages == 0 ? List.of() : List.of(attachment(1, 1, 1), attachment(2, pages - 1, 2));
    return Viewer.of(page, "/receipts/x?tab=letters", paper, documents, current);
  }

  private static Attachment attachment(int serial, int pages, int first) {
    return new Attachment(
        serial,
        new DocumentId(UUID.randomUUID()),
        "<b>scan " + serial + "</b>.pdf",
        DocumentType.PDF,
        9,
        pages,
        first,
        PersonId.next(),
        Instant.EPOCH);
  }

  static String html(Viewer viewer) {
    var out = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render("desk/viewer.jte", Map.of("viewer", viewer), out);
    return out.toString();
  }

  @Test
  void the_page_asked_for_stands_there_with_links_to_its_neighbours() {
    String html = html(viewer(20, 7));
    assertThat(html)
        .contains("src=\"/papers/" + paper + "/pages/7\"")
        .contains("href=\"/receipts/x?tab=letters&amp;page=6#viewer\"")
        .contains("href=\"/receipts/x?tab=letters&amp;page=8#viewer\"")
        .contains("पृष्ठ 7 / 20");
  }

  @Test
  void a_page_beyond_the_end_opens_the_last_and_one_before_the_start_the_first() {
    assertThat(viewer(20, 99).current()).isEqualTo(20);
    assertThat(viewer(20, -1).current()).isEqualTo(1);
    assertThat(viewer(0, 5).current()).isEqualTo(1);
  }

  @Test
  void a_number_typed_goes_to_that_page_and_keeps_the_tab() {
    assertThat(html(viewer(20, 7)))
        .contains("action=\"/receipts/x#viewer\"")
        .contains("name=\"tab\" value=\"letters\"");
  }

  @Test
  void originals_are_downloads_under_their_names_as_plain_text() {
    assertThat(html(viewer(20, 1)))
        .contains("href=\"/papers/" + paper + "/documents/2/original\" download")
        .contains("&lt;b&gt;scan 2")
        .doesNotContain("<b>scan");
  }

  @Test
  void a_thousand_pages_do_not_make_a_heavy_page() {
    assertThat(html(viewer(1000, 500)).length()).isLessThan(10_000);
  }

  @Test
  void without_documents_it_says_so() {
    assertThat(html(viewer(0, 1))).contains("अभी कोई अभिलेख संलग्न नहीं है").doesNotContain("<img");
  }

  @Test
  void nothing_in_it_needs_inline_script_or_style() {
    assertThat(html(viewer(20, 7))).doesNotContain("style=").doesNotContain("onclick");
  }
}
