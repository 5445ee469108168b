package karyalay.signatures;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import karyalay.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The one row of the office's authority.
@Repository
class AuthorityStore {
  private final JdbcClient db;

  AuthorityStore(JdbcClient db) {
    this.db = db;
  }

  record Row(byte[] certificate, byte[] sealed) {}

  Optional<Row> find() {
    return db.sql("SELECT certificate, sealed FROM signatures.authority")
        .query(Row.class)
        .optional();
  }

  /// Of two that are made at once the first stays.
  Row keep(Row row, Instant now) {
    db.sql(
            """
            INSERT INTO signatures.authority (id, certificate, sealed, made_at)
            VALUES (?, ?, ?, ?) ON CONFLICT (sole) DO NOTHING
            """)
        .params(Ids.next(), row.certificate(), row.sealed(), now.atOffset(ZoneOffset.UTC))
        .update();
    return find().orElseThrow();
  }
}
