package karyalay.files;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import karyalay.Chromium;
import karyalay.KaryalayTest;
import karyalay.shared.Language;
import karyalay.web.Assets;
import karyalay.web.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The note editor in a real browser, under the program's own content policy: what it sends is what
/// the server reads.
@KaryalayTest
class EditorBrowserTest {
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; script-src 'self'";

  @Autowired Words words;
  @Autowired Assets assets;
  @LocalServerPort int port;

  private Chromium chromium;
  private Page page;

  @BeforeEach
  void open() {
    chromium = new Chromium();
    page = chromium.window(1024, 768);
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  private Locator show(String value, String body) {
    var shell = new karyalay.web.Page(words, assets, Language.HI, null, "/shown", List.of());
    var out = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render(
            "files/editor.jte",
            Map.of(
                "page", shell,
                "value", value,
                "body", body,
                "phrases", List.of("यथाप्रस्तावित"),
                "flags", List.of("PUC", "DFA")),
            out);
    String html =
        "<!DOCTYPE html><html lang=\"hi\"><link rel=\"stylesheet\" href=\"/static/app.css\"><body>"
            + "<main><form method=\"post\" data-plain>"
            + out
            + "</form></main></body></html>";
    page.route(
        "**/shown",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html;charset=UTF-8")
                    .setHeaders(Map.of("Content-Security-Policy", POLICY))
                    .setBody(html)));
    page.navigate("http://localhost:" + port + "/shown");
    page.locator("textarea").focus();
    return page.locator(".ProseMirror");
  }

  private NoteBody sent() {
    return NoteBody.of(page.locator("input[name=body]").inputValue(), "");
  }

  @Test
  void what_is_written_marked_listed_and_cited_arrives_as_the_server_reads_it() {
    Locator note = show("", "");
    note.click();
    page.keyboard().type("कृपया ");
    page.locator(".tools select").nth(1).selectOption("PUC");
    page.keyboard().press("Control+b");
    page.keyboard().type("देखें");
    page.keyboard().press("Control+b");
    page.keyboard().press("Enter");
    page.locator(".asker input").first().fill("4");
    page.locator(".asker input").first().press("Enter");
    page.keyboard().type("के क्रम में");
    page.keyboard().press("Enter");
    page.locator(".tools button").nth(4).click();
    page.keyboard().type("मौका");
    page.keyboard().press("Enter");
    page.keyboard().type("बयान");

    assertThat(sent().plain())
        .isEqualTo("कृपया [PUC] देखें\n\nप्रस्तर 4 के क्रम में\n1. मौका\n2. बयान");
    assertThat(sent().json()).contains("\"strong\"");
    assertThat(page.locator("textarea").inputValue()).contains("कृपया");
  }

  @Test
  void the_editor_is_fetched_when_somebody_begins_to_write_and_takes_over_what_stands_there() {
    var asked = new java.util.concurrent.atomic.AtomicInteger();
    page.onRequest(request -> {
      if (request.url().contains("/static/editor.js")) asked.incrementAndGet();
    });
    page.route(
        "**/static/editor.js*",
        route -> {
          page.waitForTimeout(300);
          route.resume();
        });
    Locator note = show("पहले का लिखा", "");
    page.keyboard().press("Control+End");
    page.keyboard().type(" और अभी का");

    assertThat(note).hasText("पहले का लिखा और अभी का");
    assertThat(asked.get()).isOne();
    page.keyboard().type("।");
    assertThat(sent().plain()).endsWith("।");
  }

  @Test
  void a_table_is_put_in_filled_by_tab_and_grown() {
    Locator note = show("", "");
    note.click();
    page.locator(".tools button[title=तालिका]").click();
    page.locator(".ProseMirror th").first().click();
    page.keyboard().type("नाम");
    page.keyboard().press("Tab");
    page.keyboard().type("ग्राम");
    page.locator(".tools button[title='नीचे पंक्ति जोड़ें']").click();

    assertThat(page.locator(".ProseMirror tr")).hasCount(4);
    assertThat(sent().plain()).isEqualTo("नाम\tग्राम");
  }

  @Test
  void markup_that_is_pasted_leaves_only_what_a_note_may_have() {
    Locator note = show("", "");
    note.click();
    page.evaluate(
        """
        () => {
          const data = new DataTransfer();
          data.setData("text/html", "<h1 onclick=alert(1)>शीर्षक</h1><p style='color:red'><b>मोटा</b><img src=x onerror=alert(1)><a href='javascript:alert(1)'>कड़ी</a></p><script>alert(1)</script>");
          document.querySelector(".ProseMirror").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """);

    assertThat(page.locator(".ProseMirror")).containsText("मोटा");
    assertThat(sent().plain()).isEqualTo("शीर्षक\n\nमोटाकड़ी");
    assertThat(page.locator(".ProseMirror a, .ProseMirror img:not([class]), .ProseMirror script"))
        .hasCount(0);
  }

  @Test
  void a_draft_is_opened_again_with_its_structure() {
    String draft =
        NoteBody.of(
                """
                {"type":"doc","content":[{"type":"bullet_list","content":[{"type":"list_item","content":[
                  {"type":"paragraph","content":[{"type":"flag","attrs":{"label":"DFA"}},{"type":"text","text":" देखें"}]}]}]}]}
                """,
                "")
            .json();
    show("• [DFA] देखें", draft);

    assertThat(page.locator(".ProseMirror li .flag")).hasText("DFA");
    assertThat(sent().json()).isEqualTo(draft);
  }

  @Test
  void plain_text_of_a_browser_without_script_becomes_paragraphs_to_edit() {
    show("पहला\nदूसरी पंक्ति\n\nदूसरा <b>प्रस्तर</b>", "");

    assertThat(page.locator(".ProseMirror p")).hasCount(2);
    assertThat(sent()).isEqualTo(NoteBody.of("", "पहला\nदूसरी पंक्ति\n\nदूसरा <b>प्रस्तर</b>"));
  }
}
