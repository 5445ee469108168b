package karyalay.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of `notices.mail`.
@Repository
class MailStore {
  private final JdbcClient db;

  MailStore(JdbcClient db) {
    this.db = db;
  }

  /// A mail in hand.
  record Outgoing(
      UUID id,
      String to,
      String subject,
      String body,
      @Nullable UUID document,
      String documentName,
      String messageId,
      Instant made,
      int tries) {}

  void insert(Mail mail, String to, Instant now) {
    db.sql(
            """
            INSERT INTO notices.mail (id, office, recipient, subject, body, document, document_name,
                                      message_id, state, made_at, next_at)
            VALUES (:id, :office, :to, :subject, :body, cast(:document AS uuid), :name, :message,
                    'WAITING', :now, :now)
            """)
        .param("id", mail.id())
        .param("office", mail.office().value())
        .param("to", to)
        .param("subject", mail.subject())
        .param("body", mail.body())
        .param("document", mail.document())
        .param("name", mail.documentName())
        .param("message", "<" + mail.id() + "@karyalay.invalid>")
        .param("now", at(now))
        .update();
  }

  /// Takes the next one in hand; others skip it.
  Optional<Outgoing> take(Instant now) {
    return db.sql(
            """
            UPDATE notices.mail SET state = 'HANDING', handed_at = :now, tries = tries + 1
            WHERE id = (SELECT id FROM notices.mail WHERE state = 'WAITING' AND next_at <= :now
                        ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, recipient, subject, body, document, document_name, message_id, made_at, tries
            """)
        .param("now", at(now))
        .query((row, n) -> outgoing(row))
        .optional();
  }

  private static Outgoing outgoing(ResultSet row) throws SQLException {
    return new Outgoing(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        text(row, "recipient"),
        text(row, "subject"),
        text(row, "body"),
        row.getObject("document", UUID.class),
        text(row, "document_name"),
        text(row, "message_id"),
        row.getTimestamp("made_at").toInstant(),
        row.getInt("tries"));
  }

  /// What a dead program left in hand.
  List<UUID> lost(Instant before) {
    return db.sql(
            """
            UPDATE notices.mail SET state = 'UNCERTAIN', settled_at = now(),
                   answer = 'the program ended while the server was spoken to'
            WHERE state = 'HANDING' AND handed_at < ? RETURNING id
            """)
        .param(at(before))
        .query(UUID.class)
        .list();
  }

  void settle(UUID mail, MailState state, String answer, Instant now) {
    db.sql(
            """
            UPDATE notices.mail SET state = ?, answer = ?, settled_at = ?
            WHERE id = ? AND state IN ('HANDING', 'UNCERTAIN')
            """)
        .params(state.name(), answer, at(now), mail)
        .update();
  }

  void later(UUID mail, String answer, Instant next) {
    db.sql(
            """
            UPDATE notices.mail SET state = 'WAITING', answer = ?, next_at = ?
            WHERE id = ? AND state = 'HANDING'
            """)
        .params(answer, at(next), mail)
        .update();
  }

  /// How the outbox stands.
  ///
  /// @param late of those that wait, how many were laid in long ago
  /// @param failed refused or uncertain of late
  record Standing(int waiting, int late, int failed) {}

  Standing standing(Instant late, Instant lately) {
    return db.sql(
            """
            SELECT count(*) FILTER (WHERE state = 'WAITING') AS waiting,
                   count(*) FILTER (WHERE state = 'WAITING' AND made_at < :late) AS late,
                   count(*) FILTER (WHERE state IN ('REFUSED', 'UNCERTAIN')
                                    AND settled_at > :lately) AS failed
            FROM notices.mail WHERE state <> 'SENT'
            """)
        .param("late", at(late))
        .param("lately", at(lately))
        .query(Standing.class)
        .single();
  }

  /// Back into the row, by a person's will and under the same Message-ID.
  boolean again(UUID mail, Instant now) {
    return db.sql(
                """
                UPDATE notices.mail SET state = 'WAITING', next_at = :now, made_at = :now,
                       settled_at = NULL
                WHERE id = :mail AND state IN ('REFUSED', 'UNCERTAIN')
                """)
            .param("mail", mail)
            .param("now", at(now))
            .update()
        == 1;
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column));
  }
}
