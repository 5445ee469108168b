package karyalay.desk;

import static karyalay.desk.PaperStore.at;

import java.time.Instant;
import java.util.List;
import karyalay.shared.PaperId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of holds: what bars closing, relief or weeding, and why.
@Repository
class HoldStore {
  private final JdbcClient db;

  HoldStore(JdbcClient db) {
    this.db = db;
  }

  void put(PaperId paper, String source, String bars, String reason, Instant since) {
    db.sql(
            """
            INSERT INTO desk.hold (paper, source, bars, reason, since) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (paper, source, bars) DO UPDATE SET reason = excluded.reason
            """)
        .params(paper.value(), source, bars, reason, at(since))
        .update();
  }

  void lift(PaperId paper, String source) {
    db.sql("DELETE FROM desk.hold WHERE paper = ? AND source = ?")
        .params(paper.value(), source)
        .update();
  }

  /// The reasons that bar something, on the paper and on what lies in it.
  List<String> bars(PaperId paper, String what) {
    return db.sql(
            """
            SELECT DISTINCT h.reason FROM desk.hold h JOIN desk.paper p ON p.id = h.paper
            WHERE (p.id = :paper OR p.root = :paper) AND h.bars = :what ORDER BY 1
            """)
        .param("paper", paper.value())
        .param("what", what)
        .query(String.class)
        .list();
  }
}
