package karyalay.dak;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import karyalay.dak.Original.Keeping;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of what is kept apart from its paper. A change adds a row; none is overwritten.
@Repository
class KeptApartStore {
  private final JdbcClient db;

  KeptApartStore(JdbcClient db) {
    this.db = db;
  }

  void add(ContentId receipt, String name, Original where, Act act, Instant now) {
    insert(
            """
            INSERT INTO dak.kept_apart (receipt, item, version, name, keeping, place, person, post, at)
            SELECT :receipt, 1 + coalesce(max(item), 0), 1, :name, :keeping, :place, :person, :post, :at
            FROM dak.kept_apart WHERE receipt = :receipt
            """,
            receipt,
            where,
            act,
            now)
        .param("name", name)
        .update();
  }

  /// @return false when there is no such item
  boolean moved(ContentId receipt, int item, Original where, Act act, Instant now) {
    return insert(
                """
                INSERT INTO dak.kept_apart (receipt, item, version, name, keeping, place, person, post, at)
                SELECT receipt, item, version + 1, name, :keeping, :place, :person, :post, :at
                FROM dak.kept_apart WHERE receipt = :receipt AND item = :item
                ORDER BY version DESC LIMIT 1
                """,
                receipt,
                where,
                act,
                now)
            .param("item", item)
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec insert(
      String sql, ContentId receipt, Original where, Act act, Instant now) {
    return db.sql(sql)
        .param("receipt", receipt.value())
        .param("keeping", where.keeping().name())
        .param("place", where.place())
        .param("person", act.person().value())
        .param("post", act.post().value())
        .param("at", ReceiptStore.at(now));
  }

  List<KeptApart> of(ContentId receipt) {
    Map<Integer, KeptApart> items = new LinkedHashMap<>();
    db.sql(
            """
            SELECT k.item, k.name, k.keeping, k.place, k.at, x.name_hi, x.name_en
            FROM dak.kept_apart k LEFT JOIN organisation.v_person x ON x.id = k.person
            WHERE k.receipt = ? ORDER BY k.item, k.version
            """)
        .param(receipt.value())
        .query((ResultSet row) -> {
          int item = row.getInt("item");
          String name = ParticularsRows.text(row, "name");
          items
              .computeIfAbsent(item, n -> new KeptApart(n, name, new ArrayList<>()))
              .places()
              .add(step(row));
        });
    return List.copyOf(items.values());
  }

  private static KeptApart.Step step(ResultSet row) throws SQLException {
    return new KeptApart.Step(
        new Original(
            Keeping.of(ParticularsRows.text(row, "keeping")), ParticularsRows.text(row, "place")),
        Objects.requireNonNull(ReceiptStore.moment(row, "at")),
        Objects.requireNonNullElse(row.getString("name_hi"), ""),
        Objects.requireNonNullElse(row.getString("name_en"), ""));
  }
}
