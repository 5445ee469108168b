package karyalay.desk;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of contents and papers.
@Repository
class PaperStore {
  private final JdbcClient db;

  PaperStore(JdbcClient db) {
    this.db = db;
  }

  /// Two officers pressing Send at once are put in a queue here, not in the rules.
  Optional<Locked> lock(PaperId paper) {
    return db.sql("SELECT * FROM desk.paper WHERE id = ? FOR UPDATE")
        .param(paper.value())
        .query((row, n) -> new Locked(PaperRows.paper(row), Optional.empty()))
        .optional();
  }

  /// Locks the paper and reads its addressee in the same round trip.
  Optional<Locked> lock(PaperId paper, PostId to) {
    return db.sql(
            """
            SELECT p.*, t.id AS to_post, t.office AS to_office,
                   t.head AND NOT t.counter AS to_deciding,
                   p.barred AND EXISTS (
                       SELECT FROM desk.paper q JOIN desk.bar b ON b.content = q.content
                       JOIN organisation.v_charge c ON c.person = b.person AND c.post = t.id
                       WHERE q.id = p.id OR q.root = p.id) AS to_barred
            FROM desk.paper p LEFT JOIN organisation.v_post t ON t.id = ? AND t.district = p.district
            WHERE p.id = ? FOR UPDATE OF p
            """)
        .params(to.value(), paper.value())
        .query((row, n) -> new Locked(PaperRows.paper(row), recipient(row)))
        .optional();
  }

  private static Optional<Recipient> recipient(ResultSet row) throws SQLException {
    PostId post = PaperRows.post(row, "to_post");
    if (post == null) return Optional.empty();
    return Optional.of(
        new Recipient(
            post,
            new OfficeId(PaperRows.uuid(row, "to_office")),
            row.getBoolean("to_deciding"),
            row.getBoolean("to_barred")));
  }

  /// Several at once, in the one order in which everybody locks: by id.
  List<Locked> lock(Collection<PaperId> papers) {
    if (papers.isEmpty()) return List.of();
    return db.sql("SELECT * FROM desk.paper WHERE id = ANY (:ids) ORDER BY id FOR UPDATE")
        .param("ids", papers.stream().map(PaperId::value).toArray(UUID[]::new))
        .query((row, n) -> new Locked(PaperRows.paper(row), Optional.empty()))
        .list();
  }

  void insertContent(
      ContentId id, Kind kind, OfficeId district, Classification grade, boolean victim) {
    db.sql("INSERT INTO desk.content (id, kind, district, class, victim) VALUES (?, ?, ?, ?, ?)")
        .params(id.value(), kind.name(), district.value(), grade.name(), victim)
        .update();
  }

  /// @return whether its first desk is one: a post abolished at this instant takes no paper
  boolean insert(NewPaper paper, PostId creator, boolean barred, int hands) {
    boolean guarded = paper.classification().guarded() || paper.victim();
    return db.sql(
                """
                INSERT INTO desk.paper (id, content, kind, district, office, creator, lead, physical, place,
                    holder, root, urgency, class, guarded, barred, number, title, subtitle, task, made_at,
                    arrived_at, moves, hands)
                SELECT :id, :content, :kind, :district, :office, :creator, :lead, :physical, 'DESK',
                    t.id, :id, :urgency, :class, :guarded, :barred, :number, :title, :subtitle, :task,
                    :at, :at, 1, :hands
                FROM organisation.v_post t WHERE t.id = :holder
                """)
            .param("id", paper.id().value())
            .param("content", paper.content().value())
            .param("kind", paper.kind().name())
            .param("district", paper.district().value())
            .param("office", paper.office().value())
            .param("creator", creator.value())
            .param("lead", paper.lead())
            .param("physical", paper.physical())
            .param("holder", paper.holder().value())
            .param("urgency", paper.urgency().ordinal())
            .param("class", paper.classification().name())
            .param("guarded", guarded)
            .param("barred", barred)
            .param("number", paper.number())
            .param("title", paper.title())
            .param("subtitle", paper.subtitle())
            .param("task", paper.task().name())
            .param("at", at(paper.at()))
            .param("hands", hands)
            .update()
        == 1;
  }

  /// Number, title line and what stands beneath it, on all papers of the content.
  void label(ContentId content, String number, String title, String subtitle) {
    db.sql("UPDATE desk.paper SET number = ?, title = ?, subtitle = ? WHERE content = ?")
        .params(number, title, subtitle, content.value())
        .update();
  }

  /// What lies in a paper, however deep, lies from now on in what that paper lies in.
  void rehang(PaperId paper, PaperId root) {
    db.sql(
            """
            WITH RECURSIVE below AS (
                SELECT id FROM desk.paper WHERE parent = :paper
                UNION ALL
                SELECT p.id FROM desk.paper p JOIN below b ON p.parent = b.id
            )
            UPDATE desk.paper SET root = :root WHERE id IN (SELECT id FROM below)
            """)
        .param("paper", paper.value())
        .param("root", root.value())
        .update();
  }

  void grade(PaperId paper, Urgency urgency) {
    db.sql("UPDATE desk.paper SET urgency = ? WHERE id = ?")
        .params(urgency.ordinal(), paper.value())
        .update();
  }

  /// How many natures these papers have: 2 when some are physical and some electronic.
  int natures(List<PaperId> papers) {
    return db.sql("SELECT count(DISTINCT physical) FROM desk.paper WHERE id = ANY (?)")
        .param(papers.stream().map(PaperId::value).toArray(UUID[]::new))
        .query(Integer.class)
        .single();
  }

  /// The class of a content, on all its papers and on what encloses them: the gravest counts.
  void classify(ContentId content, Classification grade) {
    db.sql("UPDATE desk.content SET class = ? WHERE id = ?")
        .params(grade.name(), content.value())
        .update();
    guard(content);
  }

  void protect(ContentId content) {
    db.sql("UPDATE desk.content SET victim = true WHERE id = ?").param(content.value()).update();
    guard(content);
  }

  /// Judges anew what each paper of a content, and each paper that encloses one, must hide.
  void guard(ContentId content) {
    db.sql(
            """
            UPDATE desk.paper p SET class = g.class, guarded = g.guarded, barred = g.barred
            FROM (SELECT top.id,
                         (array_agg(c.class ORDER BY array_position(
                             ARRAY['TOP_SECRET', 'SECRET', 'CONFIDENTIAL', 'RESTRICTED', 'NORMAL'],
                             c.class)))[1] AS class,
                         bool_or(c.victim OR c.class IN ('CONFIDENTIAL', 'SECRET', 'TOP_SECRET')) AS guarded,
                         bool_or(c.barred) AS barred
                  FROM desk.paper top
                  JOIN desk.paper part ON part.id = top.id OR part.root = top.id OR part.parent = top.id
                  JOIN desk.content c ON c.id = part.content
                  WHERE top.id IN (SELECT id FROM desk.paper WHERE content = :content
                                   UNION SELECT root FROM desk.paper WHERE content = :content)
                  GROUP BY top.id) g
            WHERE p.id = g.id
            """)
        .param("content", content.value())
        .update();
  }

  Optional<Classification> classOf(ContentId content) {
    return db.sql("SELECT class FROM desk.content WHERE id = ?")
        .param(content.value())
        .query((row, n) -> Classification.valueOf(PaperRows.text(row, "class")))
        .optional();
  }

  boolean isBarred(ContentId content) {
    return db.sql("SELECT barred FROM desk.content WHERE id = ?")
        .param(content.value())
        .query(Boolean.class)
        .single();
  }

  /// Whether `senior` stands above `post` in the line (OP-52, OP-84).
  boolean stands(PostId senior, @Nullable PostId post) {
    if (post == null) return false;
    return db.sql("SELECT EXISTS (SELECT FROM organisation.v_senior WHERE post = ? AND senior = ?)")
        .params(post.value(), senior.value())
        .query(Boolean.class)
        .single();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(UTC);
  }
}
