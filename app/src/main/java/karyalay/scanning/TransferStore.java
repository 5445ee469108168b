package karyalay.scanning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of `scanning.transfer`.
@Repository
class TransferStore {
  private final JdbcClient db;

  TransferStore(JdbcClient db) {
    this.db = db;
  }

  record Row(UUID id, String name, long bytes, @Nullable UUID upload) {}

  record Load(int files, long bytes) {}

  /// @return false when the very file is on its way already
  boolean insert(UUID id, PersonId by, String name, String mark, long bytes, Instant at) {
    return db.sql(
                """
                INSERT INTO scanning.transfer (id, person, name, mark, bytes, made_at, touched_at)
                VALUES (:id, :person, :name, :mark, :bytes, :at, :at)
                ON CONFLICT (person, mark, bytes, name) WHERE upload IS NULL DO NOTHING
                """)
            .param("id", id)
            .param("person", by.value())
            .param("name", name)
            .param("mark", mark)
            .param("bytes", bytes)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Optional<Row> same(PersonId by, String name, String mark, long bytes) {
    return db.sql(
            """
            SELECT id, name, bytes, upload FROM scanning.transfer
            WHERE person = ? AND mark = ? AND bytes = ? AND name = ? AND upload IS NULL
            """)
        .params(by.value(), mark, bytes, name)
        .query((row, _) -> row(row))
        .optional();
  }

  Optional<Row> find(UUID id, PersonId by) {
    return db.sql(
            "SELECT id, name, bytes, upload FROM scanning.transfer WHERE id = ? AND person = ?")
        .params(id, by.value())
        .query((row, _) -> row(row))
        .optional();
  }

  List<Row> open(PersonId by) {
    return db.sql(
            """
            SELECT id, name, bytes, upload FROM scanning.transfer
            WHERE person = ? AND upload IS NULL ORDER BY made_at
            """)
        .param(by.value())
        .query((row, _) -> row(row))
        .list();
  }

  Load load(PersonId by) {
    return db.sql(
            """
            SELECT count(*) AS files, coalesce(sum(bytes), 0) AS bytes FROM scanning.transfer
            WHERE person = ? AND upload IS NULL
            """)
        .param(by.value())
        .query((row, _) -> new Load(row.getInt("files"), row.getLong("bytes")))
        .single();
  }

  void touch(UUID id, Instant at) {
    db.sql("UPDATE scanning.transfer SET touched_at = ? WHERE id = ?")
        .params(at.atOffset(ZoneOffset.UTC), id)
        .update();
  }

  void became(UUID id, UUID upload, Instant at) {
    db.sql("UPDATE scanning.transfer SET upload = ?, touched_at = ? WHERE id = ?")
        .params(upload, at.atOffset(ZoneOffset.UTC), id)
        .update();
  }

  void delete(UUID id) {
    db.sql("DELETE FROM scanning.transfer WHERE id = ?").param(id).update();
  }

  /// What nobody has added to since then, done or not.
  List<UUID> left(Instant since) {
    return db.sql("SELECT id FROM scanning.transfer WHERE touched_at < ?")
        .param(since.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        Objects.requireNonNull(row.getString("name")),
        row.getLong("bytes"),
        row.getObject("upload", UUID.class));
  }
}
