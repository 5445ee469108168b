package karyalay.desk;

import static karyalay.desk.PaperStore.at;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import karyalay.shared.Act;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes movements: place, register line, reach and clock of one move in one round trip.
@Repository
class MovementStore {
  /// What any move but one to another desk writes.
  private static final String SETTLE =
      """
      WITH line AS (
          INSERT INTO desk.movement (paper, serial, word, from_post, to_post, person, capacity, at, task,
                                     remark, decided, hand, act)
          VALUES (:paper, :serial, :word, :by, :holder, :person, :capacity, :at, :task, :remark, false,
                  :hands, :act)
      )
      UPDATE desk.paper
      SET place = :place, holder = :holder, parent = :parent, root = coalesce(:root, id),
          parked_until = :until, arrived_at = :at, moves = :serial
      WHERE id = :paper
      """;

  /// The clock of the level starts anew on the next desk; what ran before is kept, in case the
  /// paper is pulled back. Other clocks run on (OP-95).
  private static final String SEND =
      """
      WITH line AS (
          INSERT INTO desk.movement (paper, serial, word, from_post, to_post, person, capacity, at, task,
                                     remark, decided, hand, act)
          VALUES (:paper, :serial, :word, :by, :holder, :person, :capacity, :at, :task, :remark, :decided,
                  :hands, :act)
      ), reached AS (
          INSERT INTO desk.reach (paper, grantee, why)
          VALUES (:paper, :holder, 'HELD'), (:paper, :office, 'LINE')
          ON CONFLICT DO NOTHING
          RETURNING why
      ), linked AS (
          INSERT INTO desk.reach (paper, grantee, why)
          SELECT l.other, t.grantee, 'GRANT'
          FROM desk.linked l
          CROSS JOIN (VALUES (cast(:holder AS uuid)), (cast(:office AS uuid))) t (grantee)
          WHERE l.paper = :paper
          ON CONFLICT DO NOTHING
      ), level AS (
          INSERT INTO desk.clock AS c (paper, name, started, amount, unit, due_at, office)
          VALUES (:paper, 'LEVEL', :at, :amount, :unit, :level_due, :office)
          ON CONFLICT (paper, name) DO UPDATE
          SET prior_start = c.started, prior_due = c.due_at, started = excluded.started,
              amount = excluded.amount, unit = excluded.unit, due_at = excluded.due_at,
              office = excluded.office, stopped_at = NULL, paused_since = NULL, step = 0,
              next_step_at = NULL
      )
      UPDATE desk.paper
      SET place = :place, holder = :holder, arrived_at = :at, opened_at = NULL, from_post = :by,
          task = :task, moves = :serial,
          hands = hands + CASE WHEN :deciding THEN (SELECT count(*)::int FROM reached WHERE why = 'HELD')
                          ELSE 0 END,
          due_at = least(:level_due, (SELECT min(o.due_at) FROM desk.clock o
                                      WHERE o.paper = :paper AND o.name <> 'LEVEL'
                                        AND o.stopped_at IS NULL AND o.paused_since IS NULL))
      WHERE id = :paper
      """;

  private final JdbcClient db;

  MovementStore(JdbcClient db) {
    this.db = db;
  }

  /// The first line of a register.
  void made(NewPaper paper, Act act) {
    db.sql(
            """
            INSERT INTO desk.movement (paper, serial, word, from_post, to_post, person, capacity, at, task,
                                       remark, decided, hand, act)
            VALUES (?, 1, 'MADE', NULL, ?, ?, ?, ?, ?, '', false, 0, ?)
            """)
        .params(
            paper.id().value(),
            paper.holder().value(),
            act.person().value(),
            act.by().capacity().name(),
            at(paper.at()),
            paper.task().name(),
            act.id().value())
        .update();
  }

  void settle(Paper paper, Move move, Place next, @Nullable Paper parent, Act act, Instant now) {
    db.sql(SETTLE)
        .param("paper", paper.id().value())
        .param("serial", paper.moves() + 1)
        .param("word", move.word())
        .param("by", act.post().value())
        .param("holder", next.holder().map(PostId::value).orElse(null), java.sql.Types.OTHER)
        .param("person", act.person().value())
        .param("capacity", act.by().capacity().name())
        .param("at", at(now))
        .param("task", paper.task().name())
        .param("remark", move.remark())
        .param("hands", paper.hands())
        .param("act", act.id().value())
        .param("place", next.code())
        .param("parent", parent == null ? null : parent.id().value(), java.sql.Types.OTHER)
        .param("root", parent == null ? null : parent.root().value(), java.sql.Types.OTHER)
        .param(
            "until",
            next instanceof Place.Parked(var _, var until) ? until : null,
            java.sql.Types.DATE)
        .update();
  }

  /// What goes to another desk.
  ///
  /// @param due end of the recipient's time, and the limit it was reckoned from
  record Sending(
      Move move,
      Task task,
      Place next,
      OfficeId office,
      boolean deciding,
      boolean decided,
      Instant due,
      int amount,
      String unit) {}

  void send(Paper paper, Sending sending, Act act, Instant now) {
    db.sql(SEND)
        .param("paper", paper.id().value())
        .param("serial", paper.moves() + 1)
        .param("word", sending.move().word())
        .param("by", act.post().value())
        .param("holder", sending.next().holder().orElseThrow().value())
        .param("office", sending.office().value())
        .param("person", act.person().value())
        .param("capacity", act.by().capacity().name())
        .param("at", at(now))
        .param("task", sending.task().name())
        .param("remark", sending.move().remark())
        .param("decided", sending.decided())
        .param("deciding", sending.deciding())
        .param("hands", paper.hands())
        .param("act", act.id().value())
        .param("place", sending.next().code())
        .param("amount", sending.amount())
        .param("unit", sending.unit())
        .param("level_due", at(sending.due()))
        .update();
  }

  /// After a pull back: whence it had come before, and the clock that ran before.
  void restore(Paper paper, PostId by) {
    db.sql(
            """
            WITH level AS (
                UPDATE desk.clock SET started = prior_start, due_at = prior_due
                WHERE paper = :paper AND name = 'LEVEL' AND prior_start IS NOT NULL
            )
            UPDATE desk.paper
            SET opened_at = arrived_at,
                from_post = (SELECT from_post FROM desk.movement
                             WHERE paper = :paper AND to_post = :by AND word IN ('FORWARDED', 'SENT_BACK')
                             ORDER BY serial DESC LIMIT 1),
                due_at = coalesce((SELECT min(CASE WHEN name = 'LEVEL' THEN coalesce(prior_due, due_at)
                                                   ELSE due_at END)
                                   FROM desk.clock WHERE paper = :paper AND stopped_at IS NULL
                                     AND paused_since IS NULL), 'infinity')
            WHERE id = :paper
            """)
        .param("paper", paper.id().value())
        .param("by", by.value())
        .update();
  }

  /// Marks the first view by the holder; false when it was opened before or has moved.
  boolean open(Paper paper, Act act, Instant now) {
    return db.sql(
                """
                WITH opened AS (
                    UPDATE desk.paper SET opened_at = :at
                    WHERE id = :paper AND holder = :by AND opened_at IS NULL
                      AND place IN ('DESK', 'TRANSIT')
                    RETURNING id, moves
                )
                INSERT INTO desk.opened (paper, serial, person, post, at)
                SELECT id, moves, :person, :by, :at FROM opened
                ON CONFLICT DO NOTHING
                """)
            .param("paper", paper.id().value())
            .param("by", act.post().value())
            .param("person", act.person().value())
            .param("at", at(now))
            .update()
        == 1;
  }

  /// Parked papers whose day has come, a batch at a time.
  java.util.List<karyalay.shared.PaperId> parkedUntil(LocalDate day, int limit) {
    return db.sql(
            """
            SELECT id FROM desk.paper WHERE place = 'PARKED' AND parked_until <= ?
            ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED
            """)
        .params(day, limit)
        .query((row, n) -> new karyalay.shared.PaperId(PaperRows.uuid(row, "id")))
        .list();
  }

  static java.time.OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
