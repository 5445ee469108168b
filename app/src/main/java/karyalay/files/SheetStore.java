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
import java.util.UUID;
import karyalay.desk.Chair;
import karyalay.desk.Paper;
import karyalay.shared.Capacity;
import karyalay.shared.ContentId;
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
             EXISTS (SELECT FROM files.awaited a WHERE a.paper = f.paper) AS awaited, s.*,
             EXISTS (SELECT FROM signatures.v_key k WHERE k.person = :person AND k.ended_at IS NULL) AS has_key,
      """
          + FlagRows.COLUMN
          + """
          FROM files.file f
          LEFT JOIN files.draft d ON d.content = f.content AND d.person = :person AND d.post = :post
          LEFT JOIN LATERAL (
              WITH way AS (
                  SELECT (SELECT senior FROM organisation.v_senior WHERE post = :post AND distance = 1) AS up,
                         EXISTS (SELECT FROM organisation.v_senior WHERE post = :post AND senior = :from) AS down
              )
              SELECT (array_agg(c.why ORDER BY c.turn))[1] AS why, min(c.turn) AS turn, p.id AS suggested, p.mark, p.designation_hi,
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
              GROUP BY p.id, p.mark, p.designation_hi, p.designation_en, p.office_hi, p.office_en) s ON :held
          WHERE f.content = :file ORDER BY s.turn
          """;

  /// A note with who wrote it and who ordered it.
  private static final String WORDS =
      """
      SELECT n.*, EXISTS (SELECT FROM files.note e WHERE e.content = n.content AND e.serial < n.serial) AS earlier,
             EXISTS (SELECT FROM files.note e WHERE e.content = n.content AND e.serial > n.serial) AS followed,
             p.mark, p.designation_hi, p.designation_en, p.office_hi, p.office_en, x.name_hi, x.name_en,
             o.mark AS o_mark, o.designation_hi AS o_hi, o.designation_en AS o_en,
             o.office_hi AS o_office_hi, o.office_en AS o_office_en, c.at AS confirmed,
             y.name_hi AS y_hi, y.name_en AS y_en, q.mark AS q_mark, q.designation_hi AS q_hi,
             q.designation_en AS q_en, q.office_hi AS q_office_hi, q.office_en AS q_office_en
      """
          + NoteSeal.COLUMNS
          + """
          FROM shown n
          JOIN organisation.v_post_ever p ON p.id = n.post
          LEFT JOIN organisation.v_person x ON x.id = n.person
          LEFT JOIN organisation.v_post_ever o ON o.id = n.ordered_by
          LEFT JOIN organisation.v_post_ever q ON q.id = n.prepared_post
          LEFT JOIN organisation.v_person y ON y.id = n.prepared_person
          LEFT JOIN files.oral_confirmation c ON c.note = n.id
          """
          + NoteSeal.JOIN;

  /// The newest notes before one; or, when the note asked for is older than these, the notes up to
  /// it.
  private static final String NOTES =
      """
      WITH asked AS (
          SELECT serial FROM files.note
          WHERE content = :file AND :note + :paragraph > 0
            AND (serial = :note OR :paragraph BETWEEN paragraph_from AND paragraph_to)
          ORDER BY serial LIMIT 1
      ), newest AS (
          SELECT n.*, sum(length(n.body)) OVER (ORDER BY n.serial DESC) - length(n.body) AS later
          FROM (SELECT * FROM files.note WHERE content = :file AND serial < :before
                ORDER BY serial DESC LIMIT :notes) n
      ), older AS (
          SELECT n.*, sum(length(n.body)) OVER (ORDER BY n.serial DESC) - length(n.body) AS later
          FROM (SELECT * FROM files.note WHERE content = :file AND serial <= (SELECT serial FROM asked)
                  AND NOT EXISTS (SELECT FROM newest JOIN asked USING (serial) WHERE later < :letters)
                ORDER BY serial DESC LIMIT :notes) n
      ), shown AS (
          SELECT * FROM older UNION ALL SELECT * FROM newest WHERE NOT EXISTS (SELECT FROM older)
      )
      """
          + WORDS
          + "WHERE n.later < :letters ORDER BY n.serial";

  /// The notes after one, for a print of them all.
  private static final String FOLLOWING =
      """
      WITH shown AS (
          SELECT * FROM files.note WHERE content = :file AND serial > :after ORDER BY serial LIMIT :notes
      )
      """
          + WORDS
          + "ORDER BY n.serial";

  private final JdbcClient db;
  private final NoteSeal seal;

  SheetStore(JdbcClient db, NoteSeal seal) {
    this.db = db;
    this.seal = seal;
  }

  record Head(
      FileCover cover,
      String draft,
      String draftBody,
      boolean letterAwaited,
      boolean hasKey,
      References references,
      List<Sheet.Suggestion> suggestions) {}

  /// @param earlier whether there are notes before these
  /// @param later whether there are notes after these
  record Notes(List<Sheet.Note> notes, boolean earlier, boolean later) {}

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
    boolean hasKey = rows.getBoolean("has_key");
    References references = FlagRows.read(text(rows, "flags"));
    List<Sheet.Suggestion> suggestions = new ArrayList<>();
    do {
      String why = text(rows, "why");
      UUID suggested = rows.getObject("suggested", UUID.class);
      if (suggested != null)
        chair(rows, "mark", "designation_hi", "designation_en", "office_hi", "office_en")
            .ifPresent(
                post -> suggestions.add(new Sheet.Suggestion(why, new PostId(suggested), post)));
    } while (rows.next());
    return new Head(cover, draft, draftBody, awaited, hasKey, references, List.copyOf(suggestions));
  }

  /// As many notes as a page carries.
  Notes notes(ContentId file, Sheets.Window window) {
    var around = new boolean[2];
    List<Sheet.Note> notes =
        db.sql(NOTES)
            .param("file", file.value())
            .param("before", window.before())
            .param("note", window.note())
            .param("paragraph", window.paragraph())
            .param("notes", MOST_NOTES)
            .param("letters", MOST_LETTERS)
            .query((row, n) -> {
              if (n == 0) around[0] = row.getBoolean("earlier");
              around[1] = row.getBoolean("followed");
              return note(row);
            })
            .list();
    return new Notes(notes, around[0], around[1]);
  }

  List<Sheet.Note> following(ContentId file, int after) {
    return db.sql(FOLLOWING)
        .param("file", file.value())
        .param("after", after)
        .param("notes", MOST_NOTES)
        .query((row, n) -> note(row))
        .list();
  }

  private Sheet.Note note(ResultSet row) throws SQLException {
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
        row.getTimestamp("at").toInstant(),
        Optional.ofNullable(row.getTimestamp("written_at")).map(Timestamp::toInstant),
        prepared(row),
        seal.judge(row));
  }

  private static Optional<Sheet.Prepared> prepared(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("prepared_at");
    Optional<Chair> by = chair(row, "q_mark", "q_hi", "q_en", "q_office_hi", "q_office_en");
    if (at == null || by.isEmpty()) return Optional.empty();
    return Optional.of(
        new Sheet.Prepared(text(row, "y_hi"), text(row, "y_en"), by.get(), at.toInstant()));
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
