package karyalay.files;

import static karyalay.files.FileStore.text;
import static karyalay.files.FileStore.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import karyalay.desk.Chair;
import karyalay.desk.Kind;
import karyalay.desk.Paper;
import karyalay.shared.Capacity;
import karyalay.shared.ContentId;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the green sheet shows; the reader's permission has been asked before.
@Repository
class SheetStore {
  /// Notes on one page, and how many letters of them: a page stays within 100 KB on a thin line.
  private static final int MOST_NOTES = 60;

  private static final int MOST_LETTERS = 16_000;

  /// Cover, the reader's own draft, and, for the holder, whom the file usually goes to next: up to
  /// the senior, or, once it came down from above, to whoever had sent it up.
  private static final String HEAD =
      """
      SELECT f.*, d.body AS draft, d.rich AS draft_rich,
             EXISTS (SELECT FROM files.awaited a WHERE a.paper = f.paper) AS awaited, s.*
      FROM files.file f
      LEFT JOIN files.draft d ON d.content = f.content AND d.person = :person AND d.post = :post
      LEFT JOIN LATERAL (
          WITH way AS (
              SELECT (SELECT senior FROM organisation.v_senior WHERE post = :post AND distance = 1) AS up,
                     EXISTS (SELECT FROM organisation.v_senior WHERE post = :post AND senior = :from) AS down
          )
          SELECT (array_agg(c.why ORDER BY c.turn))[1] AS why, min(c.turn) AS turn, p.mark, p.designation_hi,
                 p.designation_en, p.office_hi, p.office_en
          FROM (SELECT 1 AS turn, 'NEXT' AS why, up AS post FROM way WHERE NOT down
                UNION ALL SELECT 1, 'NEXT', (
                    SELECT m.from_post FROM desk.v_movement m
                    WHERE m.paper = :paper AND m.to_post = :post AND m.word = 'FORWARDED'
                      AND NOT EXISTS (SELECT FROM organisation.v_senior a
                                      WHERE a.post = :post AND a.senior = m.from_post)
                    ORDER BY m.serial DESC LIMIT 1) FROM way WHERE down
                UNION ALL SELECT 2, 'BACK', cast(:from AS uuid)
                UNION ALL SELECT 3, 'MAKER', cast(:maker AS uuid)
                UNION ALL SELECT 4, 'UP', up FROM way WHERE down) c
          JOIN organisation.v_post p ON p.id = c.post
          WHERE p.id <> :post AND p.district = f.district
          GROUP BY p.mark, p.designation_hi, p.designation_en, p.office_hi, p.office_en) s ON :held
      WHERE f.content = :file ORDER BY s.turn
      """;

  private static final String NOTES =
      """
      WITH newest AS (
          SELECT n.*, sum(length(n.body)) OVER (ORDER BY n.serial DESC) - length(n.body) AS later
          FROM (SELECT * FROM files.note WHERE content = :file AND serial < :before
                ORDER BY serial DESC LIMIT :notes) n
      )
      SELECT n.*, EXISTS (SELECT FROM files.note e WHERE e.content = n.content AND e.serial < n.serial) AS earlier,
             p.mark, p.designation_hi, p.designation_en, p.office_hi, p.office_en, x.name_hi, x.name_en,
             o.mark AS o_mark, o.designation_hi AS o_hi, o.designation_en AS o_en,
             o.office_hi AS o_office_hi, o.office_en AS o_office_en, c.at AS confirmed
      FROM newest n
      JOIN organisation.v_post_ever p ON p.id = n.post
      LEFT JOIN organisation.v_person x ON x.id = n.person
      LEFT JOIN organisation.v_post_ever o ON o.id = n.ordered_by
      LEFT JOIN files.oral_confirmation c ON c.note = n.id
      WHERE n.later < :letters ORDER BY n.serial
      """;

  private static final String LETTERS =
      """
      SELECT c.serial, c.paper, p.content, p.kind, p.physical, c.page_from, c.page_to, c.puc, c.at, r.named,
             p.number, p.title, p.subtitle
      FROM files.correspondence c
      JOIN desk.v_paper p ON p.id = c.paper
      JOIN desk.readable(:person, :post) r ON r.paper = p.id
      WHERE c.content = :file AND c.taken_out IS NULL ORDER BY c.serial
      """;

  private final JdbcClient db;

  SheetStore(JdbcClient db) {
    this.db = db;
  }

  record Head(
      FileCover cover,
      String draft,
      String draftBody,
      boolean letterAwaited,
      List<Sheet.Suggestion> suggestions) {}

  record Notes(List<Sheet.Note> notes, boolean earlier) {}

  Head head(Paper file, Scope scope) {
    PostId from = file.from();
    return db.sql(HEAD)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("from", from == null ? null : from.value(), Types.OTHER)
        .param("maker", file.creator().value())
        .param("paper", file.id().value())
        .param("held", file.heldBy(scope.post()))
        .param("file", file.content().value())
        .query((ResultSetExtractor<Head>) SheetStore::head);
  }

  /// A row for each suggestion; one without any when there is none.
  private static Head head(ResultSet rows) throws SQLException {
    if (!rows.next()) throw new IllegalStateException("a file without its row");
    FileCover cover = FileStore.cover(rows);
    String draft = text(rows, "draft");
    String draftBody = text(rows, "draft_rich");
    boolean awaited = rows.getBoolean("awaited");
    List<Sheet.Suggestion> suggestions = new ArrayList<>();
    do {
      String why = text(rows, "why");
      chair(rows, "mark", "designation_hi", "designation_en", "office_hi", "office_en")
          .ifPresent(post -> suggestions.add(new Sheet.Suggestion(why, post)));
    } while (rows.next());
    return new Head(cover, draft, draftBody, awaited, List.copyOf(suggestions));
  }

  /// The newest notes before one, as many as a page carries.
  Notes notes(ContentId file, int before) {
    var earlier = new boolean[1];
    List<Sheet.Note> notes =
        db.sql(NOTES)
            .param("file", file.value())
            .param("before", before)
            .param("notes", MOST_NOTES)
            .param("letters", MOST_LETTERS)
            .query((row, n) -> {
              if (n == 0) earlier[0] = row.getBoolean("earlier");
              return note(row);
            })
            .list();
    return new Notes(notes, earlier[0]);
  }

  private static Sheet.Note note(ResultSet row) throws SQLException {
    String plain = text(row, "body");
    Timestamp confirmed = row.getTimestamp("confirmed");
    return new Sheet.Note(
        uuid(row, "id"),
        row.getInt("serial"),
        row.getInt("paragraph_from"),
        NoteKind.valueOf(text(row, "kind")),
        text(row, "side").equals("RIGHT"),
        plain,
        Written.body(plain, text(row, "rich")),
        row.getInt("corrects"),
        chair(row, "o_mark", "o_hi", "o_en", "o_office_hi", "o_office_en"),
        Optional.ofNullable(confirmed).map(Timestamp::toInstant),
        new PostId(uuid(row, "post")),
        chair(row, "mark", "designation_hi", "designation_en", "office_hi", "office_en")
            .orElseThrow(),
        text(row, "name_hi"),
        text(row, "name_en"),
        Capacity.valueOf(text(row, "capacity")),
        row.getTimestamp("at").toInstant());
  }

  /// The correspondence in order; what is barred from the reader is left out, of what is protected
  /// only the number shows.
  List<Sheet.Letter> letters(ContentId file, Scope scope) {
    return db.sql(LETTERS)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("file", file.value())
        .query((row, n) -> letter(row))
        .list();
  }

  private static Sheet.Letter letter(ResultSet row) throws SQLException {
    boolean named = row.getBoolean("named");
    return new Sheet.Letter(
        row.getInt("serial"),
        new PaperId(uuid(row, "paper")),
        new ContentId(uuid(row, "content")),
        Kind.valueOf(text(row, "kind")),
        text(row, "number"),
        named ? text(row, "title") : "",
        named ? text(row, "subtitle") : "",
        row.getBoolean("physical"),
        row.getInt("page_from"),
        row.getInt("page_to"),
        row.getBoolean("puc"),
        named,
        row.getTimestamp("at").toInstant());
  }

  private static Optional<Chair> chair(
      ResultSet row, String mark, String hi, String en, String officeHi, String officeEn)
      throws SQLException {
    if (row.getString(mark) == null) return Optional.empty();
    return Optional.of(
        new Chair(
            text(row, mark),
            text(row, hi),
            text(row, en),
            text(row, officeHi),
            text(row, officeEn)));
  }
}
