package karyalay.devices;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Codes that were asked for; a row for every number that was typed, whether it exists or not.
@Repository
class CodeStore {
  private final JdbcClient db;

  CodeStore(JdbcClient db) {
    this.db = db;
  }

  /// A code as it is kept.
  record Row(
      UUID id,
      String pno,
      @Nullable PersonId person,
      UUID device,
      String hash,
      Instant made,
      Instant ends) {}

  /// What a code is compared with.
  ///
  /// @param person null where the number was nobody's
  record Kept(String hash, @Nullable PersonId person) {}

  /// Since when the machine has asked for its last so many codes; empty when for fewer.
  Optional<Instant> askedAt(UUID device, int most, Instant since) {
    return db.sql(
            """
            SELECT made_at FROM devices.code WHERE device = ? AND made_at > ?
            ORDER BY made_at DESC OFFSET ? LIMIT 1
            """)
        .params(device, at(since), most - 1)
        .query((row, n) -> row.getTimestamp("made_at").toInstant())
        .optional();
  }

  /// The same for a number, on whatever machines.
  Optional<Instant> askedFor(String pno, int most, Instant since) {
    return db.sql(
            """
            SELECT made_at FROM devices.code WHERE pno = ? AND made_at > ?
            ORDER BY made_at DESC OFFSET ? LIMIT 1
            """)
        .params(pno, at(since), most - 1)
        .query((row, n) -> row.getTimestamp("made_at").toInstant())
        .optional();
  }

  /// Puts a code down; the earlier ones of this machine for this number open nothing any more.
  void put(Row row) {
    db.sql(
            """
            UPDATE devices.code SET ends_at = least(ends_at, ?)
            WHERE device = ? AND pno = ? AND used_at IS NULL
            """)
        .params(at(row.made()), row.device(), row.pno())
        .update();
    db.sql(
            """
            INSERT INTO devices.code (id, pno, person, device, hash, made_at, ends_at)
            VALUES (:id, :pno, cast(:person AS uuid), :device, :hash, :made, :ends)
            """)
        .param("id", row.id())
        .param("pno", row.pno())
        .param("person", Optional.ofNullable(row.person()).map(PersonId::value).orElse(null))
        .param("device", row.device())
        .param("hash", row.hash())
        .param("made", at(row.made()))
        .param("ends", at(row.ends()))
        .update();
  }

  /// Counts a try before the code is looked at; empty when there is none that could be right.
  Optional<Kept> tryAt(UUID id, UUID device, Instant now) {
    return db.sql(
            """
            UPDATE devices.code SET tries = tries + 1
            WHERE id = ? AND device = ? AND used_at IS NULL AND ends_at > ? AND tries < 5
            RETURNING hash, person
            """)
        .params(id, device, at(now))
        .query((row, n) -> {
          UUID person = row.getObject("person", UUID.class);
          return new Kept(
              Objects.requireNonNull(row.getString("hash")),
              person == null ? null : new PersonId(person));
        })
        .optional();
  }

  /// @return whether it was not used at the same moment
  boolean use(UUID id, Instant now) {
    return db.sql("UPDATE devices.code SET used_at = ? WHERE id = ? AND used_at IS NULL")
            .params(at(now), id)
            .update()
        == 1;
  }

  /// Nothing of the day before yesterday is of use any more.
  void prune(Instant before) {
    db.sql("DELETE FROM devices.code WHERE made_at < ?").param(at(before)).update();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
