package karyalay.devices.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static karyalay.devices.web.Offline.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.Line;
import karyalay.Machine;
import karyalay.SignedIn;
import karyalay.dak.Arrivals;
import karyalay.dak.Receipt;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.Task;
import karyalay.documents.SampleFiles;
import karyalay.files.Files;
import karyalay.files.InFiles;
import karyalay.files.NewNote;
import karyalay.files.NoteKind;
import karyalay.files.Notes;
import karyalay.files.Sheet;
import karyalay.files.Sheets;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.signatures.Signers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A morning in a thana whose line fails: what is written meanwhile arrives, once, in order.
@KaryalayTest
class OfflineJourneyTest {
  private static final Date THREE_DAYS_AGO = Date.from(Instant.now().minus(Duration.ofDays(3)));

  @Autowired Given given;
  @Autowired InFiles in;
  @Autowired Files files;
  @Autowired Notes notes;
  @Autowired Sheets sheets;
  @Autowired Movements movements;
  @Autowired Arrivals arrivals;
  @Autowired Signers signers;
  @Autowired SignedIn signedIn;
  @Autowired JdbcClient db;
  @LocalServerPort int port;
  @TempDir Path profile;

  private Line line;
  private Machine machine;
  private Given.District district;
  private Seat hm;
  private Seat sho;

  @BeforeEach
  void a_thana_on_a_line() {
    district = given.district();
    var thana = district.thana("सौरिख");
    hm = thana.hm();
    sho = thana.sho();
    line = new Line(port);
    machine = new Machine(profile);
    machine.signIn(line.address(), signedIn.as(hm));
  }

  @AfterEach
  void close() {
    machine.close();
    line.close();
  }

  @Test
  @Holds({"OP-133", "OP-120"})
  void three_notes_two_entries_and_an_upload_written_without_a_line_arrive_once_and_in_order() {
    PaperId first = in.open(hm);
    PaperId second = in.open(hm);
    Page note = sheet(hm, first);
    Page other = sheet(hm, second);
    Page diary = ready(tab("/receipts/new?as=" + hm.mark()));
    line.cut();

    write(note, "पहली टिप्पणी, नेट कटने के बाद।", "stay");
    waiting(note, 1);
    write(note, "दूसरी टिप्पणी।", "stay");
    waiting(note, 2);
    diary
        .locator("[data-uploads] input[type=file]")
        .setInputFiles(new FilePayload("प्रार्थना.pdf", "application/pdf", SampleFiles.pdf(2)));
    entry(diary, "71/26", "number");
    waiting(diary, 3);
    write(other, "तीसरी टिप्पणी, थानाध्यक्ष को।", "send");
    waiting(other, 4);
    diary.locator("form[data-diary] [name=to]").fill(sho.mark());
    entry(diary, "72/26", "send");
    waiting(diary, 5);

    machine.reopen();
    Page again = tab("/files/" + first + "?as=" + hm.mark());
    assertThat(again.locator("h1")).hasText("नेट नहीं");
    assertThat(again.locator("[data-left]").first()).containsText("5");
    assertThat(sheets.of(first, hm.scope()).notes()).isEmpty();

    line.mend();
    again.waitForURL("**/signin**");
    machine.signIn(line.address(), signedIn.as(hm));
    again.navigate(line.address() + "/desk?as=" + hm.mark());
    all(again, 5);

    assertThat(sheets.of(first, hm.scope()).notes())
        .extracting(Sheet.Note::plain)
        .containsExactly("पहली टिप्पणी, नेट कटने के बाद।", "दूसरी टिप्पणी।");
    var sent = sheets.of(second, sho.scope());
    assertThat(sent.card().paper().heldBy(sho.post())).isTrue();
    assertThat(sent.notes()).hasSize(1);
    assertThat(sent.notes().getFirst().nameHi()).contains(hm.pno());
    var numbers = numbers();
    assertThat(numbers).extracting(Row::letter).containsExactly("71/26", "72/26");
    assertThat(numbers.get(1).serial()).isEqualTo(numbers.get(0).serial() + 1);
    assertThat(numbers).extracting(Row::pages).containsExactly(2, 0);
    assertThat(numbers).extracting(Row::person).containsOnly(hm.person().value());
    again.locator("[data-waiting-open]").click();
    assertThat(again.locator("[data-number]:not(:empty)"))
        .hasText(new String[] {numbers.get(0).number(), numbers.get(1).number()});

    again.reload();
    assertThat(again.locator("[data-sum]")).containsText("शेष 0");
    assertThat(sheets.of(first, hm.scope()).notes()).hasSize(2);
    assertThat(numbers()).hasSize(2);
  }

  @Test
  @Holds({"OP-133", "OP-120"})
  void after_three_days_what_can_go_goes_and_what_cannot_stays_with_the_reason() {
    PaperId file = in.open(hm);
    Page note = sheet(hm, file);
    Page diary = ready(tab("/receipts/new?as=" + hm.mark()));
    for (Page page : List.of(note, diary)) page.clock().setFixedTime(THREE_DAYS_AGO);
    line.cut();
    write(note, "बंद होने से पहले लिखा।", "stay");
    waiting(note, 1);
    diary.locator("[name=received]").evaluate("field => { field.closest('details').open = true; }");
    diary.locator("[name=received]").fill("0");
    entry(diary, "73/26", "number");
    waiting(diary, 2);
    entry(diary, "73/26", "number");
    waiting(diary, 3);
    machine.reopen();

    shut(file);
    line.mend();
    machine.signIn(line.address(), signedIn.as(hm));
    Page desk = tab("/desk?as=" + hm.mark());
    assertThat(desk.locator("[data-sum]")).containsText("भेजा 1, शेष 2", slowly());
    assertThat(desk.locator("li[data-state=refused]")).hasCount(2);
    Locator refused = desk.locator("li[data-state=refused]").first();
    Locator twice = desk.locator("li[data-state=refused]").last();
    assertThat(twice.locator("[data-sentence]")).containsText("दर्ज");
    assertThat(refused).containsText("बंद होने से पहले लिखा।");
    assertThat(refused.locator("[data-sentence]")).containsText("OP-43");
    assertThat(sheets.of(file, hm.scope()).notes()).hasSize(2);

    Row row = numbers().getFirst();
    assertThat(row.received()).isEqualTo(OfficeTime.day(THREE_DAYS_AGO.toInstant()));
    Receipt.Numbered number = arrivals.receipt(new PaperId(row.lead()), hm).number();
    assertThat(number.writtenEarlier()).isPresent();
    refused.locator("[data-drop]").click();
    assertThat(desk.locator("li[data-state=refused]")).hasCount(2);
    refused.locator("[data-drop]").click();
    assertThat(desk.locator("li[data-state=refused]")).hasCount(1);
    assertThat(desk.locator("li[data-state=refused]")).containsText("73/26");

    desk.locator("li[data-state=refused] [data-open]").click();
    desk.locator("form [data-back]").click();
    assertThat(desk.locator("[name=letter-number]")).hasValue("73/26");
    assertThat(desk.locator("li[data-state=refused]")).hasCount(0);
  }

  @Test
  @Holds("OP-133")
  void a_note_whose_answer_was_lost_is_there_once_and_says_when_it_was_written() {
    PaperId file = in.open(hm);
    Page note = sheet(hm, file);
    Page second = sheet(hm, file);
    line.swallowAnswers();
    note.locator("textarea[name=text]").fill("उत्तर खो गया।");
    note.locator("button[name=stay]").click();
    waiting(note, 1);
    assertThat(sheets.of(file, hm.scope()).notes()).hasSize(1);
    line.mend();
    all(second, 1);
    assertThat(sheets.of(file, hm.scope()).notes()).hasSize(1);
  }

  @Test
  @Holds("OP-133")
  void a_note_that_bears_a_signature_waits_for_the_pin_and_is_never_shown_as_signed_before() {
    signers.registered(sho);
    PaperId file = in.open(sho);
    machine.signIn(line.address(), signedIn.as(sho));
    Page note = sheet(sho, file);
    line.cut();
    note.locator("textarea[name=text]").fill("हस्ताक्षर के साथ।");
    note.locator("[name=pin]").fill(Signers.PIN);
    note.locator("button[name=stay]").click();
    waiting(note, 1);
    line.mend();
    assertThat(note.locator("li[data-state=pin]")).containsText("पिन शेष", slowly());
    assertThat(sheets.of(file, sho.scope()).notes()).isEmpty();

    pin(note, "0000");
    assertThat(note.locator("[data-said]")).containsText("पिन");
    assertThat(sheets.of(file, sho.scope()).notes()).isEmpty();
    pin(note, Signers.PIN);
    all(note, 1);
    assertThat(sheets.of(file, sho.scope()).notes().getFirst().signature()).isPresent();
  }

  private static void pin(Page page, String pin) {
    page.locator("[data-pin] input").fill(pin);
    page.locator("[data-pin-send]").click();
  }

  private Page tab(String path) {
    Page page = machine.tab(line.address() + path);
    page.waitForLoadState();
    return page;
  }

  private Page sheet(Seat seat, PaperId file) {
    Page page = tab("/files/" + file + "?as=" + seat.mark());
    return ready(page);
  }

  /// Meanwhile the file is disposed of, on paper that went round by another way.
  private void shut(PaperId file) {
    notes.writeAndSend(hm.act(), file, NewNote.plain("बंद करना प्रस्तावित है।"), to(district.sp));
    notes.writeAndSend(
        district.sp.act(), file, NewNote.of(NoteKind.CLOSING_APPROVAL, "अनुमोदित"), to(hm));
    files.close(hm.act(), file, "निस्तारित", "c");
  }

  private static Move.Forward to(Seat seat) {
    return new Move.Forward(seat.post(), Task.ACTION, "");
  }

  record Row(
      UUID lead,
      String letter,
      String number,
      long serial,
      java.time.LocalDate received,
      int pages,
      UUID person) {}

  private List<Row> numbers() {
    return db.sql(
            """
            SELECT r.lead, p.letter_number AS letter, r.number, r.serial, p.received, p.person,
                   (SELECT coalesce(sum(a.pages), 0)::int FROM desk.attachment a WHERE a.content = r.id) AS pages
            FROM dak.receipt r JOIN dak.particulars p ON p.receipt = r.id AND p.version = r.version
            WHERE r.office = (SELECT office FROM organisation.v_post WHERE id = ?) AND r.state = 'GENERATED'
            ORDER BY r.serial
            """)
        .param(hm.post().value())
        .query(Row.class)
        .list();
  }
}
