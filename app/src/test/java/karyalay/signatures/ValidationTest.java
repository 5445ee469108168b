package karyalay.signatures;

import static karyalay.signatures.RefusedWith.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.documents.DocumentsRefusal;
import karyalay.documents.SampleFiles;
import karyalay.shared.OfficeTime;
import karyalay.signatures.Verdict.State;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the checking page says of PDFs that were left alone, changed, stripped, added to, or signed
/// by somebody else.
@KaryalayTest
class ValidationTest {
  @Autowired Given given;
  @Autowired Signers signers;
  @Autowired Validation validation;
  @Autowired KeyBook book;
  @Autowired PdfSigner signer;
  @Autowired OfficeAuthority authority;
  @Autowired OfficeTime time;
  @Autowired JdbcClient db;

  Seat sp;

  @BeforeEach
  void an_officer_with_a_key() {
    sp = given.district().sp;
    signers.registered(sp);
  }

  private Verdict check(byte[] pdf) {
    return validation.check(new ByteArrayInputStream(pdf));
  }

  private State state(byte[] pdf) {
    Verdict verdict = check(pdf);
    assertThat(verdict.signatures()).hasSize(1);
    return verdict.signatures().getFirst().state();
  }

  @Test
  @Holds({"OP-75", "OP-72"})
  void a_letter_as_it_was_signed_is_valid_and_found_in_our_books() {
    Verdict verdict = check(signers.letter(sp, "Order"));
    assertThat(verdict.valid()).isTrue();
    Verdict.Judged one = verdict.signatures().getFirst();
    assertThat(one.kind()).isEqualTo(SignatureKind.OFFICE_APPROVAL);
    assertThat(one.signer()).isEqualTo("परीक्षण नमूना " + sp.pno());
    assertThat(one.post()).startsWith("पुलिस अधीक्षक, ");
    assertThat(one.proved()).isTrue();
    assertThat(one.ours()).isNotNull();
  }

  @Test
  @Holds("OP-75")
  void one_changed_byte_anywhere_in_what_was_signed_fails() {
    byte[] pdf = signers.letter(sp, "Pay 1000 rupees");
    var random = new SplittableRandom(20261125);
    int before = new String(pdf, StandardCharsets.ISO_8859_1).lastIndexOf("/Contents <");
    int lastEof = new String(pdf, StandardCharsets.ISO_8859_1).lastIndexOf("%%EOF");
    for (int turn = 0; turn < 30; turn++) {
      byte[] changed = pdf.clone();
      int at = turn < 25 ? random.nextInt(20, before) : random.nextInt(lastEof - 60, lastEof - 8);
      changed[at] ^= 1;
      assertThat(validOrRefused(changed)).as("byte %d of %d", at, pdf.length).isFalse();
    }
  }

  /// A file that cannot be opened any more is not valid either.
  private boolean validOrRefused(byte[] pdf) {
    try {
      return check(pdf).valid();
    } catch (karyalay.shared.Refused refused) {
      return false;
    }
  }

  @Test
  @Holds("OP-75")
  void a_changed_word_is_told_as_a_change_and_not_as_a_broken_file() {
    String text = new String(signers.letter(sp, "Order"), StandardCharsets.ISO_8859_1);
    byte[] changed = text.replace("/Helvetica", "/Helvetjca").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(state(changed)).isEqualTo(State.CHANGED);
  }

  @Test
  @Holds("OP-75")
  void a_changed_signature_value_fails() {
    byte[] pdf = signers.letter(sp, "Order");
    int hex = new String(pdf, StandardCharsets.ISO_8859_1).lastIndexOf("/Contents <") + 1400;
    pdf[hex] = (byte) (pdf[hex] == '0' ? '1' : '0');
    assertThat(validOrRefused(pdf)).isFalse();
  }

  @Test
  @Holds("OP-75")
  void a_note_added_after_signing_is_told() throws IOException {
    byte[] pdf = signers.letter(sp, "Order");
    try (var document = Loader.loadPDF(pdf)) {
      var page = document.getPage(0);
      var comment = new PDAnnotationText();
      comment.setContents("Changed");
      comment.setRectangle(new org.apache.pdfbox.pdmodel.common.PDRectangle(100, 100, 20, 20));
      var all = page.getAnnotations();
      all.add(comment);
      page.setAnnotations(all);
      page.getCOSObject().setNeedToBeUpdated(true);
      var out = new ByteArrayOutputStream();
      document.saveIncremental(out);
      assertThat(state(out.toByteArray())).isEqualTo(State.ADDED_TO);
    }
  }

  @Test
  @Holds("OP-75")
  void a_page_put_behind_the_signed_ones_is_told() throws IOException {
    byte[] pdf = signers.letter(sp, "Order");
    try (var document = Loader.loadPDF(pdf)) {
      document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
      document.getPages().getCOSObject().setNeedToBeUpdated(true);
      document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
      var out = new ByteArrayOutputStream();
      document.saveIncremental(out);
      assertThat(check(out.toByteArray()).valid()).isFalse();
    }
  }

  @Test
  @Holds("OP-75")
  void bytes_hung_on_behind_the_end_are_told() {
    byte[] pdf = signers.letter(sp, "Order");
    var out = new ByteArrayOutputStream();
    out.writeBytes(pdf);
    out.writeBytes("\n% more\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(check(out.toByteArray()).valid()).isFalse();
  }

  @Test
  @Holds("OP-72")
  void a_letter_from_which_the_signature_was_taken_shows_as_unsigned() throws IOException {
    try (var document = Loader.loadPDF(signers.letter(sp, "Order"))) {
      document.getDocumentCatalog().setAcroForm(null);
      document.getPage(0).setAnnotations(List.of());
      var out = new ByteArrayOutputStream();
      document.save(out);
      Verdict verdict = check(out.toByteArray());
      assertThat(verdict.signatures()).isEmpty();
      assertThat(verdict.valid()).isFalse();
    }
  }

  @Test
  void a_pdf_without_any_signature_is_valid_for_nothing() {
    assertThat(check(Signers.pdf("Order"))).isEqualTo(new Verdict(List.of()));
  }

  @Test
  @Holds({"OP-72", "OP-75"})
  void another_authority_with_the_very_same_names_is_told_as_someone_else() throws Exception {
    byte[] forged = forged();
    Verdict verdict = check(forged);
    assertThat(verdict.valid()).isFalse();
    Verdict.Judged one = verdict.signatures().getFirst();
    assertThat(one.kind()).isEqualTo(SignatureKind.FOREIGN);
    assertThat(one.state()).isEqualTo(State.UNTRUSTED);
    assertThat(one.ours()).isNull();
    assertThat(one.signer()).isEqualTo("परीक्षण नमूना " + sp.pno());
  }

  /// Signed with a key that calls itself the SP, certified by one that calls itself our authority.
  private byte[] forged() throws Exception {
    KeyPair falseAuthority = OfficeAuthority.pair("secp384r1");
    KeyPair pair = OfficeAuthority.pair("secp256r1");
    var real = java.util.Objects.requireNonNull(authority.certificate());
    try (Unlocked own = signers.unlocked(sp)) {
      var builder =
          new JcaX509v3CertificateBuilder(
              X500Name.getInstance(real.getSubjectX500Principal().getEncoded()),
              own.certificate().getSerialNumber(),
              Date.from(Instant.now().minus(1, ChronoUnit.DAYS)),
              Date.from(Instant.now().plus(100, ChronoUnit.DAYS)),
              X500Name.getInstance(own.certificate().getSubjectX500Principal().getEncoded()),
              pair.getPublic());
      var certificate =
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder.build(
                      new JcaContentSignerBuilder("SHA384withECDSA")
                          .build(falseAuthority.getPrivate())));
      var key =
          new Unlocked(
              UUID.randomUUID(),
              sp.person(),
              SignatureKind.OFFICE_APPROVAL,
              List.of(certificate),
              new OwnHand("EC", pair.getPrivate().getEncoded()));
      return signer.sign(signers.item("Order"), key);
    }
  }

  @Test
  @Holds("OP-72")
  void a_licensed_signature_and_an_office_approval_are_told_apart() {
    var person = TestAuthority.LICENSED.person("CN=Licensed Officer,O=Test");
    var key =
        new Unlocked(
            UUID.randomUUID(),
            sp.person(),
            SignatureKind.DIGITAL,
            List.of(person.certificate()),
            new OwnHand("RSA", person.pair().getPrivate().getEncoded()));
    Verdict.Judged one = check(signer.sign(signers.item("Order"), key)).signatures().getFirst();
    assertThat(one.kind()).isEqualTo(SignatureKind.DIGITAL);
    assertThat(one.state()).isEqualTo(State.VALID);
    assertThat(one.proved()).as("nobody but the signer vouches for the time").isFalse();
  }

  @Test
  @Holds("OP-74")
  void what_was_signed_before_the_key_was_withdrawn_stays_valid_and_the_rest_does_not() {
    byte[] before = signers.letter(sp, "Before");
    byte[] unrecorded;
    try (Unlocked key = signers.unlocked(sp)) {
      unrecorded = signer.sign(signers.item("Not in our books"), key);
    }
    assertThat(check(unrecorded).valid()).isTrue();
    book.withdraw(sp.act(), signers.caller(sp), "पिन किसी ने देख लिया");
    assertThat(check(before).valid()).isTrue();
    assertThat(state(unrecorded)).isEqualTo(State.REVOKED);
  }

  @Test
  @Holds("OP-72")
  void a_certificate_that_has_run_out_is_told() {
    Instant now = time.now();
    var person =
        TestAuthority.LICENSED.person(
            "CN=Licensed Officer,O=Test",
            now.minus(Duration.ofDays(90)),
            now.minus(Duration.ofDays(1)));
    var key =
        new Unlocked(
            UUID.randomUUID(),
            sp.person(),
            SignatureKind.DIGITAL,
            List.of(person.certificate()),
            new OwnHand("RSA", person.pair().getPrivate().getEncoded()));
    byte[] pdf = signer.sign(Signers.item("Order", now.minus(Duration.ofDays(30))), key);
    assertThat(state(pdf)).isEqualTo(State.EXPIRED);
  }

  @Test
  @Holds("OP-75")
  void what_is_no_sound_pdf_is_refused_with_a_sentence() throws IOException {
    refused(DocumentsRefusal.TYPE_NOT_TAKEN, () -> check("hello".getBytes(StandardCharsets.UTF_8)));
    refused(DocumentsRefusal.EMPTY, () -> check(new byte[0]));
    refused(SignaturesRefusal.NOT_A_PDF, () -> check(SampleFiles.jpeg()));
    byte[] pdf = signers.letter(sp, "Order");
    refused(DocumentsRefusal.CUT_OFF, () -> check(java.util.Arrays.copyOf(pdf, pdf.length / 2)));
    refused(DocumentsRefusal.ENCRYPTED, () -> check(encrypted()));
    refused(DocumentsRefusal.TOO_LARGE, () -> check(new byte[(int) validation.most() + 1]));
  }

  private static byte[] encrypted() {
    return Signers.pdf(
        "Secret",
        document -> {
          try {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return document;
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  @Test
  @Holds("OP-75")
  void checking_stores_nothing() {
    byte[] pdf = signers.letter(sp, "Order");
    long before = rows();
    check(pdf);
    assertThat(rows()).isEqualTo(before);
  }

  private long rows() {
    return db.sql(
            "SELECT (SELECT count(*) FROM documents.document) + (SELECT count(*) FROM signatures.signature)")
        .query(Long.class)
        .single();
  }
}
