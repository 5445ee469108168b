package karyalay.database;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The program's own PostgreSQL on its own data folder: durable, on loopback only, with a password
/// nobody knows. A server of ours that is still alive is adopted, one that was killed recovers, and
/// one that dies while the program lives is started again.
public final class EmbeddedPostgres implements AutoCloseable {
  private final Cluster cluster;
  private final FileLock lock;
  private final Secrets secrets;
  private final int port;
  private final boolean alive;
  private final Watch watch;
  private final Readiness readiness;

  private EmbeddedPostgres(
      Cluster cluster, FileLock lock, Secrets secrets, int port, boolean alive) {
    this.cluster = cluster;
    this.lock = lock;
    this.secrets = secrets;
    this.port = port;
    this.alive = alive;
    this.watch = new Watch(cluster, port);
    this.readiness =
        Readiness.of(() -> {
          if (!alive) cluster.start(port);
          connections().prepare();
          watch.begin();
        });
  }

  /// Starts on a data folder, making it if need be, and waits until it answers.
  ///
  /// @throws DatabaseFault as {@link #begin}, and when the server does not start
  public static EmbeddedPostgres start(Path data) {
    EmbeddedPostgres server = begin(data);
    try {
      server.readiness.await();
      return server;
    } catch (DatabaseFault e) {
      server.close();
      throw e;
    }
  }

  /// The same without waiting: the port is known, and {@link #readiness} tells when it answers with
  /// roles and database made.
  ///
  /// @throws DatabaseFault in a sentence: folder not writable, in use by another program, made by
  ///   another version
  public static EmbeddedPostgres begin(Path data) {
    try {
      Files.createDirectories(data);
      Path folder = data.toRealPath();
      FileLock lock = lock(folder);
      try {
        return begin(folder, lock);
      } catch (DatabaseFault | IOException e) {
        lock.acquiredBy().close();
        throw e;
      }
    } catch (IOException e) {
      throw new DatabaseFault(
          "The data folder "
              + data
              + " cannot be used ("
              + why(e)
              + "). Give another with --data, or make it writable for this user.",
          e);
    }
  }

  private static EmbeddedPostgres begin(Path folder, FileLock lock) throws IOException {
    Path output = folder.resolve("database.log");
    if (!Files.exists(output)) Files.createFile(output);
    var programs = new Programs(Binaries.in(folder.resolve("programs")), output);
    Secrets secrets = Secrets.in(folder);
    var cluster = new Cluster(folder.resolve("database"), programs, secrets);
    cluster.prepare();
    Optional<Integer> live = cluster.adopted();
    int port = live.isPresent() ? live.get() : Cluster.freePort();
    return new EmbeddedPostgres(cluster, lock, secrets, port, live.isPresent());
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

  private static String why(IOException e) {
    return switch (e) {
      case FileAlreadyExistsException _ -> "a file of that name is there";
      case AccessDeniedException _ -> "writing is not allowed there";
      case FileSystemException system when system.getReason() != null -> system.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  /// Where and as whom to connect.
  public Connections connections() {
    return new Connections(
        "jdbc:postgresql://127.0.0.1:" + port + "/",
        Cluster.SUPERUSER,
        secrets.superuser(),
        secrets.owner(),
        secrets.app(),
        secrets.reader(),
        cluster.socket(port, alive));
  }

  public int port() {
    return port;
  }

  public Readiness readiness() {
    return readiness;
  }

  /// Stops the server; what is committed stays.
  @Override
  public void close() {
    readiness.end();
    watch.close();
    cluster.stop();
    try {
      lock.acquiredBy().close();
    } catch (IOException e) {
      throw new DatabaseFault("The data folder could not be released: " + e.getMessage(), e);
    }
  }
}
