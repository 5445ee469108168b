package karyalay.casenumbers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.desk.Kind;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of numbers, and what they link.
@Repository
class NumberStore {
  private final JdbcClient db;

  NumberStore(JdbcClient db) {
    this.db = db;
  }

  void insert(
      UUID id,
      ContentId content,
      PaperId paper,
      CaseNumber it,
      OfficeId thana,
      Act act,
      Instant now) {
    db.sql(
            """
            INSERT INTO casenumbers.entry (id, content, paper, type, thana, number, year, day, hour, charged, written,
                                           person, post, at)
            VALUES (:id, :content, :paper, :type, :thana, :number, :year, :day, :hour, :charged, :written,
                    :person, :post, :at)
            """)
        .param("id", id)
        .param("content", content.value())
        .param("paper", paper.value())
        .param("type", it.type().name())
        .param("thana", thana.value())
        .param("number", it.number())
        .param("year", it.year())
        .param("day", it.day(), Types.DATE)
        .param("hour", it.time(), Types.TIME)
        .param("charged", it.charged().strip())
        .param("written", it.head() + it.charged())
        .param("person", act.person().value())
        .param("post", act.post().value())
        .param("at", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean there(ContentId content, CaseNumber it, OfficeId thana) {
    return db.sql(
            """
            SELECT EXISTS (SELECT FROM casenumbers.entry
                           WHERE content = :content AND struck_at IS NULL AND type = :type AND thana = :thana
                             AND number = :number AND year = :year AND charged = :charged
                             AND day IS NOT DISTINCT FROM cast(:day AS date)
                             AND hour IS NOT DISTINCT FROM cast(:hour AS time))
            """)
        .param("content", content.value())
        .param("type", it.type().name())
        .param("thana", thana.value())
        .param("number", it.number())
        .param("year", it.year())
        .param("charged", it.charged().strip())
        .param("day", it.day(), Types.DATE)
        .param("hour", it.time(), Types.TIME)
        .query(Boolean.class)
        .single();
  }

  boolean strike(UUID id, ContentId content, Instant now) {
    return db.sql(
                "UPDATE casenumbers.entry SET struck_at = ? WHERE id = ? AND content = ? AND struck_at IS NULL")
            .params(now.atOffset(ZoneOffset.UTC), id, content.value())
            .update()
        == 1;
  }

  /// The thana that a post belongs to: its own office, or the one that its outpost lies under.
  Optional<OfficeId> thanaOf(PostId post) {
    return db.sql(
            """
            WITH RECURSIVE up AS (
                SELECT o.id, o.parent, o.kind FROM organisation.v_office o
                JOIN organisation.v_post p ON p.office = o.id WHERE p.id = ?
                UNION ALL
                SELECT o.id, o.parent, o.kind FROM organisation.v_office o JOIN up ON o.id = up.parent
            )
            SELECT id FROM up WHERE kind = 'thana' LIMIT 1
            """)
        .param(post.value())
        .query(UUID.class)
        .optional()
        .map(OfficeId::new);
  }

  /// The thanas of a district by what they are called.
  List<Thana> thanas(PostId post) {
    return db.sql(
            """
            SELECT o.id, o.code, o.name_hi, o.name_en FROM organisation.v_office o
            WHERE o.kind = 'thana' AND o.district = (SELECT district FROM organisation.v_post WHERE id = ?)
            """)
        .param(post.value())
        .query((row, n) ->
            new Thana(
                new OfficeId(row.getObject("id", UUID.class)),
                row.getString("code"),
                row.getString("name_hi"),
                row.getString("name_en")))
        .list();
  }

  record Thana(OfficeId id, String code, String nameHi, String nameEn) {}

  /// The numbers of a content.
  List<NumberLine> of(ContentId content) {
    return db.sql(
            """
            SELECT e.*, o.name_hi, o.name_en FROM casenumbers.v_entry e
            JOIN organisation.v_office o ON o.id = e.thana WHERE e.content = ? ORDER BY e.at, e.id
            """)
        .param(content.value())
        .query((row, n) -> line(row))
        .list();
  }

  /// Other papers of the reader's reach that bear one of the numbers of a content.
  List<LinkedPaper> linked(ContentId content, Scope scope) {
    return db.sql(
            """
            SELECT DISTINCT ON (p.content) p.id, p.kind, p.number, r.named, p.title, o.written, o.at
            FROM casenumbers.v_entry m
            JOIN casenumbers.v_entry o ON o.thana = m.thana AND o.type = m.type AND o.number = m.number
              AND o.year = m.year AND o.day IS NOT DISTINCT FROM m.day AND o.content <> m.content
            JOIN desk.v_paper p ON p.content = o.content
            JOIN desk.readable(:person, :post) r ON r.paper = p.id
            WHERE m.content = :content AND m.number > 0
            ORDER BY p.content, p.lead DESC, o.at LIMIT 50
            """)
        .param("content", content.value())
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .query((row, n) ->
            new LinkedPaper(
                new PaperId(row.getObject("id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getBoolean("named") ? row.getString("title") : "",
                row.getString("written")))
        .list();
  }

  /// Diary entries of one thana and day under one number with more than one hour, for whoever
  /// stands above the thana; only papers that he may read are named.
  List<TwoHours> twoHours(Scope scope) {
    return db.sql(
            """
            SELECT e.thana, o.name_hi, o.name_en, e.day, e.number,
                   array_agg(DISTINCT to_char(e.hour, 'HH24:MI') ORDER BY to_char(e.hour, 'HH24:MI')) AS hours,
                   array_agg(DISTINCT p.number) FILTER (WHERE r.paper IS NOT NULL) AS papers
            FROM casenumbers.v_entry e
            JOIN organisation.v_office o ON o.id = e.thana
            JOIN organisation.v_token t ON t.token = e.thana AND t.post = :post
            LEFT JOIN desk.v_paper p ON p.id = e.paper
            LEFT JOIN desk.readable(:person, :post) r ON r.paper = p.id
            WHERE e.type = 'GD'
              AND e.thana <> (SELECT office FROM organisation.v_post WHERE id = :post)
            GROUP BY e.thana, o.name_hi, o.name_en, e.day, e.number
            HAVING count(DISTINCT e.hour) > 1
            ORDER BY e.day DESC, o.name_hi, e.number LIMIT 200
            """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .query((row, n) ->
            new TwoHours(
                row.getString("name_hi"),
                row.getString("name_en"),
                row.getObject("day", LocalDate.class),
                row.getInt("number"),
                words(row, "hours"),
                words(row, "papers")))
        .list();
  }

  private static List<String> words(ResultSet row, String column) throws SQLException {
    var array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  private static NumberLine line(ResultSet row) throws SQLException {
    return new NumberLine(
        row.getObject("id", UUID.class),
        NumberType.valueOf(row.getString("type")),
        row.getInt("number"),
        row.getInt("year"),
        row.getString("written"),
        row.getString("name_hi"),
        row.getString("name_en"),
        Optional.ofNullable(row.getObject("day", LocalDate.class)),
        Optional.ofNullable(row.getObject("hour", LocalTime.class)));
  }
}
