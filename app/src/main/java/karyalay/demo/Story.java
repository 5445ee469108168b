package karyalay.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.PriorityQueue;
import karyalay.shared.OfficeTime;

/// What befell the sample papers over the last days, told in the order in which it happened, so
/// that numbers, clocks and trails are those of an office that has been at work. What would lie in
/// the future has not happened: there the paper waits.
final class Story {
  private static final LocalTime OPENS = LocalTime.of(10, 0);
  private static final LocalTime CLOSES = LocalTime.of(18, 0);

  private final PriorityQueue<Event> ahead =
      new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::turn));
  private final Instant present;
  private int turns;

  /// @param present where the story ends
  Story(Instant present) {
    this.present = present;
  }

  private record Event(Instant at, int turn, Runnable what) {}

  /// In office hours of a day that is so many days ago; of today, some minutes ago.
  void daysAgo(int days, int minutes, Runnable what) {
    ZonedDateTime day = present.atZone(OfficeTime.ZONE).minusDays(days);
    if (days > 0 && day.getDayOfWeek() == DayOfWeek.SUNDAY) day = day.minusDays(1);
    ZonedDateTime at =
        days == 0 ? day.minusMinutes(5 + minutes / 4) : day.with(OPENS).plusMinutes(minutes % 470);
    add(at.toInstant(), what);
  }

  /// So many hours after what is being told now, in office hours.
  void later(int hours, Runnable what) {
    ZonedDateTime at = StoryClock.TOLD.get().atZone(OfficeTime.ZONE).plusHours(hours);
    if (!at.toLocalTime().isBefore(CLOSES)) at = at.plusDays(1).with(OPENS.plusMinutes(turns % 90));
    else if (at.toLocalTime().isBefore(OPENS)) at = at.with(OPENS.plusMinutes(turns % 90));
    if (at.getDayOfWeek() == DayOfWeek.SUNDAY) at = at.plusDays(1);
    add(at.toInstant(), what);
  }

  private void add(Instant at, Runnable what) {
    if (at.isBefore(present)) ahead.add(new Event(at, turns++, what));
  }

  /// Tells it all.
  void tell() {
    for (Event next = ahead.poll(); next != null; next = ahead.poll())
      ScopedValue.where(StoryClock.TOLD, next.at).run(next.what);
  }
}
