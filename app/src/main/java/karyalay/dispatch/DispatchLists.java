package karyalay.dispatch;

import static karyalay.dispatch.Rows.text;
import static karyalay.dispatch.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import karyalay.drafts.LetterId;
import karyalay.notices.MailState;
import karyalay.organisation.Series;
import karyalay.shared.OfficeId;
import karyalay.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is to be sent, what came back, and the register of what went out (OP-78).
@Service
@Transactional(readOnly = true)
public class DispatchLists {
  /// Most lines of one list or sheet.
  public static final int MOST = 500;

  /// A letter is in one's hands when one signed or began it, or when the registry sends it.
  private static final String IN_HAND =
      """
       (:post IN (l.signatory, l.made_post)
        OR l.office = ANY (:served) AND NOT p.guarded
           AND NOT EXISTS (SELECT FROM dispatch.sending s WHERE s.letter = l.id AND s.way = 'SELF'))
      """;

  private static final String WAITING =
      """
      SELECT l.id, l.number, l.issued_on, l.subject, l.signed_at, l.form,
             (SELECT string_agg(f.name, '; ' ORDER BY f.place)
              FROM (SELECT v.place, coalesce(nullif(v.designation, ''), nullif(v.name, ''),
                                             v.organisation) AS name
                    FROM drafts.v_party v WHERE v.letter = l.id ORDER BY v.place LIMIT 3) f) AS names,
             (SELECT count(*) FROM drafts.v_party v WHERE v.letter = l.id) AS parties,
             (SELECT count(*) FROM dispatch.item i WHERE i.letter = l.id AND i.state <> 'TO_SEND')
               AS gone
      FROM drafts.v_letter l JOIN desk.v_paper p ON p.id = l.paper
      WHERE l.state = 'SIGNED' AND
      """
          + IN_HAND
          + " ORDER BY l.signed_at, l.id LIMIT :limit";

  private static final String LINES =
      """
      SELECT l.id, l.number, l.issued_on, l.subject, l.form, i.serial, i.name, i.mode, i.state,
             i.sent_at, i.tracking, c.mark AS carrier, i.receipt_number, i.receiver_name,
             i.received_at, i.reason, m.state AS mail_state, coalesce(q.name_hi, '') AS peer,
             i.email, i.peer_to,
             NOT p.guarded OR EXISTS (SELECT FROM desk.readable(:person, :post) r
                                      WHERE r.paper = p.id AND r.named) AS named
      FROM dispatch.item i
      JOIN drafts.v_letter l ON l.id = i.letter
      JOIN desk.v_paper p ON p.id = l.paper
      LEFT JOIN organisation.v_post_ever c ON c.id = i.carrier
      LEFT JOIN dispatch.peer q ON q.id = i.peer
      LEFT JOIN notices.v_mail m ON m.id = i.mail
      """;

  private static final String RETURNED =
      LINES
          + " WHERE i.state = 'RETURNED' AND "
          + IN_HAND
          + " ORDER BY i.sent_at DESC, i.id LIMIT :limit";

  private static final String ACKNOWLEDGED =
      LINES
          + " WHERE i.state = 'ACKNOWLEDGED' AND i.sent_on BETWEEN :from AND :until AND "
          + IN_HAND
          + " ORDER BY i.received_at DESC, i.id LIMIT :limit";

  private static final String REGISTER =
      LINES
          + """
           WHERE i.office = :office AND i.sent_on BETWEEN :from AND :until
          ORDER BY i.sent_on, l.serial, i.serial LIMIT :limit
          """;

  private final JdbcClient db;
  private final Counters counters;
  private final Series series;

  DispatchLists(JdbcClient db, Counters counters, Series series) {
    this.db = db;
    this.counters = counters;
    this.series = series;
  }

  /// A signed letter that waits.
  ///
  /// @param names the first addressees
  /// @param parties how many it names
  /// @param gone to how many it went already
  public record Waiting(
      LetterId letter,
      String number,
      LocalDate date,
      String subject,
      String form,
      Instant signed,
      String names,
      int parties,
      int gone) {}

  /// One line of the register.
  ///
  /// @param subject empty where the reader is not named on a protected paper
  public record Line(
      LetterId letter,
      int serial,
      String number,
      LocalDate date,
      String name,
      String subject,
      boolean named,
      Mode mode,
      ItemState state,
      Instant sentAt,
      String proof,
      String receiver,
      @Nullable Instant receivedAt,
      String reason,
      @Nullable MailState mail) {}

  /// Signed letters that this post may send, oldest first.
  public List<Waiting> waiting(Scope scope) {
    return mine(WAITING, scope).query((row, n) -> waiting(row)).list();
  }

  /// What came back and lies here again.
  public List<Line> returned(Scope scope) {
    return mine(RETURNED, scope).query((row, n) -> line(row)).list();
  }

  /// What was acknowledged of the letters sent between two days.
  public List<Line> acknowledged(Scope scope, LocalDate from, LocalDate until) {
    return mine(ACKNOWLEDGED, scope)
        .param("from", from)
        .param("until", until)
        .query((row, n) -> line(row))
        .list();
  }

  /// जावक पंजिका of an office, by the days on which letters left.
  public List<Line> register(Scope scope, OfficeId office, LocalDate from, LocalDate until) {
    return db.sql(REGISTER)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("office", office.value())
        .param("from", from)
        .param("until", until)
        .param("limit", MOST)
        .query((row, n) -> line(row))
        .list();
  }

  /// Numbers of the year that went out on no letter, with the reason.
  public List<Series.Gap> gaps(OfficeId office, int year) {
    return series.gaps(office, "ISSUE", year);
  }

  /// Offices whose register this post may open: its own, those it serves, and those under a head.
  public List<Office> offices(Scope scope) {
    Set<UUID> served = counters.served(scope.post());
    return db.sql(
            """
            SELECT o.id, o.name_hi, o.name_en FROM organisation.v_office o
            WHERE o.id = (SELECT office FROM organisation.v_post WHERE id = :post)
               OR o.id IN (SELECT token FROM organisation.v_token WHERE post = :post)
               OR o.id = ANY (:served)
            ORDER BY o.kind <> 'sp-office', o.name_hi
            """)
        .param("post", scope.post().value())
        .param("served", served.toArray(UUID[]::new))
        .query(Office.class)
        .list();
  }

  /// An office that has a register.
  public record Office(UUID id, String nameHi, String nameEn) {}

  private JdbcClient.StatementSpec mine(String sql, Scope scope) {
    return db.sql(sql)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("served", counters.served(scope.post()).toArray(UUID[]::new))
        .param("limit", MOST);
  }

  private static Waiting waiting(ResultSet row) throws SQLException {
    return new Waiting(
        new LetterId(uuid(row, "id")),
        text(row, "number"),
        Rows.day(row, "issued_on"),
        text(row, "subject"),
        text(row, "form"),
        row.getTimestamp("signed_at").toInstant(),
        text(row, "names"),
        row.getInt("parties"),
        row.getInt("gone"));
  }

  private static Line line(ResultSet row) throws SQLException {
    boolean named = row.getBoolean("named");
    String mail = row.getString("mail_state");
    return new Line(
        new LetterId(uuid(row, "id")),
        row.getInt("serial"),
        text(row, "number"),
        Rows.day(row, "issued_on"),
        named ? text(row, "name") : "",
        named ? text(row, "subject") : "",
        named,
        Mode.valueOf(text(row, "mode")),
        ItemState.valueOf(text(row, "state")),
        row.getTimestamp("sent_at").toInstant(),
        proof(row),
        text(row, "receiver_name"),
        Rows.moment(row, "received_at"),
        text(row, "reason"),
        mail == null ? null : MailState.valueOf(mail));
  }

  /// What shows that it went: the number, the address, the officer, as the mode has it.
  private static String proof(ResultSet row) throws SQLException {
    return switch (Mode.valueOf(text(row, "mode"))) {
      case OWN_OFFICE -> text(row, "receipt_number");
      case INSTANCE ->
          text(row, "peer") + " " + text(row, "peer_to") + " " + text(row, "receipt_number");
      case EMAIL -> text(row, "email");
      case POST -> "";
      case SPEED_POST -> text(row, "tracking");
      case BY_HAND -> text(row, "receiver_name");
      case MESSENGER -> text(row, "carrier");
    };
  }
}
