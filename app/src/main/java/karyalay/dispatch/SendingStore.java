package karyalay.dispatch;

import java.time.Instant;
import java.util.UUID;
import karyalay.drafts.IssuedLetter;
import karyalay.drafts.LetterId;
import karyalay.shared.Act;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows on whole letters: who sends them, and numbers that went out on none.
@Repository
class SendingStore {
  private final JdbcClient db;

  SendingStore(JdbcClient db) {
    this.db = db;
  }

  void assign(LetterId letter, boolean self, Act act, Instant now) {
    db.sql(
            """
            INSERT INTO dispatch.sending (letter, way, post, person, at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (letter) DO UPDATE SET way = excluded.way, post = excluded.post,
                person = excluded.person, at = excluded.at
            """)
        .params(
            letter.value(),
            self ? "SELF" : "REGISTRY",
            act.post().value(),
            act.person().value(),
            Rows.at(now))
        .update();
  }

  void voided(IssuedLetter letter, String reason, Act act, Instant now) {
    db.sql(
            """
            INSERT INTO dispatch.voided (letter, office, number, reason, at, person, post)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            letter.id().value(),
            letter.office().value(),
            letter.number(),
            reason,
            Rows.at(now),
            act.person().value(),
            act.post().value())
        .update();
  }

  UUID mailOf(UUID item) {
    return db.sql("SELECT mail FROM dispatch.item WHERE id = ?")
        .param(item)
        .query(UUID.class)
        .single();
  }
}
