package karyalay.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which documents there are. Rows are added, never changed.
@Repository
class DocumentStore {
  private final JdbcClient db;

  DocumentStore(JdbcClient db) {
    this.db = db;
  }

  void insert(Stored document, Instant at) {
    db.sql(
            """
            INSERT INTO documents.document (id, sha256, type, bytes, pages, made_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .params(
            document.id().value(),
            document.sha256(),
            document.type().name(),
            document.bytes(),
            document.pages(),
            at.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Stored> find(Collection<DocumentId> ids) {
    return db.sql(
            "SELECT id, sha256, type, bytes, pages FROM documents.document WHERE id = ANY (?)")
        .param(ids.stream().map(DocumentId::value).toArray(UUID[]::new))
        .query((row, _) -> stored(row))
        .list();
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        new DocumentId(row.getObject("id", UUID.class)),
        row.getBytes("sha256"),
        DocumentType.valueOf(row.getString("type")),
        row.getLong("bytes"),
        row.getInt("pages"));
  }
}
