package karyalay;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import karyalay.access.Gate;

/// A machine with a browser that keeps its profile when it is closed, and when it loses its power.
public final class Machine implements AutoCloseable {
  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Path profile;
  private final List<String> more;
  private BrowserContext browser;

  /// @param profile a folder of the test's own
  /// @param more arguments for the browser
  public Machine(Path profile, String... more) {
    this.profile = profile;
    this.more = List.of(more);
    this.browser = start();
  }

  private BrowserContext start() {
    var arguments =
        new ArrayList<>(
            List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars"));
    arguments.addAll(more);
    return playwright
        .chromium()
        .launchPersistentContext(
            profile,
            new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(arguments)
                .setLocale("hi-IN")
                .setViewportSize(1366, 768));
  }

  public Path profile() {
    return profile;
  }

  /// Somebody signs in, for as long as the browser stays open; whoever sat here before is out.
  public void signIn(String address, SignedIn.Browser session) {
    browser.addCookies(List.of(new Cookie(Gate.COOKIE, session.token()).setUrl(address)));
  }

  public Page tab(String address) {
    Page tab = browser.newPage();
    tab.navigate(address);
    return tab;
  }

  public BrowserContext browser() {
    return browser;
  }

  /// Closed and opened again: sessions without a day are over, what is stored stays.
  public void reopen() {
    reopen(() -> {});
  }

  /// @param closed what is looked at in between, while nothing writes to the profile
  public void reopen(Runnable closed) {
    browser.close();
    processes().forEach(one -> one.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    closed.run();
    browser = start();
  }

  private Stream<ProcessHandle> processes() {
    String mark = profile.toString();
    return ProcessHandle.allProcesses()
        .filter(one -> one.info().commandLine().orElse("").contains(mark));
  }

  /// The power goes, in the middle of whatever it did, and comes back.
  public void losePower() {
    processes().forEach(ProcessHandle::destroyForcibly);
    try {
      Thread.sleep(500);
      browser.close();
    } catch (com.microsoft.playwright.PlaywrightException e) {
      // It is gone already.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    browser = start();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
