package karyalay.organisation;

import java.time.LocalDate;
import java.util.UUID;
import karyalay.shared.Capacity;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;

/// A person's charge of a post, for some days (OP-3, OP-9, OP-123).
///
/// @param until first day on which it is over; {@link LocalDate#MAX} without end
public record Charge(
    UUID id,
    PersonId person,
    String nameHi,
    String nameEn,
    PostId post,
    String mark,
    String designationHi,
    String designationEn,
    String officeHi,
    String officeEn,
    Capacity capacity,
    LocalDate from,
    LocalDate until) {

  /// Whether it holds on that day.
  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(until);
  }

  /// What is given.
  ///
  /// @param lastDay the last day of a link officer's cover; {@link LocalDate#MAX} without end
  public record Facts(
      PersonId person, PostId post, Capacity capacity, LocalDate from, LocalDate lastDay) {
    LocalDate until() {
      return lastDay.equals(LocalDate.MAX) ? lastDay : lastDay.plusDays(1);
    }
  }
}
