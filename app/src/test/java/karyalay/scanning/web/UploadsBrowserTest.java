package karyalay.scanning.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import karyalay.Chromium;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.documents.SampleFiles;
import karyalay.shared.Sha256;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Files that go behind the typing, on a line that is cut.
@KaryalayTest
class UploadsBrowserTest {
  private static final Pattern PART = Pattern.compile(".*/parts\\?.*");

  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  private static Chromium chromium;
  private final byte[] scan = SampleFiles.scan(8, 150);
  private final List<Integer> offsets = new CopyOnWriteArrayList<>();
  private Seat clerk;
  private Page page;

  @BeforeAll
  static void start() {
    chromium = new Chromium();
    // Nothing is measured by it: a busy machine may take its time.
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @AfterAll
  static void end() {
    chromium.close();
  }

  @BeforeEach
  void a_diary_form_is_open() {
    clerk = given.district().thana("थाना कटी लाइन").hm();
    page = chromium.window("http://localhost:" + port, signedIn.as(clerk));
    page.onRequest(request -> {
      if (PART.matcher(request.url()).matches())
        offsets.add(Integer.parseInt(request.url().replaceAll(".*offset=(\\d+).*", "$1")));
    });
    open();
    assertThat(scan.length).isGreaterThan(5 * 256 * 1024);
  }

  @AfterEach
  void close() {
    page.context().close();
  }

  private void open() {
    page.navigate("http://localhost:" + port + "/receipts/new?as=" + clerk.mark());
  }

  private void choose() {
    page.locator("[data-uploads] input[type=file]")
        .setInputFiles(new FilePayload("scan.pdf", "application/pdf", scan));
  }

  private Locator going() {
    return page.locator(".upload-progress .upload-name");
  }

  private void assertArrivedOnce() {
    assertThat(page.locator("li.upload")).hasCount(1);
    assertThat(
            db.sql(
                    """
                    SELECT d.sha256 FROM desk.upload u JOIN documents.document d ON d.id = u.document
                    WHERE u.person = ?
                    """)
                .param(clerk.person().value())
                .query(byte[].class)
                .list())
        .hasSize(1)
        .first()
        .isEqualTo(Sha256.of(scan));
  }

  /// Lets so many parts through, then the line is dead.
  private void cutAfter(int parts) {
    page.route(
        PART,
        route -> {
          if (offsets.size() > parts) route.abort("internetdisconnected");
          else route.resume();
        });
  }

  @Test
  @Holds("OP-127")
  void a_file_goes_on_where_the_line_was_cut() {
    cutAfter(3);
    choose();
    assertThat(going()).containsText("लाइन आते ही");
    page.locator("[name=subject]").fill("लाइन कटी हुई है पर लिखना चलता है");
    page.context().setOffline(true);
    page.unroute(PART);
    int before = offsets.size();
    page.context().setOffline(false);
    assertThat(page.locator("li.upload")).hasCount(1);
    assertArrivedOnce();
    assertThat(offsets.subList(before, offsets.size()))
        .allMatch(offset -> offset >= 3 * 256 * 1024);
    assertThat(page.locator("[name=subject]")).hasValue("लाइन कटी हुई है पर लिखना चलता है");
  }

  @Test
  @Holds("OP-127")
  void a_file_goes_on_after_the_page_was_closed() {
    cutAfter(3);
    choose();
    assertThat(going()).containsText("लाइन आते ही");
    page.unroute(PART);
    open();
    assertThat(page.locator("[data-left]").last()).containsText("scan.pdf");
    offsets.clear();
    choose();
    assertThat(page.locator("li.upload")).hasCount(1);
    assertThat(offsets.getFirst()).isEqualTo(3 * 256 * 1024);
    assertArrivedOnce();
    assertThat(page.locator("li.upload-left")).hasCount(0);
  }

  @Test
  @Holds("OP-127")
  void a_form_sent_while_its_pages_are_on_their_way_waits_and_goes_by_itself() {
    List<Route> held = new ArrayList<>();
    page.route(PART, held::add);
    choose();
    page.waitForCondition(() -> !held.isEmpty());
    page.locator("button[value=keep]").click();
    assertThat(page.locator(".uploads > .notice")).containsText("KB आना शेष");
    assertThat(page).hasURL(Pattern.compile(".*/receipts/new.*"));
    page.unroute(PART);
    held.forEach(Route::resume);
    page.waitForURL(Pattern.compile(".*/receipts/entries/.*"));
    assertThat(page.locator("li.upload")).hasCount(1);
    assertArrivedOnce();
  }

  @Test
  void a_form_whose_file_was_refused_is_not_sent_without_it() {
    List<Route> held = new ArrayList<>();
    page.route(PART, held::add);
    byte[] no = "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    page.locator("[data-uploads] input[type=file]")
        .setInputFiles(new FilePayload("scan.pdf", "application/pdf", no));
    page.waitForCondition(() -> !held.isEmpty());
    page.locator("button[value=keep]").click();
    page.unroute(PART);
    held.forEach(Route::resume);
    assertThat(page.locator(".upload-progress .refusal")).containsText("PDF, JPEG");
    assertThat(page.locator(".uploads > .notice")).containsText("प्रपत्र नहीं भेजा गया");
    assertThat(page).hasURL(Pattern.compile(".*/receipts/new.*"));
    page.locator(".upload-progress button").last().click();
    page.locator("button[value=keep]").click();
    page.waitForURL(Pattern.compile(".*/receipts/entries/.*"));
  }

  @Test
  void a_file_taken_off_while_it_goes_is_not_sent_on() {
    cutAfter(2);
    choose();
    assertThat(going()).containsText("लाइन आते ही");
    page.unroute(PART);
    page.locator(".upload-progress button").click();
    assertThat(page.locator(".upload-progress")).hasCount(0);
    page.locator("button[value=keep]").click();
    page.waitForURL(Pattern.compile(".*/receipts/entries/.*"));
    assertThat(page.locator("li.upload")).hasCount(0);
  }

  @Test
  void pages_brought_by_another_script_go_the_same_way() {
    page.evaluate(
        """
        async () => {
          const root = document.querySelector("[data-uploads]");
          const { add } = await import(root.dataset.script);
          const bytes = await (await fetch(document.querySelector("link[rel=icon]").href)).blob();
          add(new File([bytes], "emblem.pdf"), root);
        }
        """);
    assertThat(page.locator(".upload-progress .refusal")).containsText("PDF, JPEG");
  }
}
