package karyalay.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Certificates and keys as administrators have them, and what they are told when these do not
/// serve.
class CertificateFilesTest {
  private static final Issued ROOT = Issued.root("RSA", "Test root");
  private static Issued between;
  private static Issued rsa;

  @TempDir Path folder;

  @BeforeAll
  static void certificates() {
    between = ROOT.issue("EC", "Test intermediate");
    rsa = between.issue("RSA", "thana.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void keys_are_read_as_pkcs_8_and_in_the_older_forms(String kind) throws Exception {
    Issued own = ROOT.issue(kind, "thana.example");
    Path chain = own.chain(folder.resolve("chain.pem"), ROOT);
    for (Path key :
        new Path[] {own.key(folder.resolve("new")), own.oldKey(folder.resolve("old"))}) {
      Material read = CertificateFiles.pem(chain, key, "");
      // That it signs for the certificate was tried when it was read.
      assertThat(read.key().getAlgorithm()).isEqualTo(kind);
      assertThat(read.chain()).containsExactly(own.certificate(), ROOT.certificate());
    }
    assertThat(Files.readString(folder.resolve("old"))).contains("BEGIN " + kind + " PRIVATE KEY");
  }

  @Test
  void the_chain_is_put_in_order_whatever_order_the_file_has() throws IOException {
    Path chain = ROOT.chain(folder.resolve("chain.pem"), between, rsa, Issued.root("EC", "Other"));
    Material read = CertificateFiles.pem(chain, rsa.key(folder.resolve("key")), "");
    assertThat(read.chain())
        .containsExactly(rsa.certificate(), between.certificate(), ROOT.certificate());
    assertThat(read.alone()).isFalse();
    Path bare = rsa.chain(folder.resolve("bare.pem"));
    assertThat(CertificateFiles.pem(bare, folder.resolve("key"), "").alone()).isTrue();
  }

  @Test
  void both_may_lie_in_one_pem_file_or_in_one_pkcs_12_file() throws IOException {
    Path both = rsa.chain(folder.resolve("both.pem"), between);
    Files.writeString(
        both, Files.readString(rsa.key(folder.resolve("key"))) + Files.readString(both));
    assertThat(CertificateFiles.pem(both, both, "").own()).isEqualTo(rsa.certificate());

    Path store = rsa.store(folder.resolve("own.p12"), "शब्द-1234");
    assertThat(CertificateFiles.store(store, "शब्द-1234").own()).isEqualTo(rsa.certificate());
    refused(() -> CertificateFiles.store(store, "other"))
        .hasMessageContaining("does not open with the password")
        .hasMessageContaining("KARYALAY_TLS_PASSWORD");
  }

  @Test
  void a_sealed_key_opens_with_its_password_alone() throws Exception {
    Path key = rsa.key(folder.resolve("key"));
    Path sealed = folder.resolve("sealed");
    Path former = folder.resolve("former");
    Issued.openssl(
        "pkcs8", "-topk8", "-in", key + "", "-out", sealed + "", "-passout", "pass:geheim");
    Issued.openssl(
        "rsa",
        "-traditional",
        "-aes128",
        "-in",
        key + "",
        "-out",
        former + "",
        "-passout",
        "pass:geheim");
    Path chain = rsa.chain(folder.resolve("chain.pem"), between);
    assertThat(CertificateFiles.pem(chain, sealed, "geheim").key())
        .isEqualTo(rsa.pair().getPrivate());
    refused(() -> CertificateFiles.pem(chain, sealed, "")).hasMessageContaining("is encrypted");
    refused(() -> CertificateFiles.pem(chain, sealed, "other"))
        .hasMessageContaining("does not open");
    refused(() -> CertificateFiles.pem(chain, former, "geheim"))
        .hasMessageContaining("openssl pkcs8");
  }

  @Test
  void a_key_of_another_certificate_is_said_to_be_that() throws IOException {
    Path chain = rsa.chain(folder.resolve("chain.pem"), between);
    Issued other = between.issue("RSA", "thana.example");
    refused(() -> CertificateFiles.pem(chain, other.key(folder.resolve("key")), ""))
        .hasMessageContaining("does not belong to the certificate")
        .hasMessageContaining("chain.pem");
    Issued curve = between.issue("EC", "thana.example");
    refused(() -> CertificateFiles.pem(chain, curve.key(folder.resolve("key")), ""))
        .hasMessageContaining("does not belong");
    Issued edwards = between.issue("Ed25519", "thana.example");
    Path its = edwards.chain(folder.resolve("edwards.pem"));
    refused(() -> CertificateFiles.pem(its, edwards.key(folder.resolve("key")), ""))
        .hasMessageContaining("RSA and EC");
  }

  @Test
  void what_is_not_there_not_readable_or_nothing_of_the_kind_is_named() throws IOException {
    Path chain = rsa.chain(folder.resolve("chain.pem"), between);
    Path key = rsa.key(folder.resolve("key"));
    Path nothing = folder.resolve("nothing");
    refused(() -> CertificateFiles.pem(nothing, key, ""))
        .hasMessageContaining(nothing + " is not there");
    refused(() -> CertificateFiles.pem(chain, nothing, ""))
        .hasMessageContaining(nothing + " is not there");
    refused(() -> CertificateFiles.store(nothing, "")).hasMessageContaining("is not there");
    refused(() -> CertificateFiles.pem(folder, key, "")).hasMessageContaining("is a folder");
    refused(() -> CertificateFiles.pem(key, chain, "")).hasMessageContaining("in this order");
    refused(() -> CertificateFiles.pem(chain, chain, "")).hasMessageContaining("holds no key");
    Path letter = Files.writeString(folder.resolve("letter"), "महोदय, सादर");
    refused(() -> CertificateFiles.pem(letter, key, "")).hasMessageContaining("BEGIN CERTIFICATE");
    Path der = Files.write(folder.resolve("der"), rsa.pair().getPrivate().getEncoded());
    refused(() -> CertificateFiles.pem(der, key, "")).hasMessageContaining("is not PEM");
    Path torn =
        Files.writeString(folder.resolve("torn"), Files.readString(chain).substring(0, 400));
    refused(() -> CertificateFiles.pem(torn, key, "")).hasMessageContaining("no certificate");
    Path spoilt =
        Files.writeString(
            folder.resolve("spoilt"),
            Files.readString(key).replaceFirst("[A-Za-z0-9]{40}", "AAAA"));
    refused(() -> CertificateFiles.pem(chain, spoilt, "")).hasMessageContaining(spoilt.toString());
    refused(() -> CertificateFiles.store(letter, "")).hasMessageContaining(letter.toString());
  }

  @Test
  void a_file_that_this_user_may_not_read_is_said_to_be_that() throws IOException {
    Path chain = rsa.chain(folder.resolve("chain.pem"), between);
    Path key = rsa.key(folder.resolve("key"));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(key), "this user reads everything");
    refused(() -> CertificateFiles.pem(chain, key, "")).hasMessageContaining("may not be read");
  }

  @Test
  void one_that_has_ended_or_not_begun_serves_and_is_said_loudly() throws IOException {
    Issued over = between.issue("EC", "old.example", Duration.ofDays(-40), Duration.ofDays(-1));
    Issued early = between.issue("EC", "new.example", Duration.ofDays(1), Duration.ofDays(40));
    assertThat(open(over).warning(Instant.now())).contains("HAS EXPIRED");
    assertThat(open(early).warning(Instant.now())).contains("NOT YET VALID");
    assertThat(open(rsa).warning(Instant.now())).isNull();
  }

  @Test
  void files_that_change_are_taken_up_and_what_is_spoilt_is_not() throws IOException {
    Instant now = Instant.now();
    ServingCertificate serving = open(rsa);
    assertThat(serving.look(now)).as("nothing has changed").isFalse();
    Issued next = between.issue("EC", "thana.example");
    next.chain(folder.resolve("chain.pem"), between);
    assertThat(serving.look(now)).as("the key is still the old one").isFalse();
    assertThat(serving.fault()).contains("does not belong");
    assertThat(serving.material().own()).isEqualTo(rsa.certificate());
    next.key(folder.resolve("key"));
    assertThat(serving.look(now)).isTrue();
    assertThat(serving.fault()).isEmpty();
    assertThat(serving.material().own()).isEqualTo(next.certificate());
    Files.delete(folder.resolve("chain.pem"));
    assertThat(serving.look(now)).isFalse();
    assertThat(serving.fault()).contains("is not there");
    assertThat(serving.material().own()).isEqualTo(next.certificate());
    assertThat(serving.root()).isEmpty();
  }

  private ServingCertificate open(Issued own) throws IOException {
    Path chain = own.chain(folder.resolve("chain.pem"), between);
    var choice = new TlsChoice.Pem(chain, own.key(folder.resolve("key")));
    return ServingCertificate.open(choice, "", Instant.now());
  }

  private interface Reading {
    Object read() throws IOException;
  }

  private static AbstractThrowableAssert<?, ?> refused(Reading reading) {
    return assertThatThrownBy(reading::read).isInstanceOf(TlsFault.class);
  }
}
