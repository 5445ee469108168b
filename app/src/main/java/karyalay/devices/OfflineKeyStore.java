package karyalay.devices;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.devices.OfflineKeys.Key;
import karyalay.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of keys for what is written without a line.
@Repository
class OfflineKeyStore {
  private final JdbcClient db;

  OfflineKeyStore(JdbcClient db) {
    this.db = db;
  }

  Optional<Key> find(PersonId person, UUID device) {
    return db.sql("SELECT id, secret FROM devices.offline_key WHERE person = ? AND device = ?")
        .params(person.value(), device)
        .query(Key.class)
        .optional();
  }

  /// @return false when there is one already
  boolean add(UUID id, PersonId person, UUID device, byte[] secret, Instant at) {
    return db.sql(
                """
                INSERT INTO devices.offline_key (id, person, device, secret, made_at)
                VALUES (?, ?, ?, ?, ?) ON CONFLICT (person, device) DO NOTHING
                """)
            .params(id, person.value(), device, secret, at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  List<Key> named(PersonId person, Collection<UUID> ids) {
    return db.sql(
            "SELECT id, secret FROM devices.offline_key WHERE person = ? AND id = ANY (?) ORDER BY id")
        .params(person.value(), ids.toArray(UUID[]::new))
        .query(Key.class)
        .list();
  }
}
