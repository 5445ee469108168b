package karyalay.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who looked at what (OP-52). A protected paper's view is written before a byte of it is sent; the
/// rest go in batches that need not wait for the disk.
@Component
public class Views {
  private static final String INSERT =
      "INSERT INTO desk.view (paper, person, post, at) VALUES (?, ?, ?, ?)";
  private static final int BATCH = 500;

  private final ConcurrentLinkedQueue<Object[]> waiting = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<ViewWatcher.Look> looks = new ConcurrentLinkedQueue<>();
  private final JdbcTemplate db;
  private final OfficeTime time;
  private final ObjectProvider<ViewWatcher> watchers;

  Views(JdbcTemplate db, OfficeTime time, ObjectProvider<ViewWatcher> watchers) {
    this.db = db;
    this.time = time;
    this.watchers = watchers;
  }

  public void seen(Paper paper, Scope scope) {
    Object[] line = {
      paper.id().value(), scope.person().value(), scope.post().value(), PaperStore.at(time.now())
    };
    if (paper.guarded()) db.update(INSERT, line);
    else waiting.add(line);
    looked(paper.id(), scope);
  }

  /// A page of a paper was shown, on whatever page of ours. It is no line of its own in the log,
  /// which would be one for every leaf turned.
  public void looked(PaperId paper, Scope scope) {
    looks.add(new ViewWatcher.Look(paper, scope.person(), scope.post(), time.now()));
  }

  /// Writes what waits.
  @Scheduled(fixedDelay = 1000)
  @Transactional
  public void write() {
    List<Object[]> lines = taken(waiting);
    List<ViewWatcher.Look> fresh = taken(looks);
    if (lines.isEmpty() && fresh.isEmpty()) return;
    db.execute("SET LOCAL synchronous_commit = off");
    if (!lines.isEmpty()) db.batchUpdate(INSERT, lines);
    if (!fresh.isEmpty()) watchers.orderedStream().forEach(watcher -> watcher.looked(fresh));
  }

  private static <T> List<T> taken(ConcurrentLinkedQueue<T> queue) {
    List<T> taken = new ArrayList<>();
    for (T one = queue.poll(); one != null; one = queue.poll()) {
      taken.add(one);
      if (taken.size() == BATCH) break;
    }
    return taken;
  }
}
