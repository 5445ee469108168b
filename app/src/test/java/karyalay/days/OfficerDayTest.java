package karyalay.days;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import karyalay.Chromium;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.dak.Arrivals;
import karyalay.dak.Writing;
import karyalay.desk.Move;
import karyalay.desk.OnDesks;
import karyalay.desk.Reading;
import karyalay.desk.Task;
import karyalay.desk.Trays;
import karyalay.files.InFiles;
import karyalay.files.NewNote;
import karyalay.files.Notes;
import karyalay.files.Sheets;
import karyalay.shared.PaperId;
import karyalay.signatures.Signers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The morning of a थाना प्रभारी: forty mixed papers wait, and none when he is done. He reads what
/// needs reading, gives every order by keys, and types his PIN once.
@KaryalayTest
@Tag("slow")
class OfficerDayTest {
  private static final int MOST_KEYS = 120;

  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Arrivals arrivals;
  @Autowired InFiles in;
  @Autowired Notes notes;
  @Autowired Sheets sheets;
  @Autowired OnDesks desks;
  @Autowired Reading reading;
  @Autowired Trays trays;
  @Autowired Signers signers;
  @LocalServerPort int port;

  private Given.Thana thana;
  private Seat hm;
  private Seat sho;
  private Seat si;
  private Seat second;
  private Chromium chromium;
  private Page page;
  private Hands hands;
  private final List<PaperId> files = new ArrayList<>();
  private final List<PaperId> petitions = new ArrayList<>();
  private final List<PaperId> beats = new ArrayList<>();
  private final List<PaperId> circulars = new ArrayList<>();
  private PaperId late;

  @BeforeEach
  void forty_papers_wait() {
    thana = given.district().thana("थाना प्रभात");
    hm = thana.hm();
    sho = thana.sho();
    si = thana.si();
    second = thana.ssi();
    signers.registered(sho);
    late = letter("petition");
    for (int i = 0; i < 6; i++) petitions.add(letter("petition"));
    for (int i = 0; i < 12; i++) files.add(proposal());
    for (int i = 0; i < 7; i++) beats.add(letter("beat"));
    for (int i = 0; i < 4; i++) beats.add(letter("second"));
    for (int i = 0; i < 10; i++) circulars.add(letter("circular"));
    desks.happened(late, 60);
    chromium = new Chromium();
    page = chromium.window("http://localhost:" + port, signedIn.as(sho));
    page.setViewportSize(1024, 768);
    page.navigate("http://localhost:" + port + "/desk?as=" + sho.mark());
    hands = new Hands(page);
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  /// From the portal or by e-mail, diarised by the head clerk.
  private PaperId letter(String about) {
    Writing writing =
        (about.equals("circular") ? Writing.letter() : Writing.petition())
            .with(w -> {
              w.received = arrivals.today();
              w.physical = false;
              w.mode = "e-mail";
              w.letterNumber = about + "-" + UUID.randomUUID();
            });
    PaperId paper = arrivals.diarise(hm, writing, arrivals.upload(hm));
    arrivals.send(hm, paper, sho.post());
    return paper;
  }

  private PaperId proposal() {
    PaperId file = in.open(hm);
    in.letter(hm, file, 2);
    var move = new Move.Forward(sho.post(), Task.APPROVAL, "");
    notes.writeAndSend(
        hm.act(),
        file,
        NewNote.plain("जाँच आख्या प्रस्तुत है; निस्तारण का प्रस्ताव अनुमोदनार्थ।"),
        move);
    return file;
  }

  private Locator rows() {
    return page.locator(".tray-form [data-row]");
  }

  private void left(int rows) {
    assertThat(rows()).hasCount(rows);
    if (rows > 0) assertThat(page.locator(".tray-form [data-row].cursor")).hasCount(1);
  }

  /// Opens the paper under the cursor and reads it.
  private void open(int seconds) {
    hands.press("Enter");
    assertThat(page.locator("[data-order-bar] a[data-key=KeyO]")).isVisible();
    hands.reads(seconds);
  }

  @Test
  @Holds({"OP-130", "OP-90"})
  void forty_waiting_papers_are_cleared_with_at_most_120_keystrokes() throws IOException {
    assertThat(rows()).hasCount(40);
    hands.press("KeyJ");

    // Overdue stands first: the reason with one key, then to the beat officer, whose mark is typed
    // once.
    hands.reads(6).press("KeyR").press("Digit2");
    assertThat(page.locator("[data-order-result]")).containsText("कारण अंकित हुआ");
    hands.press("Digit2");
    assertThat(page.locator("[data-order-form] input[name=to]")).isFocused();
    addressee("SI-");
    hands.press("Enter");
    left(39);

    // Six petitions are read whole before they go for enquiry.
    for (int i = 0; i < 6; i++) {
      open(15);
      hands.press("Digit2").press("Enter");
      left(38 - i);
    }

    // Twelve files with proposals are read and agreed to; the PIN is asked once.
    for (int i = 0; i < 12; i++) {
      open(20);
      hands.press("KeyO");
      if (i == 0) {
        assertThat(page.locator("[data-order-form] input[name=pin]")).isFocused();
        hands.type(Signers.PIN);
      }
      hands.press("Enter");
      left(32 - i);
    }

    // Beat complaints whose line on the desk says all: seven to one officer, four to another.
    for (int i = 0; i < 7; i++) {
      hands.reads(5).press("Digit2").press("Enter");
      left(20 - i);
    }
    for (int i = 0; i < 4; i++) hands.reads(5).press("Space");
    hands.press("Digit2");
    assertThat(page.locator("[data-order-form] input[name=to]")).isFocused();
    addressee("SSI");
    hands.press("Enter");
    left(10);

    // Circulars are seen, all at once.
    for (int i = 0; i < 10; i++) hands.reads(3).press("Space");
    hands.press("Digit6").press("Enter");
    assertThat(page.locator(".empty .big")).isVisible();

    cleared();
    DayFigures.put("SHO: forty waiting papers cleared, one PIN", 40, hands);
    assertThat(hands.keys()).as("keystrokes of the morning").isLessThanOrEqualTo(MOST_KEYS);
  }

  /// Types a mark over what was offered, and takes the first that fits.
  private void addressee(String typed) {
    hands.type(typed);
    assertThat(page.locator(".order-bar .options [aria-selected=true]"))
        .containsText(Pattern.compile("^" + typed));
    hands.press("Enter");
  }

  private void cleared() {
    assertThat(trays.counts(sho.scope()).all()).isZero();
    for (PaperId petition : petitions) assertThat(with(si, petition)).isTrue();
    assertThat(with(si, late)).isTrue();
    for (PaperId beat : beats.subList(0, 7)) assertThat(with(si, beat)).isTrue();
    for (PaperId beat : beats.subList(7, 11)) assertThat(with(second, beat)).isTrue();
    for (PaperId circular : circulars) assertThat(with(hm, circular)).isTrue();
    for (PaperId file : files) {
      assertThat(with(hm, file)).isTrue();
      assertThat(sheets.of(file, hm.scope()).notes().getLast().signature()).isNotNull();
    }
  }

  private boolean with(Seat seat, PaperId paper) {
    return reading.card(paper, seat.scope()).paper().heldBy(seat.post());
  }

  @Test
  @Holds({"OP-130", "OP-41"})
  void an_order_given_by_mistake_is_back_with_one_key_and_the_cursor_goes_on() {
    hands.press("KeyJ").press("KeyJ");
    hands.press("Digit6").press("Enter");
    left(39);
    assertThat(page.locator("[data-order-result]")).containsText("देखा");
    hands.press("KeyZ");
    left(40);
    assertThat(with(sho, petitions.getFirst())).isTrue();
  }
}
