package karyalay.drafts;

import static karyalay.drafts.LetterRows.id;
import static karyalay.drafts.LetterRows.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Lists of letters, each under the reader's reach of their papers and in one statement.
@Repository
class LetterLists {
  static final int PAGE = 50;

  private static final String LINE =
      """
      SELECT l.id, l.paper, p.number AS paper_number, l.form, l.nature, l.state, r.named,
             CASE WHEN r.named THEN l.subject ELSE '' END AS subject, s.mark AS signatory, l.number,
             coalesce(h.mark, '') AS holder, p.urgency, l.changed_at, l.approved_at
      FROM drafts.letter l
      JOIN desk.v_paper p ON p.id = l.paper
      JOIN desk.readable(:person, :post) r ON r.paper = l.paper
      JOIN organisation.v_post_ever s ON s.id = l.signatory
      LEFT JOIN desk.v_paper top ON top.id = p.root
      LEFT JOIN organisation.v_post_ever h ON h.id = top.holder
      """;

  private final JdbcClient db;

  LetterLists(JdbcClient db) {
    this.db = db;
  }

  List<LetterLine> page(Scope scope, LetterFilter filter) {
    LetterFilter.Cursor after = filter.cursor();
    return db.sql(
            LINE
                + """
                WHERE (:whose <> 'MINE' OR l.made_post = :post)
                  AND (:whose <> 'DESK' OR (top.holder = :post AND top.place = 'DESK'
                                            AND l.state NOT IN ('DISPATCHED', 'CANCELLED')))
                  AND (:whose <> 'OFFICE' OR l.office = (SELECT office FROM organisation.v_post WHERE id = :post))
                  AND (cast(:state AS text) IS NULL OR l.state = :state)
                  AND (l.changed_at, l.id) < (:at, :after)
                ORDER BY l.changed_at DESC, l.id DESC LIMIT :most
                """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("whose", filter.whose().name())
        .param("state", name(filter.state()), java.sql.Types.VARCHAR)
        .param("at", after.at().atOffset(ZoneOffset.UTC))
        .param("after", after.letter())
        .param("most", PAGE + 1)
        .query((row, n) -> line(row))
        .list();
  }

  private static @Nullable String name(@Nullable LetterState state) {
    return state == null ? null : state.name();
  }

  /// The letters of a paper and of what lies in it, newest first.
  List<LetterLine> of(PaperId paper, Scope scope) {
    return db.sql(
            LINE + " WHERE l.paper = :paper OR p.parent = :paper ORDER BY l.made_at DESC LIMIT 200")
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("paper", paper.value())
        .query((row, n) -> line(row))
        .list();
  }

  /// The approved letters that wait for this post to sign them, the most urgent and oldest first.
  List<LetterLine> toSign(Scope scope) {
    return db.sql(
            LINE
                + """
                WHERE l.signatory = :post AND l.state = 'APPROVED'
                ORDER BY p.urgency DESC, l.approved_at, l.id LIMIT 500
                """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .query((row, n) -> line(row))
        .list();
  }

  private static LetterLine line(ResultSet row) throws SQLException {
    return new LetterLine(
        new LetterId(id(row, "id")),
        new PaperId(id(row, "paper")),
        text(row, "paper_number"),
        LetterRows.form(row),
        Nature.valueOf(text(row, "nature")),
        LetterState.valueOf(text(row, "state")),
        row.getBoolean("named"),
        text(row, "subject"),
        text(row, "signatory"),
        text(row, "number"),
        text(row, "holder"),
        row.getInt("urgency"),
        Objects.requireNonNull(LetterRows.instant(row, "changed_at")),
        LetterRows.instant(row, "approved_at"));
  }

  /// Number and date of a letter that left.
  record Issued(String number, LocalDate on) {}

  /// The last letter that was signed on a paper.
  Optional<Issued> lastIssued(PaperId paper) {
    return db.sql(
            """
            SELECT number, issued_on AS "on" FROM drafts.letter
            WHERE paper = ? AND state IN ('SIGNED', 'DISPATCHED') ORDER BY signed_at DESC LIMIT 1
            """)
        .param(paper.value())
        .query(Issued.class)
        .optional();
  }

  Optional<Issued> issued(LetterId letter) {
    return db.sql(
            """
            SELECT number, issued_on AS "on" FROM drafts.letter WHERE id = ? AND issued_on IS NOT NULL
            """)
        .param(letter.value())
        .query(Issued.class)
        .optional();
  }

  /// Which paper a letter is written on; empty when there is none such.
  Optional<PaperId> paperOf(LetterId letter) {
    return db.sql("SELECT paper FROM drafts.letter WHERE id = ?")
        .param(letter.value())
        .query(UUID.class)
        .optional()
        .map(PaperId::new);
  }
}
