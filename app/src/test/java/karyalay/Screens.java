package karyalay;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import karyalay.access.Gate;
import karyalay.documents.SampleFiles;
import karyalay.documents.decoder.Sheets;
import org.springframework.util.FileSystemUtils;

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
    phone(page);
    page.navigate(address + "/receipts?as=HM-SRK");
    shoot(page, "receipts");
    new OfflineScreens(page, address, folder).take();
    page.navigate(address + "/desk?as=PTL-SRK");
    shoot(page, "counter");
    new CounterScreens(page, address, this::shoot).take();
    enter(page, "SHO-SRK");
    page.navigate(address + "/approvals?as=SHO-SRK");
    shoot(page, "approvals");
    enter(page, "SP-SPO");
    shoot(page, "desk");
    new OrderScreens(page, address, this::shoot).take();
    enter(page, "HM-SRK");
    new OrderScreens(page, address, this::shoot).number();
    enter(page, "SP-SPO");
    page.navigate(address + "/desk?as=SP-SPO");
    // A file that has come up through thana, circle and Additional SP.
    String path = page.locator("[data-row] a[href^='/files/']").first().getAttribute("href");
    String file = path.substring("/files/".length(), path.indexOf('?'));
    page.navigate(address + "/files/" + file + "?as=SP-SPO");
    shoot(page, "file");
    page.navigate(address + "/papers/" + file + "/trail?as=SP-SPO");
    shoot(page, "trail");
    letters(page);
    beginnings(page);
    machines(page);
    machine(page);
  }

  /// The mail tray, going live, and the people of an office.
  private void beginnings(Page page) throws IOException {
    enter(page, "DRY-DAK");
    page.navigate(address + "/mail?as=DRY-DAK");
    shoot(page, "mail-tray");
    page.navigate(address + first(page, "/mail?as=DRY-DAK", "/mail/") + "?as=DRY-DAK");
    shoot(page, "mail");
    enter(page, "COP-CCT-1");
    page.navigate(address + "/staff?as=COP-CCT-1");
    String office = page.locator("select[name=office] option:text-matches('^IND ')").first().getAttribute("value");
    String steps = "/admin/go-live?as=COP-CCT-1&office=" + office;
    page.navigate(address + steps);
    shoot(page, "go-live");
    int n = 0;
    for (String load : all(page, steps, "/admin/go-live/loads/")) {
      page.navigate(address + load + "?as=COP-CCT-1");
      shoot(page, "go-live-trial-" + ++n);
    }
    enter(page, "SHO-SRK");
    page.navigate(address + "/staff?as=SHO-SRK");
    shoot(page, "staff");
  }

  /// A shared machine of the thana: marked, with three names on it, locked, and the way back for
  /// whoever forgot his password.
  private void machines(Page page) throws IOException {
    page.context().clearCookies();
    page.navigate(address + "/rescue");
    shoot(page, "rescue");
    enterHere(page, "SHO-SRK");
    page.navigate(address + "/machines?as=SHO-SRK");
    page.locator("main input[name=name]").fill("थाना डाक, मशीन 1");
    page.locator("main form .primary").first().click();
    page.locator("main [role=status]").waitFor();
    shoot(page, "machines");
    for (String mark : List.of("HM-SRK", "SHO-SRK")) enterHere(page, mark);
    page.navigate(address + "/hands");
    shoot(page, "hands");
    page.navigate(address + "/desk?as=SHO-SRK");
    shoot(page, "locked", "document.dispatchEvent(new Event('karyalay:locked'))");
    page.navigate(address + "/resets?as=SHO-SRK");
    shoot(page, "resets");
  }

  /// Signs in on the same machine as whoever was there before.
  private void enterHere(Page page, String mark) {
    String[] login = logins.get(mark);
    if (login == null) throw new IllegalStateException("no login was printed for " + mark);
    page.navigate(address + "/signin");
    page.locator("input[name=pno]").fill(login[0]);
    page.locator("input[name=password]").fill(login[1]);
    page.locator(".signin .primary").click();
    page.waitForURL("**/desk**");
  }

  /// The telephone as a scanner, both sides: a QR on the computer, a sheet found on the telephone,
  /// pages on the computer.
  private void phone(Page page) throws IOException {
    String office = address.replaceFirst("//(localhost|127\\.0\\.0\\.1)", "//office.localhost");
    var session =
        page.context().cookies().stream().filter(one -> one.name.equals(Gate.COOKIE)).findFirst();
    Page computer = chromium.window(1024, 768);
    computer
        .context()
        .addCookies(List.of(new Cookie(Gate.COOKIE, session.orElseThrow().value).setUrl(office)));
    computer.navigate(office + "/receipts/new?as=HM-SRK");
    computer.locator("[data-phone-open]").click();
    String shown = computer.locator(".phone-address").textContent().strip();
    still(computer, "phone-qr-1024");
    Page telephone = chromium.window(360, 740);
    telephone.navigate(shown);
    for (int n = 1; n <= 2; n++) {
      var sheet =
          Sheets.photo(Sheets.written(n), 1500, 2000, .14, .10, .88, .07, .92, .93, .09, .95);
      byte[] jpeg = SampleFiles.image("jpeg", sheet);
      telephone
          .locator("[data-photo] input")
          .setInputFiles(new FilePayload("photo.jpg", "image/jpeg", jpeg));
      telephone.locator("[data-review]").waitFor();
      if (n == 2) still(telephone, "phone-sheet-360");
      telephone.locator("[data-send]").click();
      computer.locator("li.upload[data-phone-page]").nth(n - 1).waitFor();
    }
    telephone.waitForTimeout(1000);
    still(telephone, "phone-sent-360");
    computer.waitForLoadState(LoadState.NETWORKIDLE);
    computer.waitForTimeout(1500);
    still(computer, "phone-pages-1024");
    computer.context().close();
    telephone.context().close();
  }

  private void still(Page page, String name) throws IOException {
    page.evaluate("() => document.fonts.ready");
    Path file = folder.resolve(name + ".png");
    Files.write(file, FewColours.of(page.screenshot()));
    System.out.println(file);
  }

  /// What an administrator sees of the program, and anybody of his device.
  private void machine(Page page) throws IOException {
    enter(page, "SP-SPO");
    page.navigate(address + "/receipts/watch?list=court&as=SP-SPO");
    shoot(page, "watch");
    page.navigate(address + "/upkaran?as=SP-SPO");
    shoot(page, "device");
    enter(page, "COP-CCT-1");
    page.navigate(address + "/health?as=COP-CCT-1");
    shoot(page, "health");
  }

  /// The letters of the demonstration, from the draft to the public check of a number.
  private void letters(Page page) throws IOException {
    page.navigate(address + "/signing?as=SP-SPO");
    shoot(page, "signing");
    page.navigate(address + "/dispatch/register?as=SP-SPO&from=" + LocalDate.now().minusDays(30));
    shoot(page, "issue-register");
    page.navigate(address + "/account/signing-key?as=SP-SPO");
    shoot(page, "signing-key");
    enter(page, "ASP-ASP");
    String draft = first(page, "/letters?state=SUBMITTED&as=ASP-ASP", "/letters/");
    page.navigate(address + draft + "?as=ASP-ASP");
    shoot(page, "draft");
    page.navigate(address + draft + "/differences?as=ASP-ASP");
    shoot(page, "differences");
    enter(page, "RDR-RDR");
    page.navigate(address + "/letters?whose=MINE&as=RDR-RDR");
    shoot(page, "letters");
    page.navigate(address + "/dispatch?as=RDR-RDR");
    shoot(page, "dispatch");
    String call = first(page, "/dispatch?list=CALLS&as=RDR-RDR", "/dispatch/calls/");
    page.navigate(address + call + "?as=RDR-RDR");
    shoot(page, "compliance");
    print(page);
  }

  /// The first pages of six issued letters, and one of them checked by its code from a telephone.
  private void print(Page page) throws IOException {
    var issued = new LinkedHashSet<String>();
    issued.addAll(all(page, "/letters?whose=MINE&state=SIGNED&as=RDR-RDR", "/letters/"));
    issued.addAll(all(page, "/letters?whose=MINE&state=DISPATCHED&as=RDR-RDR", "/letters/"));
    int n = 0;
    for (String letter : issued.stream().limit(6).toList()) {
      byte[] pdf = page.request().get(address + letter + "/letter.pdf?as=RDR-RDR").body();
      Path file = folder.resolve("letter-" + ++n + ".png");
      Files.write(file, FewColours.of(firstPage(pdf)));
      System.out.println(file);
    }
    page.navigate(address + issued.iterator().next() + "?as=RDR-RDR");
    Matcher code = CODE.matcher(page.content());
    Matcher number = NUMBER.matcher(page.content());
    if (!code.find() || !number.find())
      throw new IllegalStateException("a signed letter without a number or a code");
    page.navigate(address + "/verify/" + code.group());
    page.locator("input[name=number]:not([type=hidden])").fill(number.group());
    page.locator("input[name=number]:not([type=hidden])").press("Enter");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    shoot(page, "verify");
  }

  private static final Pattern NUMBER = Pattern.compile("(?<=<dd>)[0-9]+/[0-9]{4}/[A-Z]+(?=</dd>)");
  private static final Pattern CODE = Pattern.compile("(?<=<dd>)[0-9A-HJKMNP-TV-Z]{10}(?=</dd>)");

  private String first(Page page, String list, String path) {
    return all(page, list, path).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nothing in " + list));
  }

  /// Addresses of what a list holds, without what follows the question mark.
  private List<String> all(Page page, String list, String path) {
    page.navigate(address + list);
    return page.locator("main a[href^='" + path + "']").all().stream()
        .map(link -> link.getAttribute("href").replaceFirst("\\?.*", ""))
        .distinct()
        .toList();
  }

  private static byte[] firstPage(byte[] pdf) throws IOException {
    Path folder = Files.createTempDirectory("letter");
    Path source = Files.write(folder.resolve("letter.pdf"), pdf);
    Path page = folder.resolve("page");
    var words =
        List.of(
            "pdftoppm",
            "-singlefile",
            "-png",
            "-scale-to-y",
            "1000",
            "-scale-to-x",
            "-1",
            source.toString(),
            page.toString());
    try {
      int end = new ProcessBuilder(words).inheritIO().start().waitFor();
      if (end != 0) throw new IOException("pdftoppm ended with " + end);
      return Files.readAllBytes(folder.resolve("page.png"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void enter(Page page, String mark) {
    page.context().clearCookies();
    enterHere(page, mark);
  }

  private void shoot(Page page, String name) throws IOException {
    shoot(page, name, 0);
  }

  /// @param pause milliseconds until what comes by itself is there
  private void shoot(Page page, String name, int pause) throws IOException {
    shoot(page, name, "0", pause);
  }

  /// @param then what is done in the page before each picture
  private void shoot(Page page, String name, String then) throws IOException {
    shoot(page, name, then, 0);
  }

  private void shoot(Page page, String name, String then, int pause) throws IOException {
    for (Size size : SIZES) {
      page.setViewportSize(size.width(), size.height());
      page.reload();
      page.waitForLoadState(LoadState.NETWORKIDLE);
      page.evaluate("() => document.fonts.ready");
      page.evaluate(then);
      Object wide = page.evaluate("document.documentElement.scrollWidth > innerWidth + 1");
      Path file = folder.resolve(name + "-" + size.width() + ".png");
      Files.write(file, FewColours.of(page.screenshot()));
      System.out.println(file + (Boolean.TRUE.equals(wide) ? "  WIDER THAN THE SCREEN" : ""));
    }
  }
}
