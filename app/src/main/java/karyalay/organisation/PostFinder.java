package karyalay.organisation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import karyalay.shared.OfficeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds posts by what an officer types: abbreviation, designation, office or name, in either
/// script (OP-7). Those he usually marks to come first.
@Repository
class PostFinder {
  /// Nearness: own office, then the heads above, then the heads right below, other heads, the rest.
  private static final String CANDIDATES =
      """
      WITH district AS (SELECT district FROM organisation.office WHERE id = :near),
      candidate AS (
          SELECT p.*, o.name_hi AS office_hi, o.name_en AS office_en,
                 coalesce(h.name_hi, '') AS holder_hi, coalesce(h.name_en, '') AS holder_en,
                 p.key || coalesce(h.key, '') AS searched,
                 CASE WHEN p.office = :near THEN 0
                      WHEN p.head AND above.depth IS NOT NULL THEN above.depth
                      WHEN p.head AND below.depth = 1 THEN 20
                      WHEN p.head THEN 30
                      ELSE 40 END AS distance
          FROM organisation.post p
          JOIN organisation.office o ON o.id = p.office AND NOT o.outside
          LEFT JOIN organisation.office_line above ON above.office = p.office AND above.below = :near
          LEFT JOIN organisation.office_line below ON below.office = :near AND below.below = p.office
          LEFT JOIN LATERAL (
              SELECT string_agg(e.name_hi, ', ' ORDER BY c.capacity DESC, e.pno) AS name_hi,
                     string_agg(e.name_en, ', ' ORDER BY c.capacity DESC, e.pno) AS name_en,
                     string_agg(e.key, '') AS key
              FROM organisation.v_charge c JOIN organisation.person e ON e.id = c.person
              WHERE c.post = p.id) h ON true
          WHERE (p.district = (SELECT district FROM district)
                 OR p.office IN (SELECT l.office FROM organisation.office_line l WHERE l.below = :near))
            AND p.valid_from <= organisation.today() AND organisation.today() < p.valid_to
      )
      """;

  private final JdbcClient db;

  PostFinder(JdbcClient db) {
    this.db = db;
  }

  /// Posts in which every typed word begins a word; the exact mark before all others.
  List<Post.Held> beginning(List<String> words, String typed, OfficeId near, int limit) {
    return db.sql(
            CANDIDATES
                + """
                SELECT * FROM candidate WHERE searched LIKE ALL (:words)
                ORDER BY mark = :typed DESC, mark LIKE :start DESC, distance, level DESC, mark
                LIMIT :limit
                """)
        .param("near", near.value())
        .param("words", words.stream().map(word -> "% " + word + "%").toArray(String[]::new))
        .param("typed", typed.toUpperCase(Locale.ROOT))
        .param("start", typed.toUpperCase(Locale.ROOT).replaceAll("[%_\\\\]", "") + "%")
        .param("limit", limit)
        .query(PostStore.HELD)
        .list();
  }

  /// The nearest in spelling, when no word begins so.
  List<Post.Held> alike(List<String> words, OfficeId near, int limit) {
    return db.sql(
            CANDIDATES
                + """
                SELECT * FROM candidate WHERE word_similarity(:typed, searched) >= 0.5
                ORDER BY word_similarity(:typed, searched) DESC, distance, level DESC, mark LIMIT :limit
                """)
        .param("near", near.value())
        .param("typed", String.join(" ", words))
        .param("limit", limit)
        .query(PostStore.HELD)
        .list();
  }

  /// The mark of the live post that heads the office, or the nearest office above that has a head.
  Optional<String> headNear(OfficeId office) {
    return db.sql(
            """
            SELECT p.mark FROM organisation.office_line l
            JOIN organisation.office o ON o.id = l.office AND NOT o.outside
            JOIN organisation.v_post p ON p.office = l.office AND p.head
            WHERE l.below = ? ORDER BY l.depth LIMIT 1
            """)
        .param(office.value())
        .query(String.class)
        .optional();
  }

  /// Whom this office usually marks to: its own posts, the heads above, the heads right below.
  List<Post.Held> usual(OfficeId near, int limit) {
    return db.sql(
            CANDIDATES
                + """
                SELECT * FROM candidate WHERE distance <= 20
                ORDER BY counter, distance, level DESC, mark LIMIT :limit
                """)
        .param("near", near.value())
        .param("limit", limit)
        .query(PostStore.HELD)
        .list();
  }
}
