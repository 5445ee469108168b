package karyalay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import karyalay.database.Connections;
import karyalay.database.DatabaseFault;
import karyalay.database.DatabaseProperties;
import karyalay.database.EmbeddedPostgres;
import karyalay.shared.FirstStart;
import karyalay.tls.ServingCertificate;
import karyalay.tls.TlsChoice;
import karyalay.tls.TlsFault;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/// The program. It starts its database, then itself, and says where it answers.
@SpringBootApplication
public class Karyalay {
  static void main(String... words) {
    long begun = Long.getLong("karyalay.begun", System.currentTimeMillis());
    try {
      run(Options.of(words), begun);
    } catch (Options.Unknown | DatabaseFault | TlsFault fault) {
      System.err.println(fault.getMessage());
      System.exit(1);
    }
  }

  private static void run(Options options, long begun) {
    Optional<ServingCertificate> certificate = options.tls().map(Karyalay::certificate);
    EmbeddedPostgres server =
        options.database().isPresent() ? null : EmbeddedPostgres.begin(options.data());
    Connections connections =
        server == null
            ? Connections.external(options.database().orElseThrow())
            : server.connections();
    // After the last request is answered, not beside it.
    if (server != null) SpringApplication.getShutdownHandlers().add(server::close);
    else connections.prepare();
    int port = freePort(options);
    Map<String, Object> properties = properties(options, port);
    properties.putAll(DatabaseProperties.of(connections, options.data()));
    var application = new SpringApplication(Karyalay.class);
    application.setDefaultProperties(properties);
    application.addInitializers(context -> {
      ConfigurableListableBeanFactory beans = context.getBeanFactory();
      if (server != null) beans.registerSingleton("readiness", server.readiness());
      certificate.ifPresent(it -> beans.registerSingleton("servingCertificate", it));
    });
    application.setRegisterShutdownHook(true);
    ConfigurableApplicationContext context = application.run();
    context.getBeansOfType(FirstStart.class).values().forEach(FirstStart::prepare);
    System.out.println("ready " + options.reached(port) + "/");
    System.out.println("ready in " + (System.currentTimeMillis() - begun) + " ms");
    context.getBeansOfType(FirstStart.class).values().forEach(start -> start.tell(System.out));
    certificate.map(it -> it.warning(Instant.now())).ifPresent(System.err::println);
  }

  private static Map<String, Object> properties(Options options, int port) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.port", port);
    properties.put("server.address", options.address());
    if (options.tls().isPresent()) properties.put("server.ssl.bundle", "karyalay");
    properties.put("karyalay.plain-port", options.plainPort());
    properties.put("karyalay.live", options.live());
    properties.put("karyalay.own-address", options.reached(port));
    options.publicAddress().ifPresent(it -> properties.put("karyalay.public-address", it));
    options.district().ifPresent(folder -> properties.put("karyalay.district", folder.toString()));
    return properties;
  }

  /// Before anything is started, so that what is wrong with it is told at once. Its password is in
  /// the environment, where no list of processes shows it.
  private static ServingCertificate certificate(TlsChoice choice) {
    String password = System.getenv("KARYALAY_TLS_PASSWORD");
    return ServingCertificate.open(choice, password == null ? "" : password, Instant.now());
  }

  /// The port that was asked for, or any other if somebody has it.
  private static int freePort(Options options) {
    for (int port : new int[] {options.port(), 0})
      try (var socket = new ServerSocket(port, 1, InetAddress.getByName(options.address()))) {
        return socket.getLocalPort();
      } catch (IOException e) {
        if (port == 0) throw new DatabaseFault("No free port on " + options.address(), e);
      }
    throw new IllegalStateException("a loop that always ends");
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
