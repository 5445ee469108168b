package karyalay.files;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import java.util.regex.Pattern;
import karyalay.Chromium;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// W3 in a real browser: by keys, by buttons, on a phone, in both languages.
@KaryalayTest
class SheetBrowserTest {
  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired Flags flags;
  @Autowired Notes notes;
  @Autowired Sheets sheets;
  @Autowired SignedIn signedIn;
  @LocalServerPort int port;

  private Chromium chromium;
  private Seat hm;
  private Seat sho;
  private PaperId file;
  private PaperId letter;

  @BeforeEach
  void a_file_to_work_on() {
    var thana = given.district().thana("इन्दरगढ़");
    hm = thana.hm();
    sho = thana.sho();
    file = in.open(hm);
    in.letter(hm, file, 2);
    letter = in.letter(hm, file, 3);
    flags.set(hm.act(), file, new Flags.Wanted("A", FlagTarget.PAGE, file, 5));
    for (int n = 1; n <= 12; n++)
      notes.write(hm.act(), file, NewNote.plain("क्रम " + n + " की टिप्पणी, पृष्ठ 4 व [A] देखें।"));
    chromium = new Chromium();
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  @Test
  @Holds({"OP-61", "OP-40"})
  void a_citation_opens_its_page_beside_the_note_and_the_page_leads_back() {
    Page page = open(hm, "");
    page.locator("#para-12 a.cite").click();
    page.waitForURL("**leaf=4**");
    assertThat(page.locator("#viewer")).hasAttribute("data-base", "/papers/" + letter);
    assertThat(page.locator("#para-12")).isInViewport();
    assertThat(mark(page, 2)).hasAttribute("aria-current", "true");

    page.evaluate("window.stayed = true");
    page.locator("#para-12 a.flag").click();
    assertThat(mark(page, 3)).hasAttribute("aria-current", "true");
    assertThat(page.locator("[data-place]")).hasValue("5");
    assertThat(page.evaluate("window.stayed")).isEqualTo(true);
    mark(page, 2)
        .locator("a", new Locator.LocatorOptions().setHasText(Pattern.compile("प्रस्तर 1$")))
        .click();
    assertThat(page.locator("#para-1")).isInViewport();
  }

  @Test
  void the_panes_go_by_key_and_by_button_and_a_citation_brings_the_page_back() {
    Page page = open(hm, "?leaf=3");
    page.keyboard().press("Digit1");
    assertThat(page.locator(".correspondence")).isHidden();
    page.locator("#para-12 a.cite").click();
    assertThat(page.locator(".correspondence")).isVisible();
    page.locator("[data-pane=page]").click();
    assertThat(page.locator(".notes")).isHidden();
    page.keyboard().press("Digit2");
    assertThat(page.locator(".notes")).isVisible();
  }

  @Test
  @Holds("OP-53")
  void what_is_typed_is_there_again_after_the_tab_died() {
    Page page = open(hm, "");
    page.locator("textarea[name=text]").focus();
    page.locator(".ProseMirror").waitFor();
    page.keyboard().type("बिना भेजे लिखा, ");
    page.keyboard().press("Control+b");
    page.keyboard().type("गाढ़ा");
    assertThat(page.locator("[data-saved]")).containsText(":");
    page.context().close();

    Page again = open(hm, "");
    assertThat(again.locator("textarea[name=text]")).hasValue("बिना भेजे लिखा, गाढ़ा");
    assertThat(sheets.of(file, hm.scope()).notes()).hasSize(12);
    // Sent as it stands, without the editor, it keeps its structure.
    again.locator("button[name=stay]").click();
    again.waitForFunction(
        "() => document.querySelectorAll('.note').length === 13",
        null,
        new WaitForFunctionOptions());
    assertThat(again.locator("#para-13 strong")).hasText("गाढ़ा");
  }

  @Test
  @Holds({"OP-54", "OP-58"})
  void phrase_flag_and_paragraph_are_put_in_and_the_note_is_sent_by_keys_alone() {
    Page page = open(hm, "");
    page.keyboard().press("Alt+Digit1");
    assertThat(page.locator(".tools [data-key='Alt+Digit1']")).isFocused();
    page.locator(".tools [data-key='Alt+Digit1']").selectOption("यथाप्रस्तावित");
    page.keyboard().press("Alt+Digit2");
    page.locator(".tools [data-key='Alt+Digit2']").selectOption("A");
    page.keyboard().press("Alt+Digit3");
    page.keyboard().type("3");
    page.keyboard().press("Enter");
    page.keyboard().press("Control+Enter");
    page.waitForURL("**/desk**");

    var sheet = sheets.of(file, sho.scope());
    assertThat(sheet.notes().getLast().plain()).isEqualTo("यथाप्रस्तावित [A] प्रस्तर 3");
    assertThat(sheet.card().paper().heldBy(sho.post())).isTrue();
  }

  @Test
  void on_a_phone_the_panes_stack_nothing_is_cut_off_and_a_citation_scrolls_to_the_page() {
    Page page = open(hm, "?leaf=3");
    page.setViewportSize(360, 740);
    page.reload();
    double notes = page.locator(".notes").boundingBox().y;
    assertThat(page.locator(".correspondence").boundingBox().y).isGreaterThan(notes + 200);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"))
        .isEqualTo(true);
    page.locator("#para-12 a.cite").click();
    assertThat(mark(page, 2)).hasAttribute("aria-current", "true");
    assertThat(page.locator("[data-sheet]")).isInViewport();
  }

  @Test
  void the_sheet_reads_in_english_and_its_links_work_without_script() {
    Page page = open(hm, "");
    page.locator("form[action='/language'] button").click();
    page.waitForLoadState();
    page.route("**/*.js*", route -> route.abort());
    page.navigate(address() + "/files/" + file + "?as=" + hm.mark());
    assertThat(page.locator(".tabs")).containsText("Note");
    assertThat(page.locator("button[name=send]")).containsText("Sign");
    page.locator("#para-12 a.cite").click();
    page.waitForURL("**leaf=4**");
    assertThat(page.locator("#viewer")).hasAttribute("data-page", "2");
    page.locator("textarea[name=text]").fill("Written without script.");
    page.locator("button[name=stay]").click();
    page.waitForLoadState();
    assertThat(sheets.of(file, hm.scope()).notes().getLast().plain())
        .isEqualTo("Written without script.");
  }

  private Locator mark(Page page, int turn) {
    return page.locator(".marks li[data-turn='" + turn + "']");
  }

  private String address() {
    return "http://localhost:" + port;
  }

  private Page open(Seat seat, String part) {
    Page page = chromium.window(address(), signedIn.as(seat));
    page.navigate(
        address() + "/files/" + file + part + (part.isEmpty() ? "?" : "&") + "as=" + seat.mark());
    page.waitForSelector("html.script");
    return page;
  }
}
