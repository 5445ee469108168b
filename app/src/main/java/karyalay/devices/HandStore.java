package karyalay.devices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Hand-over PINs, and the wrong ones that were tried.
@Repository
class HandStore {
  private final JdbcClient db;

  HandStore(JdbcClient db) {
    this.db = db;
  }

  Optional<String> hash(PersonId person) {
    return db.sql("SELECT hash FROM devices.hand_pin WHERE person = ? AND hash IS NOT NULL")
        .param(person.value())
        .query(String.class)
        .optional();
  }

  void put(PersonId person, String hash, Instant now) {
    db.sql("UPDATE devices.hand_pin SET hash = ?, set_at = ? WHERE person = ?")
        .params(hash, now.atOffset(ZoneOffset.UTC), person.value())
        .update();
  }

  void putAll(Collection<PersonId> people, String hash, Instant now, LocalDate today) {
    db.sql(
            """
            INSERT INTO devices.hand_pin (person, hash, set_at, chosen, chosen_day)
            SELECT person, :hash, :now, 0, :today FROM unnest(:people) AS person
            ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at
            """)
        .param("hash", hash)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("today", today)
        .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
        .update();
  }

  void clear(PersonId person) {
    db.sql("UPDATE devices.hand_pin SET hash = NULL WHERE person = ?")
        .param(person.value())
        .update();
  }

  /// Counts a choice before it is looked at.
  ///
  /// @return false when so many were made today
  boolean count(PersonId person, LocalDate today, int most, Instant now) {
    return db.sql(
                """
                INSERT INTO devices.hand_pin AS h (person, set_at, chosen, chosen_day)
                VALUES (:person, :now, 1, :today) ON CONFLICT (person) DO UPDATE
                SET chosen = CASE WHEN h.chosen_day = :today THEN h.chosen + 1 ELSE 1 END,
                    chosen_day = :today
                WHERE h.chosen_day <> :today OR h.chosen < :most
                """)
            .param("person", person.value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("today", today)
            .param("most", most)
            .update()
        == 1;
  }

  /// Counts a try at a tile before the PIN is looked at.
  ///
  /// @return how many wrong ones that makes, this one counted; empty when five have failed
  Optional<Integer> tryAt(UUID machine, PersonId person) {
    return db.sql(
            """
            UPDATE devices.tile SET failures = failures + 1
            WHERE machine = ? AND person = ? AND failures < 5 RETURNING failures
            """)
        .params(machine, person.value())
        .query(Integer.class)
        .optional();
  }

  void forgive(UUID machine, PersonId person) {
    db.sql("UPDATE devices.tile SET failures = 0 WHERE machine = ? AND person = ?")
        .params(machine, person.value())
        .update();
  }
}
