package karyalay.organisation;

import java.time.LocalDate;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;

/// A post: an officer's desk, or a counter worked by several (OP-123). Papers belong to posts
/// (OP-1).
///
/// @param mark marking abbreviation, as `SHO-GSG` (OP-7)
/// @param level grows with seniority; from the rank
/// @param head whether it heads its office (OP-108)
/// @param until first day on which it is no more; {@link LocalDate#MAX} without end
public record Post(
    PostId id,
    OfficeId office,
    OfficeId district,
    String mark,
    String designationHi,
    String designationEn,
    String officeHi,
    String officeEn,
    String shortHi,
    String rank,
    int level,
    boolean head,
    boolean counter,
    LocalDate from,
    LocalDate until) {

  /// What is entered or changed.
  ///
  /// @param shortHi at most 22 characters, as `प्र0नि0 कोतवाली`; made from the designation when
  ///   blank
  public record Facts(
      String designationHi,
      String designationEn,
      String shortHi,
      String rank,
      boolean head,
      boolean counter) {
    public Facts {
      designationHi = designationHi.strip();
      designationEn = designationEn.strip();
      shortHi = shortHi.isBlank() ? Marks.shorten(designationHi) : shortHi.strip();
    }
  }

  /// A post with who works it now; both names are empty where it is vacant (OP-8).
  public record Held(Post post, String holderHi, String holderEn) {}
}
