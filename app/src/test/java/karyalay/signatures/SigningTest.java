package karyalay.signatures;

import static karyalay.signatures.SignaturesRefusal.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.ledger.Ledger;
import karyalay.shared.OfficeTime;
import karyalay.shared.Sha256;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@KaryalayTest
class SigningTest {
  @Autowired Given given;
  @Autowired Signers signers;
  @Autowired KeyBook book;
  @Autowired Validation validation;
  @Autowired Signing signing;
  @Autowired Ledger ledger;
  @Autowired OfficeTime time;
  @Autowired JdbcClient db;

  Seat sp;

  @BeforeEach
  void an_officer_with_a_key() {
    sp = given.district().sp;
    signers.registered(sp);
  }

  @Test
  @Holds("OP-72")
  void a_signature_keeps_signer_post_time_and_certificate() {
    ToSign item = signers.item("Order");
    SignedPdf signed;
    String serial;
    try (Unlocked key = signers.unlocked(sp)) {
      signed = signers.sign(sp.act(), key, List.of(item)).getFirst();
      serial = Certificates.serial(key.certificate());
    }
    var row =
        db.sql(
                """
                SELECT s.person, s.post, s.capacity, s.kind, s.serial, s.hash, s.at
                FROM signatures.v_signature s WHERE s.subject = ?
                """)
            .param(item.subject())
            .query()
            .singleRow();
    assertThat(row)
        .containsEntry("person", sp.person().value())
        .containsEntry("post", sp.post().value())
        .containsEntry("capacity", "REGULAR")
        .containsEntry("kind", "OFFICE_APPROVAL")
        .containsEntry("serial", serial);
    assertThat((byte[]) row.get("hash")).isEqualTo(Sha256.of(signed.pdf()));
    assertThat(signed.facts().at()).isEqualTo(item.at());
    assertThat(ledger.of(item.subject()))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.act()).isEqualTo("signatures.signed");
          assertThat(line.opens()).isTrue();
          assertThat(new String(line.preimage(), java.nio.charset.StandardCharsets.UTF_8))
              .contains(serial);
        });
  }

  @Test
  @Holds("OP-73")
  void many_items_signed_in_one_act_each_bear_a_signature_of_their_own() throws Exception {
    List<ToSign> items = IntStream.range(0, 5).mapToObj(n -> signers.item("Letter " + n)).toList();
    List<SignedPdf> signed;
    try (Unlocked key = signers.unlocked(sp)) {
      signed = signers.sign(sp.act(), key, items);
    }
    Set<UUID> ids = new HashSet<>();
    for (int n = 0; n < signed.size(); n++) {
      byte[] pdf = signed.get(n).pdf();
      ids.add(signed.get(n).facts().id());
      try (var document = Loader.loadPDF(pdf)) {
        assertThat(new PDFTextStripper().getText(document)).contains("Letter " + n);
      }
      assertThat(validation.check(pdf).valid()).isTrue();
    }
    assertThat(ids).hasSize(5);
  }

  @Test
  void the_field_lies_over_the_block_that_was_drawn_and_draws_nothing() throws Exception {
    try (var document = Loader.loadPDF(signers.letter(sp, "Order"))) {
      PDSignatureField field = document.getSignatureFields().getFirst();
      var box = field.getWidgets().getFirst().getRectangle();
      assertThat(box.getLowerLeftX()).isEqualTo(340);
      assertThat(box.getLowerLeftY()).isEqualTo(90);
      assertThat(box.getWidth()).isEqualTo(180);
      assertThat(field.getWidgets().getFirst().getPage().getCOSObject())
          .isSameAs(document.getPage(0).getCOSObject());
      assertThat(
              field
                  .getWidgets()
                  .getFirst()
                  .getAppearance()
                  .getNormalAppearance()
                  .getAppearanceStream()
                  .getContents()
                  .read())
          .isEqualTo(-1);
      PDSignature signature = field.getSignature();
      assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
      assertThat(signature.getReason()).isEqualTo("अनुमोदित");
      assertThat(document.getDocumentCatalog().getAcroForm().getNeedAppearances()).isFalse();
    }
  }

  @Test
  void what_was_there_before_signing_is_there_unchanged() {
    ToSign item = signers.item("Order");
    byte[] pdf;
    try (Unlocked key = signers.unlocked(sp)) {
      pdf = signers.sign(sp.act(), key, List.of(item)).getFirst().pdf();
    }
    assertThat(pdf).startsWith(item.pdf());
  }

  @Test
  void an_act_that_fails_leaves_no_signature_behind() {
    ToSign item = signers.item("Order");
    try (Unlocked key = signers.unlocked(sp)) {
      assertThat(
              org.assertj.core.api.Assertions.catchThrowable(() ->
                  signers.inAct(() -> {
                    signing.sign(sp.act(), key, List.of(item));
                    throw new IllegalStateException("the rest of the act");
                  })))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(
            db.sql("SELECT count(*) FROM signatures.v_signature WHERE subject = ?")
                .param(item.subject())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  @Holds("OP-74")
  void a_key_withdrawn_while_it_was_open_signs_no_more() {
    try (Unlocked key = signers.unlocked(sp)) {
      book.withdraw(sp.act(), signers.caller(sp), "पिन किसी ने देख लिया");
      RefusedWith.refused(
          KEY_NOT_ACTIVE, () -> signers.sign(sp.act(), key, List.of(signers.item("Order"))));
    }
  }

  @Test
  void nobody_signs_with_the_key_of_another() {
    Seat asp = given.district().asp;
    try (Unlocked key = signers.unlocked(sp)) {
      RefusedWith.refused(
          NOT_YOUR_KEY, () -> signers.sign(asp.act(), key, List.of(signers.item("Order"))));
    }
  }

  @Test
  void a_closed_key_signs_nothing() {
    Unlocked key = signers.unlocked(sp);
    key.close();
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> signers.sign(sp.act(), key, List.of(signers.item("Order")))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void what_cannot_be_signed_is_refused_with_a_sentence() {
    byte[] signed = signers.letter(sp, "Order");
    try (Unlocked key = signers.unlocked(sp)) {
      RefusedWith.refused(NOT_SIGNABLE, () -> signers.sign(sp.act(), key, List.of(with(signed))));
      RefusedWith.refused(
          NOT_SIGNABLE, () -> signers.sign(sp.act(), key, List.of(with(new byte[] {1, 2, 3}))));
      var late = Signers.item("Order", time.now().minus(Duration.ofHours(1)));
      RefusedWith.refused(NOT_SIGNABLE, () -> signers.sign(sp.act(), key, List.of(late)));
      var nowhere =
          new ToSign(Signers.pdf("x"), "letter/x", "", time.now(), new ToSign.Spot(9, 1, 1, 1, 1));
      RefusedWith.refused(NOT_SIGNABLE, () -> signers.sign(sp.act(), key, List.of(nowhere)));
    }
  }

  private ToSign with(byte[] pdf) {
    return new ToSign(pdf, "letter/x", "", time.now(), ToSign.Spot.NOWHERE);
  }

  @Test
  void the_program_cannot_change_or_remove_a_signature() {
    signers.letter(sp, "Order");
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> db.sql("UPDATE signatures.signature SET at = now()").update()))
        .isInstanceOf(DataAccessException.class);
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> db.sql("DELETE FROM signatures.signature").update()))
        .isInstanceOf(DataAccessException.class);
  }
}
