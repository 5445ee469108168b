package karyalay.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.PaperId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of mergings.
@Repository
class MergingStore {
  private final JdbcClient db;

  MergingStore(JdbcClient db) {
    this.db = db;
  }

  /// @return false when one is open for the same file
  boolean ask(UUID id, PaperId source, PaperId target, String reason, Act act, Instant at) {
    return db.sql(
                """
                INSERT INTO files.merging (id, source, target, reason, asked_person, asked_post, asked_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (source) WHERE done_at IS NULL AND approved IS DISTINCT FROM false DO NOTHING
                """)
            .params(
                id,
                source.value(),
                target.value(),
                reason,
                act.person().value(),
                act.post().value(),
                at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Optional<Merging> lock(UUID id) {
    return db.sql("SELECT * FROM files.merging WHERE id = ? FOR UPDATE")
        .param(id)
        .query((row, n) -> merging(row))
        .optional();
  }

  void decide(UUID id, boolean approved, String remark, Act act, Instant at) {
    db.sql(
            """
            UPDATE files.merging SET approved = ?, remark = ?, decided_person = ?, decided_post = ?, decided_at = ?
            WHERE id = ?
            """)
        .params(
            approved,
            remark,
            act.person().value(),
            act.post().value(),
            at.atOffset(ZoneOffset.UTC),
            id)
        .update();
  }

  void done(UUID id, Instant at) {
    db.sql("UPDATE files.merging SET done_at = ? WHERE id = ?")
        .params(at.atOffset(ZoneOffset.UTC), id)
        .update();
  }

  private static Merging merging(ResultSet row) throws SQLException {
    return new Merging(
        FileStore.uuid(row, "id"),
        new PaperId(FileStore.uuid(row, "source")),
        new PaperId(FileStore.uuid(row, "target")),
        (Boolean) row.getObject("approved"),
        row.getTimestamp("done_at") != null);
  }
}
