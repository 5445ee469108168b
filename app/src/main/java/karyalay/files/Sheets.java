package karyalay.files;

import static karyalay.files.FileStore.text;
import static karyalay.files.FileStore.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import karyalay.desk.Chair;
import karyalay.desk.Kind;
import karyalay.desk.Paper;
import karyalay.desk.Reading;
import karyalay.shared.Capacity;
import karyalay.shared.ContentId;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads a file for one reader: five statements, whatever its length.
@Service
@Transactional(readOnly = true)
public class Sheets {
  private final JdbcClient db;
  private final Reading reading;
  private final FileStore store;

  Sheets(JdbcClient db, Reading reading, FileStore store) {
    this.db = db;
    this.reading = reading;
    this.store = store;
  }

  /// @throws Refused `NOT_FOUND`
  public Sheet of(PaperId paper, Scope scope) {
    Reading.Card card = reading.open(paper, scope);
    if (card.paper().kind() != Kind.FILE) throw new Refused(SharedRefusal.NOT_FOUND);
    ContentId content = card.paper().content();
    Head head = head(content, scope);
    return new Sheet(
        card,
        head.cover(),
        head.draft(),
        notes(content),
        letters(content, scope),
        suggestions(card, scope));
  }

  private record Head(FileCover cover, String draft) {}

  private Head head(ContentId content, Scope scope) {
    return db.sql(
            """
            SELECT f.*, d.body AS draft FROM files.file f
            LEFT JOIN files.draft d ON d.content = f.content AND d.person = ? AND d.post = ?
            WHERE f.content = ?
            """)
        .params(scope.person().value(), scope.post().value(), content.value())
        .query((row, n) -> new Head(FileStore.cover(row), text(row, "draft")))
        .single();
  }

  private List<Sheet.Note> notes(ContentId content) {
    return db.sql(
            """
            SELECT n.*, p.mark, p.designation_hi, p.designation_en, p.office_hi, p.office_en,
                   x.name_hi, x.name_en, o.mark AS o_mark, o.designation_hi AS o_hi, o.designation_en AS o_en,
                   o.office_hi AS o_office_hi, o.office_en AS o_office_en, c.at AS confirmed
            FROM files.note n
            JOIN organisation.v_post_ever p ON p.id = n.post
            LEFT JOIN organisation.v_person x ON x.id = n.person
            LEFT JOIN organisation.v_post_ever o ON o.id = n.ordered_by
            LEFT JOIN files.oral_confirmation c ON c.note = n.id
            WHERE n.content = ? ORDER BY n.serial
            """)
        .param(content.value())
        .query((row, n) -> note(row))
        .list();
  }

  private static Sheet.Note note(ResultSet row) throws SQLException {
    String body = text(row, "body");
    Timestamp confirmed = row.getTimestamp("confirmed");
    return new Sheet.Note(
        uuid(row, "id"),
        row.getInt("serial"),
        row.getInt("paragraph_from"),
        NoteKind.valueOf(text(row, "kind")),
        text(row, "side").equals("RIGHT"),
        body.isEmpty() ? List.of() : NoteText.of(body).paragraphs(),
        row.getInt("corrects"),
        chair(row, "o_mark", "o_hi", "o_en", "o_office_hi", "o_office_en"),
        Optional.ofNullable(confirmed).map(Timestamp::toInstant),
        chair(row, "mark", "designation_hi", "designation_en", "office_hi", "office_en")
            .orElseThrow(),
        text(row, "name_hi"),
        text(row, "name_en"),
        Capacity.valueOf(text(row, "capacity")),
        row.getTimestamp("at").toInstant());
  }

  private List<Sheet.Letter> letters(ContentId content, Scope scope) {
    return db.sql(
            """
            SELECT c.serial, c.paper, p.content, c.page_from, c.page_to, c.puc, c.at, r.named, p.number, p.title
            FROM files.correspondence c
            JOIN desk.v_paper p ON p.id = c.paper
            JOIN desk.readable(:person, :post) r ON r.paper = p.id
            WHERE c.content = :content AND c.taken_out IS NULL ORDER BY c.serial
            """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("content", content.value())
        .query((row, n) ->
            new Sheet.Letter(
                row.getInt("serial"),
                new PaperId(uuid(row, "paper")),
                new ContentId(uuid(row, "content")),
                text(row, "number"),
                row.getBoolean("named") ? text(row, "title") : "",
                row.getInt("page_from"),
                row.getInt("page_to"),
                row.getBoolean("puc"),
                row.getBoolean("named"),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  /// Whom the holder usually sends to next: the senior in line, whoever sent it, who opened the
  /// file.
  private List<Sheet.Suggestion> suggestions(Reading.Card card, Scope scope) {
    Paper paper = card.paper();
    if (!paper.heldBy(scope.post())) return List.of();
    return db.sql(
            """
            SELECT (array_agg(s.why ORDER BY s.turn))[1] AS why, p.mark, p.designation_hi, p.designation_en,
                   p.office_hi, p.office_en
            FROM (SELECT 1 AS turn, 'NEXT' AS why, senior AS post FROM organisation.v_senior
                  WHERE post = :post AND distance = 1
                  UNION ALL SELECT 2, 'BACK', cast(:from AS uuid)
                  UNION ALL SELECT 3, 'MAKER', cast(:maker AS uuid)) s
            JOIN organisation.v_post p ON p.id = s.post
            WHERE p.id <> :post
            GROUP BY p.mark, p.designation_hi, p.designation_en, p.office_hi, p.office_en
            ORDER BY min(s.turn)
            """)
        .param("post", scope.post().value())
        .param("from", paper.from() == null ? null : paper.from().value(), java.sql.Types.OTHER)
        .param("maker", paper.creator().value())
        .query((row, n) ->
            new Sheet.Suggestion(
                text(row, "why"),
                chair(row, "mark", "designation_hi", "designation_en", "office_hi", "office_en")
                    .orElseThrow()))
        .list();
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

  /// Files that the reader may see (OP-101 in small).
  ///
  /// @param place `DESK`, `PARKED`, `CLOSED`, `TRANSIT`, or empty for all
  /// @param typed part of a number or subject, or the whole computer number
  public List<FileLine> list(Scope scope, String place, String typed, int offset, int limit) {
    return store.list(scope, place, typed.strip(), offset, limit);
  }

  /// Old and new values of the cover, newest first.
  public List<CoverChange> changes(PaperId paper, Scope scope) {
    return store.changes(reading.open(paper, scope).paper().content());
  }

  /// Orders given by mouth that await the reader's written confirmation (OP-57).
  public List<AwaitedOrder> awaited(Scope scope) {
    return db.sql(
            """
            SELECT n.id, n.body, n.at, f.paper, f.number, w.mark
            FROM files.note n JOIN files.file f ON f.content = n.content
            JOIN desk.readable(:person, :post) r ON r.paper = f.paper AND r.named
            LEFT JOIN organisation.v_post_ever w ON w.id = n.post
            WHERE n.kind = 'ORAL_ORDER' AND n.ordered_by = :post
              AND NOT EXISTS (SELECT FROM files.oral_confirmation c WHERE c.note = n.id)
            ORDER BY n.at LIMIT 200
            """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .query((row, n) ->
            new AwaitedOrder(
                uuid(row, "id"),
                new PaperId(uuid(row, "paper")),
                text(row, "number"),
                text(row, "body"),
                text(row, "mark"),
                row.getTimestamp("at").toInstant()))
        .list();
  }
}
