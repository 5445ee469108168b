package karyalay.devices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.OfficeId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Resets that were asked for.
@Repository
class ResetStore {
  private static final String RESET =
      """
      SELECT r.*, p.pno, p.name_hi, p.name_en, a.name_hi AS asked_hi, a.name_en AS asked_en,
             s.name_hi AS settled_hi, s.name_en AS settled_en
      FROM devices.reset r
      JOIN organisation.v_person p ON p.id = r.person
      JOIN organisation.v_person a ON a.id = r.asked_by
      LEFT JOIN organisation.v_person s ON s.id = r.settled_by
      """;

  private final JdbcClient db;

  ResetStore(JdbcClient db) {
    this.db = db;
  }

  /// What is asked for.
  record Row(
      UUID id,
      PersonId person,
      OfficeId district,
      String reason,
      boolean withKey,
      Instant now,
      Instant ends) {}

  void add(Act act, Row row) {
    db.sql(
            """
            INSERT INTO devices.reset (id, person, district, reason, with_key, asked_by, asked_post,
                                       asked_at, ends_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            row.id(),
            row.person().value(),
            row.district().value(),
            row.reason(),
            row.withKey(),
            act.person().value(),
            act.post().value(),
            at(row.now()),
            at(row.ends()))
        .update();
  }

  /// Those of the district whose days are over wait no more.
  void endLate(PersonId person, Instant now) {
    db.sql(
            """
            UPDATE devices.reset SET settled_at = :now, confirmed = false
            WHERE person = :person AND settled_at IS NULL AND ends_at <= :now
            """)
        .param("now", at(now))
        .param("person", person.value())
        .update();
  }

  boolean waits(PersonId person) {
    return db.sql(
            "SELECT EXISTS (SELECT FROM devices.reset WHERE person = ? AND settled_at IS NULL)")
        .param(person.value())
        .query(Boolean.class)
        .single();
  }

  /// Two who settle it at once wait here for one another.
  Optional<Reset> lock(UUID reset, OfficeId district) {
    return db.sql(RESET + "WHERE r.id = ? AND r.district = ? FOR UPDATE OF r")
        .params(reset, district.value())
        .query((row, n) -> reset(row))
        .optional();
  }

  void settle(UUID reset, PersonId by, boolean confirmed, Instant now) {
    db.sql(
            """
            UPDATE devices.reset SET settled_by = ?, settled_at = ?, confirmed = ?
            WHERE id = ? AND settled_at IS NULL
            """)
        .params(by.value(), at(now), confirmed, reset)
        .update();
  }

  List<Reset> ofDistrict(OfficeId district) {
    return db.sql(
            RESET
                + "WHERE r.district = ? ORDER BY r.settled_at IS NOT NULL, r.asked_at DESC LIMIT 100")
        .param(district.value())
        .query((row, n) -> reset(row))
        .list();
  }

  List<Reset> askedBy(PersonId person) {
    return db.sql(
            RESET
                + "WHERE r.asked_by = ? ORDER BY r.settled_at IS NOT NULL, r.asked_at DESC LIMIT 50")
        .param(person.value())
        .query((row, n) -> reset(row))
        .list();
  }

  /// Whether the post heads an office of the person, or stands above one.
  boolean above(PostId post, PersonId person) {
    return db.sql(
            """
            SELECT EXISTS (SELECT FROM organisation.v_charge c
                           JOIN organisation.v_senior s ON s.post = c.post
                           WHERE c.person = ? AND s.senior = ?)
            """)
        .params(person.value(), post.value())
        .query(Boolean.class)
        .single();
  }

  /// Whether the person has posts in the district, and nobody stands above any of them.
  boolean atTheTop(PersonId person, OfficeId district) {
    return db.sql(
            """
            SELECT EXISTS (SELECT FROM organisation.v_charge c
                           JOIN organisation.v_post p ON p.id = c.post AND p.district = :district
                           WHERE c.person = :person)
               AND NOT EXISTS (SELECT FROM organisation.v_charge c
                               JOIN organisation.v_senior s ON s.post = c.post
                               JOIN organisation.v_charge o ON o.post = s.senior AND o.person <> c.person
                               WHERE c.person = :person)
            """)
        .param("district", district.value())
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  private static Reset reset(ResultSet row) throws SQLException {
    Timestamp settled = row.getTimestamp("settled_at");
    return new Reset(
        MachineStore.id(row, "id"),
        new PersonId(MachineStore.id(row, "person")),
        MachineStore.text(row, "pno"),
        MachineStore.text(row, "name_hi"),
        MachineStore.text(row, "name_en"),
        MachineStore.text(row, "reason"),
        row.getBoolean("with_key"),
        new PersonId(MachineStore.id(row, "asked_by")),
        MachineStore.text(row, "asked_hi"),
        MachineStore.text(row, "asked_en"),
        row.getTimestamp("asked_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        empty(row.getString("settled_hi")),
        empty(row.getString("settled_en")),
        settled == null ? null : settled.toInstant(),
        row.getObject("confirmed", Boolean.class));
  }

  private static String empty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
