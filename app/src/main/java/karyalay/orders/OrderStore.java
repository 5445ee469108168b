package karyalay.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.desk.Chair;
import karyalay.desk.Kind;
import karyalay.shared.Act;
import karyalay.shared.ActId;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of orders and of what became of them on each paper.
@Repository
class OrderStore {
  private final JdbcClient db;

  OrderStore(JdbcClient db) {
    this.db = db;
  }

  void insert(UUID id, Act act, NewOrder order, Instant now) {
    db.sql(
            """
            INSERT INTO orders.given (id, post, person, capacity, does, phrase, words, due, at)
            VALUES (:id, :post, :person, :capacity, :does, :phrase, :words, :due, :at)
            """)
        .param("id", id)
        .param("post", act.post().value())
        .param("person", act.person().value())
        .param("capacity", act.by().capacity().name())
        .param("does", order.does().name())
        .param("phrase", order.phrase())
        .param("words", order.words().strip())
        .param("due", order.due(), Types.DATE)
        .param("at", at(now))
        .update();
  }

  void line(UUID given, int serial, PaperId paper, Act part, boolean noted) {
    db.sql(
            """
            INSERT INTO orders.line (given, serial, paper, act, noted) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (given, paper) DO UPDATE SET refusal = '', arguments = '{}'
            """)
        .params(given, serial, paper.value(), part.id().value(), noted)
        .update();
  }

  void refused(
      UUID given, int serial, PaperId paper, Act part, String refusal, List<String> arguments) {
    db.sql(
            """
            INSERT INTO orders.line (given, serial, paper, act, noted, refusal, arguments)
            VALUES (:given, :serial, :paper, :act, false, :refusal, :arguments)
            ON CONFLICT (given, paper) DO NOTHING
            """)
        .param("given", given)
        .param("serial", serial)
        .param("paper", paper.value())
        .param("act", part.id().value())
        .param("refusal", refusal)
        .param("arguments", arguments.toArray(String[]::new))
        .update();
  }

  Optional<GivenOrder.Head> head(UUID given, PostId post) {
    return db.sql(
            "SELECT id, does, phrase, words, due, at FROM orders.given WHERE id = ? AND post = ?")
        .params(given, post.value())
        .query((row, n) ->
            new GivenOrder.Head(
                row.getObject("id", UUID.class),
                Does.valueOf(row.getString("does")),
                row.getString("words"),
                Optional.ofNullable(row.getObject("due", LocalDate.class)),
                instant(row, "at")))
        .optional();
  }

  /// What became of an order, paper by paper; one that went to many is there once for each of them.
  List<GivenOrder.Line> lines(UUID given, Scope scope) {
    return db.sql(
            """
            SELECT l.serial, l.act, l.noted, l.refusal, l.arguments, coalesce(c.id, p.id) AS paper,
                   c.id IS NOT NULL AND c.id <> l.paper AS copy, p.kind, p.number, r.named, p.title, m.word,
                   t.mark, t.designation_hi, t.designation_en, t.office_hi, t.office_en,
                   coalesce(c.place, p.place) AS place, coalesce(c.holder, p.holder) = :post AS here,
                   c.from_post = :post AND c.moves = m.serial AND c.opened_at IS NULL
                     AND (c.place = 'TRANSIT' OR (c.place = 'DESK' AND c.holder = m.to_post)) AS waiting,
                   m.word = 'CLOSED' AND c.moves = m.serial AND c.holder = :post AS reopens
            FROM orders.line l
            JOIN desk.v_paper p ON p.id = l.paper
            JOIN desk.readable(:person, :post) r ON r.paper = p.id
            LEFT JOIN (desk.v_paper c JOIN desk.v_movement m ON m.paper = c.id
                       AND m.word IN ('FORWARDED', 'SENT_BACK', 'CLOSED'))
              ON c.content = p.content AND m.act = l.act
            LEFT JOIN organisation.v_post_ever t ON t.id = m.to_post
            WHERE l.given = :given ORDER BY l.serial, copy, t.mark
            """)
        .param("given", given)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .query((row, n) -> line(row))
        .list();
  }

  private static GivenOrder.Line line(ResultSet row) throws SQLException {
    boolean moved = row.getString("word") != null;
    return new GivenOrder.Line(
        new PaperId(row.getObject("paper", UUID.class)),
        new ActId(row.getObject("act", UUID.class)),
        Kind.valueOf(row.getString("kind")),
        row.getString("number"),
        row.getBoolean("named") ? row.getString("title") : "",
        chair(row),
        row.getBoolean("copy"),
        row.getBoolean("noted"),
        moved,
        row.getBoolean("here"),
        row.getString("place").equals("CLOSED"),
        moved && row.getBoolean("waiting"),
        moved && row.getBoolean("reopens"),
        row.getString("refusal"),
        Arrays.asList((String[]) row.getArray("arguments").getArray()));
  }

  static Optional<Chair> chair(ResultSet row) throws SQLException {
    if (row.getString("mark") == null) return Optional.empty();
    return Optional.of(
        new Chair(
            row.getString("mark"),
            row.getString("designation_hi"),
            row.getString("designation_en"),
            row.getString("office_hi"),
            row.getString("office_en")));
  }

  /// Whether this act moved the paper.
  boolean moved(Act part, PaperId paper) {
    return db.sql("SELECT EXISTS (SELECT FROM desk.v_movement WHERE paper = ? AND act = ?)")
        .params(paper.value(), part.id().value())
        .query(Boolean.class)
        .single();
  }

  static OffsetDateTime at(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
