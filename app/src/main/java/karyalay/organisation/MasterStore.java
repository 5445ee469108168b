package karyalay.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import karyalay.shared.OfficeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Master lists. A change is a new row from its day; the old row ends the day before.
@Repository
class MasterStore {
  private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

  private final JdbcClient db;
  private final JsonMapper json;

  MasterStore(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /// Two nodes that start together plant one after the other.
  void lockAll() {
    db.sql("SELECT pg_advisory_xact_lock(6012)").query(Object.class).single();
  }

  /// Every entry live today, of all kinds and districts.
  List<Master> live() {
    return db.sql(
            """
            SELECT * FROM organisation.master
            WHERE valid_from <= organisation.today() AND organisation.today() < valid_to
            ORDER BY kind, sort, name_hi
            """)
        .query(this::master)
        .list();
  }

  /// What a district sees of one kind, with entries that are still to come.
  List<Master> listed(String kind, OfficeId district) {
    return db.sql(
            """
            SELECT * FROM organisation.master m
            WHERE kind = ? AND organisation.today() < valid_to AND (scope = ? OR scope IS NULL)
              AND NOT (scope IS NULL AND EXISTS (
                    SELECT FROM organisation.master own
                    WHERE own.kind = m.kind AND own.code = m.code AND own.scope = ?
                      AND own.valid_from <= organisation.today() AND organisation.today() < own.valid_to))
            ORDER BY sort, name_hi, valid_from
            """)
        .params(kind, district.value(), district.value())
        .query(this::master)
        .list();
  }

  List<String> kinds() {
    return db.sql("SELECT DISTINCT kind FROM organisation.master ORDER BY kind")
        .query(String.class)
        .list();
  }

  /// Kind and code of all that holds, held or will hold everywhere.
  Set<String> everywhere() {
    return Set.copyOf(
        db.sql("SELECT DISTINCT kind || ' ' || code FROM organisation.master WHERE scope IS NULL")
            .query(String.class)
            .list());
  }

  /// The entry without end, which a change would end.
  Optional<Master> open(String kind, String code, @Nullable OfficeId scope) {
    return db.sql(
            """
            SELECT * FROM organisation.master
            WHERE kind = ? AND code = ? AND scope IS NOT DISTINCT FROM nullif(?, '')::uuid
              AND valid_to = 'infinity' FOR UPDATE
            """)
        .params(kind, code, scope == null ? "" : scope.toString())
        .query(this::master)
        .optional();
  }

  void add(
      UUID id,
      @Nullable OfficeId scope,
      String kind,
      String code,
      Master.Facts facts,
      LocalDate from,
      LocalDate until) {
    db.sql(
            """
            INSERT INTO organisation.master
                (id, scope, kind, code, name_hi, name_en, sort, data, valid_from, valid_to)
            VALUES (?, nullif(?, '')::uuid, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            """)
        .params(
            id,
            scope == null ? "" : scope.toString(),
            kind,
            code,
            facts.nameHi(),
            facts.nameEn(),
            facts.sort(),
            json.writeValueAsString(facts.data()),
            from,
            until)
        .update();
  }

  void end(UUID id, LocalDate from) {
    db.sql("UPDATE organisation.master SET valid_to = greatest(valid_from, ?) WHERE id = ?")
        .params(from, id)
        .update();
  }

  Map<String, Object> data(String text) {
    return json.readValue(text, DATA);
  }

  private Master master(ResultSet row, int n) throws SQLException {
    return new Master(
        Columns.id(row, "id"),
        row.getObject("scope", UUID.class),
        Columns.text(row, "kind"),
        Columns.text(row, "code"),
        Columns.text(row, "name_hi"),
        Columns.text(row, "name_en"),
        row.getInt("sort"),
        data(Columns.text(row, "data")),
        row.getBoolean("confirmed"),
        Columns.day(row, "valid_from"),
        Columns.day(row, "valid_to"));
  }
}
