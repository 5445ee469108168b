package karyalay.scanning.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import karyalay.Chromium;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.documents.SampleFiles;
import karyalay.scanning.PileFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The scanner's folder in a real browser. Only the picker is replaced: it gives a folder of the
/// browser's own file system, which is filled as a scanner would.
@KaryalayTest
class FolderBrowserTest {
  private static final String PICKER =
      """
      window.showDirectoryPicker = async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle("scanner", { create: true });
      """;
  private static final LocatorAssertions.ContainsTextOptions THREE_SECONDS =
      new LocatorAssertions.ContainsTextOptions().setTimeout(3000);

  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @LocalServerPort int port;

  private Chromium chromium;
  private Page page;
  private String address;
  private Seat clerk;

  @BeforeEach
  void open() {
    clerk = given.district().thana("थाना स्कैन").hmAtCounter();
    address = "http://localhost:" + port;
    chromium = new Chromium();
    page = chromium.window(address, signedIn.as(clerk));
    page.context().addInitScript(PICKER);
    page.navigate(address + "/receipts/new?as=" + clerk.mark());
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  private void scan(String name, byte[] bytes) {
    page.evaluate(
        """
        async ([name, bytes]) => {
          const root = await navigator.storage.getDirectory();
          const folder = await root.getDirectoryHandle("scanner", { create: true });
          const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
          await file.write(Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0)));
          await file.close();
        }
        """,
        List.of(name, Base64.getEncoder().encodeToString(bytes)));
  }

  private void openFolder() {
    page.locator("[data-folder-open]").click();
    assertThat(state()).containsText("scanner");
  }

  private Locator state() {
    return page.locator("[data-folder-state]");
  }

  private Locator files() {
    return page.locator("[data-folder-files]");
  }

  private Locator offered() {
    return page.locator("[data-folder-files] li[data-name]");
  }

  /// It stands among the new scans within three seconds, whole.
  private void appears(String name) {
    Locator one = offered().filter(new Locator.FilterOptions().setHasText(name));
    assertThat(one).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(3000));
  }

  private Locator uploads() {
    return page.locator("li.upload");
  }

  @Test
  @Holds("OP-127")
  void a_new_scan_appears_within_three_seconds_and_one_key_takes_it_into_the_entry() {
    scan("old.pdf", SampleFiles.pdf(1));
    openFolder();
    assertThat(page.locator("[data-folder-old]")).containsText("(1)");
    assertThat(offered()).hasCount(0);

    scan("scan0001.pdf", SampleFiles.pdf(2));
    appears("scan0001.pdf");
    assertThat(files()).containsText("2 पृष्ठ");
    scan("scan0002.jpg", SampleFiles.jpeg());
    appears("scan0002.jpg");
    assertThat(offered().first()).containsText("scan0002.jpg");
    assertThat(offered().first().locator("canvas")).isVisible();

    page.locator("[name=subject]").focus();
    page.keyboard().press("Alt+KeyS");
    assertThat(uploads()).hasCount(1);
    assertThat(uploads()).containsText("scan0002.jpg");
    assertThat(offered()).hasCount(1);
  }

  @Test
  @Holds("OP-127")
  void a_half_written_file_waits_with_a_word_and_comes_whole() {
    openFolder();
    byte[] whole = SampleFiles.pdf(3);
    scan("slow.pdf", new byte[0]);
    assertThat(files()).containsText("slow.pdf: लिखी जा रही है", THREE_SECONDS);
    scan("slow.pdf", Arrays.copyOf(whole, whole.length / 2));
    page.waitForTimeout(3500);
    assertThat(files()).containsText("slow.pdf: लिखी जा रही है");
    assertThat(offered()).hasCount(0);
    page.keyboard().press("Alt+KeyS");
    assertThat(uploads()).hasCount(0);

    scan("slow.pdf", whole);
    assertThat(files()).containsText("3 पृष्ठ", THREE_SECONDS);
    page.keyboard().press("Alt+KeyS");
    assertThat(uploads()).containsText("slow.pdf");
    assertThat(uploads()).containsText("3");
  }

  @Test
  @Holds("OP-127")
  void what_was_taken_is_not_offered_again_after_reload_or_under_another_name() {
    openFolder();
    byte[] once = SampleFiles.pdf(1);
    scan("once.pdf", once);
    appears("once.pdf");
    page.keyboard().press("Alt+KeyS");
    assertThat(uploads()).hasCount(1);
    assertThat(page.locator("[data-saved]")).containsText("सहेजा");

    page.reload();
    // The browser still allows it: the folder goes on by itself, and the upload is in the draft.
    assertThat(state()).containsText("scanner");
    assertThat(uploads()).hasCount(1);
    scan("copy.pdf", once);
    scan("other.pdf", SampleFiles.pdf(2));
    appears("other.pdf");
    assertThat(offered()).hasCount(1);
    page.locator("[data-folder-old]").click();
    assertThat(files()).containsText("लिया जा चुका");
  }

  @Test
  @Holds("OP-127")
  void what_we_cannot_take_is_named_and_a_folder_that_is_gone_comes_back() {
    openFolder();
    scan("register.xlsx", new byte[] {1, 2, 3});
    assertThat(files()).containsText("register.xlsx: यह प्रकार नहीं लिया जाता", THREE_SECONDS);
    page.evaluate(
        "async () => (await navigator.storage.getDirectory()).removeEntry('scanner', { recursive: true })");
    assertThat(state()).containsText("स्कैन फ़ोल्डर नहीं मिल रहा");
    scan("back.pdf", SampleFiles.pdf(1));
    assertThat(files())
        .containsText("back.pdf", new LocatorAssertions.ContainsTextOptions().setTimeout(6000));
  }

  @Test
  void a_name_that_the_scanner_uses_again_is_a_new_scan() {
    scan("scan.pdf", SampleFiles.pdf(1));
    openFolder();
    assertThat(page.locator("[data-folder-old]")).containsText("(1)");
    scan("scan.pdf", SampleFiles.pdf(4));
    assertThat(files()).containsText("4 पृष्ठ", THREE_SECONDS);
  }

  @Test
  @Holds("OP-127")
  void what_is_left_for_the_pile_waits_there() {
    openFolder();
    scan("pile.pdf", PileFiles.pdf("xx.x"));
    appears("pile.pdf");
    page.keyboard().press("Alt+KeyP");
    assertThat(offered()).hasCount(0);
    page.navigate(address + "/receipts/pile?as=" + clerk.mark());
    appears("pile.pdf");
    assertThat(files()).containsText("ढेर के लिए");
    page.keyboard().press("Alt+KeyS");
    assertThat(uploads()).containsText("pile.pdf");
    page.locator("button[data-key='Control+Enter']").click();
    page.waitForURL(Pattern.compile(".*/receipts/pile/[0-9a-f-]{36}.*"));
    assertThat(page.locator("[data-letters-line]")).containsText("पत्र");
  }

  @Test
  @Holds("OP-127")
  void hundreds_of_old_files_are_behind_one_button() {
    page.evaluate(
        """
        async () => {
          const root = await navigator.storage.getDirectory();
          const folder = await root.getDirectoryHandle("scanner", { create: true });
          for (let i = 0; i < 400; i++) {
            const file = await (await folder.getFileHandle(`old${i}.jpg`, { create: true })).createWritable();
            await file.write("x" + i);
            await file.close();
          }
        }
        """);
    openFolder();
    assertThat(page.locator("[data-folder-old]")).containsText("(400)");
    assertThat(offered()).hasCount(0);
    scan("new.pdf", SampleFiles.pdf(1));
    appears("new.pdf");
  }

  @Test
  @Holds("OP-127")
  void without_a_picker_many_files_are_dragged_or_chosen_and_the_page_says_so() {
    try (var other = new Chromium()) {
      Page plain = other.window(address, signedIn.as(clerk));
      plain.context().addInitScript("delete window.showDirectoryPicker");
      plain.navigate(address + "/receipts/new?as=" + clerk.mark());
      assertThat(plain.locator("[data-folder-open]")).isHidden();
      assertThat(plain.locator("[data-folder-state]")).containsText("खींचकर");
      plain.evaluate(
          """
          (bytes) => {
            const data = new DataTransfer();
            for (const name of ["a.pdf", "b.pdf", "c.pdf"])
              data.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name));
            const place = document.querySelector("[data-uploads]");
            for (const type of ["dragover", "drop"])
              place.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
          }
          """,
          Base64.getEncoder().encodeToString(SampleFiles.pdf(1)));
      assertThat(plain.locator("li.upload")).hasCount(3);
    }
  }
}
