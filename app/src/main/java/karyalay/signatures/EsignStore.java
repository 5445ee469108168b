package karyalay.signatures;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Questions to the eSign provider that await their answers.
@Repository
class EsignStore {
  private final JdbcClient db;

  EsignStore(JdbcClient db) {
    this.db = db;
  }

  record Open(PersonId person, List<byte[]> hashes, Instant until) {}

  void ask(String txn, Act act, List<byte[]> hashes, Instant now, Instant until) {
    db.sql(
            """
            INSERT INTO signatures.esign (txn, person, post, hashes, asked_at, until)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .params(
            txn,
            act.person().value(),
            act.post().value(),
            hashes.toArray(byte[][]::new),
            now.atOffset(ZoneOffset.UTC),
            until.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Takes the question back, once: whoever comes second finds none.
  Optional<Open> take(String txn, Instant now) {
    return db.sql(
            """
            UPDATE signatures.esign SET done_at = ? WHERE txn = ? AND done_at IS NULL
            RETURNING person, hashes, until
            """)
        .params(now.atOffset(ZoneOffset.UTC), txn)
        .query((row, n) ->
            new Open(
                new PersonId(Objects.requireNonNull(row.getObject("person", UUID.class))),
                Arrays.asList((byte[][]) row.getArray("hashes").getArray()),
                row.getTimestamp("until").toInstant()))
        .optional();
  }
}
