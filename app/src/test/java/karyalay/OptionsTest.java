package karyalay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import karyalay.tls.TlsChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What one types to start the program, and what one is told when it cannot be meant.
class OptionsTest {
  @Test
  void without_a_word_it_is_the_demonstration_on_this_machine_alone() {
    Options plain = Options.of("run");
    assertThat(plain.data()).isEqualTo(Path.of("data"));
    assertThat(plain.port()).isEqualTo(8080);
    assertThat(plain.address()).isEqualTo("127.0.0.1");
    assertThat(plain.live()).isFalse();
    assertThat(plain.insecure()).isFalse();
    assertThat(plain.database()).isEmpty();
    assertThat(plain.district()).isEmpty();
    assertThat(Options.of()).isEqualTo(plain);
    assertThat(Options.of("run", "--demo")).isEqualTo(plain);
  }

  @Test
  void each_word_changes_what_it_names_and_nothing_else() {
    Options all =
        Options.of(
            "run",
            "--live",
            "--data",
            "/srv/कार्यालय",
            "--port",
            "0",
            "--address",
            "::1",
            "--database",
            "jdbc:postgresql://db/x",
            "--district",
            "/srv/kannauj");
    assertThat(all.live()).isTrue();
    assertThat(all.data()).isEqualTo(Path.of("/srv/कार्यालय"));
    assertThat(all.port()).isZero();
    assertThat(all.address()).isEqualTo("::1");
    assertThat(all.database()).contains("jdbc:postgresql://db/x");
    assertThat(all.district()).contains(Path.of("/srv/kannauj"));
    assertThat(Options.of("run", "--port", "65535").port()).isEqualTo(65_535);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--prot", "live", "-p", "", "--DATA", "stop"})
  void a_word_that_is_not_known_is_named(String word) {
    assertThatThrownBy(() -> Options.of("run", word))
        .isInstanceOf(Options.Unknown.class)
        .hasMessageContaining("I do not know " + word)
        .hasMessageContaining("docs/operations.md");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--data",
        "--port",
        "--address",
        "--database",
        "--district",
        "--host",
        "--plain-port",
        "--public-address"
      })
  void a_word_without_its_value_says_that_it_needs_one(String word) {
    assertThatThrownBy(() -> Options.of("run", word))
        .isInstanceOf(Options.Unknown.class)
        .hasMessageContaining(word + " needs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536", "http", "80 80", "८०८०x", "99999999999", ""})
  void what_is_no_port_is_said(String port) {
    assertThatThrownBy(() -> Options.of("run", "--port", port))
        .isInstanceOf(Options.Unknown.class)
        .hasMessageContaining("between 0 and 65535");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "10.0.0.5", "karyalay.example", "::"})
  void beyond_this_machine_it_goes_only_on_purpose_and_never_with_the_demonstration(
      String address) {
    assertThatThrownBy(() -> Options.of("run", "--live", "--address", address))
        .isInstanceOf(Options.Unknown.class)
        .hasMessageContaining("passwords")
        .hasMessageContaining("--insecure-http");
    assertThatThrownBy(() -> Options.of("run", "--insecure-http", "--address", address))
        .isInstanceOf(Options.Unknown.class)
        .hasMessageContaining("--live");
    assertThat(Options.of("run", "--live", "--insecure-http", "--address", address).address())
        .isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
  void on_this_machine_it_may_be_shown_without_more_ado(String address) {
    assertThat(Options.of("run", "--address", address).address()).isEqualTo(address);
  }

  @Test
  void a_certificate_comes_from_two_files_from_one_or_from_our_own_authority() {
    Options pem = Options.of("run", "--tls", "c.pem", "k.pem", "--live", "--address", "0.0.0.0");
    assertThat(pem.tls()).contains(new TlsChoice.Pem(Path.of("c.pem"), Path.of("k.pem")));
    assertThat(Options.of("--tls", "own.P12", "--port", "1").tls())
        .contains(new TlsChoice.Store(Path.of("own.P12")));
    Options local =
        Options.of(
            "--tls", "local", "--data", "/d", "--host", "thana.example, 10.0.0.5", "--host", "x");
    assertThat(local.tls())
        .contains(
            new TlsChoice.Local(
                Path.of("/d/authority"), List.of("thana.example", "10.0.0.5", "x"), false));
    assertThat(Options.of("--live", "--tls", "local", "--address", "::").tls())
        .contains(new TlsChoice.Local(Path.of("data/authority"), List.of(), true));
  }

  @Test
  void what_cannot_be_meant_about_https_is_said() {
    refused("needs a certificate and its key", "--tls", "c.pem");
    refused("--tls needs", "--tls");
    refused("cannot both be meant", "--tls", "local", "--insecure-http");
    refused("needs --tls", "--plain-port", "80");
    refused("--host needs", "--host", " , ");
    refused("https://karyalay.example", "--public-address", "karyalay.example");
    refused("known to all", "--tls", "local", "--address", "0.0.0.0");
  }

  private static void refused(String sentence, String... words) {
    assertThatThrownBy(() -> Options.of(words))
        .isInstanceOf(Options.Unknown.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void it_says_where_it_is_reached() {
    assertThat(Options.of().reached(8080)).isEqualTo("http://127.0.0.1:8080");
    assertThat(Options.of("--tls", "local").reached(8443)).isEqualTo("https://127.0.0.1:8443");
    assertThat(Options.of("--address", "::1").reached(80)).isEqualTo("http://[::1]:80");
    String[] all = {"--live", "--tls", "local", "--address", "0.0.0.0", "--host", "thana.example"};
    assertThat(Options.of(all).reached(443)).isEqualTo("https://thana.example:443");
    assertThat(Options.of("--public-address", "https://k.example/office").publicAddress())
        .contains("https://k.example/office");
  }
}
