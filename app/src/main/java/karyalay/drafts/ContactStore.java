package karyalay.drafts;

import static karyalay.drafts.LetterRows.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.organisation.Folding;
import karyalay.shared.Act;
import karyalay.shared.OfficeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of address books.
@Repository
class ContactStore {
  private final JdbcClient db;

  ContactStore(JdbcClient db) {
    this.db = db;
  }

  /// Writes a contact of an office, or writes it anew; false when it is another office's.
  boolean put(UUID id, OfficeId office, Address it, Act act, Instant now) {
    return db.sql(
                """
                INSERT INTO drafts.contact (id, office, name, designation, organisation, address, email, mobile, key,
                                            person, at)
                VALUES (:id, :office, :name, :designation, :organisation, :address, :email, :mobile, :key, :person,
                        :now)
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, designation = excluded.designation,
                    organisation = excluded.organisation, address = excluded.address, email = excluded.email,
                    mobile = excluded.mobile, key = excluded.key, person = excluded.person, at = excluded.at
                WHERE contact.office = excluded.office AND NOT contact.removed
                """)
            .param("id", id)
            .param("office", office.value())
            .param("name", it.name())
            .param("designation", it.designation())
            .param("organisation", it.organisation())
            .param("address", it.address())
            .param("email", it.email())
            .param("mobile", it.mobile())
            .param("key", Folding.key(it.name(), it.designation(), it.organisation()))
            .param("person", act.person().value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  boolean remove(UUID id, OfficeId office) {
    return db.sql(
                "UPDATE drafts.contact SET removed = true WHERE id = ? AND office = ? AND NOT removed")
            .params(id, office.value())
            .update()
        == 1;
  }

  /// Those in which every typed word begins a word; all of them when nothing is typed.
  List<Contact> find(OfficeId office, List<String> words, int most) {
    return db.sql(
            """
            SELECT * FROM drafts.contact
            WHERE office = :office AND NOT removed AND (:all OR key LIKE ALL (:words))
            ORDER BY organisation, name LIMIT :most
            """)
        .param("office", office.value())
        .param("all", words.isEmpty())
        .param("words", words.stream().map(word -> "% " + word + "%").toArray(String[]::new))
        .param("most", most)
        .query((row, n) -> contact(row))
        .list();
  }

  /// One of the office's book.
  Optional<Contact> one(UUID id, OfficeId office) {
    return db.sql("SELECT * FROM drafts.contact WHERE id = ? AND office = ? AND NOT removed")
        .params(id, office.value())
        .query((row, n) -> contact(row))
        .optional();
  }

  private static Contact contact(ResultSet row) throws SQLException {
    return new Contact(
        LetterRows.id(row, "id"),
        new Address(
            text(row, "name"),
            text(row, "designation"),
            text(row, "organisation"),
            text(row, "address"),
            text(row, "email"),
            text(row, "mobile")));
  }
}
