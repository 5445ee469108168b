package karyalay.organisation;

import java.time.LocalDate;
import java.util.List;
import karyalay.shared.OfficeId;
import org.jspecify.annotations.Nullable;

/// An office: thana, circle, branch, district, headquarters (OP-4).
///
/// @param district the district at or above it
/// @param outside an office that only writes and is written to; nothing is marked to its posts
/// @param confirmed false until the district has checked the row
/// @param until first day on which it is no more; {@link LocalDate#MAX} without end
public record Office(
    OfficeId id,
    @Nullable OfficeId parent,
    OfficeId district,
    Facts facts,
    boolean outside,
    boolean confirmed,
    LocalDate from,
    LocalDate until) {

  /// What is entered or changed.
  ///
  /// @param code second half of every marking abbreviation, as `GSG`
  /// @param shortHi the name as it is spoken, for short forms of posts
  /// @param aliases other spellings in use; searched like the name
  public record Facts(
      String kind,
      String code,
      String nameHi,
      String nameEn,
      String shortHi,
      List<String> aliases) {}
}
