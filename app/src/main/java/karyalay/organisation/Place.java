package karyalay.organisation;

import java.time.LocalDate;
import java.util.UUID;

/// A village, town, block or tehsil of a district, for addresses.
///
/// @param nameHi empty where nobody has given it yet
/// @param parent tehsil or district it lies in, in English as the lists give it
public record Place(UUID id, String kind, String nameHi, String nameEn, String parent) {
  /// What an administrator says of one.
  public record Facts(String kind, String nameHi, String nameEn, String parent) {}

  /// One with the days for which it stands in the list.
  ///
  /// @param until first day on which it is no more; {@link LocalDate#MAX} without end
  public record Dated(UUID id, Facts facts, boolean confirmed, LocalDate from, LocalDate until) {}
}
