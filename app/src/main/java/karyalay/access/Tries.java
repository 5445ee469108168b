package karyalay.access;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Slows whoever guesses a password, by person and device. A try is counted and committed before
/// the password is looked at, so that many at once gain nothing.
///
/// A device the person has used before stands alone: what others do elsewhere never slows it. All
/// devices he has never used also share one count, with more room and a shorter wait, since a
/// guesser can call himself a new device each time.
@Service
@Transactional(propagation = Propagation.REQUIRES_NEW)
class Tries {
  private static final UUID STRANGERS = new UUID(0, 0);

  private final JdbcTemplate db;
  private final OfficeTime time;

  Tries(JdbcTemplate db, OfficeTime time) {
    this.db = db;
    this.time = time;
  }

  /// @throws Refused `TOO_MANY_TRIES` with the seconds to wait
  void begin(String pno, @Nullable PersonId person, UUID device) {
    boolean stranger = person == null || !known(person, device);
    if (stranger) count(pno, STRANGERS, 20, 30);
    count(pno, device, 3, 300);
  }

  boolean known(PersonId person, UUID device) {
    return Boolean.TRUE.equals(
        db.queryForObject(
            "SELECT EXISTS (SELECT FROM access.session WHERE person = ? AND device = ?)",
            Boolean.class,
            person.value(),
            device));
  }

  private void count(String pno, UUID device, int free, int longest) {
    Instant now = time.now();
    var at = now.atOffset(ZoneOffset.UTC);
    Instant until =
        db.queryForObject(
            """
            INSERT INTO access.failure AS f (pno, device, times, last_at)
            VALUES (left(?, 20), ?, 0, ?) ON CONFLICT (pno, device) DO UPDATE SET times = f.times
            RETURNING f.times, f.last_at
            """,
            (row, n) ->
                row.getTimestamp("last_at")
                    .toInstant()
                    .plusSeconds(wait(row.getInt("times") - free, longest)),
            pno,
            device,
            at);
    if (until != null && now.isBefore(until))
      throw new Refused(AccessRefusal.TOO_MANY_TRIES, Duration.between(now, until).toSeconds() + 1);
    db.update(
        """
        UPDATE access.failure SET times = times + 1, last_at = ?
        WHERE pno = left(?, 20) AND device = ?
        """,
        at,
        pno,
        device);
  }

  /// Seconds: none for the first tries, then 2, 4, 8 … up to the longest.
  static long wait(int over, int longest) {
    return over < 0 ? 0 : Math.min(longest, 1L << Math.min(over + 1, 9));
  }

  /// The password was right. What others tried yesterday is forgotten with it.
  void forget(String pno, UUID device) {
    db.update(
        """
        DELETE FROM access.failure
        WHERE pno = left(?, 20) AND device IN (?, ?) OR last_at < now() - interval '1 day'
        """,
        pno,
        device,
        STRANGERS);
  }
}
