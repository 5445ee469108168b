package karyalay.dak;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import karyalay.dak.Original.Keeping;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The bundles that originals are tied into, one an office and day (OP-128). Protected papers have
/// bundles of their own, so that the serials of the open one do not tell that there was one.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class BundleStore {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT);

  private final JdbcClient db;
  private final OfficeTime time;

  BundleStore(JdbcClient db, OfficeTime time) {
    this.db = db;
    this.time = time;
  }

  private record Spot(int number, int serial) {}

  /// Where the original of what arrived is: what is on paper and goes into the bundle gets its
  /// place there. Call it late: the next clerk of the office waits from here to the commit.
  Original lay(ContentId receipt, OfficeId office, boolean guarded, Particulars it) {
    Original typed = it.original();
    if (!it.arrival().physical()) return typed;
    // A cover that stays closed is not tied in with open letters.
    if (it.shape() == Shape.COVER && typed.keeping() == Keeping.BUNDLE)
      return new Original(Keeping.SEALED, typed.place());
    return typed.toBundle() ? lay(receipt, office, guarded) : typed;
  }

  private Original lay(ContentId receipt, OfficeId office, boolean guarded) {
    LocalDate day = time.today();
    Spot spot = next(office, guarded, day);
    db.sql(
            """
            INSERT INTO dak.bundle_entry (office, guarded, day, serial, receipt)
            VALUES (?, ?, ?, ?, ?)
            """)
        .params(office.value(), guarded, day, spot.serial(), receipt.value())
        .update();
    String number = guarded ? "गोप0 " + spot.number() : Integer.toString(spot.number());
    return new Original(Keeping.BUNDLE, number + " / " + DAY.format(day) + " / " + spot.serial());
  }

  /// The day's first original makes the bundle, which takes the office's next number of the year.
  private Spot next(OfficeId office, boolean guarded, LocalDate day) {
    return db.sql(
            """
            INSERT INTO dak.bundle AS b (office, guarded, day, number, last)
            SELECT :office, :guarded, :day, 1 + coalesce(max(number), 0), 1 FROM dak.bundle
            WHERE office = :office AND guarded = :guarded AND day >= :year
            ON CONFLICT (office, guarded, day) DO UPDATE SET last = b.last + 1
            RETURNING number, last
            """)
        .param("office", office.value())
        .param("guarded", guarded)
        .param("day", day)
        .param("year", day.withDayOfYear(1))
        .query((row, n) -> spot(row))
        .single();
  }

  private static Spot spot(ResultSet row) throws SQLException {
    return new Spot(row.getInt("number"), row.getInt("last"));
  }

  /// The original is no more in the bundle that it was tied into; its place there stays empty.
  void leave(Act act, ContentId receipt) {
    Instant now = time.now();
    db.sql(
            """
            UPDATE dak.bundle_entry SET left_at = ?, left_by = ? WHERE receipt = ? AND left_at IS NULL
            """)
        .params(ReceiptStore.at(now), act.person().value(), receipt.value())
        .update();
  }

  /// What a change of particulars says of the original, with its place in the bundle when it goes
  /// into one.
  Original moved(Act act, Receipt receipt, boolean guarded, Particulars after) {
    Original was = receipt.particulars().original();
    if (was.equals(after.original())) return was;
    if (was.keeping() == Keeping.BUNDLE && !was.place().isBlank() && after.original().toBundle())
      return was;
    leave(act, receipt.id());
    return lay(receipt.id(), receipt.office(), guarded, after);
  }
}
