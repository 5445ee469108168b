package karyalay.golive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.golive.Standing.Brought;
import karyalay.golive.Standing.Certificate;
import karyalay.golive.Standing.Figures;
import karyalay.golive.Standing.Holder;
import karyalay.shared.Act;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Figures of an office on its way to going live, its certificate, and whom its head lets look
/// after its people.
@Repository
class StandingStore {
  /// Papers brought over and not closed, with the day each came.
  private static final String PENDING =
      """
      WITH pending AS (
          SELECT p.holder, r.diarised_on AS day, r.made_at, p.due_at < now() AS late
          FROM dak.v_receipt r JOIN desk.v_paper p ON p.id = r.lead
          WHERE r.office = :office AND r.origin = 'OPENING' AND p.place <> 'CLOSED')
      """;

  private final JdbcClient db;
  private final JsonMapper json;

  StandingStore(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  record Counts(int people, int posts, int vacant, boolean headed, int pending, int brought) {}

  Counts counts(OfficeId office) {
    return db.sql(
            """
            SELECT (SELECT count(DISTINCT c.person) FROM organisation.v_charge c
                    JOIN organisation.v_post t ON t.id = c.post WHERE t.office = :office)::int AS people,
                   (SELECT count(*) FROM organisation.v_post WHERE office = :office)::int AS posts,
                   (SELECT count(*) FROM organisation.v_post t WHERE t.office = :office
                      AND NOT EXISTS (SELECT FROM organisation.v_charge c WHERE c.post = t.id))::int AS vacant,
                   EXISTS (SELECT FROM organisation.v_post t JOIN organisation.v_charge c ON c.post = t.id
                           WHERE t.office = :office AND t.head) AS headed,
                   (SELECT count(*) FROM dak.v_receipt r JOIN desk.v_paper p ON p.id = r.lead
                    WHERE r.office = :office AND r.origin = 'OPENING' AND p.place <> 'CLOSED')::int AS pending,
                   (SELECT count(*) FROM dak.v_receipt r
                    WHERE r.office = :office AND r.origin = 'OPENING')::int AS brought
            """)
        .param("office", office.value())
        .query(Counts.class)
        .single();
  }

  record Ages(int a, int b, int c, int d, int e, int late, LocalDate oldest) {
    List<Integer> all() {
      return List.of(a, b, c, d, e);
    }
  }

  Ages ages(OfficeId office, LocalDate today) {
    return db.sql(
            PENDING
                + """
                SELECT count(*) FILTER (WHERE :today - day <= 15)::int AS a,
                       count(*) FILTER (WHERE :today - day BETWEEN 16 AND 30)::int AS b,
                       count(*) FILTER (WHERE :today - day BETWEEN 31 AND 60)::int AS c,
                       count(*) FILTER (WHERE :today - day BETWEEN 61 AND 180)::int AS d,
                       count(*) FILTER (WHERE :today - day > 180)::int AS e,
                       count(*) FILTER (WHERE late)::int AS late, coalesce(min(day), :today) AS oldest
                FROM pending
                """)
        .param("office", office.value())
        .param("today", today)
        .query(Ages.class)
        .single();
  }

  List<Holder> holders(OfficeId office) {
    return db.sql(
            PENDING
                + """
                SELECT t.mark, t.designation_hi AS name, count(*)::int AS papers,
                       count(*) FILTER (WHERE p.late)::int AS overdue
                FROM pending p JOIN organisation.v_post_ever t ON t.id = p.holder
                GROUP BY t.mark, t.designation_hi ORDER BY count(*) DESC, t.mark
                """)
        .param("office", office.value())
        .query(Holder.class)
        .list();
  }

  /// Who brought them over, and when: as the first version of each says.
  List<Brought> brought(OfficeId office) {
    return db.sql(
            """
            SELECT coalesce(e.name_hi || ' (' || e.pno || ')', '') AS by,
                   (v.at AT TIME ZONE 'Asia/Kolkata')::date AS day, count(*)::int AS papers
            FROM dak.v_receipt r JOIN dak.v_opening v ON v.receipt = r.id
            LEFT JOIN organisation.v_person e ON e.id = v.person
            WHERE r.office = ? GROUP BY 1, 2 ORDER BY 2, 1
            """)
        .param(office.value())
        .query(Brought.class)
        .list();
  }

  /// @return false when the office has one
  boolean certify(OfficeId office, OfficeId district, Figures figures, Act act, Instant now) {
    return db.sql(
                """
                INSERT INTO golive.certificate (office, district, figures, person, post, at)
                VALUES (?, ?, ?::jsonb, ?, ?, ?) ON CONFLICT (office) DO NOTHING
                """)
            .params(
                office.value(),
                district.value(),
                json.writeValueAsString(figures),
                act.person().value(),
                act.post().value(),
                now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  Optional<Certificate> certificate(OfficeId office) {
    return db.sql(
            """
            SELECT c.figures, c.at, coalesce(e.name_hi, '') AS name_hi, coalesce(e.name_en, '') AS name_en,
                   coalesce(t.mark, '') AS mark
            FROM golive.certificate c LEFT JOIN organisation.v_person e ON e.id = c.person
            LEFT JOIN organisation.v_post_ever t ON t.id = c.post WHERE c.office = ?
            """)
        .param(office.value())
        .query((row, _) -> certificate(row))
        .optional();
  }

  private Certificate certificate(ResultSet row) throws SQLException {
    return new Certificate(
        json.readValue(row.getString("figures"), Figures.class),
        Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)).toInstant(),
        Objects.requireNonNull(row.getString("name_hi")),
        Objects.requireNonNull(row.getString("name_en")),
        Objects.requireNonNull(row.getString("mark")));
  }

  /// Whether the post heads the office, or one above it.
  boolean heads(PostId post, OfficeId office) {
    return db.sql(
            """
            SELECT EXISTS (SELECT FROM organisation.v_post t WHERE t.id = :post AND t.office = :office AND t.head)
                OR EXISTS (SELECT FROM organisation.v_senior s JOIN organisation.v_post t ON t.id = s.post
                           WHERE s.senior = :post AND t.office = :office)
            """)
        .param("post", post.value())
        .param("office", office.value())
        .query(Boolean.class)
        .single();
  }

  /// Whether the post heads this very office.
  boolean isHead(PostId post, OfficeId office) {
    return db.sql(
            "SELECT EXISTS (SELECT FROM organisation.v_post WHERE id = ? AND office = ? AND head AND NOT counter)")
        .params(post.value(), office.value())
        .query(Boolean.class)
        .single();
  }

  boolean isDelegate(PostId post, OfficeId office) {
    return db.sql("SELECT EXISTS (SELECT FROM golive.delegation WHERE office = ? AND post = ?)")
        .params(office.value(), post.value())
        .query(Boolean.class)
        .single();
  }

  List<PostId> delegates(OfficeId office) {
    return db
        .sql("SELECT post FROM golive.delegation WHERE office = ?")
        .param(office.value())
        .query(UUID.class)
        .list()
        .stream()
        .map(PostId::new)
        .toList();
  }

  void delegate(OfficeId office, PostId post, Act act, Instant now) {
    db.sql(
            """
            INSERT INTO golive.delegation (office, post, given_by, at) VALUES (?, ?, ?, ?)
            ON CONFLICT (office, post) DO NOTHING
            """)
        .params(office.value(), post.value(), act.person().value(), now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void withdraw(OfficeId office, PostId post) {
    db.sql("DELETE FROM golive.delegation WHERE office = ? AND post = ?")
        .params(office.value(), post.value())
        .update();
  }
}
