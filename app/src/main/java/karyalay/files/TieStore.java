package karyalay.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.organisation.Post;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of ties between files.
@Repository
class TieStore {
  private final JdbcClient db;

  TieStore(JdbcClient db) {
    this.db = db;
  }

  void insert(Tie tie, String reason, Act act, Instant at) {
    db.sql(
            """
            INSERT INTO files.tie (id, kind, main, other, serial, bundle, reason, person, post, capacity, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            tie.id(),
            tie.kind().name(),
            tie.main().value(),
            tie.other().value(),
            tie.serial(),
            tie.bundle(),
            reason,
            act.person().value(),
            act.post().value(),
            act.by().capacity().name(),
            at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void end(UUID tie, String reason, Act act, Instant at) {
    db.sql(
            """
            UPDATE files.tie SET ended_at = ?, ended_person = ?, ended_post = ?, ended_reason = ?
            WHERE id = ? AND ended_at IS NULL
            """)
        .params(at.atOffset(ZoneOffset.UTC), act.person().value(), act.post().value(), reason, tie)
        .update();
  }

  Optional<Tie> lock(UUID tie) {
    return db.sql("SELECT * FROM files.tie WHERE id = ? FOR UPDATE")
        .param(tie)
        .query((row, n) -> tie(row))
        .optional();
  }

  /// The live tie by which a file is another's part, attachment or volume, or has merged into it.
  Optional<Tie> as(TieKind kind, PaperId other) {
    return db.sql(
            "SELECT * FROM files.tie WHERE other = ? AND kind = ? AND ended_at IS NULL ORDER BY at DESC LIMIT 1")
        .params(other.value(), kind.name())
        .query((row, n) -> tie(row))
        .optional();
  }

  /// What hangs on a file now, of one kind.
  List<Tie> of(TieKind kind, PaperId main) {
    return db.sql(
            "SELECT * FROM files.tie WHERE main = ? AND kind = ? AND ended_at IS NULL ORDER BY at")
        .params(main.value(), kind.name())
        .query((row, n) -> tie(row))
        .list();
  }

  boolean tied(PaperId one, PaperId two) {
    return db.sql(
            """
            SELECT EXISTS (SELECT FROM files.tie
                           WHERE ended_at IS NULL AND (main, other) IN ((:one, :two), (:two, :one)))
            """)
        .param("one", one.value())
        .param("two", two.value())
        .query(Boolean.class)
        .single();
  }

  /// Whether the file goes on in a later volume or has become one with another.
  boolean goesOn(PaperId file) {
    return db.sql(
            """
            SELECT EXISTS (SELECT FROM files.tie WHERE other = :file AND kind = 'MERGED')
                OR EXISTS (SELECT FROM files.tie later
                           LEFT JOIN files.tie mine ON mine.other = :file AND mine.kind = 'VOLUME'
                           WHERE later.kind = 'VOLUME' AND later.main = coalesce(mine.main, :file)
                             AND later.serial > coalesce(mine.serial, 1))
            """)
        .param("file", file.value())
        .query(Boolean.class)
        .single();
  }

  /// Number of the next part or volume; volumes are counted from the first, which has no tie.
  int nextSerial(TieKind kind, PaperId main) {
    return db.sql("SELECT coalesce(max(serial), ?) + 1 FROM files.tie WHERE main = ? AND kind = ?")
        .params(kind == TieKind.VOLUME ? 1 : 0, main.value(), kind.name())
        .query(Integer.class)
        .single();
  }

  /// Pages of correspondence in this volume alone.
  int pages(ContentId file) {
    return db.sql(
            """
            SELECT coalesce(max(page_to) - min(page_from) + 1, 0) FROM files.correspondence WHERE content = ?
            """)
        .param(file.value())
        .query(Integer.class)
        .single();
  }

  /// A file made out of another: same cover, its own number.
  ///
  /// @param goesOn whether notes, paragraphs, serials and pages are counted on (OP-46)
  void derive(
      ContentId id,
      PaperId paper,
      PaperId from,
      Post by,
      String number,
      boolean goesOn,
      Act act,
      Instant at) {
    db.sql(
            """
            INSERT INTO files.file (content, paper, district, office, creator, scheme, heads, number, subject,
                category, language, earlier, opened_by, opened_on, next_note, next_paragraph, next_serial,
                next_page)
            SELECT :id, :paper, :district, :office, :post, 'FREE', f.heads, :number, f.subject, f.category,
                   f.language, f.number, :person, :at,
                   CASE WHEN :on THEN f.next_note ELSE 1 END, CASE WHEN :on THEN f.next_paragraph ELSE 1 END,
                   CASE WHEN :on THEN f.next_serial ELSE 1 END, CASE WHEN :on THEN f.next_page ELSE 1 END
            FROM files.file f WHERE f.paper = :from
            """)
        .param("id", id.value())
        .param("paper", paper.value())
        .param("from", from.value())
        .param("district", by.district().value())
        .param("office", by.office().value())
        .param("post", act.post().value())
        .param("person", act.person().value())
        .param("number", number)
        .param("on", goesOn)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// The number of a file's first volume, from which those of parts and volumes are made.
  String number(PaperId file) {
    return db.sql("SELECT number FROM files.file WHERE paper = ?")
        .param(file.value())
        .query(String.class)
        .single();
  }

  /// Whether a post stands above another in the line.
  boolean stands(PostId senior, PostId post) {
    return db.sql("SELECT EXISTS (SELECT FROM organisation.v_senior WHERE senior = ? AND post = ?)")
        .params(senior.value(), post.value())
        .query(Boolean.class)
        .single();
  }

  private static Tie tie(ResultSet row) throws SQLException {
    return new Tie(
        FileStore.uuid(row, "id"),
        TieKind.valueOf(FileStore.text(row, "kind")),
        new PaperId(FileStore.uuid(row, "main")),
        new PaperId(FileStore.uuid(row, "other")),
        row.getInt("serial"),
        FileStore.text(row, "bundle"),
        row.getTimestamp("ended_at") == null);
  }
}
