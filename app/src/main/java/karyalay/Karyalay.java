package karyalay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import karyalay.database.Connections;
import karyalay.database.DatabaseFault;
import karyalay.database.DatabaseProperties;
import karyalay.database.EmbeddedPostgres;
import karyalay.shared.FirstStart;
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
    } catch (Options.Unknown | DatabaseFault fault) {
      System.err.println(fault.getMessage());
      System.exit(1);
    }
  }

  private static void run(Options options, long begun) {
    Map<String, Object> properties = new HashMap<>();
    EmbeddedPostgres server =
        options.database().isPresent() ? null : EmbeddedPostgres.begin(options.data());
    Connections connections =
        server == null
            ? Connections.external(options.database().orElseThrow())
            : server.connections();
    // After the last request is answered, not beside it.
    if (server != null) SpringApplication.getShutdownHandlers().add(server::close);
    else connections.prepare();
    properties.putAll(DatabaseProperties.of(connections, options.data()));
    int port = freePort(options);
    properties.put("server.port", port);
    properties.put("server.address", options.address());
    properties.put("karyalay.live", options.live());
    options.district().ifPresent(folder -> properties.put("karyalay.district", folder.toString()));
    SpringApplication application = Assembly.of(Karyalay.class);
    application.setDefaultProperties(properties);
    if (server != null)
      application.addInitializers(
          context -> context.getBeanFactory().registerSingleton("readiness", server.readiness()));
    application.setRegisterShutdownHook(true);
    ConfigurableApplicationContext context = application.run();
    context.getBeansOfType(FirstStart.class).values().forEach(FirstStart::prepare);
    System.out.println("ready http://" + options.address() + ":" + port + "/");
    System.out.println("ready in " + (System.currentTimeMillis() - begun) + " ms");
    context.getBeansOfType(FirstStart.class).values().forEach(start -> start.tell(System.out));
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
