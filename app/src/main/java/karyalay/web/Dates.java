package karyalay.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import karyalay.shared.Language;
import karyalay.shared.OfficeTime;

/// Dates as the office writes them: dd-mm-yyyy, 24 hours, Indian time (OP-122).
public record Dates(Language language) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd-MM-yyyy", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm", Locale.ROOT);

  public String day(LocalDate day) {
    return DAY.format(day);
  }

  public String day(Instant at) {
    return DAY.format(OfficeTime.day(at));
  }

  public String time(Instant at) {
    return TIME.format(at.atZone(OfficeTime.ZONE));
  }
}
