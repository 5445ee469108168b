package karyalay.devices.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.WaitForSelectorState;

/// What an officer does and sees on a page while the line fails, for tests.
final class Offline {
  private Offline() {}

  /// The shell is kept and the key is here: from now on the line may fail.
  static Page ready(Page page) {
    page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
    page.waitForSelector(
        "#waiting[data-ready]",
        new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
    return page;
  }

  static void write(Page page, String words, String button) {
    page.locator("textarea[name=text]").fill(words);
    page.locator("button[name=" + button + "]").click();
  }

  static void entry(Page page, String number, String button) {
    page.locator("form[data-diary] label:has([name=mode][value=by-hand])").click();
    page.locator("[name=sender-organisation]").fill("कानपुर परिक्षेत्र");
    page.locator("[name=letter-number]").fill(number);
    page.locator("[name=letter-date]").fill("0");
    page.locator("[name=subject]").fill("खेत की मेड़ का विवाद " + number);
    page.locator("[name=category]").selectOption("call-for-report");
    page.locator("button[name=then][value=" + button + "]").click();
  }

  static void waiting(Page page, int left) {
    assertThat(page.locator(".net")).containsText(left + " भेजना शेष", slowly());
    assertThat(page.locator("[data-lost]")).isVisible();
  }

  static void all(Page page, int sent) {
    assertThat(page.locator("[data-sum]")).containsText("भेजा " + sent + ", शेष 0", slowly());
  }

  static ContainsTextOptions slowly() {
    return new ContainsTextOptions().setTimeout(20_000);
  }
}
