package karyalay.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Posts, and what is kept from them: marks, search keys, levels, and the lines of the tree.
@Repository
class PostStore {
  private static final String COLUMNS =
      """
      SELECT p.*, o.name_hi AS office_hi, o.name_en AS office_en
      FROM organisation.post p JOIN organisation.office o ON o.id = p.office
      """;

  /// Gives posts the level of their rank; what is added says which posts.
  private static final String LEVELS =
      """
      UPDATE organisation.post p SET level = ranked.level FROM (
          SELECT DISTINCT ON (q.id) q.id, coalesce((m.data ->> 'level')::smallint, 0) AS level
          FROM organisation.post q JOIN organisation.master m
            ON m.kind = 'RANK' AND m.code = q.rank AND (m.scope = q.district OR m.scope IS NULL)
           AND m.valid_from <= organisation.today() AND organisation.today() < m.valid_to
          ORDER BY q.id, m.scope NULLS LAST) ranked
      WHERE ranked.id = p.id AND p.level <> ranked.level
      """;

  private final JdbcClient db;
  private final JdbcTemplate batch;

  PostStore(JdbcClient db, JdbcTemplate batch) {
    this.db = db;
    this.batch = batch;
  }

  Optional<Post> find(PostId id) {
    return db.sql(COLUMNS + "WHERE p.id = ?").param(id.value()).query(ROW).optional();
  }

  /// The live post with this mark.
  Optional<Post> of(String mark, OfficeId district) {
    return db.sql(
            COLUMNS
                + """
                WHERE p.mark = ? AND p.district = ?
                  AND p.valid_from <= organisation.today() AND organisation.today() < p.valid_to
                """)
        .params(mark, district.value())
        .query(ROW)
        .optional();
  }

  /// The post that bore this mark last, live or abolished.
  Optional<UUID> ever(String mark, OfficeId district) {
    return db.sql(
            """
            SELECT id FROM organisation.post WHERE mark = ? AND district = ?
            ORDER BY valid_to DESC LIMIT 1
            """)
        .params(mark, district.value())
        .query(UUID.class)
        .optional();
  }

  boolean isOutside(OfficeId office) {
    return db.sql("SELECT outside FROM organisation.office WHERE id = ?")
        .param(office.value())
        .query(Boolean.class)
        .single();
  }

  Optional<String> lock(PostId id) {
    return db.sql("SELECT to_jsonb(p) FROM organisation.post p WHERE id = ? FOR UPDATE")
        .param(id.value())
        .query(String.class)
        .optional();
  }

  UUID officeOf(UUID post) {
    return db.sql("SELECT office FROM organisation.post WHERE id = ?")
        .param(post)
        .query(UUID.class)
        .single();
  }

  /// The mark of the live post that heads the office, other than this one.
  Optional<String> headOf(OfficeId office, PostId except) {
    return db.sql(
            """
            SELECT mark FROM organisation.post
            WHERE office = ? AND head AND id <> ? AND organisation.today() < valid_to LIMIT 1
            """)
        .params(office.value(), except.value())
        .query(String.class)
        .optional();
  }

  /// The serial for one more post of this abbreviation; 0 for the first and only one. Serials are
  /// not used again.
  int nextOrdinal(OfficeId office, String abbreviation) {
    return db.sql(
            """
            SELECT CASE count(*) WHEN 0 THEN 0 ELSE greatest(max(ordinal), 1) + 1 END
            FROM organisation.post WHERE office = ? AND abbreviation = ?
            """)
        .params(office.value(), abbreviation)
        .query(Integer.class)
        .single();
  }

  boolean markTaken(OfficeId district, String mark) {
    return db.sql(
            """
            SELECT EXISTS (SELECT FROM organisation.post
                           WHERE district = ? AND mark = ? AND organisation.today() < valid_to)
            """)
        .params(district.value(), mark)
        .query(Boolean.class)
        .single();
  }

  boolean rankKnown(String rank) {
    return db.sql(
            "SELECT EXISTS (SELECT FROM organisation.master WHERE kind = 'RANK' AND code = ?)")
        .param(rank)
        .query(Boolean.class)
        .single();
  }

  /// A row to be inserted. Level and key are filled by {@link #refresh}.
  record Row(
      PostId id,
      OfficeId office,
      OfficeId district,
      String abbreviation,
      int ordinal,
      String mark,
      Post.Facts facts,
      boolean confirmed,
      LocalDate from) {}

  void add(List<Row> rows) {
    batch.batchUpdate(
        """
        INSERT INTO organisation.post
            (id, office, district, abbreviation, ordinal, mark, designation_hi, designation_en, short_hi,
             rank, level, head, counter, confirmed, key, valid_from)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, '', ?)
        """,
        rows.stream().map(PostStore::values).toList());
  }

  private static Object[] values(Row row) {
    Post.Facts facts = row.facts();
    return new Object[] {
      row.id().value(),
      row.office().value(),
      row.district().value(),
      row.abbreviation(),
      row.ordinal(),
      row.mark(),
      facts.designationHi(),
      facts.designationEn(),
      facts.shortHi(),
      facts.rank(),
      facts.head(),
      facts.counter(),
      row.confirmed(),
      row.from()
    };
  }

  private record Keyed(UUID id, String abbreviation, int ordinal, String code, String text) {}

  /// Marks, search keys and levels of the posts of one office, after its name, code or a post's
  /// changed.
  void refresh(UUID office) {
    batch.batchUpdate(
        "UPDATE organisation.post SET mark = ?, key = ? WHERE id = ?",
        keyed(office).stream().map(PostStore::markAndKey).toList());
    db.sql(LEVELS + " AND p.office = ?").param(office).update();
  }

  private List<Keyed> keyed(UUID office) {
    return db.sql(
            """
            SELECT p.id, p.abbreviation, p.ordinal, o.code,
                   concat_ws(' ', p.designation_hi, p.designation_en, p.short_hi, o.name_hi, o.name_en,
                             o.short_hi, array_to_string(o.aliases, ' ')) AS text
            FROM organisation.post p JOIN organisation.office o ON o.id = p.office
            WHERE p.office = ? AND organisation.today() < p.valid_to
            """)
        .param(office)
        .query(Keyed.class)
        .list();
  }

  private static Object[] markAndKey(Keyed post) {
    String mark = Marks.of(post.abbreviation(), post.code(), post.ordinal());
    return new Object[] {mark, Folding.key(mark, post.text()), post.id()};
  }

  /// Levels of all posts of a district, after a rank changed.
  void refreshLevels(OfficeId district) {
    db.sql(LEVELS + " AND p.district = ?").param(district.value()).update();
  }

  /// The same, where a rank changes its level today by what was entered before.
  void refreshLevelsOfToday() {
    db.sql(
            """
            SELECT DISTINCT scope FROM organisation.master
            WHERE kind = 'RANK' AND scope IS NOT NULL AND valid_from = organisation.today()
            """)
        .query(UUID.class)
        .list()
        .forEach(district -> refreshLevels(new OfficeId(district)));
  }

  /// Draws anew who is above whom, for the office and all under it.
  void redraw(UUID office) {
    db.sql("SELECT organisation.redraw(?)").param(office).query(Object.class).single();
  }

  /// All posts of an office or a district with who works them, the most senior first.
  List<Post.Held> held(OfficeId within, boolean abolished) {
    return db.sql(
            """
            SELECT p.*, o.name_hi AS office_hi, o.name_en AS office_en,
                   coalesce(h.name_hi, '') AS holder_hi, coalesce(h.name_en, '') AS holder_en
            FROM organisation.post p
            JOIN organisation.office o ON o.id = p.office
            JOIN organisation.office_line l ON l.below = p.office AND l.office = ?
            LEFT JOIN LATERAL (
                SELECT string_agg(e.name_hi, ', ' ORDER BY c.capacity DESC, e.pno) AS name_hi,
                       string_agg(e.name_en, ', ' ORDER BY c.capacity DESC, e.pno) AS name_en
                FROM organisation.v_charge c JOIN organisation.person e ON e.id = c.person
                WHERE c.post = p.id) h ON true
            WHERE ? OR organisation.today() < p.valid_to
            ORDER BY l.depth, o.name_en, p.level DESC, p.mark
            """)
        .params(within.value(), abolished)
        .query(HELD)
        .list();
  }

  static final RowMapper<Post> ROW = PostStore::post;

  static final RowMapper<Post.Held> HELD =
      (row, n) ->
          new Post.Held(
              post(row, n), Columns.text(row, "holder_hi"), Columns.text(row, "holder_en"));

  private static Post post(ResultSet row, int n) throws SQLException {
    return new Post(
        new PostId(Columns.id(row, "id")),
        new OfficeId(Columns.id(row, "office")),
        new OfficeId(Columns.id(row, "district")),
        Columns.text(row, "mark"),
        Columns.text(row, "designation_hi"),
        Columns.text(row, "designation_en"),
        Columns.text(row, "office_hi"),
        Columns.text(row, "office_en"),
        Columns.text(row, "short_hi"),
        Columns.text(row, "rank"),
        row.getInt("level"),
        row.getBoolean("head"),
        row.getBoolean("counter"),
        Columns.day(row, "valid_from"),
        Columns.day(row, "valid_to"));
  }
}
