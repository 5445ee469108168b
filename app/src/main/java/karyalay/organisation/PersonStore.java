package karyalay.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.OfficeId;
import karyalay.shared.PersonId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// People who serve or served.
@Repository
class PersonStore {
  private final JdbcClient db;
  private final JdbcTemplate batch;

  PersonStore(JdbcClient db, JdbcTemplate batch) {
    this.db = db;
    this.batch = batch;
  }

  Optional<Person> find(PersonId id) {
    return db.sql("SELECT * FROM organisation.person WHERE id = ?")
        .param(id.value())
        .query(PersonStore::person)
        .optional();
  }

  Optional<Person> byPno(String pno) {
    return db.sql("SELECT * FROM organisation.person WHERE pno = ?")
        .param(pno)
        .query(PersonStore::person)
        .optional();
  }

  Optional<String> lock(PersonId id) {
    return db.sql("SELECT to_jsonb(p) FROM organisation.person p WHERE id = ? FOR UPDATE")
        .param(id.value())
        .query(String.class)
        .optional();
  }

  /// A row to be inserted.
  record Row(PersonId id, Person.Facts facts, LocalDate from) {}

  void add(List<Row> rows) {
    batch.batchUpdate(
        """
        INSERT INTO organisation.person
            (id, pno, name_hi, name_en, mobile, gender, rank, joined_on, email, key, sort_key, valid_from)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows.stream().map(PersonStore::values).toList());
  }

  private static Object[] values(Row row) {
    Person.Facts facts = row.facts();
    return new Object[] {
      row.id().value(),
      facts.pno(),
      facts.nameHi(),
      facts.nameEn(),
      facts.mobile(),
      facts.gender().name(),
      facts.rank(),
      facts.joinedOn(),
      facts.email(),
      key(facts.pno(), facts.nameHi(), facts.nameEn()),
      Folding.sortKey(facts.nameHi()),
      row.from()
    };
  }

  private static String key(String pno, String nameHi, String nameEn) {
    return Folding.key(nameHi, nameEn, pno);
  }

  /// Search and sort keys, after a name changed.
  void refresh(UUID id) {
    Person.Facts facts = find(new PersonId(id)).orElseThrow().facts();
    db.sql("UPDATE organisation.person SET key = ?, sort_key = ? WHERE id = ?")
        .params(
            key(facts.pno(), facts.nameHi(), facts.nameEn()), Folding.sortKey(facts.nameHi()), id)
        .update();
  }

  /// Whether the person has, had, or will have a post in the district, or has none anywhere yet.
  boolean belongs(PersonId person, OfficeId district) {
    return db.sql(
            """
            SELECT EXISTS (SELECT FROM organisation.charge c JOIN organisation.post p ON p.id = c.post
                           WHERE c.person = :person AND p.district = :district)
                OR NOT EXISTS (SELECT FROM organisation.charge c WHERE c.person = :person)
            """)
        .param("person", person.value())
        .param("district", district.value())
        .query(Boolean.class)
        .single();
  }

  /// The people of a district in Hindi order, with those who have no post yet.
  List<Person> listed(OfficeId district, List<String> words, int offset, int limit) {
    return db.sql(
            """
            SELECT * FROM organisation.person e
            WHERE e.key LIKE ALL (?)
              AND (EXISTS (SELECT FROM organisation.charge c JOIN organisation.post p ON p.id = c.post
                           WHERE c.person = e.id AND p.district = ?)
                   OR NOT EXISTS (SELECT FROM organisation.charge c WHERE c.person = e.id))
            ORDER BY e.sort_key, e.pno OFFSET ? LIMIT ?
            """)
        .params(
            words.stream().map(word -> "% " + word + "%").toArray(String[]::new),
            district.value(),
            offset,
            limit)
        .query(PersonStore::person)
        .list();
  }

  private static Person person(ResultSet row, int n) throws SQLException {
    String email = row.getString("email");
    return new Person(
        new PersonId(Columns.id(row, "id")),
        new Person.Facts(
            Columns.text(row, "pno"),
            Columns.text(row, "name_hi"),
            Columns.text(row, "name_en"),
            Columns.text(row, "mobile"),
            Person.Gender.valueOf(Columns.text(row, "gender")),
            Columns.text(row, "rank"),
            Columns.day(row, "joined_on"),
            email == null ? "" : email),
        Columns.day(row, "valid_from"),
        Columns.day(row, "valid_to"));
  }
}
