package karyalay.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row of a tray.
///
/// @param named whether the reader may see the words; without, title and subtitle are empty
/// @param from whence it came; empty when made here
/// @param holder who has it
/// @param claim which member of the counter has taken it; empty when nobody has (OP-123)
/// @param prepared whether something prepared on it waits for its holder (OP-124)
/// @param key what its pile is sorted by; null where no clock runs
public record Row(
    Paper paper,
    boolean named,
    Optional<Chair> from,
    Optional<Chair> holder,
    Optional<Claim> claim,
    boolean prepared,
    @Nullable Instant key) {
  static Row read(ResultSet row) throws SQLException {
    Reading.Card card = Reading.card(row);
    return new Row(
        card.paper(),
        card.named(),
        Chair.read(row, "from_mark", "from_hi", "from_en", "from_office_hi", "from_office_en"),
        card.holder(),
        card.claim(),
        card.prepared(),
        PaperRows.moment(row, "key_at"));
  }

  /// Where the page after this row begins.
  public TrayFilter.Cursor cursor() {
    return TrayFilter.Cursor.at(key, paper.id());
  }
}
