package karyalay.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import karyalay.shared.OfficeTime;
import karyalay.shared.Scope;
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
  private final JdbcTemplate db;
  private final OfficeTime time;

  Views(JdbcTemplate db, OfficeTime time) {
    this.db = db;
    this.time = time;
  }

  public void seen(Paper paper, Scope scope) {
    Object[] line = {
      paper.id().value(), scope.person().value(), scope.post().value(), PaperStore.at(time.now())
    };
    if (paper.guarded()) db.update(INSERT, line);
    else waiting.add(line);
  }

  /// Writes what waits.
  @Scheduled(fixedDelay = 1000)
  @Transactional
  public void write() {
    List<Object[]> lines = new ArrayList<>();
    for (Object[] line = waiting.poll(); line != null; line = waiting.poll()) {
      lines.add(line);
      if (lines.size() == BATCH) break;
    }
    if (lines.isEmpty()) return;
    db.execute("SET LOCAL synchronous_commit = off");
    db.batchUpdate(INSERT, lines);
  }
}
