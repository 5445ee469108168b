package karyalay.scanning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.documents.DocumentId;
import karyalay.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of `scanning.phone`, `phone_page` and `cleaning`.
@Repository
class PhoneStore {
  private static final String COLUMNS =
      "id, person, form, handset IS NOT NULL AS shown, changes, arrivals, expires_at, ended_at";

  private final JdbcClient db;

  PhoneStore(JdbcClient db) {
    this.db = db;
  }

  /// @param form the act that will send the form
  /// @param arrivals pages that came, also those taken off since
  record Row(
      UUID id,
      PersonId person,
      UUID form,
      boolean shown,
      int changes,
      int arrivals,
      Instant until,
      boolean ended) {}

  /// @param likeness small picture, by which the page is known again
  record PageRow(UUID id, int serial, UUID upload, byte[] received, byte[] likeness) {}

  /// A new QR for this form: no telephone has shown it yet, the pages stay.
  UUID renew(UUID id, PersonId person, UUID form, byte[] secret, Instant until, Instant now) {
    return db.sql(
            """
            INSERT INTO scanning.phone (id, person, form, secret, expires_at, made_at)
            VALUES (:id, :person, :form, :secret, :until, :now)
            ON CONFLICT (person, form) DO UPDATE
            SET secret = excluded.secret, handset = NULL, expires_at = excluded.expires_at,
                ended_at = NULL, changes = phone.changes + 1
            RETURNING id
            """)
        .param("id", id)
        .param("person", person.value())
        .param("form", form)
        .param("secret", secret)
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .single();
  }

  Optional<Row> find(UUID id, PersonId by) {
    return db.sql("SELECT " + COLUMNS + " FROM scanning.phone WHERE id = ? AND person = ?")
        .params(id, by.value())
        .query((row, _) -> row(row))
        .optional();
  }

  Optional<Row> find(byte[] secret) {
    return db.sql("SELECT " + COLUMNS + " FROM scanning.phone WHERE secret = ?")
        .param(secret)
        .query((row, _) -> row(row))
        .optional();
  }

  /// The first telephone that shows the secret is the one; the same again is told so too.
  boolean bind(UUID id, byte[] handset) {
    return db.sql(
                """
                UPDATE scanning.phone
                SET handset = :handset, changes = changes + (handset IS NULL)::int
                WHERE id = :id AND (handset IS NULL OR handset = :handset)
                """)
            .param("id", id)
            .param("handset", handset)
            .update()
        == 1;
  }

  /// Counts a change and holds the row until the transaction ends: pages come one after another.
  void change(UUID id) {
    db.sql("UPDATE scanning.phone SET changes = changes + 1 WHERE id = ?").param(id).update();
  }

  /// Counts what is about to be received, whatever becomes of it: also a refused page fills the
  /// disk.
  void arriving(UUID id) {
    db.sql("UPDATE scanning.phone SET arrivals = arrivals + 1 WHERE id = ?").param(id).update();
  }

  void end(UUID id, Instant at) {
    db.sql("UPDATE scanning.phone SET ended_at = coalesce(ended_at, ?) WHERE id = ?")
        .params(at.atOffset(ZoneOffset.UTC), id)
        .update();
  }

  /// The form was drawn anew and will be sent under another act.
  void move(UUID id, UUID form) {
    db.sql("UPDATE scanning.phone SET form = ? WHERE id = ?").params(form, id).update();
  }

  List<PageRow> pages(UUID phone) {
    return db.sql(
            """
            SELECT id, serial, upload, received, likeness FROM scanning.phone_page
            WHERE phone = ? AND removed_at IS NULL ORDER BY serial, at
            """)
        .param(phone)
        .query((row, _) -> page(row))
        .list();
  }

  /// A page by the name that the telephone gave it, taken off or not.
  Optional<PageRow> page(UUID phone, UUID page) {
    return db.sql(
            """
            SELECT id, serial, upload, received, likeness FROM scanning.phone_page
            WHERE phone = ? AND id = ?
            """)
        .params(phone, page)
        .query((row, _) -> page(row))
        .optional();
  }

  int nextSerial(UUID phone) {
    return db.sql("SELECT coalesce(max(serial), 0) + 1 FROM scanning.phone_page WHERE phone = ?")
        .param(phone)
        .query(Integer.class)
        .single();
  }

  void insert(UUID phone, PageRow page, Instant at) {
    db.sql(
            """
            INSERT INTO scanning.phone_page (phone, id, serial, upload, received, likeness, at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            phone,
            page.id(),
            page.serial(),
            page.upload(),
            page.received(),
            page.likeness(),
            at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void remove(UUID phone, UUID page, Instant at) {
    db.sql(
            """
            UPDATE scanning.phone_page SET removed_at = coalesce(removed_at, ?)
            WHERE phone = ? AND id = ?
            """)
        .params(at.atOffset(ZoneOffset.UTC), phone, page)
        .update();
  }

  /// Another upload stands for the page, as when it was turned.
  void replace(UUID upload, UUID by) {
    db.sql("UPDATE scanning.phone_page SET upload = ? WHERE upload = ?")
        .params(by, upload)
        .update();
  }

  void cleaned(DocumentId document, DocumentId received, PersonId person, Instant at) {
    db.sql("INSERT INTO scanning.cleaning (document, received, person, at) VALUES (?, ?, ?, ?)")
        .params(document.value(), received.value(), person.value(), at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// The document that came in, which this one was made from; itself when none was made.
  DocumentId received(DocumentId document) {
    return db.sql("SELECT received FROM scanning.cleaning WHERE document = ?")
        .param(document.value())
        .query(UUID.class)
        .optional()
        .map(DocumentId::new)
        .orElse(document);
  }

  int forget(Instant madeBefore) {
    return db.sql("DELETE FROM scanning.phone WHERE made_at < ?")
        .param(madeBefore.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        uuid(row, "id"),
        new PersonId(uuid(row, "person")),
        uuid(row, "form"),
        row.getBoolean("shown"),
        row.getInt("changes"),
        row.getInt("arrivals"),
        Objects.requireNonNull(at(row, "expires_at")),
        at(row, "ended_at") != null);
  }

  private static PageRow page(ResultSet row) throws SQLException {
    return new PageRow(
        uuid(row, "id"),
        row.getInt("serial"),
        uuid(row, "upload"),
        row.getBytes("received"),
        row.getBytes("likeness"));
  }

  private static UUID uuid(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class));
  }

  private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
