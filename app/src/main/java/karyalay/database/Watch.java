package karyalay.database;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks every second whether the server is alive, and starts it again when it died while the
/// program goes on: memory ran out, somebody killed it. It recovers by itself, and nothing that was
/// answered is lost. The pool connects anew; meanwhile requests end in a sentence.
///
/// It looks rather than waits for the process to end: the server is no child of ours, and where
/// nobody buries dead processes such a wait never ends.
final class Watch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final Duration BETWEEN = Duration.ofSeconds(1);

  private final Cluster cluster;
  private final int port;
  private final Thread watchman;
  private boolean over;

  Watch(Cluster cluster, int port) {
    this.cluster = cluster;
    this.port = port;
    this.watchman = Thread.ofPlatform().name("database-watch").daemon().unstarted(this::keep);
  }

  void begin() {
    watchman.start();
  }

  private void keep() {
    try {
      while (look()) Thread.sleep(BETWEEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// @return whether to look again later
  private synchronized boolean look() {
    if (over) return false;
    if (cluster.lives()) return true;
    LOG.warn("the database server has died; it is started again");
    try {
      cluster.start(port);
      LOG.info("the database server is there again");
    } catch (DatabaseFault fault) {
      LOG.error("{}", fault.getMessage());
    }
    return true;
  }

  /// From now on nothing is started any more; a start under way is waited for.
  @Override
  public synchronized void close() {
    over = true;
  }
}
