package karyalay.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import karyalay.shared.OfficeTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The web server with a certificate: what a client sees while files change under it, and what
/// comes of whoever calls in plain.
class TlsServerTest {
  @Configuration(proxyBeanMethods = false)
  @Import({TlsSetup.class, OfficeTime.class})
  @ImportAutoConfiguration({
    SslAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class
  })
  static class Bare {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    ServletRegistrationBean<HttpServlet> echo() {
      return new ServletRegistrationBean<>(new Echo(), "/*");
    }
  }

  static final class Echo extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print("secure=" + request.isSecure());
    }
  }

  private static final Issued ROOT = Issued.root("EC", "Test root");

  @TempDir Path folder;
  Issued own = ROOT.issue("EC", "first");
  ConfigurableApplicationContext server;
  int port;
  int plain;

  @BeforeEach
  void a_server() throws IOException {
    var choice =
        new TlsChoice.Pem(
            own.chain(folder.resolve("chain.pem"), ROOT), own.key(folder.resolve("key.pem")));
    port = free();
    plain = free();
    server =
        new SpringApplicationBuilder(Bare.class)
            .initializers(context ->
                context
                    .getBeanFactory()
                    .registerSingleton(
                        "servingCertificate", ServingCertificate.open(choice, "", Instant.now())))
            .run(
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--server.ssl.bundle=" + TlsSetup.BUNDLE,
                "--karyalay.plain-port=" + plain,
                "--spring.main.banner-mode=off");
    assertThat(
            Objects.requireNonNull(((ServletWebServerApplicationContext) server).getWebServer())
                .getPort())
        .isEqualTo(port);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void it_proves_itself_and_takes_up_a_new_certificate_while_it_runs() throws Exception {
    assertThat(seen()).isEqualTo(own.certificate());
    Issued next = ROOT.issue("RSA", "second");
    next.chain(folder.resolve("chain.pem"), ROOT);
    next.key(folder.resolve("key.pem"));
    server.getBean(TlsSetup.Watch.class).look();
    assertThat(seen()).isEqualTo(next.certificate());

    Issued.root("EC", "spoilt").chain(folder.resolve("chain.pem"));
    server.getBean(TlsSetup.Watch.class).look();
    assertThat(seen()).as("the old one serves on").isEqualTo(next.certificate());
  }

  @Test
  void who_does_not_know_the_authority_is_not_deceived() {
    assertThatThrownBy(
            () -> {
              try (HttpClient stranger = HttpClient.newHttpClient()) {
                var _ =
                    stranger.send(get("https", port, "/"), HttpResponse.BodyHandlers.ofString());
              }
            })
        .isInstanceOf(SSLException.class);
  }

  @Test
  void plain_http_is_led_to_https_and_what_was_written_plainly_goes_no_further() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var led =
          client.send(get("http", plain, "/desk?as=SHO-SRK"), HttpResponse.BodyHandlers.ofString());
      assertThat(led.statusCode()).isEqualTo(308);
      assertThat(led.headers().firstValue("Location"))
          .contains("https://localhost:" + port + "/desk?as=SHO-SRK");
      for (String open :
          List.of("/upkaran/ca.crt", "/upkaran/certificate", "/healthz", "/static/a.css"))
        assertThat(
                client.send(get("http", plain, open), HttpResponse.BodyHandlers.ofString()).body())
            .isEqualTo("secure=false");
      var post =
          HttpRequest.newBuilder(URI.create("http://localhost:" + plain + "/session"))
              .POST(HttpRequest.BodyPublishers.ofString("pno=1&password=x"))
              .build();
      var refused = client.send(post, HttpResponse.BodyHandlers.ofString());
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("https://", "दर्ज नहीं", "nothing was done");
    }
  }

  @Test
  void plain_http_at_the_port_of_https_gets_a_sentence() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(get("http", port, "/"), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("requires TLS");
    }
  }

  private static HttpRequest get(String scheme, int port, String path) {
    return HttpRequest.newBuilder(URI.create(scheme + "://localhost:" + port + path))
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }

  /// The certificate that a new connection is shown.
  private X509Certificate seen() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("root", ROOT.certificate());
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    try (HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
      var answer = client.send(get("https", port, "/"), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.body()).isEqualTo("secure=true");
      return (X509Certificate) answer.sslSession().orElseThrow().getPeerCertificates()[0];
    }
  }
}
