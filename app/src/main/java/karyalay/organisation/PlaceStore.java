package karyalay.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.OfficeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of villages and towns. A change is a new row from its day; the old row ends the day before.
@Repository
class PlaceStore {
  private final JdbcClient db;

  PlaceStore(JdbcClient db) {
    this.db = db;
  }

  /// Those of a district that are or will be, by name; every typed word begins a word.
  List<Place.Dated> listed(OfficeId district, List<String> words, int offset, int limit) {
    return db.sql(
            """
            SELECT * FROM organisation.place
            WHERE district = ? AND organisation.today() < valid_to AND key LIKE ALL (?)
              AND kind NOT IN ('state', 'district')
            ORDER BY name_en, parent_en, valid_from, id LIMIT ? OFFSET ?
            """)
        .params(
            district.value(),
            words.stream().map(word -> "% " + word + "%").toArray(String[]::new),
            limit,
            offset)
        .query((row, n) -> dated(row))
        .list();
  }

  Optional<Place.Dated> find(UUID id, OfficeId district) {
    return db.sql("SELECT * FROM organisation.place WHERE id = ? AND district = ?")
        .params(id, district.value())
        .query((row, n) -> dated(row))
        .optional();
  }

  Optional<Place.Dated> lock(UUID id, OfficeId district) {
    return db.sql("SELECT * FROM organisation.place WHERE id = ? AND district = ? FOR UPDATE")
        .params(id, district.value())
        .query((row, n) -> dated(row))
        .optional();
  }

  /// Whether another of the same kind, name and parent is there on that day or later.
  boolean known(OfficeId district, Place.Facts facts, LocalDate from, UUID except) {
    return db.sql(
            """
            SELECT EXISTS (SELECT FROM organisation.place
                           WHERE district = ? AND kind = ? AND lower(name_en) = lower(?)
                             AND lower(parent_en) = lower(?) AND ? < valid_to AND id <> ?)
            """)
        .params(district.value(), facts.kind(), facts.nameEn(), facts.parent(), from, except)
        .query(Boolean.class)
        .single();
  }

  void add(UUID id, OfficeId district, Place.Facts facts, LocalDate from) {
    db.sql(
            """
            INSERT INTO organisation.place
                (id, district, kind, name_hi, name_en, parent_en, key, confirmed, valid_from)
            VALUES (?, ?, ?, ?, ?, ?, ?, true, ?)
            """)
        .params(
            id,
            district.value(),
            facts.kind(),
            facts.nameHi(),
            facts.nameEn(),
            facts.parent(),
            Folding.key(facts.nameHi(), facts.nameEn()),
            from)
        .update();
  }

  void end(UUID id, LocalDate from) {
    db.sql("UPDATE organisation.place SET valid_to = greatest(valid_from, ?) WHERE id = ?")
        .params(from, id)
        .update();
  }

  private static Place.Dated dated(ResultSet row) throws SQLException {
    var facts =
        new Place.Facts(
            Columns.text(row, "kind"),
            Objects.requireNonNullElse(row.getString("name_hi"), ""),
            Columns.text(row, "name_en"),
            Columns.text(row, "parent_en"));
    return new Place.Dated(
        Columns.id(row, "id"),
        facts,
        row.getBoolean("confirmed"),
        Columns.day(row, "valid_from"),
        Columns.day(row, "valid_to"));
  }
}
