package karyalay.dispatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import karyalay.Karyalay;
import karyalay.database.DatabaseProperties;
import karyalay.database.EmbeddedPostgres;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/// The whole program a second time, with a database, a data folder and a TLS certificate of its
/// own.
final class OtherInstance implements AutoCloseable {
  private static final String PASSWORD = "only-for-a-test";

  private final Path folder;
  private final Path store;
  private final EmbeddedPostgres database;
  private ConfigurableApplicationContext context;
  private int port;

  OtherInstance() throws IOException, InterruptedException {
    folder = Files.createTempDirectory("karyalay-other");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    store = folder.resolve("tls.p12");
    keytool(
        "-genkeypair",
        "-alias",
        "tls",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-dname",
        "CN=localhost",
        "-ext",
        "SAN=ip:127.0.0.1,dns:localhost",
        "-storetype",
        "PKCS12",
        "-validity",
        "30");
    Path data = Files.createDirectory(folder.resolve("database"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    database = EmbeddedPostgres.start(data);
    database.connections().prepare();
    context = begin(0);
  }

  private ConfigurableApplicationContext begin(int wanted) {
    List<String> words = new ArrayList<>();
    Path data = folder.resolve("data");
    DatabaseProperties.of(database.connections(), data)
        .forEach((key, value) -> words.add("--" + key + "=" + value));
    words.add("--server.port=" + wanted);
    words.add("--server.ssl.key-store=file:" + store);
    words.add("--server.ssl.key-store-type=PKCS12");
    words.add("--server.ssl.key-store-password=" + PASSWORD);
    var started = new SpringApplicationBuilder(Karyalay.class).run(words.toArray(String[]::new));
    port =
        java.util.Objects.requireNonNull(
                ((ServletWebServerApplicationContext) started).getWebServer())
            .getPort();
    return started;
  }

  private void keytool(String... words) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(words));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0) throw new IOException(said);
  }

  /// Its certificate, as an administrator hands it over.
  String certificate() throws IOException, InterruptedException {
    Path pem = folder.resolve("tls.pem");
    if (!Files.exists(pem))
      keytool("-exportcert", "-rfc", "-alias", "tls", "-file", pem.toString());
    return Files.readString(pem);
  }

  int port() {
    return port;
  }

  <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  /// As when its machine is switched off; the database stays on its disk.
  void down() {
    context.close();
  }

  void up() {
    context = begin(port);
  }

  @Override
  public void close() {
    context.close();
    database.close();
    FileSystemUtils.deleteRecursively(folder.toFile());
  }
}
