package karyalay.files;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import karyalay.shared.PaperId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of slips.
@Repository
class SlipStore {
  /// What is written on a slip, beside who and when.
  record Slip(Optional<PaperId> toFile, String toPlace, String reason) {}

  private final JdbcClient db;

  SlipStore(JdbcClient db) {
    this.db = db;
  }

  /// What lies at a serial of the correspondence now.
  Optional<PaperId> paper(ContentId file, int serial) {
    return db.sql(
            "SELECT paper FROM files.correspondence WHERE content = ? AND serial = ? AND taken_out IS NULL")
        .params(file.value(), serial)
        .query(UUID.class)
        .optional()
        .map(PaperId::new);
  }

  void takeOut(ContentId file, int serial, Slip slip, Act act, Instant at) {
    db.sql(
            """
            WITH gone AS (
                UPDATE files.correspondence SET taken_out = :at, puc = false
                WHERE content = :content AND serial = :serial
            )
            INSERT INTO files.slip (content, serial, to_file, to_place, reason, person, post, capacity, at)
            VALUES (:content, :serial, :file, :place, :reason, :person, :post, :capacity, :at)
            """)
        .param("content", file.value())
        .param("serial", serial)
        .param("file", slip.toFile().map(PaperId::value).orElse(null), Types.OTHER)
        .param("place", slip.toPlace())
        .param("reason", slip.reason())
        .param("person", act.person().value())
        .param("post", act.post().value())
        .param("capacity", act.by().capacity().name())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
