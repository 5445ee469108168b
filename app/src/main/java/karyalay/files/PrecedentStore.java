package karyalay.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of the precedent registers.
@Repository
class PrecedentStore {
  private final JdbcClient db;

  PrecedentStore(JdbcClient db) {
    this.db = db;
  }

  /// The register's row lock is its office's last entry: two at once queue on the unique serial.
  int insert(UUID id, OfficeId office, Precedents.Ruling ruling, String key, Act act, Instant at) {
    db.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 64))")
        .param("precedent " + office)
        .query(Object.class)
        .single();
    return db.sql(
            """
            INSERT INTO files.precedent (id, office, serial, paper, paragraph, subject, ruling, decided_on, key,
                                         person, post, capacity, at)
            SELECT :id, :office,
                   (SELECT coalesce(max(serial), 0) + 1 FROM files.precedent WHERE office = :office),
                   :paper, :paragraph, :subject, :ruling, :on, :key, :person, :post, :capacity, :at
            RETURNING serial
            """)
        .param("id", id)
        .param("office", office.value())
        .param("paper", ruling.file().value())
        .param("paragraph", ruling.paragraph() > 0 ? ruling.paragraph() : null, Types.INTEGER)
        .param("subject", ruling.subject())
        .param("ruling", ruling.ruling())
        .param("on", ruling.decidedOn())
        .param("key", key)
        .param("person", act.person().value())
        .param("post", act.post().value())
        .param("capacity", act.by().capacity().name())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  /// A register row as it is withdrawn.
  record Entered(OfficeId office, PaperId paper, boolean withdrawn) {}

  Optional<Entered> lock(UUID id) {
    return db.sql("SELECT office, paper, withdrawn_at FROM files.precedent WHERE id = ? FOR UPDATE")
        .param(id)
        .query((row, n) ->
            new Entered(
                new OfficeId(FileStore.uuid(row, "office")),
                new PaperId(FileStore.uuid(row, "paper")),
                row.getTimestamp("withdrawn_at") != null))
        .optional();
  }

  void withdraw(UUID id, String reason, Act act, Instant at) {
    db.sql(
            """
            UPDATE files.precedent SET withdrawn_at = ?, withdrawn_post = ?, withdrawn_reason = ? WHERE id = ?
            """)
        .params(at.atOffset(ZoneOffset.UTC), act.post().value(), reason, id)
        .update();
  }

  /// Entries of the reader's own branch, and, for a head, of those under it; only where he may read
  /// the words of the file. Newest first.
  ///
  /// @param words folded; each must occur
  List<Precedent> find(Scope scope, List<String> words, int limit) {
    return db.sql(
            """
            SELECT e.id, e.serial, o.name_hi, o.name_en, e.paper, p.number, e.paragraph, e.subject, e.ruling,
                   e.decided_on, by.mark, e.at, e.withdrawn_reason
            FROM files.precedent e
            JOIN desk.v_paper p ON p.id = e.paper
            JOIN organisation.v_office o ON o.id = e.office
            LEFT JOIN organisation.v_post_ever by ON by.id = e.post
            WHERE e.key LIKE ALL (:words)
              AND (e.office = (SELECT office FROM organisation.v_post WHERE id = :post)
                   OR e.office IN (SELECT token FROM organisation.v_token WHERE post = :post))
              AND CASE WHEN p.guarded OR p.barred
                       THEN EXISTS (SELECT FROM desk.readable(:person, :post) r
                                    WHERE r.paper = p.id AND r.named)
                       ELSE true END
            ORDER BY e.decided_on DESC, e.serial DESC LIMIT :limit
            """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("words", words.stream().map(word -> "%" + word + "%").toArray(String[]::new))
        .param("limit", limit)
        .query((row, n) -> precedent(row))
        .list();
  }

  private static Precedent precedent(ResultSet row) throws SQLException {
    return new Precedent(
        FileStore.uuid(row, "id"),
        row.getInt("serial"),
        FileStore.text(row, "name_hi"),
        FileStore.text(row, "name_en"),
        new PaperId(FileStore.uuid(row, "paper")),
        FileStore.text(row, "number"),
        row.getInt("paragraph"),
        FileStore.text(row, "subject"),
        FileStore.text(row, "ruling"),
        Objects.requireNonNull(row.getObject("decided_on", LocalDate.class)),
        FileStore.text(row, "mark"),
        row.getTimestamp("at").toInstant(),
        FileStore.text(row, "withdrawn_reason"));
  }
}
