package karyalay.organisation.web;

import java.util.List;
import karyalay.organisation.Office;
import karyalay.organisation.Series;
import karyalay.shared.OfficeId;
import karyalay.web.Page;

/// The number series of an office in a year, with the numbers that no paper bears.
///
/// @param kinds series that may be begun, with their names
public record NumbersView(
    Page page,
    int year,
    OfficeId office,
    List<Office> offices,
    List<Kind> kinds,
    List<Line> lines) {

  /// A kind of number, as `RECEIPT`.
  public record Kind(String code, String name) {}

  /// One series with its gaps.
  public record Line(String name, Series.Register register, List<Series.Gap> gaps) {}
}
