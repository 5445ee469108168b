package karyalay.drafts;

import static karyalay.drafts.LetterRows.id;
import static karyalay.drafts.LetterRows.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import karyalay.shared.Act;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of prints that are a मूल (OP-142).
@Repository
class OriginalStore {
  private final JdbcClient db;

  OriginalStore(JdbcClient db) {
    this.db = db;
  }

  /// The next copy of a letter whose row is locked.
  int add(LetterId letter, Act act, Instant now, Instant due) {
    return db.sql(
            """
            INSERT INTO drafts.original (letter, copy, person, post, at, due_at)
            SELECT :letter, coalesce(max(copy), 0) + 1, :person, :post, :now, :due
            FROM drafts.original WHERE letter = :letter RETURNING copy
            """)
        .param("letter", letter.value())
        .param("person", act.person().value())
        .param("post", act.post().value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("due", due.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  boolean returned(LetterId letter, int copy, Act act, Instant now) {
    return db.sql(
                """
                UPDATE drafts.original SET returned_at = ?, returned_by = ?
                WHERE letter = ? AND copy = ? AND returned_at IS NULL
                """)
            .params(now.atOffset(ZoneOffset.UTC), act.person().value(), letter.value(), copy)
            .update()
        == 1;
  }

  List<Originals.Copy> of(LetterId letter) {
    return db.sql("SELECT * FROM drafts.original WHERE letter = ? ORDER BY copy")
        .param(letter.value())
        .query((row, n) ->
            new Originals.Copy(
                row.getInt("copy"),
                Objects.requireNonNull(LetterRows.instant(row, "at")),
                Objects.requireNonNull(LetterRows.instant(row, "due_at")),
                LetterRows.instant(row, "returned_at")))
        .list();
  }

  /// Copies whose scan is not back, of letters in the reader's reach, the longest due first.
  List<Originals.Out> out(Scope scope) {
    return db.sql(
            """
            SELECT o.letter, o.copy, o.due_at, l.form, l.number, l.paper, CASE WHEN r.named THEN l.subject ELSE '' END
                   AS subject
            FROM drafts.original o JOIN drafts.letter l ON l.id = o.letter
            JOIN desk.readable(:person, :post) r ON r.paper = l.paper
            WHERE o.returned_at IS NULL
              AND l.office = (SELECT office FROM organisation.v_post WHERE id = :post)
            ORDER BY o.due_at LIMIT 200
            """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .query((row, n) -> out(row))
        .list();
  }

  private static Originals.Out out(ResultSet row) throws SQLException {
    return new Originals.Out(
        new LetterId(id(row, "letter")),
        new PaperId(id(row, "paper")),
        row.getInt("copy"),
        LetterRows.form(row),
        text(row, "number"),
        text(row, "subject"),
        Objects.requireNonNull(LetterRows.instant(row, "due_at")));
  }

  /// How many were printed and how many are not back, form by form (B-39).
  List<Originals.Count> counts(Scope scope) {
    return db.sql(
            """
            SELECT l.form, count(*)::int AS printed, count(*) FILTER (WHERE o.returned_at IS NULL)::int AS missing
            FROM drafts.original o JOIN drafts.letter l ON l.id = o.letter
            WHERE l.office = (SELECT office FROM organisation.v_post WHERE id = :post)
            GROUP BY l.form ORDER BY 2 DESC
            """)
        .param("post", scope.post().value())
        .query((row, n) ->
            new Originals.Count(LetterRows.form(row), row.getInt("printed"), row.getInt("missing")))
        .list();
  }
}
