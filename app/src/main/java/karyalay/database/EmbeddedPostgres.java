package karyalay.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The program's own PostgreSQL on its own data folder: durable, on loopback only, with a password
/// nobody knows. A server of ours that is still alive is adopted, one that was killed recovers.
public final class EmbeddedPostgres implements AutoCloseable {
  static final int MAJOR = 18;
  private static final int PREFERRED_PORT = 54_321;

  private final Path cluster;
  private final Programs programs;
  private final FileLock lock;
  private final Secrets secrets;
  private final int port;

  private EmbeddedPostgres(
      Path cluster, Programs programs, FileLock lock, Secrets secrets, int port) {
    this.cluster = cluster;
    this.programs = programs;
    this.lock = lock;
    this.secrets = secrets;
    this.port = port;
  }

  /// Starts on a data folder, making it if need be.
  ///
  /// @throws DatabaseFault in a sentence: folder not writable, in use by another program, made by
  ///   another version
  public static EmbeddedPostgres start(Path data) {
    try {
      Files.createDirectories(data);
      Path folder = data.toRealPath();
      FileLock lock = lock(folder);
      Path cluster = folder.resolve("database");
      Path output = folder.resolve("database.log");
      if (!Files.exists(output)) Files.createFile(output);
      var programs = new Programs(Binaries.in(folder.resolve("programs")), output);
      Secrets secrets = Secrets.in(folder);
      if (!Files.exists(cluster.resolve("PG_VERSION"))) make(cluster, programs, secrets);
      refuseOtherVersion(cluster);
      int port = adopted(cluster, secrets).orElseGet(() -> started(cluster, programs, secrets));
      return new EmbeddedPostgres(cluster, programs, lock, secrets, port);
    } catch (IOException e) {
      throw new DatabaseFault(
          "The data folder "
              + data
              + " cannot be used ("
              + e.getMessage()
              + "). Give another with --data, or make it writable for this user.",
          e);
    }
  }

  private static FileLock lock(Path folder) throws IOException {
    var file = new RandomAccessFile(folder.resolve("lock").toFile(), "rw");
    FileLock lock;
    try {
      lock = file.getChannel().tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      file.close();
      throw new DatabaseFault(
          "Another Karyalay is running on the data folder "
              + folder
              + ". Stop it first, or give another with --data.");
    }
    return lock;
  }

  private static void make(Path cluster, Programs programs, Secrets secrets) throws IOException {
    Files.createDirectories(cluster);
    Path password = Files.createTempFile(cluster.getParent(), "password", "");
    Files.writeString(password, secrets.superuser());
    Programs.handOver(cluster);
    Programs.handOver(password);
    Files.setPosixFilePermissions(cluster, PosixFilePermissions.fromString("rwx------"));
    // With ctype C, pg_trgm sees no Devanagari, silently.
    int exit =
        programs.run(
            "initdb",
            "--pgdata=" + cluster,
            "--username=karyalay_superuser",
            "--pwfile=" + password,
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--lc-ctype=C.UTF-8",
            "--lc-collate=C",
            "--lc-messages=C",
            "--auth=scram-sha-256",
            "--data-checksums");
    Files.delete(password);
    if (exit != 0)
      throw new DatabaseFault(
          "The database could not be made in " + cluster + ": " + programs.lastWords());
  }

  private static void refuseOtherVersion(Path cluster) throws IOException {
    String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
    if (!version.equals(Integer.toString(MAJOR)))
      throw new DatabaseFault(
          "The data folder was made by PostgreSQL "
              + version
              + "; this program brings PostgreSQL "
              + MAJOR
              + ". Export with the old program and import with this one.");
  }

  /// The port of a live server of ours on this folder.
  private static Optional<Integer> adopted(Path cluster, Secrets secrets) throws IOException {
    Path pid = cluster.resolve("postmaster.pid");
    if (!Files.exists(pid)) return Optional.empty();
    List<String> lines = Files.readAllLines(pid);
    if (lines.size() < 4) return Optional.empty();
    int port = Integer.parseInt(lines.get(3).strip());
    return answers(port, secrets) ? Optional.of(port) : Optional.empty();
  }

  private static boolean answers(int port, Secrets secrets) {
    String url =
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?connectTimeout=2&loginTimeout=2";
    try (var connection =
        DriverManager.getConnection(url, "karyalay_superuser", secrets.superuser())) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  private static int started(Path cluster, Programs programs, Secrets secrets) {
    for (int attempt = 0; attempt < 5; attempt++) {
      int port = freePort(attempt);
      int exit =
          programs.run(
              "pg_ctl",
              "--pgdata=" + cluster,
              "--log=" + cluster.resolve("server.log"),
              "--wait",
              "--timeout=100",
              "--options=" + options(port),
              "start");
      if (exit == 0 && answers(port, secrets)) return port;
    }
    throw new DatabaseFault(
        "The database did not start. See "
            + cluster.resolve("server.log")
            + ". "
            + programs.lastWords());
  }

  /// Durable: what is answered is on the disk. Small: for one machine that also runs the program.
  private static String options(int port) {
    return String.join(
        " ",
        "-p " + port,
        "-c listen_addresses=127.0.0.1",
        "-c unix_socket_directories=''",
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

  /// The usual port if it is free, else any.
  private static int freePort(int attempt) {
    try (var socket =
        new ServerSocket(attempt == 0 ? PREFERRED_PORT : 0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      if (attempt == 0) return freePort(1);
      throw new DatabaseFault("No free port for the database: " + e.getMessage(), e);
    }
  }

  /// Where and as whom to connect.
  public Connections connections() {
    return new Connections(
        "jdbc:postgresql://127.0.0.1:" + port + "/",
        "karyalay_superuser",
        secrets.superuser(),
        secrets.owner(),
        secrets.app(),
        secrets.reader());
  }

  public int port() {
    return port;
  }

  /// Stops the server; what is committed stays.
  @Override
  public void close() {
    programs.run("pg_ctl", "--pgdata=" + cluster, "--mode=fast", "--wait", "stop");
    try {
      lock.acquiredBy().close();
    } catch (IOException e) {
      throw new DatabaseFault("The data folder could not be released: " + e.getMessage(), e);
    }
  }
}
