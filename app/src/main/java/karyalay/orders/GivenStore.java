package karyalay.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.desk.Chair;
import karyalay.desk.Kind;
import karyalay.desk.Task;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What a post sent away, read from the register of movements: the latest thousand of them, each
/// paper once at its last sending.
@Repository
class GivenStore {
  private static final int PAGE = 100;

  private static final String SENT =
      """
      WITH sent AS (
          SELECT DISTINCT ON (paper) paper, serial, at, to_post, task, remark, act FROM (
              SELECT * FROM desk.v_movement WHERE from_post = :post AND word = 'FORWARDED'
              ORDER BY at DESC LIMIT 1000) latest
          ORDER BY paper, serial DESC
      ), judged AS (
          SELECT s.*, p.kind, p.number, p.title, p.holder, p.place, nullif(p.due_at, 'infinity') AS due_at, r.named,
                 b.at AS back_at,
                 CASE WHEN b.at IS NOT NULL THEN 'BACK' WHEN p.place = 'CLOSED' THEN 'CLOSED'
                      WHEN p.due_at < :now THEN 'OVERDUE' ELSE 'WAITING' END AS state
          FROM sent s
          JOIN desk.v_paper p ON p.id = s.paper
          JOIN desk.readable(:person, :post) r ON r.paper = p.id
          LEFT JOIN LATERAL (SELECT m.at FROM desk.v_movement m
                             WHERE m.paper = s.paper AND m.serial > s.serial AND m.to_post = :post
                             ORDER BY m.serial LIMIT 1) b ON true
          WHERE NOT EXISTS (SELECT FROM desk.v_movement m WHERE m.paper = s.paper AND m.serial = s.serial + 1
                            AND m.word = 'PULLED_BACK')
      )
      """;

  private final JdbcClient db;
  private final OfficeTime time;

  GivenStore(JdbcClient db, OfficeTime time) {
    this.db = db;
    this.time = time;
  }

  List<GivenPaper> page(Scope scope, GivenFilter filter) {
    return statement(
            SENT
                + """
                SELECT j.*, g.id AS given, coalesce(g.words, j.remark) AS words, g.due,
                       t.mark, t.designation_hi, t.designation_en, t.office_hi, t.office_en,
                       h.mark AS holder_mark, h.designation_hi AS holder_hi, h.designation_en AS holder_en,
                       h.office_hi AS holder_office_hi, h.office_en AS holder_office_en,
                       (SELECT count(*) FROM orders.reminder r WHERE r.paper = j.paper AND r.post = :post
                          AND r.at >= j.at)::int AS reminders
                FROM judged j
                LEFT JOIN orders.line l ON l.act = j.act
                LEFT JOIN orders.given g ON g.id = l.given
                JOIN organisation.v_post_ever t ON t.id = j.to_post
                LEFT JOIN organisation.v_post_ever h ON h.id = j.holder
                WHERE j.state = :state OR (:state = 'WAITING' AND j.state = 'OVERDUE')
                ORDER BY j.state <> 'OVERDUE', CASE WHEN j.back_at IS NULL THEN j.due_at END NULLS LAST,
                         j.back_at DESC NULLS LAST, j.at DESC, j.paper
                LIMIT :limit
                """,
            scope)
        .param("state", filter.name())
        .param("limit", PAGE)
        .query((row, n) -> read(row))
        .list();
  }

  GivenPaper.Counts counts(Scope scope) {
    return statement(
            SENT
                + """
                SELECT count(*) FILTER (WHERE state IN ('WAITING', 'OVERDUE'))::int AS waiting,
                       count(*) FILTER (WHERE state = 'OVERDUE')::int AS overdue,
                       count(*) FILTER (WHERE state = 'BACK')::int AS back,
                       count(*) FILTER (WHERE state = 'CLOSED')::int AS closed
                FROM judged
                """,
            scope)
        .query((row, n) ->
            new GivenPaper.Counts(
                row.getInt("waiting"),
                row.getInt("overdue"),
                row.getInt("back"),
                row.getInt("closed")))
        .single();
  }

  private JdbcClient.StatementSpec statement(String sql, Scope scope) {
    return db.sql(sql)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("now", time.now().atOffset(ZoneOffset.UTC));
  }

  private static GivenPaper read(ResultSet row) throws SQLException {
    boolean named = row.getBoolean("named");
    return new GivenPaper(
        new PaperId(row.getObject("paper", UUID.class)),
        Kind.valueOf(row.getString("kind")),
        row.getString("number"),
        named ? row.getString("title") : "",
        named,
        row.getObject("given", UUID.class),
        row.getString("words"),
        Task.valueOf(row.getString("task")),
        OrderStore.chair(row).orElseThrow(),
        holder(row),
        OrderStore.instant(row, "at"),
        row.getObject("due", LocalDate.class),
        moment(row, "due_at"),
        moment(row, "back_at"),
        row.getString("state").equals("CLOSED"),
        row.getInt("reminders"));
  }

  private static Optional<Chair> holder(ResultSet row) throws SQLException {
    if (row.getString("holder_mark") == null) return Optional.empty();
    return Optional.of(
        new Chair(
            row.getString("holder_mark"),
            row.getString("holder_hi"),
            row.getString("holder_en"),
            row.getString("holder_office_hi"),
            row.getString("holder_office_en")));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
