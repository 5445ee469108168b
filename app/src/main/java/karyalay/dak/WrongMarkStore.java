package karyalay.dak;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of dak that was said to be wrongly marked.
@Repository
class WrongMarkStore {
  private final JdbcClient db;

  WrongMarkStore(JdbcClient db) {
    this.db = db;
  }

  /// How many other posts have said so of this paper since its owner was last settled.
  int saidBefore(PaperId paper, PostId by) {
    return db.sql(
            """
            SELECT count(DISTINCT w.post) FROM dak.wrong_mark w
            WHERE w.paper = :paper AND w.post <> :by
              AND w.at > coalesce((SELECT max(s.settled_at) FROM dak.wrong_mark s
                                   WHERE s.paper = :paper), '-infinity')
            """)
        .param("paper", paper.value())
        .param("by", by.value())
        .query(Integer.class)
        .single();
  }

  void add(
      PaperId paper,
      ContentId receipt,
      Act act,
      String reason,
      @Nullable PostId settler,
      Instant now) {
    db.sql(
            """
            INSERT INTO dak.wrong_mark (paper, serial, receipt, post, person, reason, at, settler)
            SELECT :paper, count(*) + 1, :receipt, :post, :person, :reason, :at, cast(:settler AS uuid)
            FROM dak.wrong_mark WHERE paper = :paper
            """)
        .param("paper", paper.value())
        .param("receipt", receipt.value())
        .param("post", act.post().value())
        .param("person", act.person().value())
        .param("reason", reason)
        .param("at", ReceiptStore.at(now))
        .param("settler", settler == null ? null : settler.value().toString())
        .update();
  }

  /// Who is to settle whose it is; empty when nobody disputes it.
  Optional<PostId> settler(PaperId paper) {
    return db.sql(
            """
            SELECT settler FROM dak.wrong_mark
            WHERE paper = ? AND settler IS NOT NULL AND settled_at IS NULL ORDER BY serial LIMIT 1
            """)
        .param(paper.value())
        .query(UUID.class)
        .optional()
        .map(PostId::new);
  }

  /// The owner as last settled.
  Optional<PostId> owner(PaperId paper) {
    return db.sql(
            """
            SELECT owner FROM dak.wrong_mark
            WHERE paper = ? AND settled_at IS NOT NULL ORDER BY settled_at DESC, serial DESC LIMIT 1
            """)
        .param(paper.value())
        .query(UUID.class)
        .optional()
        .map(PostId::new);
  }

  void settle(PaperId paper, PostId owner, Instant now) {
    db.sql(
            """
            UPDATE dak.wrong_mark SET owner = ?, settled_at = ?
            WHERE paper = ? AND settler IS NOT NULL AND settled_at IS NULL
            """)
        .params(owner.value(), ReceiptStore.at(now), paper.value())
        .update();
  }
}
