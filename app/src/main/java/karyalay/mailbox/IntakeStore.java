package karyalay.mailbox;

import static karyalay.mailbox.BoxStore.at;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.documents.Messages;
import karyalay.shared.OfficeId;
import karyalay.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of e-mails as they come in.
@Repository
class IntakeStore {
  private final JdbcClient db;
  private final JdbcTemplate batch;

  IntakeStore(JdbcClient db, JdbcTemplate batch) {
    this.db = db;
    this.batch = batch;
  }

  /// A message about to be written.
  ///
  /// @param document null when it stays where it is
  /// @param unread key of the sentence why it could not be taken apart; empty when it could
  record Row(
      UUID id,
      Box box,
      byte[] identity,
      @Nullable UUID document,
      long bytes,
      Messages.Words words,
      Instant arrived,
      String unread,
      @Nullable UUID answers) {}

  Optional<UUID> known(OfficeId office, byte[] identity) {
    return db.sql("SELECT id FROM mailbox.message WHERE office = ? AND identity = ?")
        .params(office.value(), identity)
        .query(UUID.class)
        .optional();
  }

  /// @return false when the office has it already
  boolean insert(Row row, Instant now) {
    var words = row.words();
    Instant sent = words.sent();
    return db.sql(
                """
                INSERT INTO mailbox.message (id, box, office, identity, document, bytes, message_id, from_name,
                    from_address, recipients, subject, sent_at, arrived_at, taken_at, words, cut, damaged, unread_why,
                    answers)
                VALUES (:id, :box, :office, :identity, :document, :bytes, :messageId, :name, :address, :to, :subject,
                    cast(:sent AS timestamptz), :arrived, :taken, :words, :cut, :damaged, :unread, :answers)
                ON CONFLICT (office, identity) DO NOTHING
                """)
            .param("id", row.id())
            .param("box", row.box().id())
            .param("office", row.box().office().value())
            .param("identity", row.identity())
            .param("document", row.document(), Types.OTHER)
            .param("bytes", row.bytes())
            .param("messageId", words.messageId())
            .param("name", words.fromName())
            .param("address", words.fromAddress())
            .param("to", words.to())
            .param("subject", words.subject())
            .param("sent", sent == null ? null : at(sent))
            .param("arrived", at(row.arrived()))
            .param("taken", at(now))
            .param("words", words.text())
            .param("cut", words.cut())
            .param("damaged", words.damaged())
            .param("unread", row.unread())
            .param("answers", row.answers(), Types.OTHER)
            .update()
        == 1;
  }

  void enclose(UUID message, List<Messages.Enclosure> enclosures) {
    List<Object[]> rows = new java.util.ArrayList<>();
    for (Messages.Enclosure one : enclosures) {
      Refused left = one.left();
      var document = one.document();
      rows.add(
          new Object[] {
            message,
            rows.size() + 1,
            one.name(),
            one.type(),
            one.bytes(),
            one.inline(),
            document == null ? null : document.id().value(),
            left == null ? "" : left.reason().key(),
            left == null || left.arguments().isEmpty() ? "" : left.arguments().getFirst().toString()
          });
    }
    batch.batchUpdate(
        """
        INSERT INTO mailbox.enclosure (message, serial, name, type, bytes, inline, document, refusal, argument)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  void place(UUID box, long validity, long uid, UUID message, Instant now) {
    db.sql(
            """
            INSERT INTO mailbox.place (box, validity, uid, message, at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (box, validity, uid) DO NOTHING
            """)
        .params(box, validity, uid, message, at(now))
        .update();
  }

  /// Those of these places that were seen.
  List<Long> seen(UUID box, long validity, List<Long> uids) {
    return db.sql("SELECT uid FROM mailbox.place WHERE box = ? AND validity = ? AND uid = ANY (?)")
        .params(box, validity, uids.toArray(Long[]::new))
        .query(Long.class)
        .list();
  }

  /// What is safe here and not marked there yet; what stays there for its size is left untouched.
  List<Long> unmarked(UUID box, long validity) {
    return db.sql(
            """
            SELECT p.uid FROM mailbox.place p JOIN mailbox.message m ON m.id = p.message
            WHERE p.box = ? AND p.validity = ? AND p.marked_at IS NULL AND m.document IS NOT NULL
            ORDER BY p.uid LIMIT 1000
            """)
        .params(box, validity)
        .query(Long.class)
        .list();
  }

  void marked(UUID box, long validity, long uid, Instant now) {
    db.sql("UPDATE mailbox.place SET marked_at = ? WHERE box = ? AND validity = ? AND uid = ?")
        .params(at(now), box, validity, uid)
        .update();
  }

  /// The e-mail of this office that one of these ids names.
  Optional<UUID> ours(OfficeId office, List<UUID> mails) {
    if (mails.isEmpty()) return Optional.empty();
    return db.sql("SELECT id FROM notices.v_mail WHERE office = ? AND id = ANY (?) LIMIT 1")
        .params(office.value(), mails.toArray(UUID[]::new))
        .query((row, _) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
        .optional();
  }
}
