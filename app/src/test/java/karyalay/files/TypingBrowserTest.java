package karyalay.files;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import karyalay.Chromium;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.access.Preferences;
import karyalay.shared.KrutiDev;
import karyalay.shared.KrutiDevKeys;
import karyalay.shared.OfficeWords;
import karyalay.shared.PaperId;
import karyalay.shared.Typing;
import karyalay.web.Assets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Hindi under the fingers in a real browser: keys by their place, in fields and in the note
/// editor.
@KaryalayTest
class TypingBrowserTest {
  private static final String OLD = "izkFkhZ dk i= izkIr gqvkA\nvkns'kkFkZ izLrqr gSA";
  private static final String NEW = "प्रार्थी का पत्र प्राप्त हुआ।\nआदेशार्थ प्रस्तुत है।";

  private static final Map<String, String> PLACES = places();

  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired SignedIn signedIn;
  @Autowired Preferences preferences;
  @Autowired Assets assets;
  @LocalServerPort int port;

  private Chromium chromium;
  private Seat hm;
  private PaperId file;
  private Page page;

  @BeforeEach
  void a_clerk_at_his_machine() {
    hm = given.district().thana("थाना टंकण").hm();
    file = in.open(hm);
    chromium = new Chromium();
    page = chromium.window(1024, 768);
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  private void open(Typing typing, String path) {
    preferences.typing(hm.person(), typing);
    page = chromium.window(address(""), signedIn.as(hm));
    page.navigate(address(path + "?as=" + hm.mark()));
    assertThat(page.locator("[data-typing-switch]")).hasClass(ready(typing));
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  private static Pattern ready(Typing typing) {
    return Pattern.compile(typing == Typing.OWN ? "typing-switch" : ".*\\bon\\b.*");
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  private Locator field() {
    Locator field = page.locator(".typing-try textarea");
    field.click();
    return field;
  }

  private Locator editor() {
    page.locator("#write textarea").focus();
    Locator note = page.locator(".ProseMirror");
    note.click();
    return note;
  }

  /// Key by key as on an American keyboard, the shift key held where it must be.
  private void type(String latin) {
    for (String key : latin.split("")) page.keyboard().press(PLACES.getOrDefault(key, "Space"));
  }

  private static Map<String, String> places() {
    var places = new HashMap<String, String>();
    for (String line : KrutiDevKeys.lines("/static/typing/keyboards.tsv")) {
      String[] cells = line.split("\t", -1);
      places.put(cells[2], cells[1]);
      places.put(cells[3], "Shift+" + cells[1]);
    }
    return places;
  }

  private void keys(String... places) {
    for (String place : places) page.keyboard().press(place);
  }

  private void paste(Locator into, String text, String html) {
    into.evaluate(
        """
        (place, [text, html]) => {
          place.focus();
          const data = new DataTransfer();
          data.setData("text/plain", text);
          if (html) data.setData("text/html", html);
          place.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """,
        List.of(text, html));
  }

  private void press(String words) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true))
        .click();
  }

  @Test
  @Holds("OP-122")
  void by_ear_a_word_becomes_hindi_while_it_is_typed_and_keys_take_it_back() {
    open(Typing.PHONETIC, "/typing");
    Locator field = field();
    type("thana prabhari, kannauj");
    assertThat(field).hasValue("थाना प्रभारी, कन्नौज");
    page.keyboard().press("Backspace");
    assertThat(field).hasValue("थाना प्रभारी, कन्नौ");
    type("j 112|");
    assertThat(field).hasValue("थाना प्रभारी, कन्नौज 112।");
    page.keyboard().press("Control+z");
    assertThat(field).hasValue("थाना प्रभारी, कन्नौज 112");

    page.keyboard().press("Control+a");
    type("janpad");
    assertThat(field).hasValue("जनपद");
    page.keyboard().press("Home");
    type("ka ");
    assertThat(field).hasValue("का जनपद");
  }

  @Test
  void what_may_be_meant_is_offered_and_taken_only_by_hand() {
    open(Typing.PHONETIC, "/typing");
    Locator field = field();
    type("police");
    assertThat(page.locator(".typing-offers li").first()).hasText("पुलिस");
    type(" ");
    assertThat(field).hasValue("पोलिचे ");
    assertThat(page.locator(".typing-offers")).hasCount(0);

    type("adhikshak");
    assertThat(page.locator(".typing-offers li").first()).hasText("अधीक्षक");
    keys("ArrowDown", "Enter");
    assertThat(field).hasValue("पोलिचे अधीक्षक");
    type(" patravali");
    page.locator(".typing-offers li")
        .filter(new Locator.FilterOptions().setHasText("पत्रावली"))
        .first()
        .click();
    type(" ko");
    assertThat(field).hasValue("पोलिचे अधीक्षक पत्रावली को");
  }

  @Test
  @Holds("OP-134")
  void inscript_goes_by_the_place_of_the_key() {
    open(Typing.INSCRIPT, "/typing");
    Locator field = field();
    keys("Shift+KeyL", "KeyE", "KeyV", "KeyE", "Space", "KeyH", "KeyD", "KeyJ", "Shift+KeyH");
    keys("Backspace", "Shift+Quote", "Digit4", "Shift+Period");

    assertThat(field).hasValue("थाना प्रठ4।");
  }

  @Test
  void remington_makes_syllables_of_the_keys_of_a_typewriter() {
    open(Typing.REMINGTON, "/typing");
    Locator field = field();
    type("f");
    assertThat(field).hasValue("ि");
    type("LFkfr izkFkhZ dUukSt");
    assertThat(field).hasValue("स्थिति प्रार्थी कन्नौज");
    keys("Backspace", "Backspace");
    assertThat(field).hasValue("स्थिति प्रार्थी कन्ना");
  }

  @Test
  void the_note_editor_is_typed_in_like_any_field_and_undone() {
    open(Typing.PHONETIC, "/files/" + file);
    Locator note = editor();
    type("thana prabhari");
    page.keyboard().press("Enter");
    type("aavedan");
    assertThat(note.locator("p")).hasText(new String[] {"थाना प्रभारी", "आवेदन"});
    page.keyboard().press("Backspace");
    assertThat(note.locator("p").last()).hasText("आवेदा");
    page.waitForTimeout(600);
    type("n");
    assertThat(note.locator("p").last()).hasText("आवेदन");
    page.keyboard().press("Control+z");
    assertThat(note.locator("p").last()).hasText("आवेदा");
    assertThat(page.locator("#write textarea")).hasValue("थाना प्रभारी\n\nआवेदा");
  }

  @Test
  void the_other_layouts_reach_the_note_editor_too() {
    open(Typing.REMINGTON, "/files/" + file);
    assertThat(editor()).hasText("");
    type("Fkkuk izHkkjh");
    assertThat(page.locator(".ProseMirror")).hasText("थाना प्रभारी");

    open(Typing.INSCRIPT, "/files/" + file);
    editor();
    keys("Shift+KeyL", "KeyE", "KeyV", "KeyE");
    assertThat(page.locator(".ProseMirror")).hasText("थाना");
  }

  @Test
  void by_default_and_with_a_keyboard_of_its_own_the_machine_types_as_ever() {
    open(Typing.OWN, "/typing");
    Locator field = field();
    type("thana");
    assertThat(field).hasValue("thana");

    page.keyboard().press("F9");
    assertThat(page.locator("[data-typing-name]")).hasText("फोनेटिक");
    type(" thana");
    assertThat(field).hasValue("thana थाना");
    Object taken =
        field.evaluate(
            """
            field => [{ key: "क", code: "KeyK" }, { key: "k", code: "KeyK", isComposing: true }, { key: "k", code: "KeyK", ctrlKey: true }]
              .map(key => !field.dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true })))
            """);
    assertThat(taken).isEqualTo(List.of(false, false, false));

    page.keyboard().press("F9");
    type(" thana");
    assertThat(field).hasValue("thana थाना thana");
  }

  @Test
  void the_switch_is_kept_for_the_person_and_the_picture_of_the_keys_is_shown() {
    open(Typing.OWN, "/typing");
    field();
    page.locator("[data-typing-switch] summary").click();
    page.waitForResponse(
        "**/typing", () -> page.locator("[data-typing-switch] button[value=INSCRIPT]").click());
    page.reload();
    assertThat(page.locator("[data-typing-name]")).hasText("इनस्क्रिप्ट");
    page.locator("[data-typing-switch] summary").click();
    page.locator("[data-typing-picture]").click();
    assertThat(page.locator(".typing-picture .keys")).hasCount(4);
  }

  @Test
  @Holds("OP-122")
  void pasted_krutidev_is_shown_in_unicode_and_goes_in_as_the_writer_says() {
    open(Typing.OWN, "/typing");
    Locator field = field();
    paste(field, OLD, "");
    assertThat(page.locator(".typing-preview")).hasText(NEW);
    assertThat(field).hasValue("");
    press("बदलें");
    assertThat(field).hasValue(NEW);

    paste(field, " izkFkhZ dk i= gSA", "");
    press("ऐसे ही रहने दें");
    assertThat(field).hasValue(NEW + " izkFkhZ dk i= gSA");
    paste(field, " Please see page 4 of the report.", "");
    assertThat(page.locator(".typing-paste")).hasCount(0);
  }

  @Test
  void in_the_note_only_what_stands_in_such_a_font_is_converted_and_tables_keep_their_shape() {
    open(Typing.OWN, "/files/" + file);
    Locator note = editor();
    paste(
        note,
        "izkFkhZ ITEM",
        "<table><tr><td style='font-family:\"Kruti Dev 010\"'>izkFkhZ</td><td style='font-family:Arial'>ITEM</td></tr></table>");
    press("बदलें");
    assertThat(note.locator("td")).hasText(new String[] {"प्रार्थी", "ITEM"});
    page.keyboard().press("Control+z");
    assertThat(note).hasText("");
  }

  @Test
  void the_page_and_the_server_convert_alike() throws IOException {
    open(Typing.OWN, "/typing");
    var keys = new KrutiDevKeys();
    List<String> typed = new ArrayList<>();
    for (String line : KrutiDevKeys.lines("/typing/krutidev-words.tsv"))
      typed.add(line.split("\t")[0]);
    for (String word : OfficeWords.all()) typed.add(keys.of(word));

    Object converted =
        page.evaluate(
            """
            async ({ script, table, typed }) => {
              const { krutidev } = await import(script);
              const { unicode } = await krutidev(table);
              return typed.map(unicode);
            }
            """,
            Map.of(
                "script", assets.path("typing/krutidev.js"),
                "table", assets.path("typing/krutidev.tsv"),
                "typed", typed));
    assertThat(converted).isEqualTo(typed.stream().map(KrutiDev::unicode).toList());
    assertThat(typed).hasSizeGreaterThan(2000);
  }

  @Test
  @Holds("OP-122")
  void a_refused_note_of_krutidev_is_offered_in_unicode_put_in_its_place_and_signed() {
    open(Typing.OWN, "/files/" + file);
    editor();
    paste(page.locator(".ProseMirror"), OLD, "");
    press("ऐसे ही रहने दें");
    page.locator("#write button[name=stay]").click();
    assertThat(page.locator("#write .typing-preview"))
        .containsText("प्रार्थी का पत्र प्राप्त हुआ।");
    press("बदलें");
    assertThat(page.locator(".ProseMirror p")).hasText(NEW.split("\n"));
    page.locator("#write button[name=stay]").click();
    assertThat(page.locator(".note").last()).containsText("प्रार्थी का पत्र प्राप्त हुआ।");
  }
}
