package karyalay.dak;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of enclosures that did not come.
@Repository
class EnclosureStore {
  private final JdbcClient db;

  EnclosureStore(JdbcClient db) {
    this.db = db;
  }

  void expect(ContentId receipt, List<String> names, Instant since) {
    int first =
        db.sql("SELECT count(*) FROM dak.missing_enclosure WHERE receipt = ?")
            .param(receipt.value())
            .query(Integer.class)
            .single();
    for (int i = 0; i < names.size(); i++)
      db.sql(
              "INSERT INTO dak.missing_enclosure (receipt, serial, name, since) VALUES (?, ?, ?,"
                  + " ?)")
          .params(receipt.value(), first + i + 1, names.get(i), ReceiptStore.at(since))
          .update();
  }

  List<MissingEnclosure> of(ContentId receipt) {
    return db.sql("SELECT * FROM dak.missing_enclosure WHERE receipt = ? ORDER BY serial")
        .param(receipt.value())
        .query((row, n) -> read(row))
        .list();
  }

  /// Locks one that is still open.
  Optional<MissingEnclosure> open(ContentId receipt, int serial) {
    return db.sql(
            """
            SELECT * FROM dak.missing_enclosure
            WHERE receipt = ? AND serial = ? AND settled_at IS NULL FOR UPDATE
            """)
        .params(receipt.value(), serial)
        .query((row, n) -> read(row))
        .optional();
  }

  void settle(ContentId receipt, int serial, boolean waived, String reason, Act act, Instant now) {
    db.sql(
            """
            UPDATE dak.missing_enclosure
            SET settled_at = ?, waived = ?, reason = ?, person = ?, post = ?
            WHERE receipt = ? AND serial = ?
            """)
        .params(
            ReceiptStore.at(now),
            waived,
            reason,
            act.person().value(),
            act.post().value(),
            receipt.value(),
            serial)
        .update();
  }

  private static MissingEnclosure read(java.sql.ResultSet row) throws java.sql.SQLException {
    @Nullable Instant settled = ReceiptStore.moment(row, "settled_at");
    return new MissingEnclosure(
        row.getInt("serial"),
        ParticularsRows.text(row, "name"),
        Objects.requireNonNull(ReceiptStore.moment(row, "since")),
        settled,
        row.getBoolean("waived"),
        ParticularsRows.text(row, "reason"));
  }
}
