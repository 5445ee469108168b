package karyalay;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Takes the pictures of `docs/screens` from a running demonstration: `./karyalay screens`.
final class Screens {
  private record Size(int width, int height) {}

  private static final List<Size> SIZES =
      List.of(new Size(1366, 768), new Size(1024, 768), new Size(360, 740));

  private final String base;
  private final Path folder;
  private final String language;

  private Screens(String base, Path folder, String language) {
    this.base = base;
    this.folder = folder;
    this.language = language;
  }

  /// @param words address of the running program, folder for the pictures, PNO of a station head,
  ///   of a circle officer, the password, and the language
  static void main(String... words) {
    var options =
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    try (Playwright playwright = Playwright.create(options);
        Browser browser =
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
                                "--disable-sync")))) {
      var screens = new Screens(words[0], Path.of(words[1]), words[5]);
      for (Size size : SIZES) screens.take(browser, size, words[2], words[3], words[4]);
    }
  }

  private void take(Browser browser, Size size, String clerk, String officer, String password) {
    try (BrowserContext window = window(browser, size)) {
      Page page = window.newPage();
      page.navigate(base + "/signin");
      shoot(page, "sign-in", size);
      signIn(page, clerk, password);
      shoot(page, "desk", size);
      page.navigate(base + "/receipts/new");
      shoot(page, "diary", size);
      page.navigate(base + "/receipts");
      shoot(page, "receipts", size);
    }
    try (BrowserContext window = window(browser, size)) {
      Page page = window.newPage();
      page.navigate(base + "/signin");
      signIn(page, officer, password);
      shoot(page, "desk-officer", size);
      page.locator("a[href*='/files/0']").first().click();
      page.waitForLoadState();
      shoot(page, "file", size);
      page.locator("nav.tabs a[href*='/trail']").first().click();
      page.waitForLoadState();
      shoot(page, "trail", size);
    }
  }

  private BrowserContext window(Browser browser, Size size) {
    var options =
        new Browser.NewContextOptions()
            .setViewportSize(size.width(), size.height())
            .setHasTouch(size.width() < 500)
            .setIsMobile(size.width() < 500);
    BrowserContext window = browser.newContext(options);
    window.addCookies(
        List.of(
            new com.microsoft.playwright.options.Cookie(
                    "language", language.toUpperCase(java.util.Locale.ROOT))
                .setUrl(base)));
    return window;
  }

  private static void signIn(Page page, String pno, String password) {
    page.fill("input[name=pno]", pno);
    page.fill("input[name=password]", password);
    page.click("form.signin button.primary");
    page.waitForURL("**/desk**");
  }

  private void shoot(Page page, String name, Size size) {
    page.waitForTimeout(600);
    String suffix = language.equals("hi") ? "" : "-" + language;
    Path file = folder.resolve(name + "-" + size.width() + suffix + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    Object wide = page.evaluate("document.documentElement.scrollWidth > innerWidth + 1");
    System.out.println(file + (Boolean.TRUE.equals(wide) ? "  WIDER THAN THE SCREEN" : ""));
  }
}
