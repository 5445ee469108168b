package karyalay.devices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import karyalay.shared.PersonId;
import karyalay.web.RefusalView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Forms that were left half typed.
@Repository
class LeavingStore {
  private static final TypeReference<List<RefusalView.Kept>> FIELDS = new TypeReference<>() {};

  private final JdbcClient db;
  private final JsonMapper json;

  LeavingStore(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /// The same form once: what was typed last stands.
  void put(PersonId person, String form, Leaving leaving, @Nullable UUID session) {
    db.sql(
            """
            INSERT INTO devices.leaving AS l (id, person, form, action, path, title, fields, session, at)
            VALUES (:id, :person, :form, :action, :path, left(:title, 200), cast(:fields AS jsonb),
                    cast(:session AS uuid), :at)
            ON CONFLICT (person, form) DO UPDATE
            SET action = excluded.action, path = excluded.path, title = excluded.title,
                fields = excluded.fields, session = excluded.session, at = excluded.at
            """)
        .param("id", leaving.id())
        .param("person", person.value())
        .param("form", form)
        .param("action", leaving.action())
        .param("path", leaving.path())
        .param("title", leaving.title())
        .param("fields", json.writeValueAsString(leaving.fields()))
        .param("session", session)
        .param("at", leaving.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// At most so many of a person, and none that nobody came back for in a month.
  void prune(PersonId person, int most, Instant before) {
    db.sql(
            """
            DELETE FROM devices.leaving WHERE person = :person AND (at < :before OR id IN (
                SELECT id FROM devices.leaving WHERE person = :person ORDER BY at DESC OFFSET :most))
            """)
        .param("person", person.value())
        .param("before", before.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .update();
  }

  List<Leaving> of(PersonId person) {
    return db.sql("SELECT * FROM devices.leaving WHERE person = ? ORDER BY at DESC")
        .param(person.value())
        .query((row, n) -> leaving(row))
        .list();
  }

  private Leaving leaving(ResultSet row) throws SQLException {
    return new Leaving(
        MachineStore.id(row, "id"),
        MachineStore.text(row, "action"),
        MachineStore.text(row, "path"),
        MachineStore.text(row, "title"),
        json.readValue(MachineStore.text(row, "fields"), FIELDS),
        row.getTimestamp("at").toInstant());
  }

  boolean remove(PersonId person, UUID id) {
    return db.sql("DELETE FROM devices.leaving WHERE person = ? AND id = ?")
            .params(person.value(), id)
            .update()
        == 1;
  }

  void removeOf(UUID session) {
    db.sql("DELETE FROM devices.leaving WHERE session = ?").param(session).update();
  }
}
