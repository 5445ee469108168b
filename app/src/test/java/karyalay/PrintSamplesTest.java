package karyalay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karyalay.Given.Seat;
import karyalay.dak.Arrivals;
import karyalay.dak.Pavatis;
import karyalay.desk.PrintKind;
import karyalay.dispatch.Call;
import karyalay.dispatch.Calls;
import karyalay.dispatch.Conveyance;
import karyalay.dispatch.Dispatching;
import karyalay.drafts.Approvals;
import karyalay.drafts.InDrafts;
import karyalay.drafts.LetterForm;
import karyalay.drafts.LetterId;
import karyalay.files.InFiles;
import karyalay.files.NewNote;
import karyalay.files.Notes;
import karyalay.golive.GoLive;
import karyalay.organisation.Masters;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.signatures.SignatureKind;
import karyalay.signatures.Signers;
import karyalay.signatures.Unlocked;
import karyalay.signatures.Validation;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Every kind of PDF that the program makes, by its own pages, judged by programs that are not
/// ours.
@KaryalayTest
class PrintSamplesTest {
  private static final String WORDS =
      "क्षेत्र में प्रभावी गश्त सुनिश्चित कर कृत कार्यवाही से अवगत कराएँ।";
  private static final String SUBJECT = "रात्रि गश्त की समीक्षा के सम्बन्ध में";
  private static final int DPI = 40;

  @Autowired Given given;
  @Autowired InDrafts drafts;
  @Autowired InFiles files;
  @Autowired Approvals approvals;
  @Autowired Arrivals arrivals;
  @Autowired Pavatis pavatis;
  @Autowired Notes notes;
  @Autowired Dispatching dispatching;
  @Autowired Calls calls;
  @Autowired Masters masters;
  @Autowired Signers signers;
  @Autowired Validation validation;
  @Autowired GoLive goLive;
  @Autowired SignedIn signedIn;
  @Autowired Web web;
  @Autowired OfficeTime time;

  Given.District district;
  Given.Thana thana;
  Seat sp;

  @BeforeEach
  void a_district_whose_head_has_a_key() {
    district = given.district();
    thana = district.thana("थाना नमूना");
    // The head of the district: an order or a circular is not for a thana to sign (OP-70).
    sp = district.sp;
    signers.registered(sp);
  }

  private byte[] pdf(String path) {
    var answer = web.get(signedIn.as(sp), path);
    assertThat(answer).as(path).hasStatusOk();
    assertThat(answer.getResponse().getContentType()).as(path).isEqualTo("application/pdf");
    return answer.getResponse().getContentAsByteArray();
  }

  /// What no print of ours may lack: the archive's rules, a title, its language, words that come
  /// out whole, and nothing cut off by the edge of a page.
  private static String sound(String name, byte[] pdf, String... words) throws IOException {
    assertThat(Pdfs.archiveFaults(pdf)).as(name).isEmpty();
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentInformation().getTitle()).as(name).isNotBlank();
      assertThat(document.getDocumentCatalog().getLanguage()).as(name).startsWith("hi");
    }
    String text = Pdfs.squeezed(Pdfs.text(pdf));
    assertThat(text).as(name).contains(words);
    assertThat(Pdfs.squeezed(Pdfs.poppler(pdf)).replace(" ", ""))
        .as(name + " by poppler")
        .contains(Arrays.stream(words).map(word -> word.replace(" ", "")).toList());
    drawnInside(name, pdf);
    return text;
  }

  /// As poppler draws its first page: something is on it, and nothing within a quarter of an inch
  /// of its edges.
  private static void drawnInside(String name, byte[] pdf) {
    var picture = Pdfs.picture(pdf, 1, DPI);
    int dark = 0;
    int margin = DPI / 4;
    for (int y = 0; y < picture.getHeight(); y++)
      for (int x = 0; x < picture.getWidth(); x++) {
        if ((picture.getRGB(x, y) & 0xff) > 160) continue;
        dark++;
        boolean edge =
            x < margin
                || y < margin
                || x >= picture.getWidth() - margin
                || y >= picture.getHeight() - margin;
        assertThat(edge).as("%s: ink at %d, %d", name, x, y).isFalse();
      }
    assertThat(dark).as(name).isGreaterThan(100);
  }

  @Test
  @Holds({"OP-80", "OP-71", "OP-72"})
  void every_form_of_letter_is_signed_in_its_shape_and_proves_its_signature() throws IOException {
    Map<LetterForm, LetterId> letters = new EnumMap<>(LetterForm.class);
    PaperId file = files.open(sp);
    for (LetterForm form : LetterForm.values())
      if (form != LetterForm.GOVERNMENT_ORDER) letters.put(form, approved(file, form));
    assertThat(letters.keySet().stream().map(LetterForm::code))
        .as("a form of the master without a sample")
        .containsAll(written());
    byte[] draft = pdf("/letters/" + letters.get(LetterForm.LETTER) + "/letter.pdf");
    assertThat(sound("draft", draft, WORDS, SUBJECT, "प्रारूप")).doesNotContain("ई-अनुमोदन");
    assertThat(validation.check(draft).signatures()).isEmpty();

    drafts.sign(sp, letters.values().toArray(LetterId[]::new));

    for (var one : letters.entrySet()) {
      byte[] pdf = pdf("/letters/" + one.getValue() + "/letter.pdf");
      String name = one.getKey().name();
      var issue = java.util.Objects.requireNonNull(drafts.read(sp, one.getValue()).issue());
      String text =
          sound(name, pdf, WORDS, SUBJECT, issue.number(), issue.code(), "कार्यालयी ई-अनुमोदन");
      assertThat(text).as(name).contains("पुलिस अधीक्षक").doesNotContain("प्रारूप");
      String address = "https://office.example/verify/" + issue.code();
      assertThat(text).as(name).contains(address);
      if (one.getKey() == LetterForm.LETTER) assertThat(square(pdf)).isEqualTo(address);
      proves(name, pdf);
    }
  }

  /// What a telephone reads off the foot of the first page, as it is printed.
  private static String square(byte[] pdf) {
    var foot = Pdfs.picture(pdf, 1, 300).getSubimage(200, 3508 - 290, 700, 270);
    int[] dots = foot.getRGB(0, 0, 700, 270, null, 0, 700);
    var source = new com.google.zxing.RGBLuminanceSource(700, 270, dots);
    var bitmap =
        new com.google.zxing.BinaryBitmap(new com.google.zxing.common.HybridBinarizer(source));
    try {
      return new com.google.zxing.qrcode.QRCodeReader().decode(bitmap).getText();
    } catch (com.google.zxing.ReaderException e) {
      throw new AssertionError("no square that can be read", e);
    }
  }

  private LetterId approved(PaperId file, LetterForm form) {
    LetterId letter = drafts.written(sp, file, thana.ssi().post());
    drafts.save(
        sp,
        letter,
        it ->
            it.form(form)
                .subject(SUBJECT)
                .reference("पत्रांक 12/2026")
                .text(WORDS)
                .copy(thana.hm().post(), "सूचनार्थ"));
    approvals.submit(sp.act(), letter, null);
    approvals.approve(sp.act(), letter);
    return letter;
  }

  /// Codes of the master in which an office writes.
  private List<String> written() {
    var codes = new TreeSet<String>();
    for (var line : masters.of("FORM", district.id))
      if (!line.flag("received_only") && !line.code().equals("other")) codes.add(line.code());
    assertThat(codes).hasSizeGreaterThan(15);
    return List.copyOf(codes);
  }

  /// DSS holds it valid, for this officer; with one byte changed it does not.
  private void proves(String name, byte[] pdf) {
    var verdict = validation.check(pdf);
    assertThat(verdict.valid()).as(name).isTrue();
    assertThat(verdict.signatures())
        .as(name)
        .singleElement()
        .satisfies(one -> {
          assertThat(one.kind()).isEqualTo(SignatureKind.OFFICE_APPROVAL);
          assertThat(one.post()).contains("पुलिस अधीक्षक");
          assertThat(java.util.Objects.requireNonNull(one.ours()).nameHi())
              .isEqualTo(signers.caller(sp).nameHi());
        });
    byte[] changed = pdf.clone();
    changed[pdf.length / 3] ^= 1;
    assertThat(genuine(changed)).as(name + " with a byte changed").isFalse();
  }

  /// What a changed byte made unreadable is not genuine either.
  private boolean genuine(byte[] pdf) {
    try {
      return validation.check(pdf).valid();
    } catch (Refused unreadable) {
      return false;
    }
  }

  @Test
  @Holds({"OP-50", "OP-104"})
  void every_kind_of_print_is_made_and_says_what_it_is() throws IOException {
    PaperId file = files.open(sp);
    try (Unlocked key = signers.unlocked(sp)) {
      notes.write(sp.act(), file, NewNote.plain("यथाप्रस्तावित स्वीकृत।"), key);
    }
    PaperId receipt = arrivals.electronic(sp);
    pavatis.give(sp.act(), receipt);
    LetterId letter = approved(file, LetterForm.CIRCULAR);
    drafts.sign(sp, letter);
    dispatching.send(sp.act(), letter, List.of(1), new Conveyance.OwnOffice());
    LocalDate target = time.today().plusDays(5);
    UUID call = calls.open(sp.act(), letter, Call.Kind.CIRCULAR, target);

    var made = new ArrayList<PrintKind>();
    for (PrintKind kind : PrintKind.values()) {
      String number = java.util.Objects.requireNonNull(drafts.read(sp, letter).issue()).number();
      // No kind is left out: one that is new does not compile here.
      String text =
          switch (kind) {
            case NOTE_SHEET ->
                sound(
                    kind.name(),
                    pdf("/files/" + file + "/notes.pdf"),
                    "यथाप्रस्तावित स्वीकृत।",
                    "हस्ताक्षर मान्य · कार्यालयी ई-अनुमोदन");
            case FILE ->
                sound(
                    kind.name(),
                    pdf("/files/" + file + "/file.pdf"),
                    "यथाप्रस्तावित स्वीकृत।",
                    "हस्ताक्षर मान्य · कार्यालयी ई-अनुमोदन");
            case FILE_REGISTER -> sound(kind.name(), pdf("/files/register.pdf"), "पत्रावली पंजिका");
            case TRAIL -> sound(kind.name(), pdf("/papers/" + file + "/trail.pdf"), "संचलन पंजिका");
            case COVER ->
                sound(kind.name(), pdf("/receipts/" + receipt + "/cover.pdf"), "आवरण पत्र");
            case ACKNOWLEDGEMENT ->
                sound(kind.name(), pdf("/receipts/" + receipt + "/acknowledgement.pdf"), "पावती");
            case BUNDLE -> sound(kind.name(), pdf("/registers/bundle.pdf"), "दिन का बस्ता");
            case INWARD_REGISTER -> sound(kind.name(), pdf("/registers/inward.pdf"), "आवक पंजिका");
            case OUTWARD_REGISTER ->
                sound(
                    kind.name(),
                    pdf("/dispatch/register.pdf"),
                    "जावक पंजिका",
                    "वरिष्ठ उप निरीक्षक",
                    SUBJECT.substring(0, 8));
            case COMPLIANCE_GRID ->
                sound(
                    kind.name(),
                    pdf("/dispatch/calls/" + call + "/grid.pdf"),
                    "अनुपालन विवरण",
                    number,
                    SUBJECT);
            case OPENING_CERTIFICATE -> {
              goLive.certify(sp.act(), signers.caller(sp), thana.id());
              yield sound(
                  kind.name(),
                  pdf("/go-live/" + thana.id() + "/certificate.pdf"),
                  "प्रारम्भिक शेष प्रमाण पत्र",
                  "क्षेत्राधिकारी");
            }
          };
      assertThat(text)
          .as(kind.name())
          .contains(signers.caller(sp).nameHi(), "सत्यापन कोड", "पृष्ठ 1 /");
      made.add(kind);
    }
    assertThat(made).containsExactly(PrintKind.values());
    assertThat(web.get(signedIn.as(sp), "/dispatch/register"))
        .bodyText()
        .contains("/dispatch/register.pdf?office=");
  }

  /// A मूल is judged where it is printed: {@code OriginalPagesTest}.
  @Test
  @Holds("OP-50")
  void every_template_s_sample_and_every_slip_of_a_roll_are_sound() throws IOException {
    String list =
        new String(
            web.get(signedIn.as(sp), "/templates").getResponse().getContentAsByteArray(),
            java.nio.charset.StandardCharsets.UTF_8);
    var templates = new TreeSet<String>();
    Matcher link = Pattern.compile("href=\"/templates/([a-z0-9-]+)[?\"]").matcher(list);
    while (link.find()) if (!link.group(1).equals("new")) templates.add(link.group(1));
    assertThat(templates).hasSizeGreaterThan(40);
    for (String template : templates) {
      byte[] sample = pdf("/templates/" + template + "/sample.pdf");
      assertThat(Pdfs.archiveFaults(sample)).as(template).isEmpty();
    }

    PaperId receipt = arrivals.electronic(sp);
    pavatis.give(sp.act(), receipt);
    for (String paper : List.of("A4", "A5", "ROLL_80", "ROLL_58")) {
      byte[] slip = pdf("/receipts/" + receipt + "/acknowledgement.pdf?slip=" + paper);
      assertThat(Pdfs.archiveFaults(slip)).as(paper).isEmpty();
      assertThat(Pdfs.text(slip)).as(paper).contains("पावती");
    }
  }
}
