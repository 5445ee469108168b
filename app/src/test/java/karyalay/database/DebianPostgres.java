package karyalay.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.util.FileSystemUtils;

/// A PostgreSQL 15 of the operating system's packages on a fresh folder: what an office has that
/// runs its own server. Not durable; it is gone after the test.
public final class DebianPostgres implements AutoCloseable {
  private static final Path HOME = Path.of("/usr/lib/postgresql/15");
  private static final String PASSWORD = "only-for-a-test";

  private final Path folder;
  private final Programs programs;
  private final int port;

  private DebianPostgres(Path folder, Programs programs, int port) {
    this.folder = folder;
    this.programs = programs;
    this.port = port;
  }

  public static boolean installed() {
    return Files.isExecutable(HOME.resolve("bin/postgres"));
  }

  /// Makes and starts a server on loopback.
  ///
  /// @param locale word for `initdb`
  public static DebianPostgres start(String locale) {
    if (!installed())
      throw new IllegalStateException("PostgreSQL 15 is missing: apt-get install postgresql-15");
    try {
      Path folder = Files.createTempDirectory("karyalay-postgresql-15");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      Path output = Files.createFile(folder.resolve("output"));
      Path password = Files.writeString(folder.resolve("password"), PASSWORD);
      Path cluster = Files.createDirectory(folder.resolve("cluster"));
      Programs.handOver(folder);
      var server = new DebianPostgres(folder, new Programs(HOME, output), free());
      server.run(
          "initdb",
          "--pgdata=" + cluster,
          "--username=postgres",
          "--pwfile=" + password,
          "--encoding=UTF8",
          locale,
          "--no-sync",
          "--auth=scram-sha-256");
      server.run(
          "pg_ctl",
          "--pgdata=" + cluster,
          "--log=" + cluster.resolve("server.log"),
          "--wait",
          "--options=-p "
              + server.port
              + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off",
          "start");
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// As one would type it after `--database`.
  public String address() {
    return "postgresql://postgres:" + PASSWORD + "@127.0.0.1:" + port + "/";
  }

  private void run(String program, String... words) {
    if (programs.run(program, words) != 0)
      throw new IllegalStateException(program + ": " + programs.lastWords());
  }

  private static int free() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    run("pg_ctl", "--pgdata=" + folder.resolve("cluster"), "--mode=immediate", "stop");
    FileSystemUtils.deleteRecursively(folder.toFile());
  }
}
