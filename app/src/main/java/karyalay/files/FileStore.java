package karyalay.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.desk.Paper;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of files and their correspondence.
@Repository
class FileStore {
  private final JdbcClient db;

  FileStore(JdbcClient db) {
    this.db = db;
  }

  /// @return whether it was written; false when another file of the office bears the number
  boolean insert(
      ContentId id,
      PaperId paper,
      OfficeId district,
      OfficeId office,
      NewFile file,
      Act act,
      Instant at) {
    return db.sql(
                """
                INSERT INTO files.file (content, paper, district, office, creator, scheme, heads, number, subject,
                    category, language, earlier, remarks, opened_by, opened_on)
                VALUES (:id, :paper, :district, :office, :creator, :scheme, :heads, :number, :subject,
                    :category, :language, :earlier, :remarks, :person, :at)
                ON CONFLICT (office, lower(number)) WHERE number <> '' DO NOTHING
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
            .update()
        == 1;
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
        row.getInt("next_page") - 1,
        text(row, "record_class"));
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

  void recordClass(ContentId id, String code) {
    db.sql("UPDATE files.file SET record_class = ? WHERE content = ?")
        .params(code, id.value())
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
  int enclose(ContentId file, Paper letter, String words, int pages, Act act, Instant at) {
    return db.sql(
            """
            WITH next AS (
                UPDATE files.file SET next_serial = next_serial + 1, next_page = next_page + :pages
                WHERE content = :file RETURNING next_serial - 1 AS serial, next_page - :pages AS first
            )
            INSERT INTO files.correspondence
                (content, serial, paper, number, title, words, page_from, page_to, person, at)
            SELECT :file, serial, :paper, :number, :title, :words, first, first + :pages - 1, :person, :at
            FROM next
            RETURNING serial
            """)
        .param("file", file.value())
        .param("paper", letter.id().value())
        .param("number", letter.number())
        .param("title", letter.title())
        .param("words", words)
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

  /// When a word was last written in the register of movements; the beginning of time when never.
  Instant last(PaperId paper, String word) {
    return db.sql("SELECT max(at) AS at FROM desk.v_movement WHERE paper = ? AND word = ?")
        .params(paper.value(), word)
        .query((row, n) -> Optional.ofNullable(row.getTimestamp("at")).map(at -> at.toInstant()))
        .single()
        .orElse(Instant.EPOCH);
  }

  /// What a parked file waits for besides its day; null for nothing.
  void await(PaperId paper, @Nullable String event) {
    db.sql("DELETE FROM files.awaited WHERE paper = ?").param(paper.value()).update();
    if (event != null)
      db.sql("INSERT INTO files.awaited (paper, event) VALUES (?, ?)")
          .params(paper.value(), event)
          .update();
  }

  boolean awaits(PaperId paper, String event) {
    return db.sql("SELECT EXISTS (SELECT FROM files.awaited WHERE paper = ? AND event = ?)")
        .params(paper.value(), event)
        .query(Boolean.class)
        .single();
  }

  static UUID uuid(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class), column);
  }

  static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }
}
