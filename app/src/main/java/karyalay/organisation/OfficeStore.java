package karyalay.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Offices and the tree they stand in.
@Repository
class OfficeStore {
  private final JdbcClient db;

  /// An office never moves to another district, so this needs no forgetting.
  private final Map<OfficeId, UUID> districts = new ConcurrentHashMap<>();

  OfficeStore(JdbcClient db) {
    this.db = db;
  }

  /// The office's district; the office itself where it is not known.
  UUID districtOf(OfficeId office) {
    UUID known = districts.get(office);
    if (known != null) return known;
    Optional<UUID> found =
        db.sql("SELECT district FROM organisation.office WHERE id = ?")
            .param(office.value())
            .query(UUID.class)
            .optional();
    found.ifPresent(district -> districts.put(office, district));
    return found.orElse(office.value());
  }

  /// The district in which a post works.
  Optional<OfficeId> districtOf(PostId post) {
    return db.sql("SELECT district FROM organisation.post WHERE id = ?")
        .param(post.value())
        .query(UUID.class)
        .optional()
        .map(OfficeId::new);
  }

  Optional<Office> find(OfficeId id) {
    return db.sql("SELECT * FROM organisation.office WHERE id = ?")
        .param(id.value())
        .query(OfficeStore::office)
        .optional();
  }

  /// The row as it stands, locked; fields as the log names them.
  Optional<String> lock(OfficeId id) {
    return db.sql("SELECT to_jsonb(o) FROM organisation.office o WHERE id = ? FOR UPDATE")
        .param(id.value())
        .query(String.class)
        .optional();
  }

  /// A district's offices as a tree is read: parents before what lies under them.
  List<Office> listed(OfficeId district, boolean closed) {
    return db.sql(
            """
            WITH RECURSIVE tree AS (
                SELECT o.*, ARRAY[o.name_en] AS path FROM organisation.office o WHERE o.id = ?
                UNION ALL
                SELECT o.*, tree.path || o.name_en FROM organisation.office o JOIN tree ON o.parent = tree.id
            )
            SELECT * FROM tree WHERE ? OR organisation.today() < valid_to ORDER BY path
            """)
        .params(district.value(), closed)
        .query(OfficeStore::office)
        .list();
  }

  boolean isUnder(OfficeId office, OfficeId above) {
    return db.sql(
            "SELECT EXISTS (SELECT FROM organisation.office_line WHERE office = ? AND below = ?)")
        .params(above.value(), office.value())
        .query(Boolean.class)
        .single();
  }

  boolean codeTaken(OfficeId district, String code, OfficeId except) {
    return db.sql(
            """
            SELECT EXISTS (SELECT FROM organisation.office
                           WHERE district = ? AND code = ? AND id <> ? AND organisation.today() < valid_to)
            """)
        .params(district.value(), code, except.value())
        .query(Boolean.class)
        .single();
  }

  /// Live posts in an office, and live offices right under it.
  record Use(int posts, int offices) {
    boolean any() {
      return posts + offices > 0;
    }
  }

  /// What the office still has beyond that day.
  Use inUse(OfficeId office, LocalDate day) {
    return db.sql(
            """
            SELECT (SELECT count(*) FROM organisation.post WHERE office = :office AND valid_to > :day) AS posts,
                   (SELECT count(*) FROM organisation.office WHERE parent = :office AND valid_to > :day) AS offices
            """)
        .param("office", office.value())
        .param("day", day)
        .query(Use.class)
        .single();
  }

  void add(Office office) {
    db.sql(
            """
            INSERT INTO organisation.office
                (id, parent, district, kind, code, name_hi, name_en, short_hi, aliases, outside,
                 confirmed, valid_from, valid_to)
            VALUES (?, nullif(?, '')::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(values(office))
        .update();
  }

  private static List<Object> values(Office office) {
    OfficeId parent = office.parent();
    Office.Facts facts = office.facts();
    return List.of(
        office.id().value(),
        parent == null ? "" : parent.toString(),
        office.district().value(),
        facts.kind(),
        facts.code(),
        facts.nameHi(),
        facts.nameEn(),
        facts.shortHi(),
        facts.aliases().toArray(String[]::new),
        office.outside(),
        office.confirmed(),
        office.from(),
        office.until());
  }

  private static Office office(ResultSet row, int n) throws SQLException {
    UUID parent = row.getObject("parent", UUID.class);
    return new Office(
        new OfficeId(Columns.id(row, "id")),
        parent == null ? null : new OfficeId(parent),
        new OfficeId(Columns.id(row, "district")),
        new Office.Facts(
            Columns.text(row, "kind"),
            Columns.text(row, "code"),
            Columns.text(row, "name_hi"),
            Columns.text(row, "name_en"),
            Columns.text(row, "short_hi"),
            Arrays.asList((String[]) row.getArray("aliases").getArray())),
        row.getBoolean("outside"),
        row.getBoolean("confirmed"),
        Columns.day(row, "valid_from"),
        Columns.day(row, "valid_to"));
  }
}
