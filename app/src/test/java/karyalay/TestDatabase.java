package karyalay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import karyalay.database.Connections;
import karyalay.database.DatabaseProperties;
import karyalay.database.DebianPostgres;
import karyalay.database.EmbeddedPostgres;
import karyalay.signatures.TestAuthority;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/// The program's own embedded server, on a fresh folder, once for all tests of a run; or, with
/// `-Ddatabase.under.test=15`, a PostgreSQL 15 of the operating system, as `--database` would use.
public final class TestDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final Connections CONNECTIONS = start();
  private static final Path DATA = folder();

  /// As whom tests may connect by themselves.
  public static Connections connections() {
    return CONNECTIONS;
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("karyalay-test");
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
      return folder;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connections start() {
    Connections connections =
        "15".equals(System.getProperty("database.under.test"))
            ? Connections.external(external())
            : embedded();
    connections.prepare();
    return connections;
  }

  private static String external() {
    var server = DebianPostgres.start("--locale=C.UTF-8");
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server.address();
  }

  private static Connections embedded() {
    try {
      Path folder = Files.createTempDirectory("karyalay-test-database");
      Files.setPosixFilePermissions(
          folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
      EmbeddedPostgres server = EmbeddedPostgres.start(folder);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                server.close();
                FileSystemUtils.deleteRecursively(folder.toFile());
              }));
      return server.connections();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    DatabaseProperties.of(CONNECTIONS, DATA)
        .forEach((key, value) -> context.getEnvironment().getSystemProperties().put(key, value));
    context
        .getEnvironment()
        .getSystemProperties()
        .put("karyalay.signatures.licensed", TestAuthority.licensed(DATA).toString());
  }
}
