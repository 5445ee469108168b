package karyalay.drafts;

import static karyalay.drafts.LetterRows.id;
import static karyalay.drafts.LetterRows.text;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What other modules publish of papers, posts and people, as far as letters ask for it.
@Repository
class Desks {
  private final JdbcClient db;

  Desks(JdbcClient db) {
    this.db = db;
  }

  /// The outermost paper in which a paper lies: whose desk it is on is told by that one.
  Optional<PaperId> root(PaperId paper) {
    return db.sql("SELECT root FROM desk.v_paper WHERE id = ?")
        .param(paper.value())
        .query(UUID.class)
        .optional()
        .map(PaperId::new);
  }

  /// The office of a live post, whose address book and templates its holder uses.
  ///
  /// @throws Refused `NOT_FOUND` when the post is no more
  OfficeId officeOf(PostId post) {
    return db.sql("SELECT office FROM organisation.v_post WHERE id = ?")
        .param(post.value())
        .query(UUID.class)
        .optional()
        .map(OfficeId::new)
        .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  /// The category of a file; empty when it is none, or has none.
  String categoryOf(PaperId file) {
    return db.sql("SELECT category FROM files.v_file WHERE paper = ?")
        .param(file.value())
        .query(String.class)
        .optional()
        .orElse("");
  }

  /// Whether a paper is a file with a cover.
  boolean isFile(PaperId paper) {
    return db.sql("SELECT EXISTS (SELECT FROM files.v_file WHERE paper = ?)")
        .param(paper.value())
        .query(Boolean.class)
        .single();
  }

  /// The seniority of a live post; 0 when it is no more.
  int levelOf(PostId post) {
    return db.sql("SELECT level FROM organisation.v_post WHERE id = ?")
        .param(post.value())
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  /// Who signs when nobody is named: the head of the post's office, else the nearest above.
  Optional<PostId> headNear(PostId post) {
    return db.sql(
            """
            SELECT h.id FROM organisation.v_post me
            JOIN organisation.v_office_line l ON l.below = me.office
            JOIN organisation.v_post h ON h.office = l.office AND h.head
            WHERE me.id = ? ORDER BY l.depth LIMIT 1
            """)
        .param(post.value())
        .query(UUID.class)
        .optional()
        .map(PostId::new);
  }

  /// The name of a person, for the sentence that says who was first.
  String nameOf(PersonId person) {
    return db.sql("SELECT name_hi FROM organisation.v_person WHERE id = ?")
        .param(person.value())
        .query(String.class)
        .optional()
        .orElse("");
  }

  /// A live post as it signs.
  ///
  /// @param person who signs, when it is known; null for whoever has the regular charge
  Optional<Signatory> signatory(PostId post, @Nullable PersonId person) {
    return db.sql(
            """
            SELECT p.id, p.office, p.district, p.mark, p.designation_hi, p.designation_en, p.office_hi, p.office_en,
                   o.code, d.name_hi AS district_hi, d.name_en AS district_en,
                   coalesce(who.name_hi, '') AS name_hi, coalesce(who.name_en, '') AS name_en
            FROM organisation.v_post p
            JOIN organisation.v_office o ON o.id = p.office
            JOIN organisation.v_office d ON d.id = p.district
            LEFT JOIN LATERAL (
                SELECT e.name_hi, e.name_en FROM organisation.v_charge c
                JOIN organisation.v_person e ON e.id = c.person
                WHERE c.post = p.id AND (cast(:person AS uuid) IS NULL OR c.person = :person)
                ORDER BY c.capacity <> 'REGULAR', c.valid_from LIMIT 1) who ON true
            WHERE p.id = :post
            """)
        .param("post", post.value())
        .param("person", person == null ? null : person.value(), java.sql.Types.OTHER)
        .query((row, n) ->
            new Signatory(
                new PostId(id(row, "id")),
                new OfficeId(id(row, "office")),
                new OfficeId(id(row, "district")),
                text(row, "mark"),
                text(row, "designation_hi"),
                text(row, "designation_en"),
                text(row, "office_hi"),
                text(row, "office_en"),
                text(row, "code"),
                text(row, "district_hi"),
                text(row, "district_en"),
                text(row, "name_hi"),
                text(row, "name_en")))
        .optional();
  }

  /// The live heads of the offices of a kind, in a district: a group of addressees.
  List<PostId> heads(OfficeId district, String officeKind) {
    return db
        .sql(
            """
            SELECT p.id FROM organisation.v_post p JOIN organisation.v_office o ON o.id = p.office
            WHERE o.district = ? AND o.kind = ? AND p.head ORDER BY o.code
            """)
        .params(district.value(), officeKind)
        .query(UUID.class)
        .list()
        .stream()
        .map(PostId::new)
        .toList();
  }

  /// The live head of an office.
  Optional<PostId> headOf(OfficeId office) {
    return db.sql("SELECT id FROM organisation.v_post WHERE office = ? AND head")
        .param(office.value())
        .query(UUID.class)
        .optional()
        .map(PostId::new);
  }
}
