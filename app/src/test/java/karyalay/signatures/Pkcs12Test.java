package karyalay.signatures;

import static karyalay.signatures.RefusedWith.refused;
import static karyalay.signatures.SignaturesRefusal.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.shared.Caller;
import karyalay.signatures.TestAuthority.Key;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Keys that officers bring in files.
@KaryalayTest
class Pkcs12Test {
  private static final String FILE_PASSWORD = "file-password";

  @Autowired Given given;
  @Autowired Signers signers;
  @Autowired Keys keys;
  @Autowired KeyBook book;
  @Autowired Validation validation;

  Seat sp;
  Caller caller;

  @BeforeEach
  void an_officer_with_a_password() {
    sp = given.district().sp;
    signers.password(sp);
    caller = signers.caller(sp);
  }

  private void bring(byte[] file, String password) {
    book.bring(sp.act(), caller, Signers.proof(Signers.PIN), file, password);
  }

  @Test
  @Holds({"OP-72", "OP-74"})
  void a_licensed_key_from_a_file_signs_digital_signatures_under_the_officers_own_pin() {
    Key key = TestAuthority.LICENSED.person("CN=Licensed Officer,O=Test");
    bring(
        TestAuthority.pkcs12(key, FILE_PASSWORD, TestAuthority.LICENSED.own.certificate()),
        FILE_PASSWORD);
    KeyCard card = book.of(sp.person()).getFirst();
    assertThat(card.kind()).isEqualTo(SignatureKind.DIGITAL);
    assertThat(card.source()).isEqualTo(KeySource.FILE);
    refused(WRONG_PIN, () -> keys.unlock(sp.actor(), "9517"));
    Verdict verdict = validation.check(signers.letter(sp, "Order"));
    assertThat(verdict.valid()).isTrue();
    assertThat(verdict.signatures().getFirst().kind()).isEqualTo(SignatureKind.DIGITAL);
    assertThat(verdict.signatures().getFirst().signer()).isEqualTo("Licensed Officer");
    assertThat(verdict.signatures().getFirst().ours()).isNotNull();
  }

  @Test
  @Holds("OP-74")
  void a_file_that_is_broken_is_refused() {
    byte[] file = TestAuthority.pkcs12(TestAuthority.LICENSED.person("CN=A"), FILE_PASSWORD);
    refused(FILE_BROKEN, () -> bring("hello".getBytes(StandardCharsets.UTF_8), FILE_PASSWORD));
    refused(FILE_BROKEN, () -> bring(new byte[0], FILE_PASSWORD));
    refused(FILE_BROKEN, () -> bring(Arrays.copyOf(file, file.length / 2), FILE_PASSWORD));
    refused(FILE_BROKEN, () -> bring(new byte[2 << 20], FILE_PASSWORD));
    assertThat(book.of(sp.person())).isEmpty();
  }

  @Test
  @Holds("OP-74")
  void a_wrong_password_of_the_file_is_told_as_that() {
    byte[] file = TestAuthority.pkcs12(TestAuthority.LICENSED.person("CN=A"), FILE_PASSWORD);
    refused(FILE_PASSWORD_WRONG, () -> bring(file, "another"));
    refused(FILE_PASSWORD_WRONG, () -> bring(file, ""));
  }

  @Test
  @Holds("OP-74")
  void a_file_without_a_key_or_with_an_authoritys_own_is_refused() {
    var person = TestAuthority.LICENSED.person("CN=A");
    refused(
        FILE_WITHOUT_KEY,
        () ->
            bring(
                TestAuthority.pkcs12WithoutKey(person.certificate(), FILE_PASSWORD),
                FILE_PASSWORD));
    Key authority = TestAuthority.LICENSED.subordinate("CN=Sub CA");
    refused(
        CERTIFICATE_NOT_FOR_SIGNING,
        () -> bring(TestAuthority.pkcs12(authority, FILE_PASSWORD), FILE_PASSWORD));
  }

  @Test
  @Holds("OP-74")
  void a_certificate_that_has_run_out_is_refused() {
    Instant now = Instant.now();
    Key old =
        TestAuthority.LICENSED.person(
            "CN=Old", now.minus(Duration.ofDays(90)), now.minus(Duration.ofDays(1)));
    refused(FILE_EXPIRED, () -> bring(TestAuthority.pkcs12(old, FILE_PASSWORD), FILE_PASSWORD));
    Key early =
        TestAuthority.LICENSED.person(
            "CN=Early", now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(9)));
    refused(FILE_EXPIRED, () -> bring(TestAuthority.pkcs12(early, FILE_PASSWORD), FILE_PASSWORD));
  }

  @Test
  @Holds("OP-72")
  void an_authority_that_nobody_licensed_makes_no_digital_signatures_here() {
    var self = new TestAuthority("CN=Test Licensed CA,O=Test,C=IN");
    Key key = self.person("CN=Licensed Officer,O=Test");
    var refused =
        refused(
            NOT_LICENSED,
            () ->
                bring(
                    TestAuthority.pkcs12(key, FILE_PASSWORD, self.own.certificate()),
                    FILE_PASSWORD));
    assertThat(refused.arguments()).isEqualTo(List.of("Test Licensed CA"));
  }
}
