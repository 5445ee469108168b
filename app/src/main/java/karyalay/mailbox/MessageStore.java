package karyalay.mailbox;

import static karyalay.mailbox.BoxStore.at;
import static karyalay.mailbox.BoxStore.moment;
import static karyalay.mailbox.BoxStore.text;
import static karyalay.mailbox.BoxStore.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.documents.DocumentId;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import karyalay.shared.PaperId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of e-mails as clerks see and settle them.
@Repository
class MessageStore {
  /// What every reading shows; the mailbox's post is the reach.
  private static final String SHOWN =
      """
      SELECT m.id, m.box, m.document, m.bytes, m.from_name, m.from_address, m.recipients, m.subject, m.sent_at,
             m.arrived_at, m.cut, m.damaged, m.unread_why, m.state, m.lead, m.reason, m.remark, m.settled_at,
             coalesce(r.number, '') AS number, coalesce(a.recipient, '') AS answers,
             coalesce(p.name_hi, '') AS name_hi, coalesce(p.name_en, '') AS name_en,
             (SELECT count(*) FROM mailbox.enclosure e WHERE e.message = m.id AND NOT e.inline)::int AS enclosures,
             coalesce((SELECT w.name_hi FROM mailbox.entry y JOIN dak.v_receipt q ON q.id = y.content AND q.state = 'ENTRY'
                       JOIN organisation.v_person w ON w.id = y.person
                       WHERE y.message = m.id ORDER BY y.at LIMIT 1), '') AS begun
      """;

  private static final String FROM =
      """
      FROM mailbox.message m JOIN mailbox.box b ON b.id = m.box
      LEFT JOIN dak.v_receipt r ON r.lead = m.lead
      LEFT JOIN notices.v_mail a ON a.id = m.answers
      LEFT JOIN organisation.v_person p ON p.id = m.person
      """;

  private final JdbcClient db;

  MessageStore(JdbcClient db) {
    this.db = db;
  }

  /// The messages of a post's mailboxes: those that wait, the oldest first; else the latest settled
  /// first.
  List<Mail> listed(PostId post, Mail.State state, int offset, int limit) {
    String order =
        state == Mail.State.WAITING
            ? "ORDER BY m.arrived_at, m.id OFFSET ? LIMIT ?"
            : "ORDER BY m.settled_at DESC, m.id DESC OFFSET ? LIMIT ?";
    return db.sql(SHOWN + ", '' AS words " + FROM + "WHERE b.post = ? AND m.state = ? " + order)
        .params(post.value(), state.name(), offset, limit)
        .query((row, _) -> mail(row))
        .list();
  }

  int count(PostId post, Mail.State state) {
    return db.sql(
            """
            SELECT count(*) FROM mailbox.message m JOIN mailbox.box b ON b.id = m.box
            WHERE b.post = ? AND m.state = ?
            """)
        .params(post.value(), state.name())
        .query(Integer.class)
        .single();
  }

  Optional<Mail> find(UUID id, PostId post) {
    return db.sql(SHOWN + ", m.words " + FROM + "WHERE m.id = ? AND b.post = ?")
        .params(id, post.value())
        .query((row, _) -> mail(row))
        .optional();
  }

  List<Mail.Enclosure> enclosures(UUID id) {
    return db.sql("SELECT * FROM mailbox.enclosure WHERE message = ? ORDER BY serial")
        .param(id)
        .query((row, _) ->
            new Mail.Enclosure(
                row.getInt("serial"),
                text(row, "name"),
                text(row, "type"),
                row.getLong("bytes"),
                row.getBoolean("inline"),
                document(row),
                text(row, "refusal"),
                text(row, "argument")))
        .list();
  }

  /// Locks it for the rest of the act: two clerks at once wait here for one another.
  void lock(UUID id) {
    var _ =
        db.sql("SELECT id FROM mailbox.message WHERE id = ? FOR UPDATE")
            .param(id)
            .query(UUID.class)
            .single();
  }

  void begun(ContentId entry, UUID message, PersonId by, Instant now) {
    db.sql("INSERT INTO mailbox.entry (content, message, person, at) VALUES (?, ?, ?, ?)")
        .params(entry.value(), message, by.value(), at(now))
        .update();
  }

  /// The entry that this person has begun and not thrown away.
  Optional<ContentId> entryOf(UUID message, PersonId by, PostId post) {
    return db.sql(
            """
            SELECT y.content FROM mailbox.entry y
            JOIN dak.v_receipt r ON r.id = y.content AND r.state = 'ENTRY' AND r.post = ?
            WHERE y.message = ? AND y.person = ? ORDER BY y.at DESC LIMIT 1
            """)
        .params(post.value(), message, by.value())
        .query(UUID.class)
        .optional()
        .map(ContentId::new);
  }

  /// The message that an entry was begun from.
  Optional<UUID> messageOf(ContentId entry) {
    return db.sql("SELECT message FROM mailbox.entry WHERE content = ?")
        .param(entry.value())
        .query(UUID.class)
        .optional();
  }

  /// The number under which it was diarised; empty while it was not.
  Optional<String> numberOf(UUID message) {
    return db.sql(
            """
            SELECT coalesce(r.number, '') FROM mailbox.message m
            LEFT JOIN dak.v_receipt r ON r.lead = m.lead
            WHERE m.id = ? AND m.state = 'DIARISED'
            """)
        .param(message)
        .query(String.class)
        .optional();
  }

  void diarised(UUID id, PaperId lead, Act act, Instant now) {
    db.sql(
            """
            UPDATE mailbox.message
            SET state = 'DIARISED', lead = ?, reason = '', remark = '', person = ?, post = ?, settled_at = ?
            WHERE id = ?
            """)
        .params(lead.value(), act.person().value(), act.post().value(), at(now), id)
        .update();
  }

  void putAside(UUID id, Mail.Reason reason, String remark, Act act, Instant now) {
    db.sql(
            """
            UPDATE mailbox.message
            SET state = 'NOT_DAK', reason = ?, remark = ?, person = ?, post = ?, settled_at = ? WHERE id = ?
            """)
        .params(reason.name(), remark, act.person().value(), act.post().value(), at(now), id)
        .update();
  }

  void takenBack(UUID id) {
    db.sql(
            """
            UPDATE mailbox.message
            SET state = 'WAITING', reason = '', remark = '', person = NULL, post = NULL, settled_at = NULL
            WHERE id = ?
            """)
        .param(id)
        .update();
  }

  private static @Nullable DocumentId document(ResultSet row) throws SQLException {
    UUID id = row.getObject("document", UUID.class);
    return id == null ? null : new DocumentId(id);
  }

  private static Mail mail(ResultSet row) throws SQLException {
    return new Mail(
        uuid(row, "id"),
        uuid(row, "box"),
        document(row),
        row.getLong("bytes"),
        text(row, "from_name"),
        text(row, "from_address"),
        text(row, "recipients"),
        text(row, "subject"),
        moment(row, "sent_at"),
        Objects.requireNonNull(moment(row, "arrived_at")),
        text(row, "words"),
        row.getBoolean("cut"),
        row.getBoolean("damaged"),
        text(row, "unread_why"),
        text(row, "answers"),
        Mail.State.valueOf(text(row, "state")),
        row.getInt("enclosures"),
        settled(row),
        text(row, "begun"));
  }

  private static Mail.@Nullable Settled settled(ResultSet row) throws SQLException {
    Instant at = moment(row, "settled_at");
    if (at == null) return null;
    UUID lead = row.getObject("lead", UUID.class);
    String reason = text(row, "reason");
    return new Mail.Settled(
        lead == null ? null : new PaperId(lead),
        text(row, "number"),
        reason.isEmpty() ? null : Mail.Reason.valueOf(reason),
        text(row, "remark"),
        text(row, "name_hi"),
        text(row, "name_en"),
        at);
  }
}
