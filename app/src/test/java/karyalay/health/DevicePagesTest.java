package karyalay.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Geolocation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import karyalay.Chromium;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.access.Gate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a device is told that works on it, in a browser that may or may not (OP-126).
@KaryalayTest
class DevicePagesTest {
  private static Chromium chromium;

  @LocalServerPort int port;
  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Web web;

  @BeforeAll
  static void open() {
    chromium =
        new Chromium(
            "--use-fake-device-for-media-stream",
            "--host-resolver-rules=MAP thana.example 127.0.0.1",
            // Without a line to the machine where a headless browser would ask for its place.
            "--disable-features=HttpsUpgrades");
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  private String here() {
    return "http://localhost:" + port;
  }

  private Page page(Browser.NewContextOptions options, String address) {
    BrowserContext context = chromium.context(options);
    Page page = context.newPage();
    page.navigate(address + "/upkaran");
    settled(page, "folder");
    return page;
  }

  private static Browser.NewContextOptions plain() {
    return new Browser.NewContextOptions()
        .setLocale("hi-IN")
        .setViewportSize(1366, 768)
        .setScreenSize(1366, 768);
  }

  private static void settled(Page page, String trial) {
    page.waitForSelector("[data-trial=" + trial + "][data-state]");
  }

  private static String verdict(Page page, String trial) {
    return page.locator("[data-trial=" + trial + "] .verdict").textContent()
        + ": "
        + page.locator("[data-trial=" + trial + "] [data-outcome]:not([hidden])")
            .textContent()
            .strip();
  }

  private static String tried(Page page, String trial) {
    page.locator("[data-try=" + trial + "]").click();
    settled(page, trial);
    return verdict(page, trial);
  }

  @Test
  @Holds("OP-126")
  void with_permission_everything_works_and_says_so() {
    var district = given.district();
    var options = plain().setPermissions(List.of("camera", "geolocation"));
    options.setGeolocation(new Geolocation(27.05, 79.92).setAccuracy(12));
    BrowserContext context = chromium.context(options);
    context.addCookies(
        List.of(new Cookie(Gate.COOKIE, signedIn.as(district.sp).token()).setUrl(here())));
    Page page = context.newPage();
    page.navigate(here() + "/upkaran?as=" + district.sp.mark());
    settled(page, "folder");
    assertThat(verdict(page, "https")).isEqualTo("चलता है: लाइन सुरक्षित है।");
    assertThat(verdict(page, "browser")).startsWith("चलता है").contains("Chrome 1");
    assertThat(verdict(page, "screen")).startsWith("चलता है").contains("1366 × 768");
    assertThat(verdict(page, "hindi")).startsWith("चलता है").contains("F9");
    assertThat(verdict(page, "offline")).startsWith("चलता है").containsPattern("\\d+ MB");
    assertThat(verdict(page, "folder")).startsWith("चलता है");
    assertThat(page.locator("[data-trial=camera] .verdict").textContent())
        .contains("अभी आज़माया नहीं");
    assertThat(tried(page, "camera")).startsWith("चलता है").containsPattern("\\d+ × \\d+");
    assertThat(tried(page, "place")).startsWith("चलता है").contains("± 12");
    assertThat(page.locator("[data-trial][data-state=fails]").count()).isZero();
    context.close();
  }

  @Test
  @Holds("OP-126")
  void what_is_forbidden_is_told_with_how_it_is_allowed() {
    Page page = page(plain(), here());
    assertThat(tried(page, "camera")).startsWith("नहीं चलता").contains("अनुमति नहीं", "ताले");
    assertThat(tried(page, "place")).startsWith("नहीं चलता").contains("अनुमति नहीं");
    assertThat(verdict(page, "hindi")).startsWith("देखें").contains("लॉगिन के बाद");
    page.context().close();
  }

  @Test
  @Holds("OP-126")
  void over_plain_http_from_another_machine_it_says_that_https_is_needed() {
    Page page = page(plain(), "http://thana.example:" + port);
    for (String trial : List.of("https", "offline", "camera", "place", "folder")) {
      settled(page, trial);
      assertThat(verdict(page, trial)).as(trial).startsWith("नहीं चलता").contains("https");
    }
    page.context().close();
  }

  @Test
  void in_english_on_a_telephone_with_a_camera_that_is_not_there() {
    Page page =
        chromium
            .context(
                plain()
                    .setPermissions(List.of("camera"))
                    .setScreenSize(360, 740)
                    .setViewportSize(360, 740))
            .newPage();
    page.addInitScript(
        "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotFoundError'));"
            + "delete window.showDirectoryPicker; Object.getPrototypeOf(window).showDirectoryPicker;"
            + "delete Window.prototype.showDirectoryPicker;"
            + "Object.defineProperty(window, 'indexedDB', { value: { open() { throw new Error(); } } });");
    page.context().addCookies(List.of(new Cookie("language", "EN").setUrl(here())));
    page.navigate(here() + "/upkaran");
    settled(page, "folder");
    assertThat(verdict(page, "screen")).startsWith("Look").contains("360 × 740");
    assertThat(verdict(page, "offline")).startsWith("Does not work").contains("private window");
    assertThat(verdict(page, "folder")).startsWith("Look").contains("Drag many files");
    assertThat(tried(page, "camera")).startsWith("Does not work").contains("No camera was found");
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"))
        .isEqualTo(true);
    page.context().close();
  }

  @ParameterizedTest
  @CsvSource({
    "Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 Chrome/109.0.0.0 Safari/537.36, चलता है, Chrome 109",
    "Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 Chrome/108.0.0.0 Safari/537.36, नहीं चलता, Chrome 108",
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/108.0.0.0 Safari/537.36 Edg/108.0.1, नहीं चलता, Edge 108",
    "Mozilla/5.0 (Windows NT 6.1; rv:109.0) Gecko/20100101 Firefox/115.0, चलता है, Firefox 115",
    "Mozilla/5.0 (Windows NT 6.1; rv:102.0) Gecko/20100101 Firefox/102.0, नहीं चलता, Firefox 102",
    "Mozilla/5.0 (Linux; Android 8.0.0; SM) AppleWebKit/537.36 Chrome/109.0.5414.86 Mobile Safari/537.36, चलता है, Chrome 109",
    "Something/1.0, देखें, Something"
  })
  void a_browser_is_held_against_the_stated_versions(String agent, String word, String name) {
    Page page = page(plain().setUserAgent(agent), here());
    assertThat(verdict(page, "browser")).startsWith(word).contains(name);
    page.context().close();
  }

  @Test
  void without_javascript_it_says_what_still_works() {
    BrowserContext context = chromium.context(plain().setJavaScriptEnabled(false));
    Page page = context.newPage();
    page.navigate(here() + "/upkaran");
    assertThat(page.locator("noscript").innerText()).contains("JavaScript बंद है", "टिप्पणी लिखना");
    assertThat(page.locator("[data-try=camera]").isVisible()).isFalse();
    context.close();
  }

  @Test
  void nothing_of_the_office_stands_on_it_and_the_way_to_the_certificate_does() {
    var answer = web.nobody("/upkaran");
    assertThat(answer).hasStatusOk();
    String text = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    assertThat(text).contains("href=\"/upkaran/certificate\"");
    assertThat(web.nobody("/upkaran/certificate")).hasStatusOk();
    assertThat(web.nobody("/upkaran/ca.crt")).hasStatus(404);
  }
}
