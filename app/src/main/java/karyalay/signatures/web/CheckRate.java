package karyalay.signatures.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.signatures.SignaturesRefusal;
import org.springframework.stereotype.Component;

/// How often anybody may have a PDF judged: from one address so many times a minute, which a person
/// never reaches. Addresses are forgotten after the minute.
@Component
class CheckRate {
  private static final int MOST = 12;
  private static final Duration SPAN = Duration.ofMinutes(1);
  private static final int MOST_ADDRESSES = 10_000;

  private record Count(int times, Instant since) {}

  private final Map<String, Count> counts = new ConcurrentHashMap<>();
  private final OfficeTime time;

  CheckRate(OfficeTime time) {
    this.time = time;
  }

  /// @throws Refused `CHECKS_TOO_MANY` with the seconds to wait
  void count(String address) {
    Instant now = time.now();
    counts.values().removeIf(one -> over(one, now));
    // Whoever comes from ten thousand addresses at once waits with everybody else.
    String from = counts.size() > MOST_ADDRESSES ? "" : address;
    Count count =
        counts.merge(from, new Count(1, now), (had, _) -> new Count(had.times() + 1, had.since()));
    if (count.times() > MOST)
      throw new Refused(
          SignaturesRefusal.CHECKS_TOO_MANY,
          Long.toString(Duration.between(now, count.since().plus(SPAN)).toSeconds() + 1));
  }

  private static boolean over(Count count, Instant now) {
    return !now.isBefore(count.since().plus(SPAN));
  }
}
