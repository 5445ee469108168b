package karyalay.devices.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.Line;
import karyalay.Machine;
import karyalay.SignedIn;
import karyalay.files.InFiles;
import karyalay.files.Sheets;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a device says when line or power fails, what it keeps, and what it shows to whom.
@KaryalayTest
class OfflineDeviceTest {
  private static final int WITHIN = 5_000;
  private static final String SECRET = "गोपनीय मुखबिर का नाम";

  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired Sheets sheets;
  @Autowired SignedIn signedIn;
  @LocalServerPort int port;
  @TempDir Path profile;

  private Line line;
  private Machine machine;
  private Seat hm;
  private Seat sho;
  private PaperId file;

  @BeforeEach
  void a_file_on_a_line() {
    var thana = given.district().thana("छिबरामऊ");
    hm = thana.hm();
    sho = thana.sho();
    file = in.open(hm);
    line = new Line(port);
    machine = new Machine(profile, "--host-resolver-rules=MAP thana.test 127.0.0.1");
    machine.signIn(line.address(), signedIn.as(hm));
  }

  @AfterEach
  void close() {
    machine.close();
    line.close();
  }

  @Test
  @Holds("OP-133")
  void within_five_seconds_the_page_says_that_the_line_is_lost_and_it_comes_back_by_itself() {
    Page page = sheet(hm);
    assertThat(page.locator(".net")).hasText("जुड़ा");
    for (Runnable loss : List.<Runnable>of(line::cut, line::silence)) {
      loss.run();
      assertThat(page.locator("[data-lost]")).isVisible(new IsVisibleOptions().setTimeout(WITHIN));
      assertThat(page.locator("[data-lost]")).hasText("नेट नहीं: लिखते रहें, सुरक्षित है");
      assertThat(page.locator(".net")).hasText("नेट नहीं");
      line.mend();
      assertThat(page.locator(".net"))
          .hasText(
              "जुड़ा",
              new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions()
                  .setTimeout(2 * WITHIN));
      assertThat(page.locator("#waiting")).isHidden();
    }
    page.context().setOffline(true);
    assertThat(page.locator("[data-lost]")).isVisible(new IsVisibleOptions().setTimeout(WITHIN));
    page.context().setOffline(false);
    assertThat(page.locator("#waiting")).isHidden();
    page.locator("form[action='/language'] button").click();
    page.waitForSelector("html[lang=en] .net:not([hidden])");
    line.cut();
    assertThat(page.locator("[data-lost]")).hasText("No network: keep writing, it is safe");
  }

  @Test
  @Holds("OP-133")
  void of_what_is_being_typed_when_the_power_fails_at_most_five_seconds_are_lost() {
    Page page = sheet(hm);
    page.locator("textarea[name=text]").focus();
    page.locator(".ProseMirror").waitFor();
    line.cut();
    long begun = System.nanoTime();
    int words = 0;
    while (System.nanoTime() - begun < 9_000_000_000L) {
      page.keyboard().type("शब्द" + ++words + " ");
      page.waitForTimeout(150);
    }
    double perSecond = words / 9.0;
    machine.losePower();
    line.mend();
    machine.signIn(line.address(), signedIn.as(hm));
    Page again = sheet(hm);
    assertThat(again.locator("form [data-restore]"))
        .containsText(Pattern.compile("[0-9]{2}:[0-9]{2} पर लिखा, भेजा नहीं गया"));
    again.locator("form [data-back]").click();
    assertThat(again.locator("textarea[name=text]")).hasValue(Pattern.compile("शब्द1 .*"));
    String back = again.locator("textarea[name=text]").inputValue();
    int kept = (int) Pattern.compile("शब्द[0-9]+").matcher(back).results().count();
    System.out.printf("power cut: %d of %d words kept, %.1f a second%n", kept, words, perSecond);
    assertThat(words - kept).isLessThanOrEqualTo((int) Math.ceil(5 * perSecond));
    again.reload();
    assertThat(again.locator("form [data-restore]")).hasCount(0);
  }

  @Test
  @Holds("OP-133")
  void on_a_shared_machine_the_next_person_sees_that_something_waits_and_not_what() {
    Page page = sheet(hm);
    line.cut();
    page.locator("textarea[name=text]").fill(SECRET);
    page.locator("button[name=stay]").click();
    assertThat(page.locator(".net")).containsText("1 भेजना शेष", slowly());
    machine.reopen(() -> {
      assertThat(found(SECRET)).isEmpty();
      assertThat(found(file.toString())).isEmpty();
    });

    line.mend();
    machine.signIn(line.address(), signedIn.as(sho));
    Page other = machine.tab(line.address() + "/desk?as=" + sho.mark());
    assertThat(other.locator(".net")).hasText("जुड़ा");
    assertThat(other.locator("#waiting")).isHidden();
    assertThat(sheets.of(file, hm.scope()).notes()).isEmpty();
    assertThat(other.content()).doesNotContain(SECRET);
    line.cut();
    assertThat(other.locator("[data-others] b")).hasText("1");
    line.mend();

    other.locator("form[action='/session/end']").evaluate("form => form.submit()");
    other.waitForURL("**/signin**");
    machine.signIn(line.address(), signedIn.as(hm));
    Page own = machine.tab(line.address() + "/desk?as=" + hm.mark());
    assertThat(own.locator("[data-sum]")).containsText("भेजा 1, शेष 0", slowly());
    assertThat(sheets.of(file, hm.scope()).notes().getFirst().nameHi()).contains(hm.pno());
  }

  @Test
  void over_plain_http_the_page_says_that_nothing_can_be_kept_and_forms_work_as_ever() {
    String plain = line.address().replace("localhost", "thana.test");
    machine.signIn(plain, signedIn.as(hm));
    Page page = machine.tab(plain + "/files/" + file + "?as=" + hm.mark());
    page.locator("textarea[name=text]").fill("बिना https के।");
    page.locator("button[name=stay]").click();
    page.waitForFunction("() => document.querySelectorAll('.note').length === 1");
    line.cut();
    page.locator("textarea[name=text]").fill("अब नेट नहीं।");
    assertThat(page.locator("[data-insecure]")).containsText("https", slowly());
    page.locator("button[name=stay]").click();
    assertThat(page.locator("form [role=alert]").first()).containsText("यहीं है", slowly());
    assertThat(page.locator("textarea[name=text]")).hasValue("अब नेट नहीं।");
  }

  @Test
  void an_open_page_that_nobody_touches_asks_little_of_a_thin_line() {
    Page page = sheet(hm);
    page.waitForTimeout(1500);
    long before = line.carried();
    page.waitForTimeout(10_500);
    long beats = line.carried() - before;
    System.out.printf("beats of 10 s after the last touch: %d bytes both ways%n", beats);
    assertThat(beats).isLessThan(4 * 1800);
  }

  private static ContainsTextOptions slowly() {
    return new ContainsTextOptions().setTimeout(15_000);
  }

  private Page sheet(Seat seat) {
    Page page = machine.tab(line.address() + "/files/" + file + "?as=" + seat.mark());
    return Offline.ready(page);
  }

  /// Files of the browser's stores that hold these words, as either kind of text.
  private List<Path> found(String words) {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    byte[] wide = words.getBytes(StandardCharsets.UTF_16LE);
    try (Stream<Path> all = Files.walk(profile)) {
      List<Path> stores =
          all.filter(Files::isRegularFile)
              .filter(one -> one.toString().matches(".*(IndexedDB|Storage|Service Worker|Cache).*"))
              .toList();
      assertThat(stores).isNotEmpty();
      return stores.stream().filter(one -> holds(one, bytes) || holds(one, wide)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean holds(Path file, byte[] words) {
    try {
      String all = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return all.contains(new String(words, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
