package karyalay.signatures;

import static karyalay.signatures.RefusedWith.refused;
import static karyalay.signatures.SignaturesRefusal.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.shared.Act;
import karyalay.shared.OfficeTime;
import karyalay.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Signatures by a licensed provider, which here is played by {@link EsignProvider}.
@KaryalayTest
class EsignTest {
  private static final URI BACK = URI.create("https://office.example/back");

  @Autowired Given given;
  @Autowired Signers signers;
  @Autowired EsignStore store;
  @Autowired ExternalPdf pdfs;
  @Autowired Trust trust;
  @Autowired KeyRows keys;
  @Autowired SignatureRows rows;
  @Autowired Validation validation;
  @Autowired OfficeTime time;

  @TempDir Path folder;

  private final EsignProvider provider = new EsignProvider();
  private Seat sp;
  private Act act;
  private List<ToSign> items;

  @BeforeEach
  void an_officer_with_two_letters() {
    sp = given.district().sp;
    act = sp.act();
    items = List.of(signers.item("One"), signers.item("Two"));
  }

  private EsignSigning office(String version, Duration life) {
    try {
      Path key = folder.resolve("office.p12");
      Files.write(key, TestAuthority.pkcs12(EsignProvider.OFFICE, "office-secret"));
      Path password = Files.writeString(folder.resolve("office.password"), "office-secret\n");
      Path certificate = TestAuthority.pem(folder.resolve("provider.pem"), provider.certificate());
      var esign =
          new SigningSettings.Esign(
              URI.create("https://provider.example/esign"),
              "ASP1",
              version,
              key,
              password,
              certificate,
              life);
      return new EsignSigning(SettingsOf.esign(esign), store, pdfs, trust, keys, rows, time);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private EsignSigning office() {
    return office("2.1", Duration.ofMinutes(30));
  }

  private String asked(EsignSigning office) {
    return signers.inAct(() -> office.ask(act, items, BACK)).xml();
  }

  private List<SignedPdf> take(EsignSigning office, String answer) {
    return signers.inAct(() -> office.take(act, answer, items));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.1", "3.2"})
  @Holds({"OP-72", "OP-73"})
  void an_answer_of_the_provider_makes_digital_signatures_one_for_each_letter(String version) {
    var office = office(version, Duration.ofMinutes(30));
    String question = asked(office);
    assertThat(question).contains("ver=\"" + version + "\"", "aspId=\"ASP1\"", BACK.toString());
    List<SignedPdf> signed = take(office, provider.answer(question));
    assertThat(signed).hasSize(2);
    for (SignedPdf one : signed) {
      assertThat(one.facts().kind()).isEqualTo(SignatureKind.DIGITAL);
      Verdict verdict = validation.check(one.pdf());
      assertThat(verdict.signatures())
          .singleElement()
          .satisfies(judged -> {
            assertThat(judged.state()).isEqualTo(Verdict.State.VALID);
            assertThat(judged.kind()).isEqualTo(SignatureKind.DIGITAL);
            assertThat(judged.signer()).isEqualTo("Esign Officer");
            assertThat(judged.ours()).isNotNull();
          });
    }
  }

  @Test
  @Holds("OP-72")
  void the_question_is_signed_by_the_office_and_one_changed_hash_breaks_it() {
    String question = asked(office());
    assertThat(provider.believes(question)).isTrue();
    String other = question.replaceFirst(">[0-9a-f]{64}<", ">" + "0".repeat(64) + "<");
    assertThat(provider.believes(other)).isFalse();
  }

  @Test
  @Holds("OP-72")
  void an_answer_is_used_once() {
    var office = office();
    String answer = provider.answer(asked(office));
    assertThat(take(office, answer)).hasSize(2);
    refused(ESIGN_UNKNOWN, () -> take(office, answer));
  }

  @Test
  @Holds("OP-72")
  void an_answer_that_the_provider_did_not_sign_is_not_believed() {
    var office = office();
    String question = asked(office);
    refused(ESIGN_NOT_GENUINE, () -> take(office, new EsignProvider().answer(question)));
    String answer = provider.answer(question);
    refused(ESIGN_NOT_GENUINE, () -> take(office, answer.replace("status=\"1\"", "status=\"2\"")));
    refused(
        ESIGN_NOT_GENUINE,
        () -> take(office, answer.replaceAll("(?s)<Signature .*</Signature>", "")));
    refused(
        ESIGN_NOT_GENUINE,
        () ->
            take(
                office,
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><EsignResp>&e;</EsignResp>"));
    refused(ESIGN_NOT_GENUINE, () -> take(office, "nonsense"));
    assertThat(take(office, answer)).as("and the question is still open").hasSize(2);
  }

  @Test
  @Holds("OP-72")
  void a_signature_of_another_document_is_refused() {
    var office = office();
    String question = asked(office);
    refused(
        ESIGN_OTHER_DOCUMENT,
        () -> take(office, provider.answer(question, Sha256.of("something else"))));
  }

  @Test
  @Holds("OP-72")
  void a_letter_changed_between_question_and_answer_is_refused() {
    var office = office();
    String answer = provider.answer(asked(office));
    ToSign first = items.getFirst();
    items =
        List.of(
            new ToSign(
                Signers.pdf("Changed"), first.subject(), first.reason(), first.at(), first.spot()),
            items.getLast());
    refused(ESIGN_OTHER_DOCUMENT, () -> take(office, answer));
  }

  @Test
  void an_answer_after_its_time_an_error_and_a_strangers_answer_are_refused() {
    var late = office("2.1", Duration.ofSeconds(-1));
    String tooLate = provider.answer(asked(late));
    refused(ESIGN_TOO_LATE, () -> take(late, tooLate));
    act = sp.act();
    var office = office();
    String failed = provider.refusal(asked(office), "ESP-944", "User cancelled");
    assertThat(refused(ESIGN_FAILED, () -> take(office, failed)).arguments())
        .containsExactly("ESP-944 User cancelled");
    act = sp.act();
    String answer = provider.answer(asked(office));
    act = given.district().sp.act();
    refused(ESIGN_UNKNOWN, () -> take(office, answer));
  }

  @Test
  void an_unlicensed_certificate_is_refused_and_without_a_provider_nothing_is_asked() {
    var office = office();
    String question = asked(office);
    refused(NOT_LICENSED, () -> take(office, provider.unlicensed().answer(question)));
    var none =
        new EsignSigning(SettingsOf.folder(Path.of(".")), store, pdfs, trust, keys, rows, time);
    assertThat(none.present()).isFalse();
    refused(NO_ESIGN, () -> asked(none));
  }
}
