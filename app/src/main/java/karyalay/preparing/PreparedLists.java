package karyalay.preparing;

import static karyalay.preparing.PreparedStore.text;
import static karyalay.preparing.PreparedStore.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.desk.Chair;
import karyalay.desk.Kind;
import karyalay.files.Written;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lists of what was prepared, each under the reader's reach of the papers and in one statement.
@Repository
class PreparedLists {
  static final int PAGE = 200;

  private static final String ITEM =
      """
      SELECT i.id, i.paper, i.matter, i.state, i.officer, i.post, i.at, i.ended_at, i.reason, p.kind AS paper_kind,
             p.number, CASE WHEN r.named THEN p.title ELSE '' END AS title, r.named,
             w.kind, w.body, w.rich, w.to_posts, w.task, w.due, w.at AS worded_at, w.person <> i.person AS reworded,
             ARRAY(SELECT t.mark FROM unnest(w.to_posts) WITH ORDINALITY u (id, turn)
                   JOIN organisation.v_post_ever t ON t.id = u.id ORDER BY u.turn) AS marks,
             o.mark AS o_mark, o.designation_hi AS o_hi, o.designation_en AS o_en, o.office_hi AS o_office_hi,
             o.office_en AS o_office_en,
             b.mark AS b_mark, b.designation_hi AS b_hi, b.designation_en AS b_en, b.office_hi AS b_office_hi,
             b.office_en AS b_office_en, x.name_hi, x.name_en,
             EXISTS (SELECT FROM organisation.v_charge c WHERE c.person = i.person AND c.post = i.post) AS there,
             e.mark AS e_mark, e.designation_hi AS e_hi, e.designation_en AS e_en, e.office_hi AS e_office_hi,
             e.office_en AS e_office_en, y.name_hi AS e_name_hi, y.name_en AS e_name_en,
             CASE WHEN i.state <> 'WAITING' THEN 'NONE'
                  WHEN p.place <> 'DESK' OR p.holder <> i.officer OR p.moves <> i.moves THEN 'MOVED'
                  WHEN i.matter = 'NOTE' AND f.paragraphs <> i.paragraphs THEN 'NEW_PARAGRAPH'
                  ELSE 'NONE' END AS holdup
      FROM preparing.item i
      JOIN preparing.wording w ON w.item = i.id AND w.n = i.wording
      JOIN desk.v_paper p ON p.id = i.paper
      JOIN desk.readable(:person, :post) r ON r.paper = i.paper
      JOIN organisation.v_post_ever o ON o.id = i.officer
      JOIN organisation.v_post_ever b ON b.id = i.post
      JOIN organisation.v_post_ever e ON e.id = w.post
      LEFT JOIN organisation.v_person x ON x.id = i.person
      LEFT JOIN organisation.v_person y ON y.id = w.person
      LEFT JOIN files.v_file f ON i.matter = 'NOTE' AND f.content = p.content
      """;

  private final JdbcClient db;

  PreparedLists(JdbcClient db) {
    this.db = db;
  }

  /// What waits for this post's approval, the oldest first; what is held back is among it.
  List<Item> waiting(Scope scope) {
    return asked(
        scope,
        ITEM + " WHERE i.officer = :post AND i.state = 'WAITING' ORDER BY i.at, i.id LIMIT 200");
  }

  /// What this post prepared, what is not settled first, then the newest.
  List<Item> mine(Scope scope) {
    return asked(
        scope,
        ITEM
            + """
            WHERE i.post = :post
            ORDER BY i.state NOT IN ('WAITING', 'RETURNED'), i.at DESC, i.id LIMIT 200
            """);
  }

  private List<Item> asked(Scope scope, String sql) {
    return db.sql(sql)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .query((row, n) -> item(row))
        .list();
  }

  /// What waits on one paper and concerns the reader.
  List<Item> on(PaperId paper, Scope scope) {
    return db.sql(
            ITEM
                + """
                WHERE i.paper = :paper AND i.state = 'WAITING' AND :post IN (i.officer, i.post)
                ORDER BY i.at, i.id
                """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("paper", paper.value())
        .query((row, n) -> item(row))
        .list();
  }

  /// One that concerns the reader; empty for everybody else.
  Optional<Item> one(UUID id, Scope scope) {
    return db.sql(ITEM + " WHERE i.id = :item AND :post IN (i.officer, i.post) AND r.named")
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("item", id)
        .query((row, n) -> item(row))
        .optional();
  }

  /// How much waits for this post: prepared things, and letters to approve or to sign.
  ///
  /// @param prepared notes and orders
  /// @param letters drafts to approve, and approved letters to sign
  record Counts(int prepared, int letters) {}

  Counts counts(Scope scope) {
    return db.sql(
            """
            SELECT (SELECT count(*) FROM preparing.item i
                    JOIN desk.readable(:person, :post) r ON r.paper = i.paper
                    WHERE i.officer = :post AND i.state = 'WAITING')::int AS prepared,
                   ((SELECT count(*) FROM drafts.v_letter l
                     JOIN desk.readable(:person, :post) r ON r.paper = l.paper
                     WHERE l.signatory = :post AND l.state = 'APPROVED')
                    + (SELECT count(*) FROM desk.v_paper top
                       CROSS JOIN LATERAL (
                           SELECT top.id UNION ALL
                           SELECT p.id FROM desk.v_paper p WHERE p.root = top.id AND p.parent IS NOT NULL) p
                       JOIN drafts.v_letter l ON l.paper = p.id AND l.state = 'SUBMITTED'
                       JOIN desk.readable(:person, :post) r ON r.paper = l.paper
                       WHERE top.holder = :post AND top.place IN ('DESK', 'TRANSIT') AND top.place = 'DESK'))::int
                   AS letters
            """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .query(Counts.class)
        .single();
  }

  private static Item item(ResultSet row) throws SQLException {
    String plain = text(row, "body");
    Timestamp ended = row.getTimestamp("ended_at");
    String[] marks = (String[]) row.getArray("marks").getArray();
    return new Item(
        uuid(row, "id"),
        new PaperId(uuid(row, "paper")),
        Kind.valueOf(text(row, "paper_kind")),
        text(row, "number"),
        text(row, "title"),
        row.getBoolean("named"),
        Matter.valueOf(text(row, "matter")),
        State.valueOf(text(row, "state")),
        PreparedStore.wording(row),
        new Written(plain, text(row, "rich"), 0),
        Arrays.asList(marks),
        new PostId(uuid(row, "officer")),
        chair(row, "o"),
        hand(row, "name_hi", "name_en", "b", "at"),
        new PostId(uuid(row, "post")),
        row.getBoolean("there"),
        row.getBoolean("reworded")
            ? Optional.of(hand(row, "e_name_hi", "e_name_en", "e", "worded_at"))
            : Optional.empty(),
        Holdup.valueOf(text(row, "holdup")),
        Optional.ofNullable(ended).map(Timestamp::toInstant),
        text(row, "reason"));
  }

  private static Item.Hand hand(ResultSet row, String hindi, String english, String post, String at)
      throws SQLException {
    return new Item.Hand(
        Objects.requireNonNullElse(row.getString(hindi), ""),
        Objects.requireNonNullElse(row.getString(english), ""),
        chair(row, post),
        row.getTimestamp(at).toInstant());
  }

  private static Chair chair(ResultSet row, String prefix) throws SQLException {
    return new Chair(
        text(row, prefix + "_mark"),
        text(row, prefix + "_hi"),
        text(row, prefix + "_en"),
        text(row, prefix + "_office_hi"),
        text(row, prefix + "_office_en"));
  }
}
