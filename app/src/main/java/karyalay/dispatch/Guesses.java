package karyalay.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import org.springframework.stereotype.Component;

/// Slows whoever guesses. Kept in memory: what a guesser gains by a restart is nothing against the
/// fifty bits of a code.
@Component
class Guesses {
  static final int FREE = 3;
  private static final Duration WRONG = Duration.ofMillis(300);
  private static final Duration LONGEST = Duration.ofSeconds(8);
  private static final Duration FORGET = Duration.ofMinutes(30);
  private static final int MOST_KEPT = 20_000;
  private static final int MOST_WAITING = 200;

  private record Wrong(int times, Instant last) {}

  private final Map<String, Wrong> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private final Semaphore waiting = new Semaphore(MOST_WAITING);
  private final OfficeTime time;

  Guesses(OfficeTime time) {
    this.time = time;
  }

  /// How long this one waits for its answer. A right pair from an address that has guessed waits
  /// too: the time tells nothing.
  synchronized Duration judged(boolean right, String number, String address) {
    int times = Math.max(count("a " + address, !right), count("n " + number, !right));
    if (right && times <= FREE) return Duration.ZERO;
    return wait(times);
  }

  private int count(String who, boolean wrong) {
    Instant now = time.now();
    Wrong before = known.get(who);
    int times = before == null || before.last().plus(FORGET).isBefore(now) ? 0 : before.times();
    if (!wrong) return times;
    known.put(who, new Wrong(times + 1, now));
    return times + 1;
  }

  /// 300 ms for the first ones, then twice as long each time, up to eight seconds.
  static Duration wait(int times) {
    int over = Math.max(0, times - FREE);
    Duration wait = WRONG.multipliedBy(1L << Math.min(over, 10));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  void keepWaiting(Duration wait) {
    if (wait.isZero()) return;
    if (!waiting.tryAcquire()) throw new Refused(DispatchRefusal.TOO_MANY_CHECKS);
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting.release();
    }
  }
}
