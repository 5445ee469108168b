package karyalay;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes `docs/screens`: walks the demonstration district in a browser as its officers do, and
/// takes each screen that matters at the three sizes. Run by `./karyalay screens`, which hands over
/// what the program printed when it started.
public final class Screens {
  private record Size(int width, int height) {}

  private static final List<Size> SIZES =
      List.of(new Size(1366, 768), new Size(1024, 768), new Size(360, 740));
  private static final Pattern LOGIN = Pattern.compile("PNO (\\d+)\\s+password (\\S+)\\s+(\\S+)");

  private final Chromium chromium;
  private final String address;
  private final Map<String, String[]> logins;
  private final Path folder;

  private Screens(Chromium chromium, Path started, Path folder) throws IOException {
    String printed = Files.readString(started);
    Matcher ready = Pattern.compile("ready (http\\S+?)/?\\s").matcher(printed);
    if (!ready.find()) throw new IllegalStateException("the program is not ready: " + printed);
    this.chromium = chromium;
    this.address = ready.group(1);
    this.logins =
        LOGIN
            .matcher(printed)
            .results()
            .collect(
                Collectors.toMap(
                    line -> line.group(3), line -> new String[] {line.group(1), line.group(2)}));
    this.folder = folder;
  }

  /// @param words the file that holds what the program printed, and the folder to fill
  static void main(String... words) throws IOException {
    try (var chromium = new Chromium()) {
      Path folder = Files.createDirectories(Path.of(words[1]));
      new Screens(chromium, Path.of(words[0]), folder).take();
    }
  }

  private void take() throws IOException {
    Page page = chromium.window(1366, 768);
    page.navigate(address + "/signin");
    shoot(page, "sign-in");
    enter(page, "HM-SRK");
    page.navigate(address + "/receipts/new?as=HM-SRK");
    shoot(page, "diary");
    page.navigate(address + "/receipts?as=HM-SRK");
    shoot(page, "receipts");
    enter(page, "SP-SPO");
    shoot(page, "desk");
    // A file that has come up through thana, circle and Additional SP.
    String path = page.locator("[data-row] a[href^='/files/']").first().getAttribute("href");
    String file = path.substring("/files/".length(), path.indexOf('?'));
    page.navigate(address + "/files/" + file + "?as=SP-SPO");
    shoot(page, "file");
    page.navigate(address + "/papers/" + file + "/trail?as=SP-SPO");
    shoot(page, "trail");
  }

  private void enter(Page page, String mark) {
    String[] login = logins.get(mark);
    if (login == null) throw new IllegalStateException("no login was printed for " + mark);
    page.context().clearCookies();
    page.navigate(address + "/signin");
    page.locator("input[name=pno]").fill(login[0]);
    page.locator("input[name=password]").fill(login[1]);
    page.locator(".signin .primary").click();
    page.waitForURL("**/desk**");
  }

  private void shoot(Page page, String name) throws IOException {
    for (Size size : SIZES) {
      page.setViewportSize(size.width(), size.height());
      page.reload();
      page.waitForLoadState(LoadState.NETWORKIDLE);
      page.evaluate("() => document.fonts.ready");
      Object wide = page.evaluate("document.documentElement.scrollWidth > innerWidth + 1");
      Path file = folder.resolve(name + "-" + size.width() + ".png");
      Files.write(file, FewColours.of(page.screenshot()));
      System.out.println(file + (Boolean.TRUE.equals(wide) ? "  WIDER THAN THE SCREEN" : ""));
    }
  }
}
