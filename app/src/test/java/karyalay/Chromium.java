package karyalay;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import karyalay.access.Gate;

/// Debian's Chromium for a test. Nothing is downloaded for it.
public final class Chromium implements AutoCloseable {
  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser;

  /// @param more what this one is started with besides, such as a camera that is none
  public Chromium(String... more) {
    List<String> words = new ArrayList<>(List.of("--no-sandbox", "--hide-scrollbars"));
    words.addAll(List.of(more));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(words));
  }

  /// Windows of one person, apart from all others.
  public BrowserContext context(Browser.NewContextOptions options) {
    return browser.newContext(options);
  }

  /// A window of this size, signed in to nothing.
  public Page window(int width, int height) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("hi-IN")
                // What a test puts between browser and program must be asked; see Machine for
                // those.
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK));
    return context.newPage();
  }

  /// A window in which somebody is signed in.
  public Page window(String address, SignedIn.Browser session) {
    Page page = window(1366, 768);
    page.context().addCookies(List.of(new Cookie(Gate.COOKIE, session.token()).setUrl(address)));
    return page;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
