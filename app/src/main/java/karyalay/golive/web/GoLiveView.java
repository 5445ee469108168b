package karyalay.golive.web;

import java.time.LocalDate;
import java.util.List;
import karyalay.golive.Load;
import karyalay.golive.Standing;
import karyalay.organisation.Office;
import karyalay.organisation.Series;
import karyalay.shared.OfficeId;
import karyalay.web.Page;

/// The steps of one office.
///
/// @param kinds of numbers that an office gives
public record GoLiveView(
    Page page,
    LocalDate today,
    OfficeId office,
    List<Office> offices,
    Standing standing,
    List<Load> loads,
    List<Kind> kinds) {

  public record Kind(String code, String name) {}

  public String kind(Series.Register register) {
    return kinds.stream()
        .filter(kind -> kind.code().equals(register.kind()))
        .map(Kind::name)
        .findFirst()
        .orElse(register.kind());
  }

  public boolean peopleDone() {
    return standing.people() > 0 && standing.headed();
  }

  public boolean postsDone() {
    return standing.posts() > 0 && standing.vacant() == 0;
  }

  public boolean numbersDone() {
    return !standing.registers().isEmpty();
  }

  public boolean balanceDone() {
    return standing.brought() > 0 || standing.certificate() != null;
  }

  public boolean certified() {
    return standing.certificate() != null;
  }

  public boolean dated() {
    return standing.until() != null;
  }

  /// How parallel running stands, in a sentence.
  public String running() {
    LocalDate until = standing.until();
    if (until == null) return page.t("golive.parallel.none");
    String day = page.dates().day(until);
    return page.t(today.isAfter(until) ? "golive.parallel.over" : "golive.parallel.until", day);
  }
}
