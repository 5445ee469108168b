package karyalay.scanning;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import org.springframework.stereotype.Component;

/// How often one address may show a secret that is none: a person who reads an old QR again and
/// again never reaches it. In memory: a restart gives a guesser nothing against 128 bits.
@Component
class WrongSecrets {
  static final int MOST = 20;
  private static final Duration SPAN = Duration.ofMinutes(1);
  private static final int MOST_ADDRESSES = 10_000;

  private record Count(int times, Instant since) {}

  private final Map<String, Count> counts = new ConcurrentHashMap<>();
  private final OfficeTime time;

  WrongSecrets(OfficeTime time) {
    this.time = time;
  }

  /// @throws Refused `TOO_OFTEN`
  void requireFew(String address) {
    Count count = counts.get(address);
    if (count == null || count.times() < MOST) return;
    Duration left = Duration.between(time.now(), count.since().plus(SPAN));
    if (left.isPositive())
      throw new Refused(ScanningRefusal.TOO_OFTEN, Long.toString(left.toSeconds() + 1));
    counts.remove(address);
  }

  /// @return what to throw
  Refused counted(String address) {
    Instant now = time.now();
    if (counts.size() > MOST_ADDRESSES) counts.clear();
    counts.merge(
        address,
        new Count(1, now),
        (had, one) ->
            now.isBefore(had.since().plus(SPAN)) ? new Count(had.times() + 1, had.since()) : one);
    return new Refused(ScanningRefusal.QR_UNKNOWN);
  }
}
