package karyalay.dak;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import karyalay.desk.Classification;
import karyalay.desk.Urgency;
import karyalay.shared.PaperId;
import org.jspecify.annotations.Nullable;

/// One receipt in a list. Title and subtitle are empty when it is protected and the reader is not
/// named on it (OP-86).
///
/// @param place as the desk stores it: `DESK`, `TRANSIT`, `PARKED`, `CLOSED`, `INSIDE`
/// @param from marking abbreviation of where it came from; empty when made here
/// @param holder of who has it; empty inside another paper
/// @param key what the list is sorted by, in microseconds
public record ListRow(
    PaperId paper,
    String number,
    String title,
    String subtitle,
    boolean named,
    boolean physical,
    String place,
    Urgency urgency,
    Classification classification,
    LocalDate diarised,
    @Nullable Instant due,
    boolean opened,
    boolean followed,
    String from,
    String holder,
    long key) {

  static ListRow read(ResultSet row) throws SQLException {
    boolean named = row.getBoolean("named");
    return new ListRow(
        new PaperId(ReceiptStore.uuid(row, "id")),
        ParticularsRows.text(row, "number"),
        named ? ParticularsRows.text(row, "title") : "",
        named ? ParticularsRows.text(row, "subtitle") : "",
        named,
        row.getBoolean("physical"),
        ParticularsRows.text(row, "place"),
        Urgency.of(row.getInt("urgency")),
        Classification.valueOf(ParticularsRows.text(row, "class")),
        Objects.requireNonNull(row.getObject("diarised_on", LocalDate.class)),
        ReceiptStore.moment(row, "due_at"),
        row.getObject("opened_at") != null,
        row.getBoolean("followed"),
        Pavatis.orEmpty(row, "from_mark"),
        Pavatis.orEmpty(row, "holder_mark"),
        row.getLong("key"));
  }

  public ListFilter.Cursor cursor() {
    return new ListFilter.Cursor(key, paper.value());
  }
}
