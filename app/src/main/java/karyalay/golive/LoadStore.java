package karyalay.golive;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.ActId;
import karyalay.shared.Actor;
import karyalay.shared.Capacity;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Rows of loads.
@Repository
class LoadStore {
  private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};

  private final JdbcClient db;
  private final JdbcTemplate batch;
  private final JsonMapper json;

  LoadStore(JdbcClient db, JdbcTemplate batch, JsonMapper json) {
    this.db = db;
    this.batch = batch;
    this.json = json;
  }

  void insert(Load load, List<SheetReader.Found> rows) {
    db.sql(
            """
            INSERT INTO golive.load (id, kind, district, office, sha256, name, person, post, capacity, sent_at, notes,
                                     state, lines)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'TRYING', ?)
            """)
        .params(
            load.id(),
            load.kind().name(),
            load.district().value(),
            load.office().value(),
            load.sha256(),
            load.name(),
            load.by().person().value(),
            load.by().post().value(),
            load.by().capacity().name(),
            at(load.sent()),
            load.notes().toArray(String[]::new),
            rows.size())
        .update();
    int serial = 0;
    List<Object[]> values = new java.util.ArrayList<>();
    for (SheetReader.Found row : rows)
      values.add(
          new Object[] {
            load.id(),
            ++serial,
            row.line(),
            json.writeValueAsString(row.cells()),
            row.notes().toArray(String[]::new)
          });
    batch.batchUpdate(
        "INSERT INTO golive.load_row (load, serial, line, cells, notes) VALUES (?, ?, ?, ?::jsonb, ?)",
        values);
  }

  Optional<Load> find(UUID id) {
    return db.sql("SELECT * FROM golive.load WHERE id = ?")
        .param(id)
        .query((row, _) -> load(row))
        .optional();
  }

  /// The same file that waits to be carried out.
  Optional<UUID> waiting(Load.Kind kind, OfficeId office, byte[] sha256) {
    return db.sql(
            """
            SELECT id FROM golive.load
            WHERE office = ? AND kind = ? AND sha256 = ? AND state <> 'DONE' ORDER BY sent_at DESC LIMIT 1
            """)
        .params(office.value(), kind.name(), sha256)
        .query(UUID.class)
        .optional();
  }

  List<Load> of(OfficeId office) {
    return db.sql("SELECT * FROM golive.load WHERE office = ? ORDER BY sent_at DESC LIMIT 20")
        .param(office.value())
        .query((row, _) -> load(row))
        .list();
  }

  /// Looks the file through anew.
  void again(UUID id) {
    db.sql("UPDATE golive.load SET state = 'TRYING', cursor = 0 WHERE id = ? AND state = 'TRIED'")
        .param(id)
        .update();
  }

  /// @return false when it is not one that was tried
  boolean apply(UUID id, Act act) {
    return db.sql(
                """
                UPDATE golive.load SET state = 'APPLYING', cursor = 0, act = ?, request = ?, person = ?, post = ?,
                                       capacity = ?
                WHERE id = ? AND state = 'TRIED'
                """)
            .params(
                act.id().value(),
                act.requestHash(),
                act.person().value(),
                act.post().value(),
                act.by().capacity().name(),
                id)
            .update()
        == 1;
  }

  /// The next that is to be worked on and that no other node works on.
  Optional<Load> lease(Instant now, Duration span) {
    return db.sql(
            """
            UPDATE golive.load SET leased_until = :until
            WHERE id = (SELECT id FROM golive.load
                        WHERE state IN ('TRYING', 'APPLYING') AND (leased_until IS NULL OR leased_until < :now)
                        ORDER BY sent_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING *
            """)
        .param("now", at(now))
        .param("until", at(now.plus(span)))
        .query((row, _) -> load(row))
        .optional();
  }

  void moved(UUID id, int cursor, Instant leasedUntil) {
    db.sql("UPDATE golive.load SET cursor = ?, leased_until = ? WHERE id = ?")
        .params(cursor, at(leasedUntil), id)
        .update();
  }

  void ended(UUID id, Load.State state, Instant now) {
    db.sql("UPDATE golive.load SET state = ?, ended_at = ?, leased_until = NULL WHERE id = ?")
        .params(state.name(), at(now), id)
        .update();
  }

  List<Load.Row> rows(UUID load, int after, int limit) {
    return db.sql(
            "SELECT * FROM golive.load_row WHERE load = ? AND serial > ? ORDER BY serial LIMIT ?")
        .params(load, after, limit)
        .query((row, _) -> row(row))
        .list();
  }

  /// Those that are refused, as a page shows them.
  List<Load.Row> refused(UUID load, int after, int limit) {
    return db.sql(
            """
            SELECT * FROM golive.load_row WHERE load = ? AND serial > ? AND refusal <> '' ORDER BY serial LIMIT ?
            """)
        .params(load, after, limit)
        .query((row, _) -> row(row))
        .list();
  }

  Load.Sum sum(UUID load) {
    return db.sql(
            """
            SELECT count(*) FILTER (WHERE outcome <> '' AND outcome <> 'SAME')::int AS good,
                   count(*) FILTER (WHERE outcome = 'SAME')::int AS same,
                   count(*) FILTER (WHERE refusal <> '')::int AS refused,
                   count(*) FILTER (WHERE applied)::int AS applied
            FROM golive.load_row WHERE load = ?
            """)
        .param(load)
        .query(Load.Sum.class)
        .single();
  }

  void judged(UUID load, List<Judged> judged) {
    batch.batchUpdate(
        """
        UPDATE golive.load_row SET outcome = ?, refusal = ?, argument = ?, field = ?, applied = applied OR ?,
                                   paper = coalesce(?, paper)
        WHERE load = ? AND serial = ?
        """,
        judged.stream()
            .map(one ->
                new Object[] {
                  String.join(" ", one.outcome()),
                  one.refusal(),
                  one.argument(),
                  one.field() == null ? "" : one.field().name(),
                  one.applied(),
                  one.paper() == null ? null : one.paper().value(),
                  load,
                  one.serial()
                })
            .toList());
  }

  private Load load(ResultSet row) throws SQLException {
    UUID act = row.getObject("act", UUID.class);
    return new Load(
        uuid(row, "id"),
        Load.Kind.valueOf(text(row, "kind")),
        new OfficeId(uuid(row, "district")),
        new OfficeId(uuid(row, "office")),
        Objects.requireNonNull(row.getBytes("sha256")),
        text(row, "name"),
        new Actor(
            new PersonId(uuid(row, "person")),
            new PostId(uuid(row, "post")),
            Capacity.valueOf(text(row, "capacity"))),
        Objects.requireNonNull(row.getObject("sent_at", OffsetDateTime.class)).toInstant(),
        texts(row.getArray("notes")),
        Load.State.valueOf(text(row, "state")),
        act == null ? null : new ActId(act),
        row.getBytes("request"),
        row.getInt("lines"),
        row.getInt("cursor"));
  }

  private Load.Row row(ResultSet row) throws SQLException {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    json.readValue(text(row, "cells"), CELLS)
        .forEach((name, cell) -> cells.put(Column.valueOf(name), cell));
    String outcome = text(row, "outcome");
    String field = text(row, "field");
    UUID paper = row.getObject("paper", UUID.class);
    return new Load.Row(
        row.getInt("serial"),
        row.getInt("line"),
        cells,
        outcome.isEmpty() ? List.of() : List.of(outcome.split(" ")),
        text(row, "refusal"),
        text(row, "argument"),
        field.isEmpty() ? null : Column.valueOf(field),
        texts(row.getArray("notes")),
        row.getBoolean("applied"),
        paper == null ? null : new PaperId(paper));
  }

  private static List<String> texts(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  private static UUID uuid(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class), column);
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
