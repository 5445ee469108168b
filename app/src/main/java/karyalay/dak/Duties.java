package karyalay.dak;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import karyalay.desk.Urgency;
import karyalay.organisation.Calendars;
import karyalay.organisation.Limit;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import org.springframework.stereotype.Component;

/// Who is bound to do what by when, as the district has set it: masters of the kinds `SEEN_LIMIT`
/// (code: grade of urgency; `hours`, or `days` to the end of the day), `NAMED_OFFICER` (code
/// `disputed-owner`; `mark`), and the setting `gazetted-level`.
@Component
class Duties {
  /// Until a district sets its own (OP-33, unconfirmed): 48 hours; urgent dak the same day.
  private static final int HOURS = 48;

  /// Level of a deputy superintendent, the lowest gazetted rank, until a district sets its own.
  private static final int GAZETTED = 70;

  private final Masters masters;
  private final Calendars calendars;
  private final Seats seats;

  Duties(Masters masters, Calendars calendars, Seats seats) {
    this.masters = masters;
    this.calendars = calendars;
    this.seats = seats;
  }

  /// By when fresh dak must have been seen by a gazetted officer.
  Instant seeBy(Seat registry, Urgency urgency, Instant from) {
    return calendars.due(registry.office(), from, seenLimit(registry, urgency));
  }

  private Limit seenLimit(Seat registry, Urgency urgency) {
    String code = urgency.name().toLowerCase(Locale.ROOT).replace('_', '-');
    Optional<Master> set = masters.one("SEEN_LIMIT", code, registry.district());
    if (set.isPresent() && set.get().data().containsKey("hours"))
      return new Limit(set.get().number("hours", HOURS), Limit.Unit.HOURS);
    if (set.isPresent()) return new Limit(set.get().number("days", 0), Limit.Unit.CALENDAR_DAYS);
    return urgency.compareTo(Urgency.IMMEDIATE) >= 0
        ? new Limit(0, Limit.Unit.CALENDAR_DAYS)
        : new Limit(HOURS, Limit.Unit.HOURS);
  }

  /// From which level of a post on its officer is gazetted.
  int gazettedLevel(OfficeId district) {
    return masters
        .one("SETTING", "gazetted-level", district)
        .map(setting -> setting.number("value", GAZETTED))
        .orElse(GAZETTED);
  }

  /// Who settles whose a paper is (OP-32): the officer the district has named, else the head above
  /// the post that marked it.
  Optional<PostId> settler(Seat marker) {
    Optional<Seat> named =
        masters
            .one("NAMED_OFFICER", "disputed-owner", marker.district())
            .flatMap(master -> seats.marked(marker.district(), master.text("mark")));
    return named.or(() -> seats.headAbove(marker.post())).map(Seat::post);
  }
}
