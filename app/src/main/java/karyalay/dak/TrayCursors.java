package karyalay.dak;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import karyalay.desk.Row;
import karyalay.desk.TrayFilter;
import org.jspecify.annotations.Nullable;

/// Cursors of our lists as the desk's trays know them, there and back.
final class TrayCursors {
  private TrayCursors() {}

  static TrayFilter.@Nullable Cursor of(ListFilter.@Nullable Cursor cursor) {
    if (cursor == null) return null;
    Instant key = Instant.EPOCH.plus(cursor.key(), ChronoUnit.MICROS);
    return new TrayFilter.Cursor(key.toString(), cursor.paper());
  }

  static long key(Row row) {
    Instant key = row.key();
    return key == null ? Long.MAX_VALUE : ChronoUnit.MICROS.between(Instant.EPOCH, key);
  }
}
