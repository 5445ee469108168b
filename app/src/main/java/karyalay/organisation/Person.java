package karyalay.organisation;

import java.time.LocalDate;
import karyalay.shared.PersonId;

/// Someone who serves, on whatever posts.
///
/// @param until first day on which he serves no more; {@link LocalDate#MAX} without end
public record Person(PersonId id, Facts facts, LocalDate from, LocalDate until) {
  /// Man, woman, or neither.
  public enum Gender {
    MALE,
    FEMALE,
    OTHER
  }

  /// What is entered or changed (OP-6).
  ///
  /// @param pno police number, nine digits
  /// @param mobile ten digits
  /// @param email may be empty
  public record Facts(
      String pno,
      String nameHi,
      String nameEn,
      String mobile,
      Gender gender,
      String rank,
      LocalDate joinedOn,
      String email) {}
}
