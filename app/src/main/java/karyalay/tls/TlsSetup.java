package karyalay.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import karyalay.shared.OfficeTime;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/// Hands the certificate to the web server, anew whenever it is another, and leads plain http to
/// https where that was asked for. Without a certificate nothing here does anything.
@Configuration(proxyBeanMethods = false)
class TlsSetup {
  /// Under which name the web server knows it (`server.ssl.bundle`).
  static final String BUNDLE = "karyalay";

  private static final Logger LOG = LoggerFactory.getLogger(TlsSetup.class);

  @Bean
  SslBundleRegistrar servingCertificates(ObjectProvider<ServingCertificate> certificates) {
    return registry -> certificates.ifAvailable(it -> registry.registerBundle(BUNDLE, it.bundle()));
  }

  /// A second, plain listener that only leads to the first.
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainListener(
      @Value("${karyalay.plain-port:0}") int plain,
      @Value("${server.port:8080}") int port,
      @Value("${server.address:127.0.0.1}") String address) {
    return factory -> {
      if (plain == 0) return;
      var connector = new Connector(Http11NioProtocol.class.getName());
      connector.setPort(plain);
      if (connector.getProtocolHandler() instanceof Http11NioProtocol protocol)
        protocol.setAddress(listening(address));
      factory.addAdditionalConnectors(connector);
      factory.addEngineValves(new ToHttps(port));
    };
  }

  private static InetAddress listening(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Looks after the certificate while the program runs.
  @Bean
  Watch certificateWatch(
      ObjectProvider<ServingCertificate> certificates,
      SslBundleRegistry registry,
      OfficeTime time) {
    return new Watch(certificates, registry, time);
  }

  /// Connections that are open go on with the old certificate; new ones get the new.
  record Watch(
      ObjectProvider<ServingCertificate> certificates,
      SslBundleRegistry registry,
      OfficeTime time) {
    @Scheduled(fixedDelay = 5000, initialDelay = 5000)
    void look() {
      certificates.ifAvailable(certificate -> {
        String before = certificate.fault();
        if (certificate.look(time.now())) {
          registry.updateBundle(BUNDLE, certificate.bundle());
          LOG.info("https is served with a new certificate, good until {}", certificate.ends());
        } else if (!certificate.fault().isEmpty() && !certificate.fault().equals(before)) {
          LOG.warn("the old certificate stays in use: {}", certificate.fault());
        }
      });
    }
  }
}
