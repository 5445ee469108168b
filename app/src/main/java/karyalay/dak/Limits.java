package karyalay.dak;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import karyalay.organisation.Calendars;
import karyalay.organisation.Limit;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.OfficeTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The whole time allowed for a category, as the master gives it.
@Component
class Limits {
  private final Masters masters;
  private final Calendars calendars;
  private final OfficeTime time;

  Limits(Masters masters, Calendars calendars, OfficeTime time) {
    this.masters = masters;
    this.calendars = calendars;
    this.time = time;
  }

  /// What is left of it from now: the limit itself for what came today, its last day for what came
  /// before (OP-89: the day of receipt is day 0). Null when the category has none.
  @Nullable Limit overall(Seat seat, String category, LocalDate received) {
    Optional<Limit> set = masters.one("CATEGORY", category, seat.district()).flatMap(Limits::of);
    if (set.isEmpty() || !received.isBefore(time.today())) return set.orElse(null);
    Instant start = received.atTime(10, 0).atZone(OfficeTime.ZONE).toInstant();
    return Limit.on(OfficeTime.day(calendars.due(seat.office(), start, set.get())));
  }

  private static Optional<Limit> of(Master category) {
    int amount = category.number("limit", 0);
    if (amount <= 0) return Optional.empty();
    String unit = category.text("unit");
    return Optional.of(
        new Limit(amount, unit.isEmpty() ? Limit.Unit.CALENDAR_DAYS : Limit.Unit.valueOf(unit)));
  }
}
