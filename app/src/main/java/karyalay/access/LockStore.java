package karyalay.access;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What of a session concerns its lock.
@Repository
class LockStore {
  private final JdbcClient db;

  LockStore(JdbcClient db) {
    this.db = db;
  }

  /// As in {@link SessionStore}: the last use is written a minute late at most.
  private static final String LOCKED =
      """
      (locked_at IS NOT NULL
       OR coalesce(used_at < now() - make_interval(secs => idle_seconds + 90), false))
      """;

  Optional<Locks.Held> held(String token) {
    return db.sql(
            "SELECT id, person, ended_at IS NULL AND expires_at > now() AS open, "
                + LOCKED
                + " AS locked FROM access.session WHERE token_hash = ?")
        .param(Tokens.hash(token))
        .query((row, n) ->
            new Locks.Held(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new PersonId(Objects.requireNonNull(row.getObject("person", UUID.class))),
                row.getBoolean("open"),
                row.getBoolean("locked")))
        .optional();
  }

  /// @return whether it was open until now
  boolean lock(String token) {
    return db.sql(
                """
                UPDATE access.session SET locked_at = now()
                WHERE token_hash = ? AND idle_seconds IS NOT NULL AND locked_at IS NULL
                  AND ended_at IS NULL
                """)
            .param(Tokens.hash(token))
            .update()
        == 1;
  }

  void unlock(String token) {
    db.sql(
            """
            UPDATE access.session SET locked_at = NULL, used_at = now()
            WHERE token_hash = ? AND ended_at IS NULL
            """)
        .param(Tokens.hash(token))
        .update();
  }

  void share(UUID device, int idle) {
    db.sql("UPDATE access.session SET idle_seconds = ? WHERE device = ? AND ended_at IS NULL")
        .params(idle, device)
        .update();
  }

  void unshare(UUID device) {
    db.sql(
            "UPDATE access.session SET ended_at = now() WHERE device = ? AND ended_at IS NULL AND "
                + LOCKED)
        .param(device)
        .update();
    db.sql(
            """
            UPDATE access.session SET idle_seconds = NULL
            WHERE device = ? AND ended_at IS NULL
            """)
        .param(device)
        .update();
  }
}
