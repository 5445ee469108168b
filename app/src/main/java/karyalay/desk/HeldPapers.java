package karyalay.desk;

import karyalay.organisation.Holdings;
import karyalay.shared.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tells organisation what a post still holds, before it is abolished.
@Repository
class HeldPapers implements Holdings {
  private final JdbcClient db;

  HeldPapers(JdbcClient db) {
    this.db = db;
  }

  /// Whoever sends a paper reads that its addressee is live and takes no lock on him: that way is
  /// hot. So the rare act waits instead, until every sending that has begun is done; one that
  /// begins later waits for it, and reads what it did.
  @Override
  public int papersWith(PostId post) {
    db.sql("LOCK TABLE desk.paper IN EXCLUSIVE MODE").update();
    return db.sql(
            """
            SELECT (SELECT count(*) FROM desk.paper
                    WHERE holder = :post AND place IN ('DESK', 'TRANSIT'))
                 + (SELECT count(*) FROM desk.paper WHERE holder = :post AND place = 'PARKED')
            """)
        .param("post", post.value())
        .query(Integer.class)
        .single();
  }
}
