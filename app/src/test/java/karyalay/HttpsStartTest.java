package karyalay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as it is started by hand, with an authority of its own.
@Tag("slow")
class HttpsStartTest {
  private static final Pattern READY = Pattern.compile("ready (https://127\\.0\\.0\\.1:([0-9]+))/");
  private static final Pattern LOGIN = Pattern.compile("PNO (\\d+) password (\\S+)");

  @TempDir Path folder;

  @Test
  void a_district_without_an_authority_is_reached_over_https_that_its_devices_trust()
      throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path said = folder.resolve("said");
    int plain = free();
    Process program = start(said, "--tls", "local", "--plain-port", plain + "");
    try {
      String address = ready(program, said);
      try (HttpClient device = device()) {
        var page = get(device, address + "/signin");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(get(device, address + "/healthz").body()).isEqualTo("ok\n");
        assertThat(signIn(device, address, said).headers().allValues("Set-Cookie"))
            .anyMatch(it -> it.startsWith("karyalay=") && it.contains("; Secure"));
        String bare = "http://127.0.0.1:" + plain;
        assertThat(get(device, bare + "/upkaran/ca.crt").body())
            .isEqualTo(Files.readString(folder.resolve("data/authority/authority.crt")));
        assertThat(get(device, bare + "/upkaran/certificate").body()).contains("Trusted Root");
        assertThat(get(device, bare + "/signin").headers().firstValue("Location"))
            .contains(address + "/signin");
      }
    } finally {
      program.destroy();
      if (!program.waitFor(30, TimeUnit.SECONDS)) program.destroyForcibly().waitFor();
    }
  }

  @Test
  void a_certificate_that_cannot_be_used_ends_the_start_with_a_sentence() throws Exception {
    Path said = folder.resolve("said");
    Process program = start(said, "--tls", "nowhere.pem", "nowhere.key");
    assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(program.exitValue()).isEqualTo(1);
    assertThat(Files.readString(said)).contains("nowhere.pem is not there").doesNotContain("\tat ");
  }

  private Process start(Path said, String... tls) throws IOException {
    var words =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "karyalay.Karyalay",
                "run",
                "--live",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString()));
    words.addAll(List.of(tls));
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start();
  }

  private static String ready(Process program, Path said) throws Exception {
    for (int i = 0; i < 600 && program.isAlive(); i++) {
      Matcher ready = READY.matcher(Files.readString(said));
      if (ready.find()) return ready.group(1);
      Thread.sleep(200);
    }
    throw new AssertionError(Files.readString(said));
  }

  private static HttpResponse<String> get(HttpClient device, String address) throws Exception {
    return device.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> signIn(HttpClient device, String address, Path said)
      throws Exception {
    Matcher login = LOGIN.matcher(Files.readString(said));
    assertThat(login.find()).isTrue();
    String form = "pno=" + login.group(1) + "&password=" + login.group(2);
    return device.send(
        HttpRequest.newBuilder(URI.create(address + "/session"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /// A device that was given the root, and knows no other.
  private HttpClient device() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (var in = Files.newInputStream(folder.resolve("data/authority/authority.crt"))) {
      trusted.setCertificateEntry(
          "root", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
