package karyalay.organisation;

import java.time.LocalDate;
import java.util.UUID;

/// A stated day of the calendar: a holiday, or a day that is worked against the rule.
///
/// @param office whose calendar it stands in; it holds for all offices under it
/// @param confirmed false until the district has compared it with the gazette
public record Holiday(
    UUID id,
    UUID office,
    String officeHi,
    String officeEn,
    LocalDate day,
    boolean working,
    String nameHi,
    String nameEn,
    boolean confirmed) {

  /// What is entered.
  public record Facts(
      LocalDate day, boolean working, String nameHi, String nameEn, boolean confirmed) {}
}
