package karyalay.desk;

import static karyalay.desk.PaperStore.at;

import java.time.Instant;
import karyalay.organisation.Limit;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of clocks. `paper.due_at` is always the least of the open ones.
@Repository
class ClockStore {
  private final JdbcClient db;

  ClockStore(JdbcClient db) {
    this.db = db;
  }

  void start(
      PaperId paper, String name, Instant started, Limit limit, Instant due, OfficeId office) {
    db.sql(
            """
            INSERT INTO desk.clock (paper, name, started, amount, unit, due_at, office)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (paper, name) DO NOTHING
            """)
        .params(
            paper.value(),
            name,
            at(started),
            limit.amount(),
            limit.unit().name(),
            at(due),
            office.value())
        .update();
    due(paper);
  }

  void stopAll(PaperId paper, Instant now) {
    db.sql("UPDATE desk.clock SET stopped_at = ? WHERE paper = ? AND stopped_at IS NULL")
        .params(at(now), paper.value())
        .update();
    due(paper);
  }

  /// One clock, on the paper or carried by what it lies in.
  void stop(PaperId paper, String name, Instant now) {
    var papers =
        db.sql(
                """
                UPDATE desk.clock SET stopped_at = :now
                WHERE stopped_at IS NULL
                  AND (paper = :paper AND name = :name
                       OR paper = (SELECT root FROM desk.paper WHERE id = :paper)
                          AND name = :name || ':' || cast(:paper AS text))
                RETURNING paper
                """)
            .param("now", at(now))
            .param("paper", paper.value())
            .param("name", name)
            .query(java.util.UUID.class)
            .list();
    papers.forEach(one -> due(new PaperId(one)));
  }

  /// On reopening: what was promised outside runs on from its first day; the level clock runs too.
  void runAgain(PaperId paper) {
    db.sql("UPDATE desk.clock SET stopped_at = NULL WHERE paper = ?").param(paper.value()).update();
    due(paper);
  }

  /// What runs on a paper that goes into another runs on there, under a name that tells whose it
  /// is.
  void carry(PaperId from, PaperId to) {
    db.sql(
            """
            UPDATE desk.clock SET paper = :to, name = name || ':' || cast(:from AS text)
            WHERE paper = :from AND name <> 'LEVEL' AND stopped_at IS NULL
            """)
        .param("from", from.value())
        .param("to", to.value())
        .update();
    db.sql("UPDATE desk.clock SET stopped_at = now() WHERE paper = ? AND stopped_at IS NULL")
        .param(from.value())
        .update();
    due(to);
  }

  /// What ran on a paper before, or on what lies in it, runs on there again: the name says whose it
  /// is, by all that it lay in.
  void bringBack(PaperId paper, PaperId from) {
    db.sql(
            """
            UPDATE desk.clock
            SET paper = :paper, name = left(name, strpos(name, ':' || cast(:paper AS text)) - 1)
            WHERE paper = :from AND strpos(name, ':' || cast(:paper AS text)) > 0
            """)
        .param("from", from.value())
        .param("paper", paper.value())
        .update();
    db.sql("UPDATE desk.clock SET stopped_at = NULL WHERE paper = ? AND name = 'LEVEL'")
        .param(paper.value())
        .update();
    due(paper);
    due(from);
  }

  private void due(PaperId paper) {
    db.sql(
            """
            UPDATE desk.paper SET due_at = coalesce(
                (SELECT min(due_at) FROM desk.clock
                 WHERE paper = :paper AND stopped_at IS NULL AND paused_since IS NULL), 'infinity')
            WHERE id = :paper
            """)
        .param("paper", paper.value())
        .update();
  }
}
