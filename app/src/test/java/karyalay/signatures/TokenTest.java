package karyalay.signatures;

import static karyalay.signatures.RefusedWith.refused;
import static karyalay.signatures.SignaturesRefusal.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import karyalay.Given;
import karyalay.Given.Seat;
import karyalay.Holds;
import karyalay.KaryalayTest;
import karyalay.signatures.TestAuthority.Key;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// A key in a token, which here is SoftHSM. `./karyalay test` installs it.
@KaryalayTest
class TokenTest {
  private static final String TOKEN_PIN = "730519";
  private static final Key OFFICER = TestAuthority.LICENSED.person("CN=Token Officer,O=Test");
  private static Path library = Path.of("/");

  @TempDir static Path tokens;

  @Autowired Given given;
  @Autowired Signers signers;
  @Autowired KeyBook book;
  @Autowired Keys keys;
  @Autowired PdfSigner signer;
  @Autowired Validation validation;

  Seat sp;

  /// The library reads the name of its settings from the environment, which the build sets.
  @BeforeAll
  static void a_token_with_a_key() throws Exception {
    library =
        Stream.of("/usr/lib/softhsm", "/usr/lib/x86_64-linux-gnu/softhsm")
            .map(folder -> Path.of(folder, "libsofthsm2.so"))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("apt-get install softhsm2"));
    Path settings =
        Path.of(Objects.requireNonNull(System.getenv("SOFTHSM2_CONF"), "set by the build"));
    Files.writeString(
        settings, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
    run(
        "softhsm2-util",
        "--init-token",
        "--slot",
        "0",
        "--label",
        "karyalay",
        "--so-pin",
        "5678",
        "--pin",
        TOKEN_PIN);
    var provider =
        Objects.requireNonNull(Security.getProvider("SunPKCS11"))
            .configure("--name=filling\nlibrary=" + library + "\nslotListIndex=0\n");
    KeyStore store = KeyStore.getInstance("PKCS11", provider);
    store.load(null, TOKEN_PIN.toCharArray());
    store.setKeyEntry(
        "officer",
        OFFICER.pair().getPrivate(),
        null,
        new Certificate[] {OFFICER.certificate(), TestAuthority.LICENSED.own.certificate()});
  }

  private static void run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0) throw new IllegalStateException(said);
  }

  @BeforeEach
  void an_officer() {
    sp = given.district().sp;
    signers.password(sp);
  }

  private Tokens token() {
    return new Tokens(SettingsOf.token(library));
  }

  @Test
  @Holds("OP-72")
  void a_key_in_a_token_signs_digital_signatures_and_never_leaves_it() {
    Tokens.Found found = token().open("", TOKEN_PIN).orElseThrow();
    assertThat(found.alias()).isEqualTo("officer");
    assertThat(found.hand().encoded()).isEmpty();
    var key =
        new Unlocked(
            UUID.randomUUID(), sp.person(), SignatureKind.DIGITAL, found.chain(), found.hand());
    Verdict verdict = validation.check(signer.sign(signers.item("Order"), key));
    assertThat(verdict.valid()).isTrue();
    assertThat(verdict.signatures().getFirst().kind()).isEqualTo(SignatureKind.DIGITAL);
    assertThat(verdict.signatures().getFirst().signer()).isEqualTo("Token Officer");
  }

  @Test
  void a_wrong_pin_of_the_token_opens_nothing_and_a_key_that_is_not_there_is_told() {
    assertThat(token().open("", "0000")).isEmpty();
    refused(TOKEN_FAILED, () -> token().open("nobody", TOKEN_PIN));
    assertThat(token().open("officer", TOKEN_PIN)).isPresent();
  }

  @Test
  void a_library_that_is_not_there_is_told() {
    var nowhere = new Tokens(SettingsOf.token(Path.of("/nowhere/lib.so")));
    refused(TOKEN_FAILED, () -> nowhere.open("", TOKEN_PIN));
    var none = new Tokens(SettingsOf.folder(Path.of(".")));
    assertThat(none.present()).isFalse();
    refused(NO_TOKEN, () -> none.open("", TOKEN_PIN));
  }

  @Test
  void where_this_machine_has_no_token_none_is_registered() {
    assertThat(book.tokenPresent()).isFalse();
    refused(NO_TOKEN, () -> book.useToken(sp.act(), signers.caller(sp), Signers.proof(TOKEN_PIN)));
    assertThat(keys.registered(sp.person())).isFalse();
    assertThat(book.of(sp.person())).isEqualTo(List.of());
  }
}
