package karyalay.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.Capacity;
import karyalay.shared.OfficeId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Charges: who works which post, from when until when.
@Repository
class ChargeStore {
  private static final String COLUMNS =
      """
      SELECT c.id, c.person, e.name_hi, e.name_en, c.post, p.mark, p.designation_hi, p.designation_en,
             o.name_hi AS office_hi, o.name_en AS office_en, c.capacity, c.valid_from, c.valid_to
      FROM organisation.charge c
      JOIN organisation.person e ON e.id = c.person
      JOIN organisation.post p ON p.id = c.post
      JOIN organisation.office o ON o.id = p.office
      """;

  private static final RowMapper<Charge> ROW =
      (row, n) ->
          new Charge(
              Columns.id(row, "id"),
              new PersonId(Columns.id(row, "person")),
              Columns.text(row, "name_hi"),
              Columns.text(row, "name_en"),
              new PostId(Columns.id(row, "post")),
              Columns.text(row, "mark"),
              Columns.text(row, "designation_hi"),
              Columns.text(row, "designation_en"),
              Columns.text(row, "office_hi"),
              Columns.text(row, "office_en"),
              Capacity.valueOf(Columns.text(row, "capacity")),
              Columns.day(row, "valid_from"),
              Columns.day(row, "valid_to"));

  private final JdbcClient db;
  private final JdbcTemplate batch;

  ChargeStore(JdbcClient db, JdbcTemplate batch) {
    this.db = db;
    this.batch = batch;
  }

  /// A row to be inserted.
  record Row(UUID id, Charge.Facts facts) {}

  void add(List<Row> rows) {
    batch.batchUpdate(
        """
        INSERT INTO organisation.charge (id, person, post, capacity, valid_from, valid_to)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        rows.stream()
            .map(row ->
                new Object[] {
                  row.id(), row.facts().person().value(), row.facts().post().value(),
                  row.facts().capacity().name(), row.facts().from(), row.facts().until()
                })
            .toList());
  }

  List<Charge> of(PersonId person) {
    return db.sql(COLUMNS + "WHERE c.person = ? ORDER BY c.valid_from DESC, p.mark")
        .param(person.value())
        .query(ROW)
        .list();
  }

  List<Charge> on(PostId post) {
    return db.sql(COLUMNS + "WHERE c.post = ? ORDER BY c.valid_from DESC, e.pno")
        .param(post.value())
        .query(ROW)
        .list();
  }

  /// Charges of a district, live today or to come.
  List<Charge> listed(OfficeId district) {
    return db.sql(
            COLUMNS
                + """
                WHERE p.district = ? AND organisation.today() < c.valid_to
                ORDER BY c.person, c.valid_from
                """)
        .param(district.value())
        .query(ROW)
        .list();
  }

  Optional<Charge> lock(UUID id) {
    return db.sql(COLUMNS + "WHERE c.id = ? FOR UPDATE OF c").param(id).query(ROW).optional();
  }

  void end(UUID id, LocalDate from) {
    db.sql("UPDATE organisation.charge SET valid_to = greatest(valid_from, ?) WHERE id = ?")
        .params(from, id)
        .update();
  }

  void endOn(PostId post, LocalDate from) {
    db.sql(
            """
            UPDATE organisation.charge SET valid_to = greatest(valid_from, ?)
            WHERE post = ? AND valid_to > ?
            """)
        .params(from, post.value(), from)
        .update();
  }

  void endOf(PersonId person, LocalDate from) {
    db.sql(
            """
            UPDATE organisation.charge SET valid_to = greatest(valid_from, ?)
            WHERE person = ? AND valid_to > ?
            """)
        .params(from, person.value(), from)
        .update();
  }
}
