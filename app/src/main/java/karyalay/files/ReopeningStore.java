package karyalay.files;

import java.time.Instant;
import java.time.ZoneOffset;
import karyalay.shared.Act;
import karyalay.shared.PaperId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Agreements to reopen: rows are added, never changed.
@Repository
class ReopeningStore {
  private final JdbcClient db;

  ReopeningStore(JdbcClient db) {
    this.db = db;
  }

  void approve(PaperId file, Act act, int level, String remark, Instant at) {
    db.sql(
            """
            INSERT INTO files.reopening_approval (paper, person, post, level, remark, at)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .params(
            file.value(),
            act.person().value(),
            act.post().value(),
            level,
            remark,
            at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// The highest level of an officer who has agreed since then; 0 for none.
  int approved(PaperId file, Instant since) {
    return db.sql(
            """
            SELECT coalesce(max(level), 0) FROM files.reopening_approval WHERE paper = ? AND at >= ?
            """)
        .params(file.value(), since.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }
}
