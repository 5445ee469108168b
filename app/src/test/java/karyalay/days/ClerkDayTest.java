package karyalay.days;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import karyalay.Chromium;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.SignedIn;
import karyalay.dak.Arrivals;
import karyalay.dak.ListFilter;
import karyalay.dak.Pile;
import karyalay.dak.ReceiptLists;
import karyalay.dak.Writing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The morning of a dak clerk: thirty letters lie before him, and each has its number, its category
/// and its addressee when he is done, without a touch of the mouse. Senders write often: the office
/// has met them, and knows to whom their letters usually go.
@KaryalayTest
@Tag("slow")
class ClerkDayTest {
  /// A letter as it lies there: who wrote, what about, and to whom it goes.
  private record Lying(
      String organisation, String typed, String subject, String category, boolean si) {}

  private static final List<Lying> KINDS =
      List.of(
          new Lying(
              "जिलाधिकारी कार्यालय",
              "जिला",
              "शस्त्र लाइसेंस नवीनीकरण की आख्या",
              "arms-licence",
              true),
          new Lying(
              "पासपोर्ट कार्यालय लखनऊ", "पास", "पासपोर्ट सत्यापन", "passport-verification", true),
          new Lying("सीजेएम न्यायालय", "सीजे", "सम्मन तामीला", "summons", false),
          new Lying(
              "पुलिस अधीक्षक कार्यालय",
              "अधी",
              "जाँच कर आख्या प्रेषित करें",
              "call-for-report",
              false),
          new Lying("पुलिस मुख्यालय", "मुख्", "परिपत्र का अनुपालन", "circular", false),
          new Lying("अभियोजन कार्यालय", "अभि", "चरित्र सत्यापन", "character-verification", true));

  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired Arrivals arrivals;
  @Autowired ReceiptLists lists;
  @LocalServerPort int port;

  private Seat hm;
  private Seat sho;
  private Seat si;
  private Chromium chromium;
  private Page page;
  private Hands hands;

  @BeforeEach
  void yesterday_the_same_offices_wrote() {
    var thana = given.district().thana("थाना डाक");
    hm = thana.hm();
    sho = thana.sho();
    si = thana.si();
    int n = 0;
    for (Lying kind : KINDS) {
      String number = "कल-" + ++n;
      Writing letter =
          Writing.letter()
              .with(w -> {
                w.received = arrivals.today();
                w.organisation = kind.organisation();
                w.designation = "";
                w.letterNumber = number;
                w.subject = kind.subject();
                w.category = kind.category();
              });
      arrivals.diariseAndSend(hm, letter, kind.si() ? si.post() : sho.post());
    }
    chromium = new Chromium();
    String address = "http://localhost:" + port;
    page = chromium.window(address, signedIn.as(hm));
    page.setViewportSize(1024, 768);
    page.navigate(address + "/receipts/new?as=" + hm.mark());
    hands = new Hands(page);
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  private Locator field(String name) {
    return page.locator("form[data-diary] [name='" + name + "']");
  }

  private void ready() {
    assertThat(field("sender-organisation")).isFocused();
  }

  /// Chip, sender, number, date, subject, category, addressee, number of the diary: no touch but of
  /// keys.
  private void letter(int n, Lying it) {
    hands.reads(8);
    hands.type(it.typed()).press("Enter");
    assertThat(field("letter-number")).isFocused();
    assertThat(field("sender-organisation")).hasValue(it.organisation());
    hands.type(n + "/26").press("Enter").type("-1").press("Enter").type(it.subject());
    hands.press("Alt+KeyG").press("Alt+KeyU");
    String before = page.url();
    hands.press("Control+Enter");
    page.waitForURL(url -> url.contains("done=") && !url.equals(before));
    assertThat(page.locator(".number-big")).isVisible();
  }

  @Test
  @Holds({"OP-22", "OP-130"})
  void thirty_letters_are_diarised_and_marked_from_the_keyboard() throws IOException {
    ready();
    // The medium is chosen once and kept from then on.
    hands.press("Shift+Tab").press("ArrowRight");
    assertThat(page.locator("[name=mode][value=by-hand]")).isChecked();
    hands.press("Tab");
    List<String> numbers = new ArrayList<>();
    for (int n = 1; n <= 30; n++) {
      ready();
      letter(n, KINDS.get(n % KINDS.size()));
      numbers.add(page.locator(".number-big").textContent());
    }
    assertThat(numbers).doesNotHaveDuplicates().hasSize(30);
    assertThat(inbox(si)).isEqualTo(15 + 3);
    assertThat(inbox(sho)).isEqualTo(15 + 3);
    assertThat(inbox(hm)).isZero();
    DayFigures.put("Dak clerk: thirty letters diarised and marked", 30, hands);
    assertThat(hands.keys()).isLessThan(30 * 70);
  }

  private int inbox(Seat seat) {
    return lists.page(seat.scope(), ListFilter.of(Pile.INBOX)).size();
  }

  @Test
  @Holds("OP-22")
  void the_next_letter_of_the_same_sender_keeps_all_but_what_is_its_own() {
    hands.press("Shift+Tab").press("ArrowRight").press("Tab");
    Lying it = KINDS.getFirst();
    hands.type(it.typed()).press("Enter");
    assertThat(field("letter-number")).isFocused();
    hands.type("1/26").press("Enter").type("-1").press("Enter").type(it.subject());
    hands.press("Alt+KeyG").press("Alt+KeyU").press("Control+Shift+Enter");
    page.waitForURL(Pattern.compile(".*like=.*"));
    assertThat(field("letter-number")).isFocused();
    assertThat(field("sender-organisation")).hasValue(it.organisation());
    assertThat(field("category")).hasValue(it.category());
    assertThat(inbox(si)).isEqualTo(3 + 1);
  }

  @Test
  @Holds("OP-22")
  void nothing_is_taken_that_was_not_asked_for() {
    Map<String, String> shown = new TreeMap<>();
    hands.type("जिला");
    assertThat(page.locator("[data-senders] li").first()).isVisible();
    hands.press("Tab");
    assertThat(field("sender-organisation")).hasValue("जिला");
    field("subject").focus();
    hands.type("शस्त्र लाइसेंस");
    assertThat(page.locator("[data-guess] .chip")).isVisible();
    shown.put("category", field("category").inputValue());
    shown.put("to", field("to").inputValue());
    assertThat(shown).containsEntry("category", "").containsEntry("to", "");
  }
}
