package karyalay.scanning.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import karyalay.Chromium;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.documents.SampleFiles;
import karyalay.documents.decoder.Sheets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two browsers: the clerk's computer with the diary form, and a telephone that nobody is signed in
/// on.
@KaryalayTest
class PhoneBrowserTest {
  private static final double[] TABLE = {.12, .10, .90, .07, .93, .92, .09, .95};

  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  private static Chromium chromium;
  private final List<Page> windows = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private Seat clerk;
  private Page computer;
  private String address;

  @BeforeAll
  static void start() {
    chromium = new Chromium();
    // Nothing is measured by it: a busy machine may take its time.
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @AfterAll
  static void end() {
    chromium.close();
  }

  @BeforeEach
  void a_diary_form_is_open() {
    clerk = given.district().thana("थाना दो परदे").hm();
    // Not `localhost` itself, under which no telephone finds the office.
    address = "http://office.localhost:" + port;
    computer = chromium.window(address, signedIn.as(clerk));
    windows.add(computer);
    computer.onPageError(faults::add);
    computer.setViewportSize(1024, 768);
    computer.navigate(address + "/receipts/new?as=" + clerk.mark());
  }

  @AfterEach
  void close() {
    windows.forEach(window -> window.context().close());
    assertThat(faults).isEmpty();
  }

  /// What a camera reads off the screen.
  private String read() throws Exception {
    if (computer.locator("[data-phone-open]").isVisible())
      computer.locator("[data-phone-open]").click();
    Locator code = computer.locator(".phone-qr");
    assertThat(code).isVisible();
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(code.screenshot()));
    int[] points = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
    var source = new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), points);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  private Page telephone(String shown) {
    Page telephone = chromium.window(360, 740);
    windows.add(telephone);
    telephone.onPageError(faults::add);
    telephone.navigate(shown);
    return telephone;
  }

  private static FilePayload photo(int seed) {
    BufferedImage page = Sheets.photo(Sheets.written(seed), 1500, 2000, TABLE);
    return new FilePayload("photo.jpg", "image/jpeg", SampleFiles.image("jpeg", page));
  }

  private static void take(Page telephone, FilePayload photo) {
    telephone.locator("[data-photo] input").setInputFiles(photo);
    assertThat(telephone.locator("[data-review]")).isVisible();
  }

  private static void send(Page telephone, FilePayload photo) {
    take(telephone, photo);
    telephone.locator("[data-send]").click();
  }

  private Locator lines() {
    return computer.locator("li.upload[data-phone-page]");
  }

  @Test
  @Holds("OP-127")
  void a_page_photographed_on_the_telephone_is_on_the_computer_within_three_seconds()
      throws Exception {
    Page telephone = telephone(read());
    assertThat(telephone.locator("[data-take]")).isVisible();
    assertThat(computer.locator(".phone-qr")).isHidden();
    double[] waited = new double[5];
    for (int page = 1; page <= waited.length; page++) {
      take(telephone, photo(page));
      assertThat(telephone.locator("[data-edges]"))
          .hasText("पृष्ठ मिल गया। कोने ठीक न हों तो खींचकर ठीक करें।");
      long pressed = System.nanoTime();
      telephone.locator("[data-send]").click();
      assertThat(lines()).hasCount(page);
      waited[page - 1] = (System.nanoTime() - pressed) / 1e9;
      System.out.printf("page %d on the computer after %.2f s%n", page, waited[page - 1]);
    }
    Arrays.sort(waited);
    assertThat(waited[2]).as("median of %s", Arrays.toString(waited)).isLessThan(3);
    assertThat(telephone.locator("[data-sent] li")).hasCount(5);
    assertThat(
            db.sql(
                    """
                    SELECT max(d.bytes) FROM scanning.phone_page g
                    JOIN scanning.phone p ON p.id = g.phone JOIN desk.upload u ON u.id = g.upload
                    JOIN documents.v_document d ON d.id = u.document WHERE p.person = ?
                    """)
                .param(clerk.person().value())
                .query(Integer.class)
                .single())
        .isLessThanOrEqualTo(250_000);
  }

  @Test
  @Holds("OP-127")
  void pages_are_taken_again_removed_and_turned_before_the_entry_is_saved() throws Exception {
    Page telephone = telephone(read());
    for (int page = 1; page <= 3; page++) {
      send(telephone, photo(10 + page));
      assertThat(lines()).hasCount(page);
    }
    String second = lines().nth(1).getAttribute("data-phone-page");
    telephone.locator("[data-sent] li").nth(1).getByText("फिर से लें").click();
    send(telephone, photo(20));
    assertThat(lines().nth(1)).not().hasAttribute("data-phone-page", second);
    assertThat(lines()).hasCount(3);
    lines().first().locator("[data-upload-remove]").click();
    assertThat(lines()).hasCount(2);
    telephone.locator("[data-sent] li").nth(2).getByText("हटाएँ").click();
    assertThat(lines()).hasCount(1);
    String upload = lines().locator("input[name=upload]").inputValue();
    lines().locator("[data-upload-turn]").click();
    assertThat(lines().locator("input[name=upload]")).not().hasValue(upload);
    computer.locator("button[value=keep]").click();
    computer.waitForURL(Pattern.compile(".*/receipts/entries/.*"));
    assertThat(computer.locator("li.upload")).hasCount(1);
    send(telephone, photo(21));
    assertThat(telephone.locator("[data-state]"))
        .containsText("प्रविष्टि भेजी या बंद की जा चुकी है");
    assertThat(telephone.locator("[data-take]")).isHidden();
  }

  @Test
  @Holds("OP-127")
  void the_same_page_twice_is_said_and_not_doubled() throws Exception {
    Page telephone = telephone(read());
    send(telephone, photo(30));
    assertThat(lines()).hasCount(1);
    send(telephone, photo(30));
    assertThat(telephone.locator("[data-state]")).containsText("यह पृष्ठ आ चुका");
    assertThat(lines()).hasCount(1);
    assertThat(telephone.locator("[data-sent] li.wrong")).hasCount(1);
  }

  @Test
  @Holds("OP-127")
  void after_fifteen_minutes_the_telephone_says_what_to_do_and_a_new_qr_goes_on() throws Exception {
    String shown = read();
    Page telephone = telephone(shown);
    send(telephone, photo(40));
    assertThat(lines()).hasCount(1);
    db.sql("UPDATE scanning.phone SET expires_at = now() - interval '1 second' WHERE person = ?")
        .param(clerk.person().value())
        .update();
    send(telephone, photo(41));
    assertThat(telephone.locator("[data-state]")).containsText("«नया QR»");
    assertThat(computer.locator("[data-state]")).containsText("समय पूरा");
    assertThat(telephone(shown).locator("[data-state]")).containsText("15 मिनट");
    computer.locator(".phone-acts button").first().click();
    Page again = telephone(read());
    send(again, photo(41));
    assertThat(lines()).hasCount(2);
  }

  @Test
  @Holds("OP-127")
  void a_second_telephone_is_told_to_ask_for_a_new_qr() throws Exception {
    String shown = read();
    assertThat(telephone(shown).locator("[data-take]")).isVisible();
    Page second = telephone(shown);
    assertThat(second.locator("[data-state]")).containsText("दूसरा फोन");
    assertThat(second.locator("[data-take]")).isHidden();
  }

  @Test
  void a_telephone_without_a_qr_is_told_what_to_do_and_shown_nothing() {
    Page telephone = telephone(address + "/scan#wrong-secret");
    assertThat(telephone.locator("[data-state]")).containsText("यह QR मान्य नहीं");
    assertThat(telephone.content()).doesNotContain(clerk.mark());
  }

  @Test
  void heic_and_a_camera_that_is_not_allowed_are_said_in_sentences() throws Exception {
    Page telephone = telephone(read());
    assertThat(telephone.locator("[data-take]")).isVisible();
    byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
    telephone
        .locator("[data-photo] input")
        .setInputFiles(new FilePayload("IMG_1.HEIC", "image/heic", heic));
    assertThat(telephone.locator("[data-state]")).containsText("HEIC");
    telephone.locator("[data-start-live]").click();
    assertThat(telephone.locator("[data-state]")).containsText("अनुमति नहीं मिली");
    assertThat(telephone.locator("[data-photo]")).isVisible();
    send(telephone, photo(50));
    assertThat(lines()).hasCount(1);
  }

  @Test
  void the_corners_are_drawn_by_hand_where_none_are_found() throws Exception {
    Page telephone = telephone(read());
    var hills = SampleFiles.image("jpeg", Sheets.landscape(1200, 1600));
    take(telephone, new FilePayload("photo.jpg", "image/jpeg", hills));
    assertThat(telephone.locator("[data-edges]")).containsText("किनारे नहीं मिले");
    var box = telephone.locator("[data-sheet]").boundingBox();
    telephone.mouse().move(box.x + 2, box.y + 2);
    telephone.mouse().down();
    telephone.mouse().move(box.x + box.width / 4, box.y + box.height / 4);
    telephone.mouse().up();
    telephone.locator("[data-send]").click();
    assertThat(lines()).hasCount(1);
    assertThat(
            db.sql(
                    """
                    SELECT count(*) FROM scanning.phone_page g JOIN scanning.phone p ON p.id = g.phone
                    WHERE p.person = ?
                    """)
                .param(clerk.person().value())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void pages_photographed_while_the_line_is_lost_go_when_it_is_back() throws Exception {
    Page telephone = telephone(read());
    assertThat(telephone.locator("[data-take]")).isVisible();
    telephone.context().setOffline(true);
    send(telephone, photo(60));
    assertThat(telephone.locator("[data-state]")).containsText("संपर्क टूटा");
    send(telephone, photo(61));
    telephone.context().setOffline(false);
    assertThat(lines()).hasCount(2);
    assertThat(telephone.locator("[data-state]")).containsText("2 भेजे गए");
  }

  @Test
  void a_computer_under_an_address_of_its_own_says_that_no_telephone_finds_it() {
    Page near = chromium.window("http://localhost:" + port, signedIn.as(clerk));
    windows.add(near);
    near.navigate("http://localhost:" + port + "/receipts/new?as=" + clerk.mark());
    near.locator("[data-phone-open]").click();
    assertThat(near.locator(".phone-panel .refusal")).containsText("localhost");
    assertThat(near.locator(".phone-qr")).hasCount(0);
  }

  @Test
  void the_page_loaded_anew_goes_on_with_the_telephone() throws Exception {
    Page telephone = telephone(read());
    send(telephone, photo(70));
    assertThat(lines()).hasCount(1);
    computer.waitForTimeout(2500);
    computer.reload();
    assertThat(computer.locator("li.upload")).hasCount(1);
    send(telephone, photo(71));
    assertThat(computer.locator("li.upload")).hasCount(2);
    assertThat(telephone.locator("[data-sent] li")).hasCount(2);
    telephone.reload();
    assertThat(telephone.locator("[data-sent] li")).hasCount(2);
    computer.locator(".phone-acts .quiet").click();
    send(telephone, photo(72));
    assertThat(telephone.locator("[data-state]")).containsText("बंद की जा चुकी है");
  }
}
