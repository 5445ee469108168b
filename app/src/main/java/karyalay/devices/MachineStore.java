package karyalay.devices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.OfficeId;
import karyalay.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Shared machines and the names on them.
@Repository
class MachineStore {
  private static final String MACHINE =
      """
      SELECT m.id, m.device, m.office, o.name_hi AS office_hi, o.name_en AS office_en, m.name,
             p.name_hi, p.name_en, m.marked_at,
             (SELECT count(*) FROM devices.tile t WHERE t.machine = m.id)::int AS tiles
      FROM devices.machine m
      JOIN organisation.v_office o ON o.id = m.office
      LEFT JOIN organisation.v_person p ON p.id = m.marked_by
      WHERE m.ended_at IS NULL
      """;

  private final JdbcClient db;

  MachineStore(JdbcClient db) {
    this.db = db;
  }

  Optional<Machine> at(UUID device) {
    return db.sql(MACHINE + "AND m.device = ?")
        .param(device)
        .query((row, n) -> machine(row))
        .optional();
  }

  Optional<Machine> find(UUID machine) {
    return db.sql(MACHINE + "AND m.id = ?")
        .param(machine)
        .query((row, n) -> machine(row))
        .optional();
  }

  List<Machine> ofOffice(OfficeId office) {
    return db.sql(MACHINE + "AND m.office = ? ORDER BY m.name, m.id")
        .param(office.value())
        .query((row, n) -> machine(row))
        .list();
  }

  List<Machine> ofDistrict(OfficeId district) {
    return db.sql(MACHINE + "AND o.district = ? ORDER BY o.name_hi, m.name, m.id")
        .param(district.value())
        .query((row, n) -> machine(row))
        .list();
  }

  /// Those on which this person's name stands.
  List<Machine> withTile(PersonId person) {
    return db.sql(
            MACHINE
                + """
                AND EXISTS (SELECT FROM devices.tile t WHERE t.machine = m.id AND t.person = ?)
                ORDER BY m.name, m.id
                """)
        .param(person.value())
        .query((row, n) -> machine(row))
        .list();
  }

  private static Machine machine(ResultSet row) throws SQLException {
    return new Machine(
        id(row, "id"),
        id(row, "device"),
        new OfficeId(id(row, "office")),
        text(row, "office_hi"),
        text(row, "office_en"),
        text(row, "name"),
        Objects.requireNonNullElse(row.getString("name_hi"), ""),
        Objects.requireNonNullElse(row.getString("name_en"), ""),
        row.getTimestamp("marked_at").toInstant(),
        row.getInt("tiles"));
  }

  /// @return whether the machine was not marked by another at the same moment
  boolean add(UUID id, UUID device, OfficeId office, String name, PersonId by, Instant now) {
    return db.sql(
                """
                INSERT INTO devices.machine (id, device, office, name, marked_by, marked_at)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (device) WHERE ended_at IS NULL DO NOTHING
                """)
            .params(id, device, office.value(), name, by.value(), now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  boolean end(UUID machine, Instant now) {
    return db.sql("UPDATE devices.machine SET ended_at = ? WHERE id = ? AND ended_at IS NULL")
            .params(now.atOffset(ZoneOffset.UTC), machine)
            .update()
        == 1;
  }

  /// The names on a machine: of those alone who hold something in its office today.
  List<Tile> tiles(UUID machine) {
    return db.sql(TILE + "ORDER BY v.level DESC, t.since, t.person")
        .param(machine)
        .query((row, n) -> tile(row))
        .list();
  }

  private static final String TILE =
      """
      SELECT t.person, p.pno, p.name_hi, p.name_en, v.designation_hi, v.designation_en,
             h.hash IS NOT NULL AS has_pin, t.failures >= 5 AS barred
      FROM devices.tile t
      JOIN devices.machine m ON m.id = t.machine AND m.ended_at IS NULL
      JOIN organisation.v_person p ON p.id = t.person
      JOIN LATERAL (
          SELECT s.* FROM organisation.v_charge c JOIN organisation.v_post s ON s.id = c.post
          WHERE c.person = t.person AND s.office = m.office
          ORDER BY c.capacity <> 'REGULAR', s.level DESC, s.mark LIMIT 1) v ON true
      LEFT JOIN devices.hand_pin h ON h.person = t.person
      WHERE t.machine = ?
      """;

  private static Tile tile(ResultSet row) throws SQLException {
    return new Tile(
        new PersonId(id(row, "person")),
        text(row, "pno"),
        text(row, "name_hi"),
        text(row, "name_en"),
        text(row, "designation_hi"),
        text(row, "designation_en"),
        row.getBoolean("has_pin"),
        row.getBoolean("barred"));
  }

  /// Puts a name onto the machine, and forgives its wrong PINs: its owner gave his password.
  void put(UUID machine, PersonId person, Instant now) {
    db.sql(
            """
            INSERT INTO devices.tile (machine, person, since) VALUES (?, ?, ?)
            ON CONFLICT (machine, person) DO UPDATE SET failures = 0
            """)
        .params(machine, person.value(), now.atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean take(UUID machine, PersonId person) {
    return db.sql("DELETE FROM devices.tile WHERE machine = ? AND person = ?")
            .params(machine, person.value())
            .update()
        == 1;
  }

  /// Whether the person holds something in the office today.
  boolean belongs(PersonId person, OfficeId office) {
    return db.sql(
            """
            SELECT EXISTS (SELECT FROM organisation.v_charge c JOIN organisation.v_post s ON s.id = c.post
                           WHERE c.person = ? AND s.office = ?)
            """)
        .params(person.value(), office.value())
        .query(Boolean.class)
        .single();
  }

  static UUID id(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class));
  }

  static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column));
  }
}
