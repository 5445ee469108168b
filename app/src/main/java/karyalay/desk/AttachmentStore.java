package karyalay.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.documents.DocumentId;
import karyalay.documents.DocumentType;
import karyalay.documents.Stored;
import karyalay.shared.ContentId;
import karyalay.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of `desk.upload` and `desk.attachment`.
@Repository
class AttachmentStore {
  private final JdbcClient db;

  AttachmentStore(JdbcClient db) {
    this.db = db;
  }

  /// What was sent: an upload without what `documents` knows of it.
  record Sent(UUID id, DocumentId document, String name) {}

  /// Where a page of a content stands.
  ///
  /// @param page within the document, from 1
  record Spot(DocumentId document, int page) {}

  void insert(UUID upload, PersonId by, DocumentId document, String name, Instant at) {
    db.sql("INSERT INTO desk.upload (id, person, document, name, at) VALUES (?, ?, ?, ?, ?)")
        .params(upload, by.value(), document.value(), name, at.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Sent> unused(Collection<UUID> uploads, PersonId by) {
    return db.sql(
            """
            SELECT id, document, name FROM desk.upload
            WHERE id = ANY (?) AND person = ? AND used_at IS NULL
            """)
        .params(uploads.toArray(UUID[]::new), by.value())
        .query((row, _) -> sent(row))
        .list();
  }

  /// Uses up those that are this person's and unused.
  List<Sent> use(Collection<UUID> uploads, PersonId by, Instant at) {
    return db.sql(
            """
            UPDATE desk.upload SET used_at = ?
            WHERE id = ANY (?) AND person = ? AND used_at IS NULL
            RETURNING id, document, name
            """)
        .params(at.atOffset(ZoneOffset.UTC), uploads.toArray(UUID[]::new), by.value())
        .query((row, _) -> sent(row))
        .list();
  }

  private static Sent sent(ResultSet row) throws SQLException {
    return new Sent(
        PaperRows.uuid(row, "id"),
        new DocumentId(PaperRows.uuid(row, "document")),
        PaperRows.text(row, "name"));
  }

  /// Adds behind what is there, in this order.
  ///
  /// @return the serial of the first
  int append(
      ContentId content, List<String> names, List<Stored> documents, PersonId by, Instant at) {
    return db.sql(
            """
            WITH added AS (
                INSERT INTO desk.attachment (content, serial, document, name, pages, person, at)
                SELECT :content,
                       (SELECT coalesce(max(serial), 0) FROM desk.attachment
                        WHERE content = :content) + u.place,
                       u.document, u.name, u.pages, :person, :at
                FROM unnest(:documents::uuid[], :names::text[], :pages::int[])
                     WITH ORDINALITY AS u (document, name, pages, place)
                RETURNING serial)
            SELECT min(serial) FROM added
            """)
        .param("content", content.value())
        .param(
            "documents",
            documents.stream().map(Stored::id).map(DocumentId::value).toArray(UUID[]::new))
        .param("names", names.toArray(String[]::new))
        .param("pages", documents.stream().map(Stored::pages).toArray(Integer[]::new))
        .param("person", by.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  /// The documents of a content in page order, with what `documents` knows of them.
  List<Attachment> of(ContentId content) {
    return db.sql(
            """
            SELECT a.serial, a.document, a.name, d.type, d.bytes, d.pages, a.person, a.at,
                   (1 + sum(d.pages) OVER (ORDER BY a.serial) - d.pages)::int AS first_page
            FROM desk.attachment a JOIN documents.v_document d ON d.id = a.document
            WHERE a.content = ? ORDER BY a.serial
            """)
        .param(content.value())
        .query((row, _) -> attachment(row))
        .list();
  }

  private static Attachment attachment(ResultSet row) throws SQLException {
    return new Attachment(
        row.getInt("serial"),
        new DocumentId(PaperRows.uuid(row, "document")),
        PaperRows.text(row, "name"),
        DocumentType.valueOf(PaperRows.text(row, "type")),
        row.getLong("bytes"),
        row.getInt("pages"),
        row.getInt("first_page"),
        new PersonId(PaperRows.uuid(row, "person")),
        row.getTimestamp("at").toInstant());
  }

  int pages(ContentId content) {
    return db.sql("SELECT coalesce(sum(pages), 0) FROM desk.attachment WHERE content = ?")
        .param(content.value())
        .query(Integer.class)
        .single();
  }

  /// Where page n of all the content's documents stands.
  Optional<Spot> spot(ContentId content, int page) {
    return db.sql(
            """
            SELECT document, :page - before AS page
            FROM (SELECT document, pages, sum(pages) OVER (ORDER BY serial) - pages AS before
                  FROM desk.attachment WHERE content = :content) counted
            WHERE :page > before AND :page <= before + pages
            """)
        .param("content", content.value())
        .param("page", page)
        .query((row, _) ->
            new Spot(new DocumentId(PaperRows.uuid(row, "document")), row.getInt("page")))
        .optional();
  }
}
