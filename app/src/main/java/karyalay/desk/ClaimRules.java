package karyalay.desk;

import static karyalay.desk.DeskRefusal.*;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import karyalay.shared.Actor;
import karyalay.shared.Capacity;
import karyalay.shared.KrutiDev;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;

/// Who may take what on a counter (OP-123). A claim is a word among colleagues and no lock: whoever
/// says why may take it over, and nobody is kept from acting.
final class ClaimRules {
  /// The longest sentence that goes with taking over.
  static final int LONGEST = 500;

  private static final DateTimeFormatter SINCE =
      DateTimeFormatter.ofPattern("dd-MM HH:mm", Locale.ROOT);

  private ClaimRules() {}

  /// Only what lies at a counter can be taken: an officer's desk has one holder, who has it all. It
  /// must have been received, if it is on paper.
  static void atCounter(Paper paper, Actor by) {
    if (by.capacity() != Capacity.MEMBER) throw new Refused(NOT_A_COUNTER);
    MovementRules.onDesk(paper, by.post());
  }

  /// Nobody else has it.
  static void free(Paper paper, Optional<Claim> claim, Actor by) {
    claim
        .filter(one -> !one.by(by.person()))
        .ifPresent(one -> {
          throw taken(paper, one);
        });
  }

  private static Refused taken(Paper paper, Claim claim) {
    return new Refused(
        CLAIMED,
        paper.number(),
        claim.nameHi(),
        claim.nameEn(),
        SINCE.format(claim.since().atZone(OfficeTime.ZONE)));
  }

  static void own(Paper paper, Optional<Claim> claim, Actor by) {
    if (claim.isEmpty() || !claim.get().by(by.person()))
      throw new Refused(NOT_YOUR_CLAIM, paper.number());
  }

  static void sentence(String why) {
    if (why.isBlank()) throw new Refused(REASON_NEEDED);
    if (why.length() > LONGEST)
      throw new Refused(SharedRefusal.TOO_LONG, why.substring(0, 40), Integer.toString(LONGEST));
    if (KrutiDev.in(why)) throw new Refused(REASON_IN_LEGACY_FONT);
  }

  /// When the shift ends that is running at a moment.
  ///
  /// @param ends of the day's shifts, in any order; without any the day's end counts
  static Instant lapse(List<LocalTime> ends, Instant from) {
    ZonedDateTime at = from.atZone(OfficeTime.ZONE);
    return ends.stream()
        .map(end -> next(at, end))
        .min(ZonedDateTime::compareTo)
        .orElseGet(() -> next(at, LocalTime.MIDNIGHT))
        .toInstant();
  }

  private static ZonedDateTime next(ZonedDateTime at, LocalTime end) {
    ZonedDateTime today = at.with(end);
    return today.isAfter(at) ? today : today.plusDays(1);
  }
}
