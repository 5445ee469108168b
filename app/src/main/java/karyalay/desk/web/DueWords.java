package karyalay.desk.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import karyalay.shared.OfficeTime;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// Times as people say them: "by tomorrow", "3 days late".
public record DueWords(Page page, Instant now) {

  /// How grave: decides colour and mark, beside the words.
  public enum Grade {
    NONE,
    LATER,
    SOON,
    LATE
  }

  public Grade grade(@Nullable Instant due) {
    if (due == null) return Grade.NONE;
    if (due.isBefore(now)) return Grade.LATE;
    return days(due) <= 1 ? Grade.SOON : Grade.LATER;
  }

  public String due(@Nullable Instant due) {
    if (due == null) return page.t("desk.due.none");
    long days = days(due);
    if (due.isBefore(now))
      return days == 0 ? page.t("desk.due.passed-today") : page.t("desk.due.late", -days);
    if (days == 0) return page.t("desk.due.today");
    if (days == 1) return page.t("desk.due.tomorrow");
    return page.t("desk.due.by", page.dates().day(due));
  }

  /// The grade as a class name of the style sheet.
  public String word(@Nullable Instant due) {
    return grade(due).name().toLowerCase(java.util.Locale.ROOT);
  }

  /// How long something has lain: whole days, else hours, else "now".
  public String held(Instant since) {
    return span(Duration.between(since, now));
  }

  public String span(Duration time) {
    if (time.toDays() >= 1) return page.t("desk.held.days", time.toDays());
    if (time.toHours() >= 1) return page.t("desk.held.hours", time.toHours());
    if (time.toMinutes() >= 1) return page.t("desk.held.minutes", time.toMinutes());
    return page.t("desk.held.now");
  }

  private long days(Instant due) {
    // Due at the very end of a day still belongs to that day.
    LocalDate day = OfficeTime.day(due.minusNanos(1));
    return ChronoUnit.DAYS.between(OfficeTime.day(now), day);
  }
}
