package karyalay.desk;

import java.util.UUID;
import karyalay.shared.PaperId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// That something prepared on a paper waits for its holder.
@Repository
class PreparedMarkStore {
  private final JdbcClient db;

  PreparedMarkStore(JdbcClient db) {
    this.db = db;
  }

  void put(PaperId paper, UUID item) {
    db.sql("INSERT INTO desk.prepared (item, paper) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .params(item, paper.value())
        .update();
  }

  void drop(UUID item) {
    db.sql("DELETE FROM desk.prepared WHERE item = ?").param(item).update();
  }
}
