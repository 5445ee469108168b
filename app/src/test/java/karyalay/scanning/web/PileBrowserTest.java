package karyalay.scanning.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.regex.Pattern;
import karyalay.Chromium;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.dak.ListFilter;
import karyalay.dak.Pile;
import karyalay.dak.ReceiptLists;
import karyalay.scanning.PileFiles;
import karyalay.scanning.PileLetter;
import karyalay.scanning.Piles;
import karyalay.scanning.PilesAtHand;
import karyalay.shared.Capacity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A pile of letters cut by keys in a real browser, and diarised one after the other.
@KaryalayTest
class PileBrowserTest {
  private static final LocatorAssertions.HasTextOptions PATIENT =
      new LocatorAssertions.HasTextOptions().setTimeout(120_000);

  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired PilesAtHand hand;
  @Autowired Piles piles;
  @Autowired ReceiptLists lists;
  @LocalServerPort int port;

  private Chromium chromium;
  private String address;
  private Seat clerk;
  private Seat second;

  @BeforeEach
  void open() {
    var district = given.district();
    var thana = district.thana("थाना ढेर");
    clerk = thana.hmAtCounter();
    second = district.charge(thana.ssi(), thana.counter(), Capacity.MEMBER);
    address = "http://localhost:" + port;
    chromium = new Chromium();
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  private Page window(Seat seat, String path) {
    Page page = chromium.window(address, signedIn.as(seat));
    page.navigate(address + path + (path.contains("?") ? "&" : "?") + "as=" + seat.mark());
    return page;
  }

  private static Locator letters(Page page) {
    return page.locator("[data-letters-line]");
  }

  /// Goes to a page by its number and presses a key there.
  private static void press(Page page, int n, String key) {
    page.locator("[data-grid] li:nth-child(" + n + ") a").click();
    page.keyboard().press(key);
  }

  @Test
  @Holds("OP-127")
  void a_pile_of_two_hundred_pages_is_cut_by_keys_and_is_there_after_the_browser_was_closed() {
    String pattern = "xxxxxxxxx.".repeat(20);
    Page page = window(clerk, "/receipts/pile");
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload("dher.pdf", "application/pdf", PileFiles.pdf(pattern)));
    assertThat(page.locator("li.upload")).containsText("200");
    page.locator("button[data-key='Control+Enter']").click();
    page.waitForURL(Pattern.compile(".*/receipts/pile/[0-9a-f-]{36}.*"));
    assertThat(page.locator("[data-grid] li")).hasCount(200);
    assertThat(letters(page)).hasText("200 पृष्ठों से 1 पत्र");

    for (int n = 11; n <= 200; n += 10) press(page, n, "x");
    assertThat(letters(page)).hasText("200 पृष्ठों से 20 पत्र");
    press(page, 15, "x");
    assertThat(letters(page)).hasText("200 पृष्ठों से 21 पत्र");
    page.keyboard().press("z");
    assertThat(letters(page)).hasText("200 पृष्ठों से 20 पत्र");
    press(page, 5, "d");
    press(page, 6, "r");
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("[data-page-line]")).hasText("पृष्ठ 7 / 200");
    assertThat(page.locator("[data-saved]")).hasText("सहेजा");
    String pile = page.url().replaceAll("^http://[^/]+|\\?.*", "");
    page.context().close();

    Page again = window(clerk, pile);
    assertThat(letters(again)).hasText("200 पृष्ठों से 20 पत्र");
    assertThat(again.locator("[data-grid] li.removed")).hasCount(1);
    assertThat(again.locator("[data-grid] li.turn-90")).hasCount(1);
    // Twenty blank sheets are found meanwhile.
    assertThat(again.locator("[data-read-line]")).hasText("", PATIENT);
    assertThat(again.locator("[data-grid] li.blank")).hasCount(20);
    again.keyboard().press("Control+Enter");
    assertThat(again.locator(".pile-letters tbody tr")).hasCount(20);
    var cut =
        piles.open(
            java.util.UUID.fromString(pile.substring(pile.lastIndexOf('/') + 1)), clerk.scope());
    assertThat(cut.letters()).extracting(letter -> letter.pages().size()).containsOnly(8, 9);
    assertThat(cut.letters().stream().map(PileLetter::pages).flatMap(List::stream))
        .hasSize(179)
        .doesNotHaveDuplicates();
  }

  @Test
  @Holds("OP-127")
  void the_second_of_two_clerks_sees_a_sentence_and_overwrites_nothing() {
    var id = hand.pile(clerk, "xxxxxx");
    Page one = window(clerk, "/receipts/pile/" + id);
    Page two = window(second, "/receipts/pile/" + id);
    press(one, 3, "x");
    assertThat(one.locator("[data-saved]")).hasText("सहेजा");
    press(two, 5, "x");
    // He hears it from the page's own look at the pile, or from his cut: whichever comes first.
    assertThat(two.locator("[data-refusal]"))
        .containsText(Pattern.compile("आपका परिवर्तन नहीं सहेजा गया|साथी ने यह ढेर बदल दिया है"));
    assertThat(piles.open(id, clerk.scope()).firsts()).containsExactlyInAnyOrder(1, 3);
  }

  @Test
  @Holds("OP-127")
  void each_letter_opens_with_its_pages_and_the_next_follows_at_once() {
    var pile = hand.cut(clerk, "xx.xx", 1, 4);
    Page page = window(clerk, "/receipts/pile/" + pile.id());
    page.keyboard().press("n");
    for (int n = 1; n <= 2; n++) {
      assertThat(page.locator(".of-pile b")).hasText(n + " / 2");
      assertThat(page.locator("li.upload")).containsText("2");
      assertThat(page.locator("[data-scan-page] [data-image]")).isVisible();
      page.locator("label:has([name=mode][value=by-hand])").click();
      page.locator("[name=sender-organisation]").fill("कानपुर परिक्षेत्र");
      page.locator("[name=letter-number]").fill("ढेर/" + n);
      page.locator("[name=letter-date]").fill("0");
      page.locator("[name=subject]").fill("खेत की मेड़ का विवाद");
      page.locator("[name=category]").selectOption("call-for-report");
      page.locator("button[value=number]").click();
      page.waitForURL(Pattern.compile(".*done=.*" + (n == 1 ? "letter=.*" : "")));
      assertThat(page.locator(".kept-big")).containsText("/ " + n);
    }
    assertThat(page.locator(".of-pile")).hasCount(0);
    assertThat(lists.page(clerk.scope(), ListFilter.of(Pile.CREATED))).hasSize(2);
    assertThat(piles.open(pile.id(), clerk.scope()).done()).isEqualTo(2);
  }

  @Test
  void every_button_works_without_script() {
    var id = hand.pile(clerk, "xxxx");
    var _ = hand.read(clerk, id);
    var context =
        chromium
            .window(address, signedIn.as(clerk))
            .context()
            .browser()
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setJavaScriptEnabled(false));
    context.addCookies(
        List.of(
            new com.microsoft.playwright.options.Cookie(
                    karyalay.access.Gate.COOKIE, signedIn.as(clerk).token())
                .setUrl(address)));
    Page page = context.newPage();
    page.navigate(address + "/receipts/pile/" + id + "?page=3&as=" + clerk.mark());
    page.locator("button[value=CUT]").click();
    assertThat(letters(page)).hasText("4 पृष्ठों से 2 पत्र");
    page.navigate(address + "/receipts/pile/" + id + "?page=4&as=" + clerk.mark());
    page.locator("button[value=TURN]").click();
    page.locator("button[value=DROP]").click();
    assertThat(page.locator("[data-grid] li.removed")).hasCount(1);
    page.locator("[data-finish] button").click();
    assertThat(page.locator(".pile-letters tbody tr")).hasCount(2);
    context.close();
  }
}
