package karyalay.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.Pdfs;
import karyalay.SignedIn;
import karyalay.Web;
import karyalay.dak.Arrivals;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.OnDesks;
import karyalay.desk.Task;
import karyalay.desk.Views;
import karyalay.files.Covers;
import karyalay.files.Files;
import karyalay.files.InFiles;
import karyalay.files.NewNote;
import karyalay.files.NoteBody;
import karyalay.files.NoteKind;
import karyalay.files.Notes;
import karyalay.shared.PaperId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A file on paper: what the reader may read of it, and no more.
@KaryalayTest
class FilePrintsTest {
  private static final String SECRET = "खेत की मेड़ का विवाद";

  @Autowired Given given;
  @Autowired Files files;
  @Autowired Notes notes;
  @Autowired OnDesks desks;
  @Autowired InFiles in;
  @Autowired Movements movements;
  @Autowired Arrivals arrivals;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired Views views;
  @Autowired JdbcClient db;

  Given.District district;
  Seat hm;
  Seat sho;

  @BeforeEach
  void a_thana() {
    district = given.district();
    var thana = district.thana("तालग्राम");
    hm = thana.hm();
    sho = thana.sho();
  }

  private byte[] pdf(Seat by, String path) {
    var answer = web.get(signedIn.as(by), path);
    assertThat(answer).hasStatusOk();
    assertThat(answer.getResponse().getContentType()).isEqualTo("application/pdf");
    return answer.getResponse().getContentAsByteArray();
  }

  private String text(Seat by, String path) {
    return Pdfs.squeezed(Pdfs.text(pdf(by, path)));
  }

  @Test
  @Holds({"OP-56", "OP-50"})
  void the_note_sheet_numbers_paragraphs_and_dealing_hands_sign_left_officers_right() {
    PaperId file = files.open(hm.act(), Covers.free("मुद्रण-1"), null);
    notes.writeAndSend(
        hm.act(),
        file,
        NewNote.plain("पहला प्रस्तर।\n\nदूसरा प्रस्तर।"),
        new Move.Forward(sho.post(), Task.APPROVAL, ""));
    notes.write(sho.act(), file, NewNote.plain("सहमत। कार्यवाही करें।"));
    byte[] pdf = pdf(sho, "/files/" + file + "/notes.pdf");
    assertThat(Pdfs.squeezed(Pdfs.text(pdf)))
        .contains("नोटशीट", "1. पहला प्रस्तर। 2. दूसरा प्रस्तर।", "3. सहमत। कार्यवाही करें।")
        .contains(
            hm.pno(), "हेड मोहर्रिर", "थानाध्यक्ष", "द्वारा मुद्रित", "सत्यापन कोड", "पृष्ठ 1 / 1");
    assertThat(Pdfs.faults(pdf)).isEmpty();
    String layout = Pdfs.poppler(pdf, "-layout");
    assertThat(column(layout, "हेड मोहर्रिर")).isLessThan(column(layout, "थानाध्यक्ष") - 20);
  }

  /// How far right a line's words begin.
  private static int column(String layout, String words) {
    return layout
        .lines()
        .filter(line -> line.contains(words) && !line.contains("मुद्रित"))
        .mapToInt(line -> line.length() - line.stripLeading().length())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void all_notes_of_a_long_sheet_print_in_their_order() {
    PaperId file = files.open(hm.act(), Covers.free("मुद्रण-2"), null);
    for (int i = 1; i <= 70; i++)
      notes.write(hm.act(), file, NewNote.plain("टिप्पणी क्रमांक " + i + "।"));
    String text = text(hm, "/files/" + file + "/notes.pdf");
    int at = 0;
    for (int i = 1; i <= 70; i++) {
      int next = text.indexOf(i + ". टिप्पणी क्रमांक " + i + "।", at);
      assertThat(next).as("note %d", i).isGreaterThan(at);
      at = next;
    }
  }

  @Test
  void a_file_prints_cover_contents_notes_and_every_page_of_its_papers() {
    PaperId file = files.open(hm.act(), Covers.free("मुद्रण-3"), null);
    PaperId letter = arrivals.electronic(hm);
    files.enclose(hm.act(), letter, file);
    files.enclose(hm.act(), desks.paper(hm), file);
    notes.write(hm.act(), file, NewNote.plain("आख्या संलग्न है।"));
    byte[] pdf = pdf(hm, "/files/" + file + "/file.pdf");
    String text = Pdfs.squeezed(Pdfs.text(pdf));
    String number = arrivals.number(letter, hm);
    assertThat(text)
        .contains("मुद्रण-3", "पत्राचार की विषय-सूची", "1. आख्या संलग्न है।")
        .contains("पत्राचार पृष्ठ 1 · 1 · " + number, "पत्राचार पृष्ठ 2 · 1 · " + number)
        .contains("इस पत्र का कोई पृष्ठ प्रणाली में नहीं है।");
    assertThat(Pdfs.faults(pdf)).isEmpty();
    assertThat(Pdfs.pictures(pdf)).as("scanned pages in it").isEqualTo(2);
  }

  @Test
  @Holds({"OP-52", "OP-86"})
  void a_file_with_a_protected_paper_prints_for_those_named_on_it_and_is_not_there_for_others() {
    PaperId file = files.open(hm.act(), Covers.free("मुद्रण-4"), null);
    var forward = new Move.Forward(sho.post(), Task.APPROVAL, "");
    files.enclose(hm.act(), desks.confidential(hm), file);
    files.enclose(hm.act(), desks.paper(hm), file);
    notes.writeAndSend(hm.act(), file, NewNote.plain("अवलोकनार्थ।"), forward);
    String path = "/files/" + file + "/file.pdf";
    for (Seat named : List.of(hm, sho))
      assertThat(text(named, path)).contains("गोपनीय").containsPattern(SECRET + ".*" + SECRET);
    for (Seat above : List.of(district.co, district.sp))
      assertThat(web.get(signedIn.as(above), path)).hasStatus(404);
    movements.bar(sho.act(), file, hm.person(), "शिकायत उन्हीं के विरुद्ध");
    assertThat(web.get(signedIn.as(hm), path)).hasStatus(404);
  }

  @Test
  void a_page_that_is_lost_is_said_so_and_the_rest_prints() {
    PaperId file = files.open(hm.act(), Covers.free("मुद्रण-8"), null);
    in.letter(hm, file, 2);
    notes.write(hm.act(), file, NewNote.plain("आख्या।"));
    assertThat(text(hm, "/files/" + file + "/file.pdf"))
        .contains("1. आख्या।", "पत्राचार पृष्ठ 2")
        .containsPattern("यह पृष्ठ मुद्रित नहीं हो सका.*यह पृष्ठ मुद्रित नहीं हो सका");
  }

  @Test
  void whoever_may_not_read_a_file_cannot_print_it() {
    PaperId file = files.open(hm.act(), Covers.free("मुद्रण-5"), null);
    Seat stranger = district.thana("ठठिया").hm();
    for (String path : List.of("/files/", "/api/v1/files/"))
      for (String what : List.of("/notes.pdf", "/file.pdf"))
        assertThat(web.get(signedIn.as(stranger), path + file + what).getResponse().getStatus())
            .isNotEqualTo(200);
    assertThat(prints(file)).isZero();
    pdf(hm, "/files/" + file + "/file.pdf");
    views.write();
    assertThat(prints(file)).isEqualTo(1);
    assertThat(
            db.sql("SELECT count(*) FROM desk.view WHERE paper = ?")
                .param(file.value())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private int prints(PaperId paper) {
    return db.sql("SELECT count(*) FROM desk.print WHERE paper = ?")
        .param(paper.value())
        .query(Integer.class)
        .single();
  }

  @Test
  @Holds("OP-104")
  void the_register_of_files_prints_every_page_of_the_list() {
    for (int i = 1; i <= 53; i++) files.open(hm.act(), Covers.free("पंजी-" + i), null);
    String text = text(hm, "/files/register.pdf?whose=MINE&state=OPEN");
    assertThat(text).contains("पत्रावली पंजिका", "क्रम संख्या पत्रावली संख्या");
    assertThat(IntStream.rangeClosed(1, 53).allMatch(i -> text.contains("पंजी-" + i))).isTrue();
  }

  @Test
  void buttons_lead_to_the_prints_in_both_languages() {
    PaperId file = files.open(hm.act(), Covers.free("मुद्रण-6"), null);
    assertThat(web.get(signedIn.as(hm), "/files/" + file))
        .bodyText()
        .contains("/files/" + file + "/notes.pdf", "/files/" + file + "/file.pdf")
        .contains("नोटशीट (PDF)", "सम्पूर्ण पत्रावली (PDF)");
    assertThat(web.get(signedIn.as(hm), "/files")).bodyText().contains("/files/register.pdf?whose");
  }

  @Test
  void lists_tables_and_marks_of_a_note_print_as_they_were_written() {
    String json =
        """
        {"type":"doc","content":[
          {"type":"paragraph","content":[{"type":"text","text":"मोटा","marks":[{"type":"strong"}]}]},
          {"type":"ordered_list","attrs":{"order":1},"content":[{"type":"list_item","content":[
            {"type":"paragraph","content":[{"type":"text","text":"पहला बिन्दु"}]}]}]},
          {"type":"table","content":[{"type":"table_row","content":[
            {"type":"table_cell","content":[{"type":"paragraph","content":[{"type":"text","text":"एक"}]}]},
            {"type":"table_cell","content":[{"type":"paragraph","content":[{"type":"text","text":"दो"}]}]}]}]}]}
        """;
    PaperId file = files.open(hm.act(), Covers.free("मुद्रण-7"), null);
    NoteBody body = NoteBody.of(json, "");
    notes.write(hm.act(), file, new NewNote(NoteKind.NOTE, body.json(), "", null, null));
    assertThat(text(hm, "/files/" + file + "/notes.pdf")).contains("1. मोटा 1. पहला बिन्दु एक दो");
  }
}
