package karyalay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import karyalay.database.DatabaseProperties;
import karyalay.database.EmbeddedPostgres;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// The program's own embedded server, on a fresh folder, once for all tests of a run.
public final class TestDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final EmbeddedPostgres SERVER = start();
  private static final Path DATA = folder();

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("karyalay-test");
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() ->
                  org.springframework.util.FileSystemUtils.deleteRecursively(folder.toFile())));
      return folder;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EmbeddedPostgres start() {
    try {
      Path folder = Files.createTempDirectory("karyalay-test-database");
      Files.setPosixFilePermissions(
          folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
      EmbeddedPostgres server = EmbeddedPostgres.start(folder);
      server.connections().prepare();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                server.close();
                org.springframework.util.FileSystemUtils.deleteRecursively(folder.toFile());
              }));
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    DatabaseProperties.of(SERVER.connections(), DATA)
        .forEach((key, value) -> context.getEnvironment().getSystemProperties().put(key, value));
  }
}
