package karyalay.dak;

import static karyalay.dak.Pavatis.orEmpty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an acknowledgement says (OP-29).
///
/// @param sent when a worker sent it; null while it waits or was given by hand
public record Pavati(
    String number,
    LocalDate day,
    Instant at,
    boolean electronic,
    String contact,
    @Nullable Instant sent,
    String sender,
    String letterNumber,
    String officeHi,
    String officeEn,
    String nameHi,
    String nameEn,
    String designationHi,
    String designationEn) {

  static Pavati read(ResultSet row) throws SQLException {
    return new Pavati(
        ParticularsRows.text(row, "number"),
        Objects.requireNonNull(row.getObject("diarised_on", LocalDate.class)),
        Objects.requireNonNull(ReceiptStore.moment(row, "at")),
        ParticularsRows.text(row, "channel").equals("ELECTRONIC"),
        ParticularsRows.text(row, "contact"),
        ReceiptStore.moment(row, "sent_at"),
        sender(
            ParticularsRows.text(row, "sender_name"),
            ParticularsRows.text(row, "sender_designation"),
            ParticularsRows.text(row, "sender_organisation")),
        ParticularsRows.text(row, "letter_number"),
        orEmpty(row, "office_hi"),
        orEmpty(row, "office_en"),
        orEmpty(row, "name_hi"),
        orEmpty(row, "name_en"),
        orEmpty(row, "designation_hi"),
        orEmpty(row, "designation_en"));
  }

  private static String sender(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
  }
}
