package karyalay.files;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of consultations.
@Repository
class ConsultationStore {
  private final JdbcClient db;

  ConsultationStore(JdbcClient db) {
    this.db = db;
  }

  void insert(
      UUID id, PaperId file, PostId asked, String question, LocalDate target, Act act, Instant at) {
    db.sql(
            """
            INSERT INTO files.consultation (id, paper, asked, question, target, person, post, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            file.value(),
            asked.value(),
            question,
            target,
            act.person().value(),
            act.post().value(),
            at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// A consultation as it is acted on.
  record Row(LocalDate target, boolean ended) {}

  Optional<Row> lock(UUID id, PaperId file) {
    return db.sql(
            """
            SELECT target, outcome IS NOT NULL AS ended FROM files.consultation
            WHERE id = ? AND paper IN (SELECT volume FROM files.v_volume WHERE file = ?) FOR UPDATE
            """)
        .params(id, file.value())
        .query((row, n) -> new Row(Related.day(row, "target"), row.getBoolean("ended")))
        .optional();
  }

  void end(UUID id, String outcome, String remark, Act act, Instant at) {
    db.sql(
            """
            UPDATE files.consultation SET outcome = ?, remark = ?, ended_at = ?, ended_post = ? WHERE id = ?
            """)
        .params(outcome, remark, at.atOffset(ZoneOffset.UTC), act.post().value(), id)
        .update();
  }

  void extend(UUID id, LocalDate was, LocalDate target, String reason, Act act, Instant at) {
    db.sql(
            """
            WITH moved AS (UPDATE files.consultation SET target = :target WHERE id = :id)
            INSERT INTO files.consultation_extension (consultation, was, target, reason, person, post, at)
            VALUES (:id, :was, :target, :reason, :person, :post, :at)
            """)
        .param("id", id)
        .param("was", was)
        .param("target", target)
        .param("reason", reason)
        .param("person", act.person().value())
        .param("post", act.post().value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Consultations.Expired> expired(Scope scope, LocalDate today) {
    return db.sql(
            """
            SELECT c.id, p.id AS file, p.number, CASE WHEN r.named THEN p.title ELSE '' END AS title,
                   asked.mark, CASE WHEN r.named THEN c.question ELSE '' END AS question, c.target
            FROM desk.v_paper p
            JOIN desk.readable(:person, :post) r ON r.paper = p.id
            JOIN files.v_volume v ON v.file = p.id
            JOIN files.consultation c ON c.paper = v.volume
            LEFT JOIN organisation.v_post_ever asked ON asked.id = c.asked
            WHERE p.holder = :post AND p.place IN ('DESK', 'TRANSIT') AND p.kind = 'FILE'
              AND c.outcome IS NULL AND c.target < :today
            ORDER BY c.target, c.id LIMIT 200
            """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("today", today)
        .query((row, n) ->
            new Consultations.Expired(
                FileStore.uuid(row, "id"),
                new PaperId(FileStore.uuid(row, "file")),
                FileStore.text(row, "number"),
                FileStore.text(row, "title"),
                FileStore.text(row, "mark"),
                FileStore.text(row, "question"),
                Related.day(row, "target")))
        .list();
  }
}
