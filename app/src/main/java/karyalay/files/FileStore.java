package karyalay.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of files and their correspondence.
@Repository
class FileStore {
  private final JdbcClient db;

  FileStore(JdbcClient db) {
    this.db = db;
  }

  void insert(
      ContentId id,
      PaperId paper,
      OfficeId district,
      OfficeId office,
      NewFile file,
      Act act,
      Instant at) {
    db.sql(
            """
            INSERT INTO files.file (content, paper, district, office, creator, scheme, heads, number, subject,
                category, language, earlier, remarks, opened_by, opened_on)
            VALUES (:id, :paper, :district, :office, :creator, :scheme, :heads, :number, :subject,
                :category, :language, :earlier, :remarks, :person, :at)
            """)
        .param("id", id.value())
        .param("paper", paper.value())
        .param("district", district.value())
        .param("office", office.value())
        .param("creator", act.post().value())
        .param("scheme", file.byHeads() ? "HEADS" : "FREE")
        .param("heads", file.heads().toArray(String[]::new))
        .param("number", file.byHeads() ? "" : file.number().strip())
        .param("subject", file.subject().strip())
        .param("category", file.category())
        .param("language", file.language())
        .param("earlier", file.earlier())
        .param("remarks", file.remarks())
        .param("person", act.person().value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void number(ContentId id, String number) {
    db.sql("UPDATE files.file SET number = ? WHERE content = ?")
        .params(number, id.value())
        .update();
  }

  boolean numberTaken(OfficeId office, String number) {
    return db.sql(
            "SELECT EXISTS (SELECT FROM files.file WHERE office = ? AND lower(number) = lower(?) AND number <> '')")
        .params(office.value(), number)
        .query(Boolean.class)
        .single();
  }

  Optional<FileCover> cover(ContentId id) {
    return db.sql("SELECT * FROM files.file WHERE content = ?")
        .param(id.value())
        .query((row, n) -> cover(row))
        .optional();
  }

  static FileCover cover(ResultSet row) throws SQLException {
    return new FileCover(
        new ContentId(uuid(row, "content")),
        row.getLong("computer_number"),
        text(row, "number"),
        text(row, "subject"),
        text(row, "category"),
        text(row, "language"),
        text(row, "earlier"),
        text(row, "later"),
        text(row, "remarks"),
        row.getTimestamp("opened_on").toInstant(),
        row.getInt("next_paragraph") - 1,
        row.getInt("next_page") - 1);
  }

  void change(ContentId id, Cover cover) {
    db.sql(
            """
            UPDATE files.file SET subject = ?, category = ?, language = ?, earlier = ?, later = ?, remarks = ?
            WHERE content = ?
            """)
        .params(
            cover.subject(),
            cover.category(),
            cover.language(),
            cover.earlier(),
            cover.later(),
            cover.remarks(),
            id.value())
        .update();
  }

  void changed(ContentId id, Act act, String field, String old, String fresh, Instant at) {
    db.sql(
            """
            INSERT INTO files.cover_change (content, at, person, post, field, old, new)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id.value(),
            at.atOffset(ZoneOffset.UTC),
            act.person().value(),
            act.post().value(),
            field,
            old,
            fresh)
        .update();
  }

  List<CoverChange> changes(ContentId id) {
    return db.sql(
            """
            SELECT c.at, p.mark, x.name_hi, x.name_en, c.field, c.old, c.new AS fresh
            FROM files.cover_change c LEFT JOIN organisation.v_post_ever p ON p.id = c.post
            LEFT JOIN organisation.v_person x ON x.id = c.person
            WHERE c.content = ? ORDER BY c.at DESC LIMIT 100
            """)
        .param(id.value())
        .query((row, n) ->
            new CoverChange(
                row.getTimestamp("at").toInstant(),
                text(row, "mark"),
                text(row, "field"),
                text(row, "old"),
                text(row, "fresh")))
        .list();
  }

  /// Puts a paper into the correspondence at the next serial; its pages run on (OP-28, OP-60).
  ///
  /// @return the serial
  int enclose(
      ContentId file, PaperId paper, String number, String title, int pages, Act act, Instant at) {
    return db.sql(
            """
            WITH next AS (
                UPDATE files.file SET next_serial = next_serial + 1, next_page = next_page + :pages
                WHERE content = :file RETURNING next_serial - 1 AS serial, next_page - :pages AS first
            )
            INSERT INTO files.correspondence
                (content, serial, paper, number, title, page_from, page_to, person, at)
            SELECT :file, serial, :paper, :number, :title, first, first + :pages - 1, :person, :at FROM next
            RETURNING serial
            """)
        .param("file", file.value())
        .param("paper", paper.value())
        .param("number", number)
        .param("title", title)
        .param("pages", pages)
        .param("person", act.person().value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  /// Marks one paper as the one under consideration; the mark moves from any other (OP-61).
  void consider(ContentId file, int serial) {
    db.sql(
            "UPDATE files.correspondence SET puc = (serial = ?) WHERE content = ? AND (puc OR serial = ?)")
        .params(serial, file.value(), serial)
        .update();
  }

  /// When a file was last reopened; the beginning of time when never.
  Instant lastReopened(PaperId paper) {
    return db.sql("SELECT max(at) AS at FROM desk.v_movement WHERE paper = ? AND word = 'REOPENED'")
        .param(paper.value())
        .query((row, n) -> Optional.ofNullable(row.getTimestamp("at")).map(at -> at.toInstant()))
        .single()
        .orElse(Instant.EPOCH);
  }

  /// Files that the reader may see, newest first.
  List<FileLine> list(Scope scope, String place, String typed, int offset, int limit) {
    return db.sql(
            """
            SELECT p.id, f.number, CASE WHEN r.named THEN f.subject ELSE '' END AS subject, p.class, p.place,
                   f.opened_on, h.mark AS holder, f.computer_number
            FROM files.file f
            JOIN desk.v_paper p ON p.id = f.paper
            JOIN desk.readable(:person, :post) r ON r.paper = p.id
            LEFT JOIN organisation.v_post_ever h ON h.id = p.holder
            WHERE (:place = '' OR p.place = :place)
              AND (:typed = '' OR f.number ILIKE :like OR (r.named AND f.subject ILIKE :like)
                   OR cast(f.computer_number AS text) = :typed)
            ORDER BY f.opened_on DESC, f.content LIMIT :limit OFFSET :offset
            """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("place", place)
        .param("typed", typed)
        .param(
            "like", "%" + typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
        .param("limit", limit)
        .param("offset", offset)
        .query((row, n) ->
            new FileLine(
                new PaperId(uuid(row, "id")),
                row.getLong("computer_number"),
                text(row, "number"),
                text(row, "subject"),
                text(row, "class"),
                text(row, "place"),
                row.getTimestamp("opened_on").toInstant(),
                Objects.requireNonNullElse(row.getString("holder"), "")))
        .list();
  }

  static UUID uuid(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class), column);
  }

  static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }
}
