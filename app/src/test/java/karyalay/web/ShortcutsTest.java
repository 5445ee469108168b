package karyalay.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import karyalay.Chromium;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.desk.OnDesks;
import karyalay.files.InFiles;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Every key has a button that can be seen and pressed, is read by its place on the keyboard, and
/// can be switched off (OP-134, WCAG 2.1.4).
@KaryalayTest
class ShortcutsTest {
  private static final Pattern KEYED = Pattern.compile("<([a-z]+)\\b[^<]*?data-key=\"([^\"]*)\"");

  /// Names of places on a keyboard (UI Events KeyboardEvent code Values), with what is held.
  private static final Pattern PLACE =
      Pattern.compile(
          "(?:(?:Control|Ctrl|Alt|Shift)\\+)*(?:Key[A-Z]|Digit[0-9]|F[0-9]{1,2}|Enter|Space|Slash|Escape|Arrow(?:Up|Down|Left|Right))");

  /// Opens what is folded, ticks a row, and tells which keys stand on nothing that can be seen, or
  /// twice among what can be seen.
  private static final String AMISS =
      """
      () => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
        document.querySelector('[data-row] input[type=checkbox]:not(:checked)')?.click();
        const seen = {}, amiss = [];
        for (const element of document.querySelectorAll('[data-key]')) {
          const box = element.getBoundingClientRect();
          const shown = box.width > 0 && box.height > 0 && getComputedStyle(element).visibility === 'visible';
          const words = (element.getAttribute('aria-label') || element.textContent || element.title || element.name || '').trim();
          if (!shown && !element.closest('[hidden]')) amiss.push(element.dataset.key + ' cannot be seen');
          if (!words) amiss.push(element.dataset.key + ' has no words');
          if (shown && seen[element.dataset.key]) amiss.push(element.dataset.key + ' stands twice');
          if (shown) seen[element.dataset.key] = true;
        }
        return amiss;
      }
      """;

  @LocalServerPort int port;
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired OnDesks desks;
  @Autowired InFiles in;

  @Test
  void in_every_template_a_key_stands_on_something_that_can_be_pressed() throws IOException {
    List<String> amiss = new ArrayList<>();
    int seen = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main/jte"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".jte")).toList()) {
        String text = Files.readString(file);
        Matcher key = KEYED.matcher(text);
        int here = 0;
        for (; key.find(); here++) {
          boolean pressed =
              List.of("a", "button", "summary", "input", "select", "textarea", "label")
                  .contains(key.group(1));
          // What a template works out is looked at on the pages.
          boolean place =
              key.group(2).startsWith("${") || PLACE.matcher(key.group(2)).matches();
          if (!pressed || !place)
            amiss.add(file + " <" + key.group(1) + "> " + key.group(2));
        }
        int written = text.split("data-key=", -1).length - 1;
        if (written != here)
          amiss.add(file + " has a key that is not read: " + written + ", " + here);
        seen += here;
      }
    }
    assertThat(amiss).isEmpty();
    assertThat(seen).isGreaterThan(20);
  }

  @Test
  @Holds("OP-134")
  void on_every_page_a_key_stands_on_something_that_can_be_seen() {
    var district = given.district();
    var hm = district.thana("तालग्राम").hm();
    desks.paper(hm);
    PaperId file = in.open(hm);
    Map<String, Object> found = new java.util.TreeMap<>();
    try (var chromium = new Chromium()) {
      Page page = chromium.window("http://localhost:" + port, signedIn.as(hm));
      for (String path :
          List.of(
              "/desk",
              "/receipts",
              "/receipts/new",
              "/receipts/new?shape=PETITION",
              "/files",
              "/files/" + file,
              "/files/new",
              "/letters",
              "/papers/" + file + "/letters",
              "/templates",
              "/dispatch",
              "/dispatch/register",
              "/registers",
              "/account",
              "/signing",
              "/upkaran")) {
        var there =
            page.navigate(
                "http://localhost:"
                    + port
                    + path
                    + (path.contains("?") ? "&" : "?")
                    + "as="
                    + hm.mark());
        assertThat(there.status()).as(path).isEqualTo(200);
        page.waitForSelector("html.script");
        if (page.evaluate(AMISS) instanceof List<?> amiss && !amiss.isEmpty())
          found.put(path, amiss);
      }
    }
    assertThat(found).isEmpty();
  }

  /// An Inscript layout types र where J is, and a Remington one types त: both move the rows.
  @Test
  @Holds("OP-134")
  void under_a_devanagari_layout_keys_are_where_they_were_and_off_when_switched_off() {
    var district = given.district();
    var hm = district.thana("ठठिया").hm();
    desks.paper(hm);
    desks.paper(hm);
    try (var chromium = new Chromium()) {
      Page page = chromium.window("http://localhost:" + port, signedIn.as(hm));
      page.navigate("http://localhost:" + port + "/desk?as=" + hm.mark());
      page.waitForSelector("html.script");
      for (String typed : List.of("ज", "र", "त")) {
        page.reload();
        page.waitForSelector("html.script");
        assertThat(press(page, "KeyJ", typed)).as("taken by us").isEqualTo(true);
        assertThat(page.locator("[data-row].cursor").count()).isEqualTo(1);
      }
      assertThat(press(page, "KeyQ", "j")).as("no place of ours").isEqualTo(false);
      page.evaluate("document.cookie = 'keys=off; path=/'");
      page.reload();
      page.waitForSelector("html.script");
      assertThat(press(page, "KeyJ", "j")).isEqualTo(false);
      assertThat(page.locator("[data-row].cursor").count()).isZero();
    }
  }

  /// @return whether the page took the key for itself
  private static Object press(Page page, String code, String key) {
    return page.evaluate(
        "([code, key]) => !document.body.dispatchEvent(new KeyboardEvent('keydown', {code, key,"
            + " bubbles: true, cancelable: true}))",
        new String[] {code, key});
  }
}
