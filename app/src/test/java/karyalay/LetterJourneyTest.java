package karyalay;

import static karyalay.LetterHands.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import karyalay.Given.Seat;
import karyalay.Given.Thana;
import karyalay.documents.DocumentId;
import karyalay.documents.Documents;
import karyalay.files.InFiles;
import karyalay.ledger.Ledger;
import karyalay.notices.MailLine;
import karyalay.shared.Capacity;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.signatures.SignatureKind;
import karyalay.signatures.Signers;
import karyalay.signatures.Validation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From order to letter in a real browser: what is written on a file is corrected, approved, signed
/// and sent, and whoever has it in hand can check it; a circular is followed up until all answer.
@KaryalayTest
@ResourceLock("mail server")
class LetterJourneyTest {
  private static final String SUBJECT = "रात्रि गश्त की व्यवस्था के संबंध में";
  private static final String DM = "जिलाधिकारी";

  @Autowired Given given;
  @Autowired SignedIn signedIn;
  @Autowired InFiles in;
  @Autowired Signers signers;
  @Autowired Validation validation;
  @Autowired Documents documents;
  @Autowired MailLine line;
  @Autowired Ledger ledger;
  @Autowired OfficeTime time;
  @Autowired JdbcClient db;
  @LocalServerPort int port;

  private final Chromium chromium = new Chromium();
  private Given.District district;
  private Seat hand;
  private Seat registry;
  private String email;

  @BeforeEach
  void an_office_of_the_sp_with_a_dealing_hand_and_a_registry() {
    line.noServer();
    district = given.district();
    hand = district.seat(district.spOffice, "CLK", "लिपिक", 20);
    Seat clerk = district.seat(district.spOffice, "DAK", "आवक-जावक लिपिक", 20);
    registry = district.charge(clerk, district.counter(district.spOffice, "JVK"), Capacity.MEMBER);
    email = "dm-" + district.office.code().toLowerCase(Locale.ROOT) + "@example.in";
    signers.password(district.sp);
  }

  @AfterEach
  void no_browser() {
    line.noServer();
    chromium.close();
  }

  @Test
  @Holds({"OP-67", "OP-69", "OP-73"})
  void a_letter_is_drafted_corrected_approved_and_signed_once_by_buttons_alone() {
    PaperId file = in.open(hand);
    String letter = drafted(file);
    corrected(letter);
    approved(letter);
    signingKeyMade();
    String number = signed(letter);

    assertThat(number).matches(".*\\d+/" + time.today().getYear() + ".*");
    assertThat(acts("paper/" + file))
        .containsSubsequence(
            "drafts.begun",
            "drafts.submitted",
            "desk.forwarded",
            "drafts.saved",
            "drafts.approved",
            "drafts.signed")
        .containsOnlyOnce("drafts.begun", "drafts.approved", "drafts.signed");
    trailNames(district.sp, file, hand, district.asp, district.sp);
  }

  @Test
  @Holds({"OP-76", "OP-77", "OP-79"})
  void the_signed_letter_reaches_a_desk_and_an_outside_office_once_and_anybody_verifies_it()
      throws Exception {
    PaperId file = in.open(hand);
    String letter = drafted(file);
    approved(forwardedOn(letter));
    signingKeyMade();
    String number = signed(letter);
    String code = codeOf(letter);
    byte[] pdf = storedPdf(letter);

    dispatchedToDesk(letter, number);
    mailed(letter, number, pdf);
    arrived(number, pdf);
    verified(number, code);
    assertThat(acts("paper/" + file)).containsOnlyOnce("drafts.dispatched");
  }

  @Test
  @Holds({"OP-78", "OP-82"})
  void the_grid_of_a_circular_fills_as_the_thanas_open_and_reply() {
    List<Thana> thanas =
        List.of(district.thana("सौरिख"), district.thana("तालग्राम"), district.thana("छिबरामऊ"));
    PaperId file = in.open(district.sp);
    String letter = circular(file);
    signingKeyMade();
    String number = signed(letter);
    String call = followed(letter);
    grid(call, "3 प्रेषिती", "0 भेजा गया");

    sent(letter, thanas.size());
    grid(call, "3 भेजा गया", "0 पढ़ा गया", "0 अनुपालन किया");
    opened(thanas.get(0).sho(), number);
    opened(thanas.get(1).sho(), number);
    grid(call, "2 पढ़ा गया", "0 अनुपालन किया", "0 चूक");
    replied(thanas.get(0).sho(), number, "रात्रि गश्त की ड्यूटी लगा दी गई है।");
    grid(call, "2 पढ़ा गया", "1 अनुपालन किया", "0 चूक");
    theTargetPasses(call);
    grid(call, "1 अनुपालन किया", "2 चूक", "रात्रि गश्त की ड्यूटी लगा दी गई है।");
    replied(thanas.get(1).sho(), number, "अनुपालन किया गया।");
    replied(thanas.get(2).sho(), number, "अनुपालन किया गया।");
    grid(call, "3 अनुपालन किया", "0 चूक");
    assertThat(acts("paper/" + file)).containsOnlyOnce("dispatch.called", "drafts.dispatched");
  }

  // What the dealing hand, the ASP and the SP do.

  private String drafted(PaperId file) {
    Page page = window(hand);
    open(page, hand, "/address-book");
    page.fill("[name=designation]", DM);
    page.fill("[name=address]", "कलेक्ट्रेट, कन्नौज");
    page.fill("[name=email]", email);
    press(page, "form.narrow button.primary");
    open(page, hand, "/files/" + file);
    page.locator("a[href*='/papers/" + file + "/letters']").first().click();
    page.selectOption("#form", "letter");
    page.fill("#signatory", district.sp.mark());
    press(page, "button:has-text('आलेख आरम्भ करें')");
    String letter = letterOf(page);
    page.fill("#subject", SUBJECT);
    addressee(page, 0, "TO", district.co.mark());
    addressee(page, 1, "COPY", DM);
    write(page, "तीन दिवस में आख्या प्रस्तुत करें।");
    page.fill(".letter-form [name=to]", district.asp.mark());
    press(page, ".letter-form button[formaction$='/submission']");
    page.waitForURL("**/letters?whose=MINE**");
    assertThat(page.locator("table.register").innerText()).contains(SUBJECT, "प्रस्तुत");
    close(page);
    return letter;
  }

  /// The ASP opens it from his desk, changes a word, sees what was struck, and sends it up.
  private void corrected(String letter) {
    Page page = window(district.asp);
    open(page, district.asp, "/letters?whose=DESK");
    page.locator("table.register a:has-text('" + SUBJECT + "')").click();
    write(page, "सात दिवस में आख्या प्रस्तुत करें।");
    press(page, ".letter-form .actions button.primary");
    page.locator("nav.tabs a[href*='/differences']").click();
    assertThat(page.locator("del:not(.legend del)").allInnerTexts())
        .singleElement()
        .asString()
        .contains("तीन");
    assertThat(page.locator("ins:not(.legend ins)").allInnerTexts())
        .singleElement()
        .asString()
        .contains("सात");
    close(page);
    forwardedOn(letter);
  }

  private String forwardedOn(String letter) {
    Page page = window(district.asp);
    open(page, district.asp, "/letters/" + letter);
    page.fill(".letter-form [name=to]", district.sp.mark());
    press(page, ".letter-form button[formaction$='/submission']");
    page.waitForURL("**/letters?whose=MINE**");
    close(page);
    return letter;
  }

  private void approved(String letter) {
    Page page = window(district.sp);
    open(page, district.sp, "/letters?whose=DESK");
    page.locator("table.register a[href*='" + letter + "']").click();
    press(page, "button[formaction$='/approval']");
    assertThat(page.locator(".strip .state").innerText()).isEqualTo("अनुमोदित");
    close(page);
  }

  private void signingKeyMade() {
    Page page = window(district.sp);
    open(page, district.sp, "/signing");
    page.locator("a[href*='/account/signing-key']").first().click();
    String form = "form[action='/account/signing-key'] ";
    page.fill(form + "[name=pin]", Signers.PIN);
    page.fill(form + "[name=again-pin]", Signers.PIN);
    page.fill(form + "[name=password]", Signers.PASSWORD);
    press(page, form + "button");
    assertThat(page.locator("p.notice[role=status]").innerText()).contains("हस्ताक्षर कुंजी बन गई");
    close(page);
  }

  /// Signs from the list, and presses twice: one signature, one number.
  private String signed(String letter) {
    Page page = window(district.sp);
    open(page, district.sp, "/letters/" + letter);
    page.locator("a.button[href*='/signing?letter=']").click();
    page.fill("form.signing [name=pin]", "0001");
    page.locator("form.signing button.primary").click();
    assertThat(page.locator("[role=alert]:has-text('OP-72')").first().innerText()).contains("पिन");
    page.fill("form.signing [name=pin]", Signers.PIN);
    pressTwice(page, "form.signing", "button.primary");
    page.waitForURL("**/signing/runs/**");
    page.locator("[data-run=done]").waitFor();
    Locator row = page.locator("table.register tbody tr");
    assertThat(row.count()).isEqualTo(1);
    assertThat(row.innerText()).contains("हस्ताक्षरित");
    String number = row.locator("td").last().innerText();
    close(page);
    return number;
  }

  // What the registry does, and those whom it reaches.

  private void dispatchedToDesk(String letter, String number) {
    Page page = window(registry);
    open(page, registry, "/dispatch");
    page.locator("table.register a:has-text('" + number + "')").click();
    assertThat(page.locator("form.sending [name=mode]:checked").getAttribute("value"))
        .isEqualTo("OWN_OFFICE");
    pressTwice(page, "form.sending", "button.primary");
    settled(page, letter, 1);
    close(page);
  }

  private void mailed(String letter, String number, byte[] pdf) throws Exception {
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      line.server(server.getSmtp().getPort());
      Page page = window(registry);
      open(page, registry, "/dispatch/letters/" + letter);
      assertThat(page.locator("form.sending [name=mode]:checked").getAttribute("value"))
          .isEqualTo("EMAIL");
      pressTwice(page, "form.sending", "button.primary");
      settled(page, letter, 2);
      open(page, registry, "/dispatch/register");
      assertThat(page.locator("table.register").innerText()).contains(number, email, "ई-मेल");
      close(page);
      received(server, number, pdf);
    } finally {
      server.stop();
    }
  }

  private void received(GreenMail server, String number, byte[] pdf)
      throws MessagingException, IOException {
    List<MimeMessage> got =
        Arrays.stream(server.getReceivedMessages()).filter(this::toTheDm).toList();
    assertThat(got).as("once, whatever was pressed").hasSize(1);
    assertThat(got.getFirst().getSubject()).contains(number, SUBJECT);
    var part = ((MimeMultipart) got.getFirst().getContent()).getBodyPart(1);
    byte[] attached = part.getInputStream().readAllBytes();
    assertThat(attached).isEqualTo(pdf);
    var verdict = validation.check(attached);
    assertThat(verdict.valid()).isTrue();
    assertThat(verdict.signatures())
        .singleElement()
        .satisfies(one -> assertThat(one.kind()).isEqualTo(SignatureKind.OFFICE_APPROVAL));
    attached[attached.length / 2] ^= 1;
    assertThat(genuine(attached)).as("one byte changed").isFalse();
  }

  /// What a changed byte made unreadable is not genuine either.
  private boolean genuine(byte[] pdf) {
    try {
      return validation.check(pdf).valid();
    } catch (Refused unreadable) {
      return false;
    }
  }

  private boolean toTheDm(MimeMessage message) {
    try {
      return message.getAllRecipients()[0].toString().equals(email);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// It lies on the circle officer's desk as dak, with the very PDF.
  private void arrived(String number, byte[] pdf) {
    Page page = window(district.co);
    open(page, district.co, "/desk");
    Locator rows = page.locator("table.tray [data-row]:has-text('" + SUBJECT + "')");
    assertThat(rows.count()).as("once, whatever was pressed").isEqualTo(1);
    rows.locator("a").first().click();
    assertThat(page.locator("main").innerText()).contains(number, SUBJECT);
    String original = page.locator(".viewer-originals a[download]").first().getAttribute("href");
    assertThat(page.request().get(url(original)).body()).isEqualTo(pdf);
    close(page);
  }

  private void verified(String number, String code) {
    Page page = chromium.window(360, 740);
    page.navigate(url("/verify"));
    page.fill("[name=number]", number);
    page.fill("[name=code]", code);
    press(page, "form[action='/verify'] button");
    assertThat(page.locator("main").innerText())
        .contains("यह पत्र इस कार्यालय से निर्गत है", number)
        .doesNotContain(SUBJECT, "गश्त", "दिवस");
    page.fill("form[action='/verify'] [name=code]", "ZZZZZZZZZZ");
    press(page, "form[action='/verify'] button");
    assertThat(page.locator("[role=alert]").innerText()).contains("नहीं मिला");
    assertThat(page.locator(".right").count()).isZero();
    close(page);
  }

  // The circular.

  private String circular(PaperId file) {
    Page page = window(district.sp);
    open(page, district.sp, "/papers/" + file + "/letters");
    page.selectOption("#form", "circular");
    press(page, "button:has-text('आलेख आरम्भ करें')");
    page.fill("#subject", SUBJECT);
    addressee(page, 0, "TO", "समस्त थाना प्रभारी");
    write(page, "रात्रि गश्त की ड्यूटी लगाकर अवगत कराएँ।");
    press(page, ".letter-form button[formaction$='/submission']");
    press(page, "button[formaction$='/approval']");
    String letter = letterOf(page);
    close(page);
    return letter;
  }

  private String followed(String letter) {
    Page page = window(district.sp);
    open(page, district.sp, "/dispatch/letters/" + letter);
    page.locator("details:has(form[action$='/call']) summary").click();
    page.fill("form[action$='/call'] [name=target]", time.today().toString());
    press(page, "form[action$='/call'] button");
    String call = page.url().replaceAll(".*/dispatch/calls/([0-9a-f-]{36}).*", "$1");
    close(page);
    return call;
  }

  private void sent(String letter, int thanas) {
    Page page = window(registry);
    open(page, registry, "/dispatch/letters/" + letter);
    pressTwice(page, "form.sending", "button.primary");
    for (int serial = 1; serial <= thanas; serial++) settled(page, letter, serial);
    close(page);
  }

  private void opened(Seat sho, String number) {
    Page page = window(sho);
    open(page, sho, "/desk");
    page.locator("table.tray [data-row]:has-text('" + SUBJECT + "') a").first().click();
    assertThat(page.locator("main").innerText()).contains(number);
    close(page);
  }

  private void replied(Seat sho, String number, String words) {
    Page page = window(sho);
    open(page, sho, "/desk");
    page.locator("table.tray [data-row]:has-text('" + SUBJECT + "') a").first().click();
    page.locator("a.button[href*='/reply']").click();
    assertThat(page.locator("main").innerText()).contains(number);
    page.fill("main [name=text]", words);
    pressTwice(page, "main form[action$='/reply']", "button.primary");
    assertThat(page.locator("main").innerText()).contains("उत्तर प्राप्त");
    close(page);
  }

  private void grid(String call, String... words) {
    Page page = window(district.sp);
    open(page, district.sp, "/dispatch/calls/" + call);
    page.locator(".grid details").evaluateAll("all => all.forEach(d => d.open = true)");
    String shown = page.locator(".totals, table.grid").allInnerTexts().toString();
    assertThat(shown.replaceAll("\\s+", " ")).contains(words);
    close(page);
  }

  private void theTargetPasses(String call) {
    db.sql("UPDATE dispatch.call SET target = ? WHERE id = ?")
        .params(time.today().minusDays(1), UUID.fromString(call))
        .update();
  }

  // The browser.

  private Page window(Seat seat) {
    Page page = chromium.window(url(""), signedIn.as(seat));
    page.setDefaultTimeout(8_000);
    page.context().setDefaultTimeout(8_000);
    return page;
  }

  private static void close(Page page) {
    page.context().close();
  }

  private String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  private void open(Page page, Seat seat, String path) {
    var answer = page.navigate(url(path) + (path.contains("?") ? "&" : "?") + "as=" + seat.mark());
    assertThat(answer.status()).as(path).isEqualTo(200);
  }

  /// The program's workers carry what was sent; the page tells when it is there.
  private void settled(Page page, String letter, int serial) {
    String at = url("/dispatch/letters/" + letter + "?as=" + registry.mark());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> {
          line.round();
          page.navigate(at);
          String row = page.locator("#item-" + serial).innerText();
          return row.contains("प्राप्त") || row.contains("भेजा गया");
        });
  }

  private void trailNames(Seat reader, PaperId file, Seat... through) {
    Page page = window(reader);
    open(page, reader, "/papers/" + file + "/trail");
    assertThat(page.locator("ol.trail").innerText())
        .contains(Arrays.stream(through).map(Seat::mark).toArray(String[]::new));
    close(page);
  }

  private List<String> acts(String subject) {
    return ledger.of(subject).stream().map(Ledger.Written::act).toList();
  }

  private String codeOf(String letter) {
    return db.sql("SELECT code FROM drafts.v_letter WHERE id = ?")
        .param(UUID.fromString(letter))
        .query(String.class)
        .single();
  }

  private byte[] storedPdf(String letter) throws IOException {
    UUID document =
        db.sql("SELECT document FROM drafts.v_letter WHERE id = ?")
            .param(UUID.fromString(letter))
            .query(UUID.class)
            .single();
    try (var in = documents.original(new DocumentId(document)).content()) {
      return in.readAllBytes();
    }
  }
}
