package karyalay.dispatch;

import static karyalay.dispatch.Rows.text;
import static karyalay.dispatch.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.drafts.LetterId;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of what is asked of a post, and of its answers.
@Repository
class ReplyStore {
  private final JdbcClient db;

  ReplyStore(JdbcClient db) {
    this.db = db;
  }

  private static final String ASKED =
      """
      SELECT i.id, i.paper, p.content, l.number, l.issued_on, l.subject, o.name_hi AS office_hi,
             o.name_en AS office_en, c.target, a.at AS replied_at, c.closed_at,
             coalesce(c.kind, 'REPORT') AS kind
      FROM dispatch.item i
      JOIN drafts.v_letter l ON l.id = i.letter
      JOIN desk.v_paper p ON p.id = i.paper
      JOIN organisation.v_office o ON o.id = l.office
      LEFT JOIN dispatch.call c ON c.letter = l.id
      LEFT JOIN dispatch.reply a ON a.item = i.id
      """;

  /// What is asked on a content of dak, whichever of its papers one has.
  Optional<Asked> on(ContentId content) {
    return db.sql(ASKED + " WHERE p.content = ? ORDER BY i.id LIMIT 1")
        .param(content.value())
        .query((row, n) -> asked(row))
        .optional();
  }

  /// What is asked of a post and not answered: on papers it holds or that were sent to it.
  List<Asked> of(Scope scope) {
    return db.sql(
            ASKED
                + """
                 WHERE c.closed_at IS NULL AND c.id IS NOT NULL AND a.item IS NULL
                   AND (i.post = :post OR i.paper IN (
                        SELECT held.id FROM desk.v_paper held JOIN desk.v_paper top ON top.id = held.root
                        WHERE top.holder = :post AND held.id = i.paper))
                 ORDER BY c.target, i.id LIMIT 100
                """)
        .param("post", scope.post().value())
        .query((row, n) -> asked(row))
        .list();
  }

  private static Asked asked(ResultSet row) throws SQLException {
    return new Asked(
        uuid(row, "id"),
        new PaperId(uuid(row, "paper")),
        Call.Kind.valueOf(text(row, "kind")),
        text(row, "number"),
        Rows.day(row, "issued_on"),
        text(row, "subject"),
        text(row, "office_hi"),
        text(row, "office_en"),
        row.getObject("target", LocalDate.class),
        Rows.moment(row, "replied_at"),
        row.getTimestamp("closed_at") != null);
  }

  /// A reply about to be written.
  ///
  /// @param letter the letter that answers; null for other kinds
  /// @param paper the receipt that answers; null for other kinds
  record Written(
      String kind, @Nullable UUID letter, @Nullable UUID paper, String number, String text) {}

  /// @return false when it is answered already
  boolean insert(UUID item, Written reply, Act act, Instant now) {
    return db.sql(
                """
                INSERT INTO dispatch.reply (item, kind, letter, paper, number, text, at, person, post)
                VALUES (:item, :kind, :letter, :paper, :number, :text, :at, :person, :post)
                ON CONFLICT (item) DO NOTHING
                """)
            .param("item", item)
            .param("kind", reply.kind())
            .param("letter", reply.letter(), Types.OTHER)
            .param("paper", reply.paper(), Types.OTHER)
            .param("number", reply.number())
            .param("text", reply.text())
            .param("at", Rows.at(now))
            .param("person", act.person().value())
            .param("post", act.post().value())
            .update()
        == 1;
  }

  /// A signed letter of an office by its number.
  Optional<LetterId> letter(String number, UUID post) {
    return db.sql(
            """
            SELECT l.id FROM drafts.v_letter l
            JOIN organisation.v_post t ON t.id = ? AND t.office = l.office
            WHERE l.number = ? AND l.state IN ('SIGNED', 'DISPATCHED')
            """)
        .params(post, number)
        .query((row, n) -> new LetterId(uuid(row, "id")))
        .optional();
  }

  /// A receipt by its number, if the reader may open it.
  Optional<UUID> receipt(String number, Scope scope) {
    return db.sql(
            """
            SELECT p.id FROM desk.v_paper p
            JOIN desk.readable(:person, :post) r ON r.paper = p.id
            WHERE p.kind = 'RECEIPT' AND p.lead AND p.number = :number AND p.district =
                (SELECT district FROM organisation.v_post WHERE id = :post)
            LIMIT 1
            """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("number", number)
        .query(UUID.class)
        .optional();
  }

  /// The item's paper on a desk of ours; empty when it went elsewhere.
  Optional<PaperId> paper(UUID item) {
    return db.sql("SELECT paper FROM dispatch.item WHERE id = ? AND paper IS NOT NULL")
        .param(item)
        .query((row, n) -> new PaperId(uuid(row, "paper")))
        .optional();
  }
}
