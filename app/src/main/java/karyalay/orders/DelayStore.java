package karyalay.orders;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of reasons for what lay beyond its time, and of reminders.
@Repository
class DelayStore {
  private static final int PAGE = 200;

  private final JdbcClient db;

  DelayStore(JdbcClient db) {
    this.db = db;
  }

  void insert(
      UUID id, PaperId paper, Act act, String reason, String words, Instant due, Instant now) {
    db.sql(
            """
            INSERT INTO orders.delay (id, paper, post, person, reason, words, due_at, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            paper.value(),
            act.post().value(),
            act.person().value(),
            reason,
            words,
            OrderStore.at(due),
            OrderStore.at(now))
        .update();
  }

  /// Whether this post gave a reason since the paper came to it.
  boolean explained(PaperId paper, PostId post, Instant arrived) {
    return db.sql(
            "SELECT EXISTS (SELECT FROM orders.delay WHERE paper = ? AND post = ? AND at >= ?)")
        .params(paper.value(), post.value(), OrderStore.at(arrived))
        .query(Boolean.class)
        .single();
  }

  /// The latest reasons given by those who stand below the reader, of papers that he may read.
  List<Delays.Line> below(Scope scope) {
    return db.sql(
            """
            SELECT d.paper, p.number, r.named, p.title, d.reason, d.words, d.due_at, d.at,
                   t.mark, t.designation_hi, t.designation_en, t.office_hi, t.office_en
            FROM orders.delay d
            JOIN organisation.v_senior s ON s.post = d.post AND s.senior = :post
            JOIN desk.v_paper p ON p.id = d.paper
            JOIN desk.readable(:person, :post) r ON r.paper = p.id
            JOIN organisation.v_post_ever t ON t.id = d.post
            ORDER BY d.at DESC LIMIT :limit
            """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("limit", PAGE)
        .query((row, n) ->
            new Delays.Line(
                new PaperId(row.getObject("paper", UUID.class)),
                row.getString("number"),
                row.getBoolean("named") ? row.getString("title") : "",
                OrderStore.chair(row).orElseThrow(),
                row.getString("reason"),
                row.getString("words"),
                OrderStore.instant(row, "due_at"),
                OrderStore.instant(row, "at")))
        .list();
  }

  void remind(UUID id, PaperId paper, Act act, PostId holder, Instant now) {
    db.sql(
            """
            INSERT INTO orders.reminder (id, paper, post, person, holder, at) VALUES (?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            paper.value(),
            act.post().value(),
            act.person().value(),
            holder.value(),
            OrderStore.at(now))
        .update();
  }
}
