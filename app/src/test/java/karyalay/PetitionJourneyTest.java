package karyalay;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import karyalay.Given.Seat;
import karyalay.access.Gate;
import karyalay.ledger.Ledger;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The trunk, end to end, in a real browser: a petition on paper comes to the counter of a thana,
/// climbs to the SP, and his order comes down again until the file is closed.
@KaryalayTest
class PetitionJourneyTest {
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Ledger ledger;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  private Playwright playwright;
  private Browser browser;

  @BeforeEach
  void a_browser() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterEach
  void no_browser() {
    browser.close();
    playwright.close();
  }

  @Test
  @Holds({"OP-28", "OP-43", "OP-109"})
  void a_petition_climbs_from_the_counter_to_the_sp_and_his_order_comes_down_until_it_is_closed()
      throws IOException {
    var district = given.district();
    var thana = district.thana("गुरसहायगंज");

    PaperId receipt = diarised(thana.hm(), thana.sho());
    PaperId file = fileOpened(thana.sho(), receipt);
    note(
        thana.sho(),
        file,
        "प्रार्थी एवं विपक्षी के बयान अंकित। निर्देश हेतु प्रस्तुत।",
        "NOTE",
        district.co);
    note(district.co, file, "थाने की आख्या से सहमत।", "NOTE", district.asp);
    note(district.asp, file, "आदेशार्थ प्रस्तुत।", "NOTE", district.sp);
    note(
        district.sp,
        file,
        "राजस्व एवं पुलिस की संयुक्त टीम से निस्तारण कराएँ।",
        "ORDER",
        district.asp);
    note(district.asp, file, "आदेश के अनुपालन हेतु।", "CLOSING_APPROVAL", district.co);
    note(district.co, file, "अनुपालन कराएँ।", "NOTE", thana.sho());
    closed(thana.sho(), file, "आदेश का अनुपालन हो गया।");

    assertThat(acts(receipt))
        .startsWith("desk.made")
        .contains("desk.forwarded")
        .endsWith("desk.enclosed");
    assertThat(acts(file).stream().filter("files.noted"::equals)).hasSize(6);
    assertThat(acts(file).stream().filter("desk.forwarded"::equals)).hasSize(6);
    assertThat(acts(file).getLast()).isEqualTo("desk.closed");
    assertThat(ledger.of("paper/" + file)).allMatch(Ledger.Written::opens);
  }

  private PaperId diarised(Seat clerk, Seat to) throws IOException {
    var picture =
        new ClassPathResource("district/kannauj/sample-papers/08-accident-insurance-papers.jpg");
    try (BrowserContext window = window(clerk)) {
      Page page = open(window, clerk, "/receipts/new?shape=PETITION");
      page.setInputFiles("input[type=file]", picture.getFile().toPath());
      page.locator("[data-uploads-list] li input[name=upload]").first().waitFor(attached());
      page.locator("input[name=mode]").first().check(force());
      page.fill("[name=sender-name]", "रमेश बाबू");
      page.fill("[name=sender-father]", "स्व0 छोटे लाल");
      page.fill("[name=sender-mobile]", "9999900108");
      page.fill("[name=sender-village]", "जसोदा");
      page.fill("[name=gist]", "सड़क दुर्घटना के अभिलेखों की प्रमाणित प्रतियाँ दिए जाने हेतु।");
      page.selectOption("select[name=category]", "accident-papers");
      page.fill("#to", to.mark());
      page.click("button[name=then][value=send]");
      page.waitForURL("**done=**");
      String done = page.url().replaceAll(".*done=([0-9a-f-]+).*", "$1");
      return PaperId.of(done);
    }
  }

  private PaperId fileOpened(Seat officer, PaperId receipt) {
    try (BrowserContext window = window(officer)) {
      Page desk = open(window, officer, "/desk");
      assertThat(desk.locator("table.tray").innerText()).contains("सड़क दुर्घटना");
      Page arrived = open(window, officer, "/receipts/" + receipt);
      // It came by hand: the paper itself is received before anything else (OP-21).
      arrived.click("form[action$='/reception'] button");
      arrived.locator("form[action$='/reception']").waitFor(gone());
      arrived.waitForLoadState();
      Page page = open(window, officer, "/files/new?receipt=" + receipt);
      page.fill("[name=number]", "शिकायत-" + receipt);
      page.click("main form button.primary");
      try {
        page.waitForURL(url -> url.matches(".*/files/[0-9a-f-]{36}.*"));
      } catch (com.microsoft.playwright.TimeoutError late) {
        page.screenshot(
            new Page.ScreenshotOptions().setPath(Path.of("target/journey.png")).setFullPage(true));
        throw new AssertionError(
            page.locator("[role=alert], .refusal").allInnerTexts().toString(), late);
      }
      assertThat(page.locator(".contents").textContent()).contains("सड़क दुर्घटना");
      return PaperId.of(page.url().replaceAll(".*/files/([0-9a-f-]{36}).*", "$1"));
    }
  }

  private void note(Seat officer, PaperId file, String text, String kind, Seat to) {
    try (BrowserContext window = window(officer)) {
      Page page = open(window, officer, "/files/" + file);
      page.evaluate(
          """
          ([text]) => { const area = document.querySelector('textarea[name=text]'); area.value = text;
            area.dispatchEvent(new Event('input', {bubbles: true}));
            const rich = document.querySelector('.ProseMirror'); if (rich) rich.textContent = text; }
          """,
          List.of(text));
      page.locator("details:has(select[name=kind])").evaluate("d => d.open = true");
      page.selectOption("select[name=kind]", kind);
      page.fill("input[name=other]", to.mark());
      page.click("button[name=send]");
      page.waitForURL("**/desk**");
      assertThat(page.locator("main").innerText()).contains(to.mark());
      open(window, officer, "/files/" + file);
      assertThat(page.locator(".notes").innerText()).contains(text);
    }
  }

  private void closed(Seat officer, PaperId file, String reason) {
    try (BrowserContext window = window(officer)) {
      Page page = open(window, officer, "/files/" + file + "/details");
      page.fill("form[action$='/closure'] [name=reason]", reason);
      page.selectOption("select[name=recordClass]", "c");
      page.click("form[action$='/closure'] button");
      page.waitForURL(url -> !url.contains("/details"));
      assertThat(page.locator(".strip").innerText()).contains("दाखिल दफ्तर");
      open(window, officer, "/papers/" + file + "/trail");
      assertThat(page.locator("ol.trail li"))
          .satisfies(stops -> assertThat(stops.count()).isEqualTo(8));
      assertThat(page.locator("ol.trail").innerText()).contains(reason);
    }
  }

  private List<String> acts(PaperId paper) {
    return ledger.of("paper/" + paper).stream().map(Ledger.Written::act).toList();
  }

  private BrowserContext window(Seat seat) {
    BrowserContext window = browser.newContext();
    window.setDefaultTimeout(15_000);
    window.addCookies(
        List.of(
            new Cookie(Gate.COOKIE, signedIn.as(seat).token()).setUrl("http://127.0.0.1:" + port)));
    return window;
  }

  private Page open(BrowserContext window, Seat seat, String path) {
    Page page = window.pages().isEmpty() ? window.newPage() : window.pages().getFirst();
    String chair = (path.contains("?") ? "&" : "?") + "as=" + seat.mark();
    var answer = page.navigate("http://127.0.0.1:" + port + path + chair);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return page;
  }

  private static com.microsoft.playwright.Locator.WaitForOptions attached() {
    return new com.microsoft.playwright.Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
  }

  private static com.microsoft.playwright.Locator.WaitForOptions gone() {
    return new com.microsoft.playwright.Locator.WaitForOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
  }

  private static com.microsoft.playwright.Locator.CheckOptions force() {
    return new com.microsoft.playwright.Locator.CheckOptions().setForce(true);
  }
}
