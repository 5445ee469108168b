package karyalay;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The diary while the line fails, and after it has come back: one letter was written twice. Taken
/// as the page stands, since nothing can be asked for again.
record OfflineScreens(Page page, String address, Path folder) {
  void take() throws IOException {
    page.setViewportSize(1366, 768);
    page.navigate(address + "/receipts/new?as=HM-SRK");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.context().setOffline(true);
    int left = 0;
    for (String number : List.of("1310/26", "1310/26", "1311/26")) {
      write(number);
      page.waitForSelector(".net:text('" + ++left + " भेजना शेष')");
    }
    page.locator("[data-waiting-open]").click();
    shoot("offline");
    page.context().setOffline(false);
    page.waitForSelector("[data-sum]:text('भेजा 2, शेष 1')");
    refused("hi", "offline-refused");
    page.locator("form[action='/language'] button").click();
    refused("en", "offline-refused-en");
    page.locator("form[action='/language'] button").click();
    page.waitForSelector("html[lang=hi] li[data-state=refused]");
    page.locator("[data-drop]:visible").dblclick();
    page.locator("[data-clear]").click();
  }

  private void write(String number) {
    page.locator("form[data-diary] label:has([name=mode][value=by-hand])").click();
    page.locator("[name=sender-organisation]").fill("जिलाधिकारी कार्यालय कन्नौज");
    page.locator("[name=letter-number]").fill(number);
    page.locator("[name=letter-date]").fill("0");
    page.locator("[name=subject]")
        .fill("ग्राम खड़नी में खेत की मेड़ के विवाद की जाँच के सम्बन्ध में");
    page.locator("[name=category]").selectOption("call-for-report");
    page.locator("button[name=then][value=number]").click();
  }

  private void refused(String language, String name) throws IOException {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.waitForSelector("html[lang=" + language + "] li[data-state=refused]");
    shoot(name);
  }

  private void shoot(String name) throws IOException {
    for (int[] size : new int[][] {{1366, 768}, {1024, 768}, {360, 740}}) {
      page.setViewportSize(size[0], size[1]);
      page.evaluate("() => document.fonts.ready");
      Path file = folder.resolve(name + "-" + size[0] + ".png");
      Files.write(file, FewColours.of(page.screenshot()));
      System.out.println(file);
    }
  }
}
