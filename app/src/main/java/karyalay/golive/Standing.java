package karyalay.golive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import karyalay.organisation.Series;
import org.jspecify.annotations.Nullable;

/// How far an office has come on its way to going live.
///
/// @param people who have a charge there
/// @param posts that live there
/// @param vacant of those, nobody's
/// @param headed whether somebody sits at its head
/// @param registers number series that have begun this year
/// @param pending brought over and not closed
/// @param brought over at all
/// @param certificate when it was issued; null before
/// @param until last day of parallel running; null while none is set
public record Standing(
    int people,
    int posts,
    int vacant,
    boolean headed,
    List<Series.Register> registers,
    int pending,
    int brought,
    @Nullable Certificate certificate,
    @Nullable LocalDate until) {

  /// The opening certificate, with the figures of the moment it was issued.
  public record Certificate(
      Figures figures, Instant at, String nameHi, String nameEn, String mark) {}

  /// What the certificate certifies.
  ///
  /// @param ages pending papers by how old they are, in the order of {@link Age}
  /// @param overdue of them
  /// @param holders how many each post has, most first
  /// @param numbers first numbers given here
  /// @param loads workbooks and forms by which they came, with who brought them
  public record Figures(
      int total,
      int overdue,
      List<Integer> ages,
      List<Holder> holders,
      List<Number> numbers,
      List<Brought> loads,
      LocalDate oldest) {}

  /// @param name designation of the post
  public record Holder(String mark, String name, int papers, int overdue) {}

  /// @param kind of the register
  /// @param start first number given here; the one before is the last of the paper register
  public record Number(String kind, int year, long start) {}

  /// @param by name and police number
  public record Brought(String by, LocalDate day, int papers) {}

  /// How old a paper is, in days.
  public enum Age {
    TO_15,
    TO_30,
    TO_60,
    TO_180,
    OVER_180
  }
}
