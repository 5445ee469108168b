package karyalay.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The authority of a district that has none: whom it speaks for, how long, and what it never may.
class LocalAuthorityTest {
  private static final Instant NOW = Instant.parse("2026-11-25T06:00:00Z");
  private static final MachineNames THANA =
      new MachineNames(
          Set.of("localhost", "thana-srk", "thana-srk.local"), Set.of("127.0.0.1", "192.168.1.20"));

  @TempDir Path data;

  private LocalAuthority authority() {
    return new LocalAuthority(data.resolve("authority"));
  }

  @Test
  void it_is_made_once_and_issues_for_every_name_and_address_of_the_machine() throws Exception {
    Material first = authority().serving(THANA, NOW);
    X509Certificate root = authority().certificate();
    valid(root, first.own(), NOW);
    assertThat(Spoken.names(first.own())).isEqualTo(THANA.names());
    assertThat(Spoken.addresses(first.own())).isEqualTo(THANA.addresses());
    assertThat(first.own().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(first.alone()).isTrue();
    Material again = authority().serving(THANA, NOW.plus(Duration.ofDays(1)));
    assertThat(again).isEqualTo(first);
    assertThat(authority().certificate()).isEqualTo(root);
  }

  @Test
  void its_keys_are_for_its_owner_alone_and_nothing_half_written_stays() throws IOException {
    authority().serving(THANA, NOW);
    Path folder = data.resolve("authority");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(it -> it.getFileName().toString()).sorted().toList())
          .containsExactly("authority.crt", "authority.key", "server.pem");
    }
    for (String name : List.of("authority.key", "server.pem"))
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
          .isEqualTo("rw-------");
  }

  @Test
  void it_renews_a_month_before_the_end_and_never_beyond_its_own() throws Exception {
    Material first = authority().serving(THANA, NOW);
    X509Certificate root = authority().certificate();
    Instant end = first.ends();
    assertThat(Duration.between(NOW, end)).isBetween(Duration.ofDays(179), Duration.ofDays(181));
    assertThat(authority().serving(THANA, end.minus(Duration.ofDays(31)))).isEqualTo(first);
    Instant late = end.minus(Duration.ofDays(29));
    Material next = authority().serving(THANA, late);
    assertThat(next.own()).isNotEqualTo(first.own());
    assertThat(next.key()).as("a fresh key, too").isNotEqualTo(first.key());
    assertThat(next.ends()).isAfter(end);
    valid(root, next.own(), late);

    Instant last = root.getNotAfter().toInstant().minus(Duration.ofDays(3));
    assertThat(authority().serving(THANA, last).ends())
        .isBeforeOrEqualTo(root.getNotAfter().toInstant());
  }

  @Test
  void a_new_address_in_the_office_gets_a_new_certificate_at_once() throws Exception {
    Material first = authority().serving(THANA, NOW);
    var moved = new MachineNames(THANA.names(), Set.of("127.0.0.1", "10.4.7.9"));
    Material next = authority().serving(moved, NOW);
    assertThat(next.own()).isNotEqualTo(first.own());
    valid(authority().certificate(), next.own(), NOW);
    assertThat(Spoken.addresses(next.own())).containsExactlyInAnyOrder("127.0.0.1", "10.4.7.9");
  }

  /// What a thief of the key could do with it: nothing outside the office.
  @ParameterizedTest
  @ValueSource(strings = {"www.uppolice.gov.in", "thana-srk.example", "8.8.8.8", "11.0.0.1"})
  void what_it_may_not_certify_it_refuses_and_no_machine_would_believe(String foreign)
      throws Exception {
    authority().serving(THANA, NOW);
    boolean number = foreign.matches("[0-9.]+");
    var names =
        new MachineNames(
            number ? THANA.names() : Set.of("localhost", foreign),
            number ? Set.of(foreign) : THANA.addresses());
    assertThatThrownBy(() -> authority().serving(names, NOW))
        .isInstanceOf(TlsFault.class)
        .hasMessageContaining(foreign)
        .hasMessageContaining("every device must be given");

    X509Certificate forged = Forger.sign(data.resolve("authority"), names, NOW);
    assertThatThrownBy(() -> valid(authority().certificate(), forged, NOW))
        .isInstanceOf(CertPathValidatorException.class);
  }

  @Test
  void a_public_address_that_was_named_from_the_beginning_is_its_own() throws Exception {
    var named = new MachineNames(Set.of("eoffice.example"), Set.of("203.0.113.5"));
    Material material = authority().serving(named, NOW);
    valid(authority().certificate(), material.own(), NOW);
  }

  @Test
  void a_damaged_file_is_told_and_not_replaced_in_silence() throws IOException {
    authority().serving(THANA, NOW);
    Path key = data.resolve("authority").resolve("authority.key");
    Files.writeString(key, "half");
    Files.delete(data.resolve("authority").resolve("server.pem"));
    assertThatThrownBy(() -> authority().serving(THANA, NOW))
        .isInstanceOf(TlsFault.class)
        .hasMessageContaining("authority.key cannot be read")
        .hasMessageContaining("back-up");
  }

  @Test
  void names_are_read_as_they_are_typed() {
    var names = MachineNames.of(List.of("Thana-SRK.example", " 10.0.0.5 ", "कार्यालय.भारत"), false);
    assertThat(names.names())
        .containsExactlyInAnyOrder(
            "localhost", "thana-srk.example", "xn--11b6cacl3ec2j.xn--h2brj9c");
    assertThat(names.addresses()).contains("127.0.0.1", "0:0:0:0:0:0:0:1", "10.0.0.5");
    for (String bad : List.of("a b", "-x", "x_y", "http://x", "1.2.3", "1.2.3.4.5", "*"))
      assertThatThrownBy(() -> MachineNames.of(List.of(bad), false))
          .as(bad)
          .isInstanceOf(TlsFault.class)
          .hasMessageContaining(bad);
    assertThat(MachineNames.of(List.of(), true).names())
        .contains("localhost")
        .hasSizeGreaterThan(1);
  }

  @Test
  void ranges_hold_what_lies_in_them() {
    var range = LocalRanges.range("172.16.0.0", 12);
    assertThat(LocalRanges.decoded(range.encoded()).holds(new byte[] {(byte) 172, 31, 1, 1}))
        .isTrue();
    assertThat(range.holds(new byte[] {(byte) 172, 32, 1, 1})).isFalse();
    assertThat(range.holds(new byte[16])).isFalse();
    assertThat(LocalRanges.only("203.0.113.5").holds(new byte[] {(byte) 203, 0, 113, 6})).isFalse();
  }

  /// As a browser looks at it: chain, time, constraints. Java does not look at the constraints of
  /// an anchor, so the root stands in the path as well.
  private static void valid(X509Certificate root, X509Certificate own, Instant at)
      throws GeneralSecurityException {
    var parameters =
        new PKIXParameters(
            Set.of(new TrustAnchor(root.getSubjectX500Principal(), root.getPublicKey(), null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(at));
    var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(own, root));
    var _ = CertPathValidator.getInstance("PKIX").validate(path, parameters);
  }
}
