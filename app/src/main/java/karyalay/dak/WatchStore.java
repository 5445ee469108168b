package karyalay.dak;

import static karyalay.dak.ParticularsRows.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import karyalay.desk.Classification;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is read for the watch lists.
@Repository
class WatchStore {
  /// Live papers of the reader's own desk and, for a head, of all desks under him; then the
  /// receipts that these are or that lie in them. The tray's own indexes are read, post by post.
  private static final String WATCHED =
      """
      WITH desks AS (
          SELECT cast(:post AS uuid) AS post
          UNION
          SELECT p.id FROM organisation.v_post p JOIN organisation.v_token t ON t.token = p.office
          WHERE t.post = :post
      ), live AS (
          SELECT p.id, p.kind, p.holder, p.due_at
          FROM desks JOIN desk.v_paper p ON p.holder = desks.post
          WHERE p.place IN ('DESK', 'TRANSIT')
          UNION ALL
          SELECT p.id, p.kind, p.holder, p.due_at
          FROM desks JOIN desk.v_paper p ON p.holder = desks.post
          WHERE p.place = 'PARKED' AND p.place IN ('PARKED', 'CLOSED')
      ), papers AS (
          SELECT live.id, live.holder, live.due_at FROM live WHERE live.kind = 'RECEIPT'
          UNION ALL
          SELECT p.id, live.holder, least(p.due_at, live.due_at)
          FROM live JOIN desk.v_paper p ON p.root = live.id
          WHERE p.kind = 'RECEIPT' AND p.parent IS NOT NULL
      )
      SELECT p.id, p.number, p.title, p.class, r.named, papers.due_at, w.category, w.vip,
             h.mark AS holder_mark, d.diarised_on
      FROM papers JOIN desk.v_paper p ON p.id = papers.id
      JOIN desk.readable(:person, :post) r ON r.paper = p.id
      JOIN dak.receipt d ON d.id = p.content
      JOIN dak.particulars w ON w.receipt = d.id AND w.version = d.version
      LEFT JOIN organisation.v_post_ever h ON h.id = papers.holder
      WHERE w.category IN (:categories) OR w.vip
      ORDER BY papers.due_at, p.id LIMIT :most
      """;

  private final JdbcClient db;

  WatchStore(JdbcClient db) {
    this.db = db;
  }

  /// @param categories at least one
  List<Watches.Line> lines(Scope scope, Collection<String> categories, int most) {
    return db.sql(WATCHED)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("categories", categories)
        .param("most", most)
        .query((row, n) -> line(row))
        .list();
  }

  private static Watches.Line line(ResultSet row) throws SQLException {
    return new Watches.Line(
        new PaperId(ReceiptStore.uuid(row, "id")),
        text(row, "number"),
        row.getBoolean("named") ? text(row, "title") : "",
        Classification.valueOf(text(row, "class")),
        ReceiptStore.moment(row, "due_at"),
        Pavatis.orEmpty(row, "holder_mark"),
        text(row, "category"),
        row.getBoolean("vip"));
  }
}
