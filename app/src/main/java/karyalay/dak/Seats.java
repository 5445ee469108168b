package karyalay.dak;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Looks posts up, as organisation publishes them.
@Repository
class Seats {
  private static final String SEAT =
      """
      SELECT t.id, t.mark, t.office, o.code, t.district, t.level, t.head, t.counter
      FROM organisation.v_post t JOIN organisation.v_office o ON o.id = t.office
      """;

  private final JdbcClient db;

  Seats(JdbcClient db) {
    this.db = db;
  }

  /// @throws Refused `NOT_FOUND` when the post is not live
  Seat of(PostId post) {
    return one(SEAT + " WHERE t.id = ?", post.value())
        .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  /// Whoever heads the office in which a post sits, or the nearest head above.
  Optional<Seat> headAbove(PostId post) {
    return one(
        SEAT
            + """
             JOIN organisation.v_senior s ON s.senior = t.id
            WHERE s.post = ? ORDER BY s.distance LIMIT 1
            """,
        post.value());
  }

  Optional<Seat> marked(OfficeId district, String mark) {
    return db.sql(SEAT + " WHERE t.district = ? AND t.mark = ?")
        .params(district.value(), mark)
        .query((row, n) -> seat(row))
        .optional();
  }

  /// Whether the post decides, as the desk counts deciding officers: it heads an office.
  boolean decides(PostId post) {
    Seat seat = of(post);
    return seat.head() && !seat.counter();
  }

  /// The office of the district's Superintendent, whose series numbers protected papers; the office
  /// itself where a district has none.
  Office registryOfProtected(Seat seat) {
    return db.sql(
            """
            SELECT id, code FROM organisation.v_office
            WHERE district = ? AND kind = 'sp-office' ORDER BY code LIMIT 1
            """)
        .param(seat.district().value())
        .query((row, n) ->
            new Office(
                new OfficeId(ReceiptStore.uuid(row, "id")), ParticularsRows.text(row, "code")))
        .optional()
        .orElse(new Office(seat.office(), seat.officeCode()));
  }

  /// An office that has a series of numbers.
  record Office(OfficeId id, String code) {}

  private Optional<Seat> one(String sql, UUID id) {
    return db.sql(sql).param(id).query((row, n) -> seat(row)).optional();
  }

  private static Seat seat(ResultSet row) throws SQLException {
    return new Seat(
        new PostId(ReceiptStore.uuid(row, "id")),
        ParticularsRows.text(row, "mark"),
        new OfficeId(ReceiptStore.uuid(row, "office")),
        ParticularsRows.text(row, "code"),
        new OfficeId(ReceiptStore.uuid(row, "district")),
        row.getInt("level"),
        row.getBoolean("head"),
        row.getBoolean("counter"));
  }
}
