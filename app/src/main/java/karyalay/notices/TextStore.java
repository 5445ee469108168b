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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of `notices.text`.
@Repository
class TextStore {
  private final JdbcClient db;

  TextStore(JdbcClient db) {
    this.db = db;
  }

  /// A text in hand.
  record Outgoing(UUID id, String to, String template, String words, boolean secret, int tries) {
    /// Never with its words.
    @Override
    public String toString() {
      return "text " + id;
    }
  }

  void insert(Text text, Instant now) {
    db.sql(
            """
            INSERT INTO notices.text (id, office, recipient, template, words, secret, state, made_at,
                                      good_until, next_at)
            VALUES (:id, :office, :to, :template, :words, :secret, 'WAITING', :now, :good, :now)
            """)
        .param("id", text.id())
        .param("office", text.office().value())
        .param("to", text.to())
        .param("template", text.template())
        .param("words", text.words())
        .param("secret", text.secret())
        .param("now", at(now))
        .param("good", at(now.plus(text.good())))
        .update();
  }

  /// Takes the next one in hand; others skip it.
  Optional<Outgoing> take(Instant now) {
    return db.sql(
            """
            UPDATE notices.text SET state = 'HANDING', handed_at = :now, tries = tries + 1
            WHERE id = (SELECT id FROM notices.text
                        WHERE state = 'WAITING' AND next_at <= :now AND good_until > :now
                        ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, recipient, template, words, secret, tries
            """)
        .param("now", at(now))
        .query((row, n) -> outgoing(row))
        .optional();
  }

  private static Outgoing outgoing(ResultSet row) throws SQLException {
    return new Outgoing(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        text(row, "recipient"),
        text(row, "template"),
        text(row, "words"),
        row.getBoolean("secret"),
        row.getInt("tries"));
  }

  /// What a dead program left in hand.
  List<UUID> lost(Instant before, Instant now) {
    return db.sql(
            """
            UPDATE notices.text SET state = 'UNCERTAIN', settled_at = :now,
                   words = CASE WHEN secret THEN NULL ELSE words END,
                   answer = 'the program ended while the gateway was spoken to'
            WHERE state = 'HANDING' AND handed_at < :before RETURNING id
            """)
        .param("before", at(before))
        .param("now", at(now))
        .query(UUID.class)
        .list();
  }

  /// What nobody took while it was of use.
  List<UUID> late(Instant now) {
    return db.sql(
            """
            UPDATE notices.text SET state = 'REFUSED', settled_at = :now,
                   words = CASE WHEN secret THEN NULL ELSE words END,
                   answer = left('no use any more; ' || answer, 300)
            WHERE state = 'WAITING' AND good_until <= :now RETURNING id
            """)
        .param("now", at(now))
        .query(UUID.class)
        .list();
  }

  void settle(UUID text, TextState state, String answer, Instant now) {
    db.sql(
            """
            UPDATE notices.text SET state = ?, answer = ?, settled_at = ?,
                   words = CASE WHEN secret THEN NULL ELSE words END
            WHERE id = ? AND state IN ('HANDING', 'UNCERTAIN')
            """)
        .params(state.name(), answer, at(now), text)
        .update();
  }

  void later(UUID text, String answer, Instant next) {
    db.sql(
            """
            UPDATE notices.text SET state = 'WAITING', answer = ?, next_at = ?
            WHERE id = ? AND state = 'HANDING'
            """)
        .params(answer, at(next), text)
        .update();
  }

  /// Back into the row, by a person's will and under the same reference.
  boolean again(UUID text, Instant now) {
    return db.sql(
                """
                UPDATE notices.text SET state = 'WAITING', next_at = :now, made_at = :now,
                       good_until = :now + (good_until - made_at), settled_at = NULL
                WHERE id = :text AND state IN ('REFUSED', 'UNCERTAIN') AND words IS NOT NULL
                """)
            .param("text", text)
            .param("now", at(now))
            .update()
        == 1;
  }

  Texts.Health health(boolean served, Instant now) {
    return db.sql(
            """
            SELECT count(*) FILTER (WHERE state IN ('WAITING', 'HANDING'))::int AS waiting,
                   count(*) FILTER (WHERE state = 'UNCERTAIN')::int AS uncertain,
                   count(*) FILTER (WHERE state = 'REFUSED' AND settled_at > :yesterday)::int AS refused
            FROM notices.text
            """)
        .param("yesterday", at(now.minusSeconds(86_400)))
        .query((row, n) ->
            new Texts.Health(
                served, row.getInt("waiting"), row.getInt("uncertain"), row.getInt("refused")))
        .single();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column));
  }
}
