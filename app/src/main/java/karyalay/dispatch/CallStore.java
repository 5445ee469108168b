package karyalay.dispatch;

import static karyalay.dispatch.Rows.moment;
import static karyalay.dispatch.Rows.text;
import static karyalay.dispatch.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import karyalay.drafts.LetterId;
import karyalay.shared.Act;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of calls, replies and reminders.
@Repository
class CallStore {
  private static final String CALL =
      """
      SELECT c.id, c.kind, c.letter, c.paper, c.post, c.subject, c.target, l.number, c.opened_at,
             c.closed_at, c.remark, c.answer
      FROM dispatch.call c JOIN drafts.v_letter l ON l.id = c.letter
      """;

  private final JdbcClient db;

  CallStore(JdbcClient db) {
    this.db = db;
  }

  void insert(Call call, OfficeId office, Act act) {
    db.sql(
            """
            INSERT INTO dispatch.call (id, kind, letter, paper, office, post, person, subject, target,
                                       opened_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            call.id(),
            call.kind().name(),
            call.letter().value(),
            call.paper().value(),
            office.value(),
            call.post().value(),
            act.person().value(),
            call.subject(),
            call.target(),
            Rows.at(call.openedAt()))
        .update();
  }

  Optional<Call> find(UUID call) {
    return db.sql(CALL + " WHERE c.id = ?").param(call).query((row, n) -> call(row)).optional();
  }

  Optional<Call> lock(UUID call) {
    return db.sql(CALL + " WHERE c.id = ? FOR UPDATE OF c")
        .param(call)
        .query((row, n) -> call(row))
        .optional();
  }

  boolean called(LetterId letter) {
    return db.sql("SELECT EXISTS (SELECT FROM dispatch.call WHERE letter = ?)")
        .param(letter.value())
        .query(Boolean.class)
        .single();
  }

  void close(UUID call, String remark, Instant now) {
    db.sql("UPDATE dispatch.call SET closed_at = ?, remark = ? WHERE id = ?")
        .params(Rows.at(now), remark, call)
        .update();
  }

  void answered(UUID call, LetterId answer) {
    db.sql("UPDATE dispatch.call SET answer = ? WHERE id = ?")
        .params(answer.value(), call)
        .update();
  }

  /// Calls of the post and of posts under it, open ones first.
  List<Call> of(Scope scope, boolean closed) {
    return db.sql(
            CALL
                + """
                 WHERE (c.closed_at IS NOT NULL) = :closed
                   AND (c.post = :post
                        OR c.office IN (SELECT token FROM organisation.v_token WHERE post = :post)
                        OR c.letter IN (SELECT signed.id FROM drafts.v_letter signed
                                        WHERE signed.signatory = :post))
                 ORDER BY c.target, c.opened_at LIMIT 200
                """)
        .param("post", scope.post().value())
        .param("closed", closed)
        .query((row, n) -> call(row))
        .list();
  }

  private static Call call(ResultSet row) throws SQLException {
    return new Call(
        uuid(row, "id"),
        Call.Kind.valueOf(text(row, "kind")),
        new LetterId(uuid(row, "letter")),
        new PaperId(uuid(row, "paper")),
        new PostId(uuid(row, "post")),
        text(row, "subject"),
        Rows.day(row, "target"),
        text(row, "number"),
        row.getTimestamp("opened_at").toInstant(),
        moment(row, "closed_at"),
        text(row, "remark"),
        row.getObject("answer", UUID.class));
  }

  /// @param number of the letter or receipt; empty for a note
  record Reply(UUID item, String kind, String number, String text, Instant at) {}

  Map<UUID, Reply> replies(LetterId letter) {
    var replies = new HashMap<UUID, Reply>();
    db.sql(
            """
            SELECT a.item, a.kind, a.number, a.text, a.at FROM dispatch.reply a
            JOIN dispatch.item i ON i.id = a.item WHERE i.letter = ?
            """)
        .param(letter.value())
        .query((row, n) ->
            new Reply(
                uuid(row, "item"),
                text(row, "kind"),
                text(row, "number"),
                text(row, "text"),
                row.getTimestamp("at").toInstant()))
        .list()
        .forEach(reply -> replies.put(reply.item(), reply));
    return replies;
  }

  int reminders(LetterId letter) {
    return db.sql("SELECT coalesce(max(n), 0) FROM dispatch.reminder WHERE letter = ?")
        .param(letter.value())
        .query(Integer.class)
        .single();
  }

  void reminder(LetterId letter, int n, LetterId reminder, Act act, Instant now) {
    db.sql(
            """
            INSERT INTO dispatch.reminder (letter, n, reminder, at, person, post)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .params(
            letter.value(),
            n,
            reminder.value(),
            Rows.at(now),
            act.person().value(),
            act.post().value())
        .update();
  }

  LetterId lastReminder(LetterId letter) {
    return db.sql("SELECT reminder FROM dispatch.reminder WHERE letter = ? ORDER BY n DESC LIMIT 1")
        .param(letter.value())
        .query((row, n) -> new LetterId(uuid(row, "reminder")))
        .single();
  }

  /// A party of a letter, as a reminder writes to it again.
  record Addressee(int serial, String kind, UUID target) {}

  /// The addressees of some items: a post of ours where there is one, else as the letter has it.
  List<Addressee> addressees(LetterId letter, List<Integer> serials) {
    return db.sql(
            """
            SELECT i.serial, CASE WHEN p.kind = 'GROUP' THEN 'POST' ELSE p.kind END AS kind,
                   coalesce(CASE WHEN p.kind = 'GROUP' THEN i.post END, p.target) AS target
            FROM dispatch.item i JOIN drafts.v_party p ON p.letter = i.letter AND p.place = i.place
            WHERE i.letter = ? AND i.serial = ANY (?)
              AND coalesce(CASE WHEN p.kind = 'GROUP' THEN i.post END, p.target) IS NOT NULL
            ORDER BY i.serial
            """)
        .params(letter.value(), serials.toArray(Integer[]::new))
        .query(Addressee.class)
        .list();
  }

  LocalDate day(LetterId letter) {
    return db.sql("SELECT issued_on FROM drafts.v_letter WHERE id = ?")
        .param(letter.value())
        .query(LocalDate.class)
        .single();
  }
}
