package karyalay.organisation.web;

import java.time.LocalDate;
import java.util.List;
import karyalay.organisation.Changes;
import karyalay.organisation.Holiday;
import karyalay.organisation.Office;
import karyalay.organisation.WeeklyRule;
import karyalay.shared.OfficeId;
import karyalay.web.Page;

/// The calendar of an office for a year: stated days, weekly rules, and what was changed.
public record HolidaysView(
    Page page,
    LocalDate today,
    int year,
    OfficeId office,
    List<Office> offices,
    List<Holiday> holidays,
    List<WeeklyRule> rules,
    List<Changes.Line> changes) {

  /// As "every Sunday" or "second Saturday".
  public String words(WeeklyRule rule) {
    String day = page.t("organisation.weekday." + rule.weekday().name());
    return page.t("organisation.nth." + rule.nth(), day);
  }

  public String weekday(LocalDate day) {
    return page.t("organisation.weekday." + day.getDayOfWeek().name());
  }
}
