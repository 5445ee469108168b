package karyalay.golive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import karyalay.Given;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.dak.NumberFinder;
import karyalay.dak.ReceiptReading;
import karyalay.desk.Reading;
import karyalay.documents.DocumentsRefusal;
import karyalay.documents.SampleSheets;
import karyalay.documents.Workbooks;
import karyalay.organisation.Charges;
import karyalay.organisation.Person;
import karyalay.organisation.Persons;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Workbooks of people and of what is pending, from a district that has neither.
@KaryalayTest
class LoadsTest {
  private static final AtomicInteger PNO = new AtomicInteger(640_000_000);

  @Autowired Given given;
  @Autowired Callers callers;
  @Autowired Loads loads;
  @Autowired LoadWorker worker;
  @Autowired Workbooks workbooks;
  @Autowired LoadSheets sheets;
  @Autowired Persons persons;
  @Autowired Charges charges;
  @Autowired NumberFinder numbers;
  @Autowired ReceiptReading reading;
  @Autowired Reading papers;
  @Autowired OfficeTime time;
  @Autowired JdbcClient db;

  Given.District district;
  Given.Thana thana;
  Caller admin;

  @BeforeEach
  void a_district_on_paper() {
    district = given.district();
    thana = district.thana("सौरिख");
    admin = callers.admin(district.reader);
  }

  static String pno() {
    return Integer.toString(PNO.incrementAndGet());
  }

  private Load tried(Load.Kind kind, byte[] file) {
    return until(send(kind, file), Load.State.TRIED);
  }

  private UUID send(Load.Kind kind, byte[] file) {
    var read = workbooks.read(new ByteArrayInputStream(file), Loads.MOST_BYTES);
    return loads.send(Act.of(admin.actor()), admin, kind, thana.id(), read, "सूची.xlsx");
  }

  private Load until(UUID id, Load.State state) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> {
          worker.round();
          return loads.find(id, admin).state() == state;
        });
    return loads.find(id, admin);
  }

  private Load applied(Load load) {
    loads.apply(Act.of(admin.actor()), admin, load.id());
    return until(load.id(), Load.State.DONE);
  }

  private List<Load.Row> rows(Load load) {
    return loads.rows(load, false, 0, 100);
  }

  private byte[] people(String[]... rows) {
    String[][] all = new String[rows.length + 1][];
    all[0] = new String[] {"पीएनओ", "नाम", "मोबाइल", "रैंक", "पद", "लिंग", "आमद दिनांक"};
    System.arraycopy(rows, 0, all, 1, rows.length);
    return new SampleSheets().rows("सूची", all).bytes();
  }

  @Test
  @Holds({"OP-137", "OP-6"})
  void a_trial_says_row_by_row_what_would_be_and_enters_nothing() {
    String first = pno();
    String second = pno();
    Load load =
        tried(
            Load.Kind.PEOPLE,
            people(
                new String[] {
                  first, "रमेश कुमार", "9876543210", "आरक्षी", "CC", "पुरुष", "13.10.20"
                },
                new String[] {second, "", "9876543211", "आरक्षी", "CC", "", ""},
                new String[] {pno(), "सीता", "12345", "आरक्षी", "CC", "महिला", ""},
                new String[] {pno(), "गीता", "9876543212", "महाराजा", "CC", "म0", ""},
                new String[] {first, "फिर वही", "9876543213", "आरक्षी", "CC", "", ""},
                new String[] {pno(), "हेड बनेंगे", "9876543214", "निरीक्षक", "SHO", "", ""}));
    var rows = rows(load);
    assertThat(rows.get(0).outcome())
        .as("%s", rows.get(0))
        .containsExactly("PERSON_MADE", "POST_MADE", "CHARGE_GIVEN");
    assertThat(rows.subList(1, 6))
        .extracting(Load.Row::refusal)
        .containsExactly(
            "refusal.golive.CELL_NEEDED",
            "refusal.organisation.MOBILE_MALFORMED",
            "refusal.golive.RANK_UNKNOWN",
            "refusal.golive.TWICE",
            "refusal.organisation.POST_HELD");
    assertThat(rows.get(1).field()).isEqualTo(Column.NAME_HI);
    assertThat(rows.get(3).field()).isEqualTo(Column.RANK);
    assertThat(persons.byPno(first)).as("nothing is entered").isEmpty();
    assertThat(entries(thana)).isZero();
    Load done = applied(load);
    assertThat(loads.sum(done)).isEqualTo(new Load.Sum(1, 0, 5, 1));
    Person made = persons.byPno(first).orElseThrow();
    assertThat(made.facts().joinedOn()).isEqualTo(LocalDate.of(2020, 10, 13));
    assertThat(made.facts().nameEn()).isEqualTo("Ramesh Kumar");
    assertThat(charges.of(made.id()).getFirst().mark()).isEqualTo("CC-" + thana.office().code());
  }

  private int entries(Given.Thana of) {
    return db.sql("SELECT count(*) FROM organisation.post WHERE office = ? AND abbreviation = 'CC'")
        .param(of.id().value())
        .query(Integer.class)
        .single();
  }

  @Test
  @Holds("OP-137")
  void the_same_file_sent_again_and_a_second_press_double_nothing() {
    byte[] file =
        people(
            new String[] {pno(), "अमित", "9876543210", "आरक्षी", "CC", "", ""},
            new String[] {pno(), "सुमित", "9876543211", "आरक्षी", "CC", "", ""});
    Load load = tried(Load.Kind.PEOPLE, file);
    assertThat(send(Load.Kind.PEOPLE, file))
        .as("the same load while it waits")
        .isEqualTo(load.id());
    until(load.id(), Load.State.TRIED);
    Act press = Act.of(admin.actor());
    loads.apply(press, admin, load.id());
    assertThat(loads.apply(press, admin, load.id())).isEqualTo(load.id());
    until(load.id(), Load.State.DONE);
    assertThat(entries(thana)).isEqualTo(2);
    Load again = tried(Load.Kind.PEOPLE, file);
    assertThat(again.id()).isNotEqualTo(load.id());
    assertThat(rows(again)).allMatch(row -> row.outcome().equals(List.of("SAME")));
    applied(again);
    assertThat(entries(thana)).isEqualTo(2);
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> loads.apply(Act.of(admin.actor()), admin, load.id()))
        .extracting(Refused::reason)
        .isEqualTo(GoLiveRefusal.NOT_TRIED);
  }

  @Test
  @Holds("OP-137")
  void thirty_columns_merged_cells_hindi_digits_and_old_fonts_are_read() {
    String pno = pno();
    String hindi = hindi(pno);
    var sheet = new SampleSheets();
    String[] heads = new String[30];
    for (int i = 0; i < 30; i++) heads[i] = "अतिरिक्त " + i;
    heads[3] = "Rank";
    heads[7] = " PNO ";
    heads[9] = "मोबाइल\u00a0नंबर";
    heads[11] = "नाम";
    heads[20] = "आमद";
    heads[25] = "Post";
    var xml =
        new StringBuilder(
            "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>थाना सौरिख: कर्मचारी</v></c></row><row r=\"3\">");
    for (int i = 0; i < 30; i++)
      xml.append("<c r=\"")
          .append(SampleSheets.column(i))
          .append("3\" t=\"s\"><v>")
          .append(sheet.shared(heads[i]))
          .append("</v></c>");
    xml.append("</row><row r=\"4\"/>");
    row(xml, sheet, 5, "आरक्षी", hindi, "९८७६५ ४३२१०", "jke dqekj ;kno", "46308", "CC");
    row(xml, sheet, 6, "", hindi(pno()), "+91 98765-43211", "सीमा\u00a0", "13.10.26", "");
    xml.append(
        "</sheetData><mergeCells><mergeCell ref=\"A1:AD1\"/><mergeCell ref=\"D5:D6\"/><mergeCell ref=\"Z5:Z6\"/></mergeCells>");
    byte[] file =
        sheet.sheet("थाना", xml.toString(), false).sheet("छिपी", "<sheetData/>", true).bytes();
    Load load = tried(Load.Kind.PEOPLE, file);
    assertThat(load.notes()).filteredOn(note -> note.startsWith("OTHER_COLUMN ")).hasSize(24);
    assertThat(load.notes()).contains("HIDDEN_SHEET छिपी");
    assertThat(rows(load)).extracting(Load.Row::line).containsExactly(5, 6);
    assertThat(rows(load)).allMatch(row -> row.outcome().contains("CHARGE_GIVEN"));
    applied(load);
    Person made = persons.byPno(pno).orElseThrow();
    assertThat(made.facts().nameHi()).isEqualTo("राम कुमार यादव");
    assertThat(made.facts().mobile()).isEqualTo("9876543210");
    assertThat(made.facts().joinedOn()).isEqualTo(LocalDate.of(2026, 10, 13));
    assertThat(rows(load).getFirst().notes()).containsExactly("KRUTIDEV राम कुमार यादव");
  }

  @Test
  @Holds("OP-122")
  void one_name_that_an_old_font_gives_away_speaks_for_its_column() {
    var names = java.util.Map.of(0, Column.NAME_HI);
    assertThat(names(names, "jke dqekj ;kno", "jes'k dqekj", "Ramesh Kumar", "S. K. Singh", "सीमा"))
        .containsExactly("राम कुमार यादव", "रमेश कुमार", "Ramesh Kumar", "S. K. Singh", "सीमा");
    assertThat(names(names, "ramesh kumar", "Anne-Marie D'Souza", "r.yadav@example.in"))
        .as("nothing says so")
        .containsExactly("ramesh kumar", "Anne-Marie D'Souza", "r.yadav@example.in");
  }

  private static List<String> names(java.util.Map<Integer, Column> columns, String... cells) {
    var lines = Arrays.stream(cells).map(cell -> new Workbooks.Line(1, List.of(cell))).toList();
    var font = OldFont.among(lines, columns);
    return Arrays.stream(cells).map(cell -> font.legible(Column.NAME_HI, cell)).toList();
  }

  private static String hindi(String digits) {
    return digits
        .chars()
        .mapToObj(c -> Character.toString('०' + (c - '0')))
        .reduce("", String::concat);
  }

  private static void row(
      StringBuilder xml,
      SampleSheets sheet,
      int at,
      String rank,
      String pno,
      String mobile,
      String name,
      String joined,
      String post) {
    xml.append("<row r=\"").append(at).append("\">");
    String[] columns = {"D", "H", "J", "L", "U", "Z"};
    String[] cells = {rank, pno, mobile, name, joined, post};
    for (int i = 0; i < columns.length; i++)
      if (columns[i].equals("U") && cells[i].matches("[0-9]+"))
        xml.append("<c r=\"U")
            .append(at)
            .append("\" s=\"1\"><v>")
            .append(cells[i])
            .append("</v></c>");
      else if (!cells[i].isEmpty())
        xml.append("<c r=\"")
            .append(columns[i])
            .append(at)
            .append("\" t=\"s\"><v>")
            .append(sheet.shared(cells[i]))
            .append("</v></c>");
    xml.append("</row>");
  }

  @Test
  void what_is_no_workbook_or_has_none_of_our_headings_is_refused_with_a_sentence() {
    refused(
        DocumentsRefusal.NO_WORKBOOK,
        "पीएनओ,नाम\n1,2".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    refused(
        DocumentsRefusal.NO_WORKBOOK, java.util.HexFormat.of().parseHex("d0cf11e0a1b11ae10000"));
    refused(
        GoLiveRefusal.NO_HEADINGS,
        new SampleSheets().rows("a", new String[] {"कुछ", "और"}).bytes());
    refused(GoLiveRefusal.NO_ROWS, people());
    String[][] many = new String[5_002][];
    Arrays.fill(many, new String[] {"1", "2", "3", "4", "5"});
    refused(GoLiveRefusal.TOO_MANY_ROWS, people(many));
  }

  private void refused(Refused.Reason reason, byte[] file) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> send(Load.Kind.PEOPLE, file))
        .extracting(Refused::reason)
        .isEqualTo(reason);
  }

  @Test
  void the_empty_workbook_is_read_by_the_reader_it_is_made_for() throws IOException {
    var out = new ByteArrayOutputStream();
    sheets.template(Load.Kind.BALANCE, admin, thana.id(), out);
    var read = workbooks.read(new ByteArrayInputStream(out.toByteArray()), Loads.MOST_BYTES);
    assertThat(read.sheets().getFirst().lines().getFirst().cells())
        .containsExactly("पुरानी सं0", "दिनांक", "प्रेषक", "विषय", "किसके पास", "नियत");
    assertThat(read.sheets().get(1).lines().stream().map(line -> line.cells().getFirst()))
        .contains(thana.sho().mark(), thana.hm().mark());
  }

  @Test
  @Holds({"OP-137", "OP-1", "OP-15"})
  void what_was_pending_comes_onto_the_desks_with_its_true_dates_and_is_marked() {
    LocalDate today = time.today();
    LocalDate came = today.minusDays(40);
    String day = came.getDayOfMonth() + "." + came.getMonthValue() + "." + came.getYear();
    byte[] file =
        balance(
            new String[] {
              "४५/2026",
              day,
              "रामऔतार, खड़नी",
              "भूमि विवाद की जाँच",
              thana.si().mark(),
              today.plusDays(3).toString()
            },
            new String[] {"46/2026", day, "डी0एम0 कार्यालय", "आख्या", "हेड मोहर्रिर", ""},
            new String[] {"47/2026", day, "x", "y", "कोई नहीं", ""},
            new String[] {"48/2026", "31.02.2026", "x", "y", thana.si().mark(), ""},
            new String[] {"49/2026", today.plusDays(2).toString(), "x", "y", thana.si().mark(), ""},
            new String[] {"45/2026", day, "फिर", "वही संख्या", thana.si().mark(), ""});
    int mails = mails();
    Load load = tried(Load.Kind.BALANCE, file);
    assertThat(rows(load))
        .extracting(Load.Row::refusal)
        .containsExactly(
            "",
            "",
            "refusal.golive.HOLDER_UNKNOWN",
            "refusal.golive.DATE_UNCLEAR",
            "refusal.dak.FUTURE_DATE",
            "refusal.dak.OPENING_KNOWN");
    Load done = applied(load);
    assertThat(loads.sum(done).applied()).isEqualTo(2);
    PaperId paper = numbers.find("45/2026", thana.si().scope());
    assertThat(numbers.find("४५ / 2026", thana.si().scope())).isEqualTo(paper);
    var receipt = reading.open(paper, thana.si().scope());
    assertThat(receipt.receipt().origin().opening()).isTrue();
    assertThat(receipt.receipt().particulars().arrival().received()).isEqualTo(came);
    assertThat(receipt.receipt().number().day()).isEqualTo(came);
    assertThat(receipt.card().paper().subtitle()).startsWith("प्रारम्भिक शेष");
    assertThat(receipt.card().paper().heldBy(thana.si().post())).isTrue();
    assertThat(
            OfficeTime.day(
                java.util.Objects.requireNonNull(receipt.card().paper().dueAt()).minusNanos(1)))
        .isBefore(today);
    assertThatExceptionOfType(Refused.class)
        .as("whoever brings it over gets no reach")
        .isThrownBy(() -> reading.open(paper, district.reader.scope()))
        .extracting(Refused::reason)
        .isEqualTo(SharedRefusal.NOT_FOUND);
    assertThat(mails()).as("nobody is mailed").isEqualTo(mails);
    Load again = tried(Load.Kind.BALANCE, file);
    assertThat(rows(again).subList(0, 2))
        .extracting(Load.Row::refusal)
        .containsOnly("refusal.dak.OPENING_KNOWN");
  }

  private byte[] balance(String[]... rows) {
    String[][] all = new String[rows.length + 1][];
    all[0] = new String[] {"पुरानी सं0", "दिनांक", "प्रेषक", "विषय", "किसके पास", "नियत"};
    System.arraycopy(rows, 0, all, 1, rows.length);
    return new SampleSheets().rows("लंबित", all).bytes();
  }

  private int mails() {
    return db.sql("SELECT count(*) FROM notices.mail WHERE office = ?")
        .param(thana.id().value())
        .query(Integer.class)
        .single();
  }

  @Test
  void a_stop_in_between_goes_on_where_it_was() {
    String[][] all = new String[120][];
    for (int i = 0; i < all.length; i++)
      all[i] =
          new String[] {
            (i + 1) + "/2025", "1.10.2025", "प्रेषक " + i, "विषय " + i, thana.si().mark(), ""
          };
    Load load = tried(Load.Kind.BALANCE, balance(all));
    loads.apply(Act.of(admin.actor()), admin, load.id());
    until(load.id(), Load.State.DONE);
    db.sql("UPDATE golive.load SET state = 'APPLYING', cursor = 40 WHERE id = ?")
        .param(load.id())
        .update();
    until(load.id(), Load.State.DONE);
    assertThat(
            db.sql("SELECT count(*) FROM dak.v_receipt WHERE office = ? AND origin = 'OPENING'")
                .param(thana.id().value())
                .query(Integer.class)
                .single())
        .isEqualTo(120);
  }

  @Test
  void another_district_s_loads_and_offices_are_not_there() {
    Load load =
        tried(
            Load.Kind.PEOPLE,
            people(new String[] {pno(), "अ", "9876543210", "आरक्षी", "CC", "", ""}));
    Caller stranger = callers.admin(given.district().reader);
    for (org.assertj.core.api.ThrowableAssert.ThrowingCallable work :
        List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
            () -> loads.find(load.id(), stranger),
            () -> loads.apply(Act.of(stranger.actor()), stranger, load.id())))
      assertThatExceptionOfType(Refused.class)
          .isThrownBy(work)
          .extracting(Refused::reason)
          .isEqualTo(SharedRefusal.NOT_FOUND);
  }
}
