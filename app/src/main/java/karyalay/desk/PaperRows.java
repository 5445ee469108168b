package karyalay.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;

/// Reads rows of `desk.paper`.
final class PaperRows {
  /// PostgreSQL's `infinity` as the driver gives it: no clock runs.
  private static final long NEVER = 9223372036825200000L;

  private PaperRows() {}

  static Paper paper(ResultSet row) throws SQLException {
    return new Paper(
        new PaperId(uuid(row, "id")),
        new ContentId(uuid(row, "content")),
        Kind.valueOf(text(row, "kind")),
        new OfficeId(uuid(row, "district")),
        new OfficeId(uuid(row, "office")),
        new PostId(uuid(row, "creator")),
        row.getBoolean("lead"),
        row.getBoolean("physical"),
        place(row),
        new PaperId(uuid(row, "root")),
        Urgency.of(row.getInt("urgency")),
        Classification.valueOf(text(row, "class")),
        row.getBoolean("guarded"),
        row.getBoolean("barred"),
        text(row, "number"),
        text(row, "title"),
        text(row, "subtitle"),
        Task.valueOf(text(row, "task")),
        moment(row, "due_at"),
        Objects.requireNonNull(moment(row, "made_at")),
        Objects.requireNonNull(moment(row, "arrived_at")),
        moment(row, "opened_at"),
        post(row, "from_post"),
        row.getInt("moves"),
        row.getInt("hands"));
  }

  static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }

  static UUID uuid(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class), column);
  }

  static @Nullable PostId post(ResultSet row, String column) throws SQLException {
    UUID value = row.getObject(column, UUID.class);
    return value == null ? null : new PostId(value);
  }

  /// A time; null for NULL and for infinity.
  static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null || at.getTime() == NEVER ? null : at.toInstant();
  }

  private static Place place(ResultSet row) throws SQLException {
    String place = text(row, "place");
    if (place.equals("INSIDE")) return new Place.Inside(new PaperId(uuid(row, "parent")));
    PostId holder = new PostId(uuid(row, "holder"));
    return switch (place) {
      case "DESK" -> new Place.OnDesk(holder);
      case "TRANSIT" -> new Place.InTransit(holder);
      case "CLOSED" -> new Place.Closed(holder);
      case "PARKED" ->
          new Place.Parked(
              holder, Objects.requireNonNull(row.getObject("parked_until", LocalDate.class)));
      default -> throw new IllegalStateException("paper.place " + place);
    };
  }
}
