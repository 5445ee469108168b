package karyalay.dak;

import static karyalay.dak.ParticularsRows.text;
import static karyalay.dak.ReceiptStore.moment;
import static karyalay.dak.ReceiptStore.uuid;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import karyalay.dak.Receipt.FirStep;
import karyalay.dak.Receipt.Numbered;
import karyalay.dak.Receipt.State;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;

/// Reads a receipt from its row.
final class ReceiptRows {
  private ReceiptRows() {}

  static Receipt receipt(ResultSet row) throws SQLException {
    UUID handedBy = row.getObject("handed_by", UUID.class);
    return new Receipt(
        new ContentId(uuid(row, "id")),
        State.valueOf(text(row, "state")),
        new OfficeId(uuid(row, "district")),
        new OfficeId(uuid(row, "office")),
        new PostId(uuid(row, "post")),
        handedBy == null ? null : new PostId(handedBy),
        uuids(row.getArray("uploads")),
        row.getInt("version"),
        Objects.requireNonNull(moment(row, "made_at")),
        numbered(row),
        row.getBoolean("sealed"),
        FirStep.valueOf(text(row, "fir_step")),
        text(row, "fir_reason"),
        new Origin(Origin.Kind.valueOf(text(row, "origin")), row.getObject("source", UUID.class)),
        ParticularsRows.read(row));
  }

  private static @Nullable Numbered numbered(ResultSet row) throws SQLException {
    UUID lead = row.getObject("lead", UUID.class);
    if (lead == null) return null;
    UUID seenBy = row.getObject("seen_by", UUID.class);
    return new Numbered(
        new PaperId(lead),
        text(row, "number"),
        Objects.requireNonNull(moment(row, "diarised_at")),
        Objects.requireNonNull(row.getObject("diarised_on", LocalDate.class)),
        moment(row, "see_by"),
        moment(row, "seen_at"),
        seenBy == null ? null : new PersonId(seenBy),
        moment(row, "written_at"));
  }

  private static List<UUID> uuids(Array array) throws SQLException {
    return List.of((UUID[]) array.getArray());
  }
}
