package karyalay.desk;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import karyalay.shared.OfficeTime;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What waits on a desk, of all kinds, most overdue first: one indexed read.
@Service
@Transactional(readOnly = true)
public class Trays {
  /// Rows of a page.
  public static final int PAGE = 50;

  private static final String ROW =
      """
      SELECT p.*, r.named, f.mark AS from_mark, f.designation_hi AS from_hi,
             f.designation_en AS from_en, f.office_hi AS from_office_hi, f.office_en AS from_office_en,
             h.mark AS holder_mark, h.designation_hi AS holder_hi, h.designation_en AS holder_en,
             h.office_hi AS holder_office_hi, h.office_en AS holder_office_en
      """
          + ClaimStore.COLUMNS
          + """
          FROM pile p
          JOIN desk.readable(:person, :post) r ON r.paper = p.id
          LEFT JOIN organisation.v_post_ever f ON f.id = p.from_post
          LEFT JOIN organisation.v_post_ever h ON h.id = p.holder
          """
          + ClaimStore.JOIN;

  private static final OffsetDateTime BEGINNING = OffsetDateTime.parse("1970-01-01T00:00:00Z");

  private static final String MINE =
      """
      WITH pile AS (
          SELECT *, due_at AS key_at FROM desk.paper
          WHERE holder = :post AND place IN ('DESK', 'TRANSIT') AND (due_at, id) > (cast(:key AS timestamptz), :id)
            AND due_at >= :from AND (cast(:until AS timestamptz) IS NULL OR due_at < :until)
            AND (NOT :fresh OR opened_at IS NULL)
            AND (cast(:kind AS text) IS NULL OR kind = :kind)
            AND (cast(:physical AS boolean) IS NULL OR physical = :physical)
            AND (:whose = 'ALL'
                 OR :whose = 'ME' AND EXISTS (
                     SELECT FROM desk.claim c WHERE c.paper = paper.id AND c.serial = paper.moves
                       AND c.person = :person AND c.lapses_at > :now)
                 OR :whose = 'NOBODY' AND NOT EXISTS (
                     SELECT FROM desk.claim c WHERE c.paper = paper.id AND c.serial = paper.moves
                       AND c.lapses_at > :now))
          ORDER BY due_at, id LIMIT :limit
      )
      """
          + ROW
          + " ORDER BY p.due_at, p.id";

  private static final String SHELF =
      """
      WITH pile AS (
          SELECT *, arrived_at AS key_at FROM desk.paper
          WHERE holder = :post AND place = :place AND place IN ('PARKED', 'CLOSED')
            AND (arrived_at, id) < (cast(:key AS timestamptz), :id)
            AND (cast(:kind AS text) IS NULL OR kind = :kind)
            AND (cast(:physical AS boolean) IS NULL OR physical = :physical)
          ORDER BY arrived_at DESC, id DESC LIMIT :limit
      )
      """
          + ROW
          + " ORDER BY p.arrived_at DESC, p.id DESC";

  /// A paper sent twice stands once, at its last sending.
  private static final String GIVEN =
      """
      WITH sent AS (
          SELECT paper, max(at) AS at FROM (
              SELECT paper, at FROM desk.movement
              WHERE from_post = :post AND word = 'FORWARDED' AND at < cast(:key AS timestamptz)
              ORDER BY at DESC LIMIT 1000) latest
          GROUP BY paper ORDER BY max(at) DESC LIMIT :limit
      ), pile AS (
          SELECT p.*, sent.at AS key_at FROM sent JOIN desk.paper p ON p.id = sent.paper
          WHERE p.holder IS DISTINCT FROM :post
            AND (cast(:kind AS text) IS NULL OR p.kind = :kind)
            AND (cast(:physical AS boolean) IS NULL OR p.physical = :physical)
      )
      """
          + ROW
          + " ORDER BY p.key_at DESC, p.id";

  private final JdbcClient db;
  private final OfficeTime time;

  Trays(JdbcClient db, OfficeTime time) {
    this.db = db;
    this.time = time;
  }

  /// One page of a tray.
  public List<Row> page(Scope scope, TrayFilter filter) {
    return switch (filter.tab()) {
      case MINE -> mine(scope, filter);
      case GIVEN -> shelf(GIVEN, scope, filter);
      case PARKED, CLOSED -> shelf(SHELF, scope, filter);
    };
  }

  private List<Row> mine(Scope scope, TrayFilter filter) {
    var now = time.now().atOffset(ZoneOffset.UTC);
    boolean today = filter.what() == TrayFilter.What.TODAY;
    OffsetDateTime until =
        switch (filter.what()) {
          case OVERDUE -> now;
          case TODAY -> nightfall();
          case ALL, NEW -> null;
        };
    return statement(MINE, scope, filter, "-infinity", new UUID(0, 0))
        .param("from", today ? now : BEGINNING)
        .param("until", until, Types.TIMESTAMP_WITH_TIMEZONE)
        .param("fresh", filter.what() == TrayFilter.What.NEW)
        .param("whose", filter.whose().name())
        .query((row, n) -> Row.read(row))
        .list();
  }

  private List<Row> shelf(String sql, Scope scope, TrayFilter filter) {
    return statement(sql, scope, filter, "infinity", new UUID(-1, -1))
        .param("place", filter.tab().name())
        .query((row, n) -> Row.read(row))
        .list();
  }

  private JdbcClient.StatementSpec statement(
      String sql, Scope scope, TrayFilter filter, String firstKey, UUID firstId) {
    TrayFilter.Cursor after = filter.after();
    Kind kind = filter.kind();
    return db.sql(sql)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("key", after == null ? firstKey : after.key())
        .param("id", after == null ? firstId : after.id())
        .param("kind", kind == null ? null : kind.name(), Types.VARCHAR)
        .param("physical", filter.physical(), Types.BOOLEAN)
        .param("now", PaperStore.at(time.now()))
        .param("limit", PAGE);
  }

  private OffsetDateTime nightfall() {
    return time.today()
        .plusDays(1)
        .atStartOfDay(OfficeTime.ZONE)
        .toOffsetDateTime()
        .withOffsetSameInstant(ZoneOffset.UTC);
  }

  /// The four links above the tray: all that the list behind each would show (OP-105).
  public Counts counts(Scope scope) {
    return db.sql(
            """
            SELECT count(*) AS all_papers,
                   count(*) FILTER (WHERE p.due_at < :now) AS overdue,
                   count(*) FILTER (WHERE p.due_at >= :now AND p.due_at < :night) AS today,
                   count(*) FILTER (WHERE p.opened_at IS NULL) AS fresh,
                   (SELECT count(*) FROM organisation.v_senior s
                    JOIN desk.paper v ON v.holder = s.post AND v.place IN ('DESK', 'TRANSIT')
                    WHERE s.senior = :post AND s.distance = 1
                      AND NOT EXISTS (SELECT FROM organisation.v_charge c WHERE c.post = s.post)) AS vacant
            FROM desk.paper p JOIN desk.readable(:person, :post) r ON r.paper = p.id
            WHERE p.holder = :post AND p.place IN ('DESK', 'TRANSIT')
            """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("now", time.now().atOffset(ZoneOffset.UTC))
        .param("night", nightfall())
        .query((row, n) ->
            new Counts(
                row.getInt("all_papers"),
                row.getInt("overdue"),
                row.getInt("today"),
                row.getInt("fresh"),
                row.getInt("vacant")))
        .single();
  }

  /// How many papers a post may see waiting.
  ///
  /// @param fresh never opened
  /// @param vacant waiting on vacant posts whose next senior this is (OP-8)
  public record Counts(int all, int overdue, int today, int fresh, int vacant) {}

  /// Vacant posts right below this one and how much waits on each (OP-8).
  public List<Vacancy> vacancies(Scope scope) {
    return db.sql(
            """
            SELECT t.mark, t.designation_hi, t.designation_en, t.office_hi, t.office_en,
                   count(p.id)::int AS waiting, count(p.id) FILTER (WHERE p.due_at < :now)::int AS overdue
            FROM organisation.v_senior s JOIN organisation.v_post t ON t.id = s.post
            LEFT JOIN desk.paper p ON p.holder = t.id AND p.place IN ('DESK', 'TRANSIT')
            WHERE s.senior = :post AND s.distance = 1
              AND NOT EXISTS (SELECT FROM organisation.v_charge c WHERE c.post = t.id)
            GROUP BY t.id, t.mark, t.designation_hi, t.designation_en, t.office_hi, t.office_en
            ORDER BY waiting DESC, t.mark
            """)
        .param("post", scope.post().value())
        .param("now", time.now().atOffset(ZoneOffset.UTC))
        .query((row, n) ->
            new Vacancy(
                Chair.read(
                        row, "mark", "designation_hi", "designation_en", "office_hi", "office_en")
                    .orElseThrow(),
                row.getInt("waiting"),
                row.getInt("overdue")))
        .list();
  }

  /// A vacant post with what waits on it.
  public record Vacancy(Chair post, int waiting, int overdue) {}
}
