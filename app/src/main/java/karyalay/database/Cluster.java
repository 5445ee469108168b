package karyalay.database;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/// PostgreSQL's own data folder, and the server on it.
record Cluster(Path folder, Programs programs, Secrets secrets) {
  static final int MAJOR = 18;
  static final String SUPERUSER = "karyalay_superuser";
  private static final int LONGEST_SOCKET = 107;
  private static final int PREFERRED_PORT = 54_321;
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  /// Makes the folder if need be, and refuses one of another version.
  void prepare() throws IOException {
    if (!Files.exists(folder.resolve("PG_VERSION"))) make();
    refuseOtherVersion();
  }

  void stop() {
    programs.run("pg_ctl", "--pgdata=" + folder, "--mode=fast", "--wait", "stop");
  }

  /// Makes beside and renames: a folder of the final name is whole, whenever the power went.
  private void make() throws IOException {
    Path making = folder.resolveSibling("database.making");
    FileSystemUtils.deleteRecursively(making);
    Files.createDirectory(making);
    Path password = Files.createTempFile(folder.getParent(), "password", "");
    try {
      Files.writeString(password, secrets.superuser());
      Programs.handOver(making);
      Programs.handOver(password);
      Files.setPosixFilePermissions(making, PosixFilePermissions.fromString("rwx------"));
      initialise(making, password);
    } finally {
      Files.delete(password);
    }
    Files.move(making, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  private void initialise(Path making, Path password) {
    programs.refuseClosedFolder();
    // With ctype C, pg_trgm sees no Devanagari, silently.
    int exit =
        programs.run(
            "initdb",
            "--pgdata=" + making,
            "--username=" + SUPERUSER,
            "--pwfile=" + password,
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--lc-ctype=C.UTF-8",
            "--lc-collate=C",
            "--lc-messages=C",
            "--auth=scram-sha-256",
            "--data-checksums");
    if (exit != 0)
      throw new DatabaseFault(
          "The database could not be made in " + making + ": " + programs.lastWords());
  }

  private void refuseOtherVersion() throws IOException {
    String version = Files.readString(folder.resolve("PG_VERSION")).strip();
    if (!version.equals(Integer.toString(MAJOR)))
      throw new DatabaseFault(
          "The data folder was made by PostgreSQL "
              + version
              + "; this program brings PostgreSQL "
              + MAJOR
              + ". Export with the old program and import with this one.");
  }

  /// The port of a live server of ours on this folder. One that still recovers is waited for: a
  /// second server on the same folder would only be turned away.
  Optional<Integer> adopted() throws IOException {
    Path file = folder.resolve("postmaster.pid");
    Instant until = Instant.now().plus(PATIENCE);
    while (Files.exists(file)) {
      List<String> lines = Files.readAllLines(file);
      if (lines.size() < 4 || !serves(lines.getFirst().strip())) return Optional.empty();
      int port = Integer.parseInt(lines.get(3).strip());
      if (answers(port)) return Optional.of(port);
      if (Instant.now().isAfter(until))
        throw new DatabaseFault(
            "A database server is alive on "
                + folder
                + " and does not answer. See its server.log, or stop process "
                + lines.getFirst());
      pause();
    }
    return Optional.empty();
  }

  /// Whether the server of this folder runs.
  boolean lives() {
    try {
      return serves(Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().strip());
    } catch (IOException | NoSuchElementException e) {
      return false;
    }
  }

  /// Whether a process is the server of this folder, and not a later one of the same number.
  private boolean serves(String process) {
    try {
      String words = Files.readString(Path.of("/proc", process, "cmdline"));
      return List.of(words.split("\0", -1)).contains(folder.toString());
    } catch (IOException e) {
      return false;
    }
  }

  private boolean answers(int port) {
    String url =
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?connectTimeout=2&loginTimeout=2";
    try (var connection = DriverManager.getConnection(url, SUPERUSER, secrets.superuser())) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  /// Starts the server; it recovers by itself.
  void start(int port) {
    for (int attempt = 0; attempt < 5; attempt++) {
      int exit =
          programs.run(
              "pg_ctl",
              "--pgdata=" + folder,
              "--log=" + folder.resolve("server.log"),
              "--wait",
              "--timeout=" + PATIENCE.toSeconds(),
              "--options=" + options(port),
              "start");
      // On a busy machine the first connection may take longer than it is waited for: then the
      // server
      // is there all the same, and a second one would only be turned away.
      if ((exit == 0 || lives()) && answers(port)) return;
      // The children of a server that was killed need a moment to notice.
      pause();
    }
    throw new DatabaseFault(
        "The database did not start. See "
            + folder.resolve("server.log")
            + ". "
            + programs.lastWords());
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseFault("Waiting for the database was interrupted", e);
    }
  }

  /// Durable: what is answered is on the disk. Small: for one machine that also runs the program.
  private static String options(int port) {
    return String.join(
        " ",
        "-p " + port,
        "-c listen_addresses=127.0.0.1",
        // In the data folder, which nobody but its owner may enter.
        "-c unix_socket_directories=.",
        "-c fsync=on",
        "-c synchronous_commit=on",
        "-c full_page_writes=on",
        "-c max_connections=40",
        "-c shared_buffers=256MB",
        "-c work_mem=16MB",
        "-c maintenance_work_mem=128MB",
        "-c effective_cache_size=1GB",
        "-c max_wal_size=2GB",
        "-c min_wal_size=256MB",
        "-c checkpoint_timeout=15min",
        "-c wal_compression=pglz",
        "-c random_page_cost=1.1",
        "-c jit=off",
        "-c timezone=UTC",
        "-c log_statement=none",
        "-c log_parameter_max_length=0",
        "-c log_parameter_max_length_on_error=0");
  }

  /// The server's socket file, unless its path is longer than the system allows, or a server that
  /// lives already was started without one.
  Optional<Path> socket(int port, boolean alive) {
    return socket(folder, port, alive);
  }

  static Optional<Path> socket(Path folder, int port, boolean alive) {
    Path file = folder.resolve(".s.PGSQL." + port);
    boolean fits = file.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET;
    return fits && (!alive || Files.exists(file)) ? Optional.of(file) : Optional.empty();
  }

  /// The usual port if it is free, else any.
  static int freePort() throws IOException {
    try (var socket = new ServerSocket(PREFERRED_PORT, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (BindException taken) {
      try (var any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        return any.getLocalPort();
      }
    }
  }
}
