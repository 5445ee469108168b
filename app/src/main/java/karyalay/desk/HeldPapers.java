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

  @Override
  public int papersWith(PostId post) {
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
