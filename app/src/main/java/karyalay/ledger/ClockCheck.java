package karyalay.ledger;

import static karyalay.shared.HealthCheck.Finding.broken;
import static karyalay.shared.HealthCheck.Finding.ok;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import karyalay.shared.HealthCheck;
import karyalay.shared.OfficeTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The machine's clock: every act bears its time, so one that went back is told at once. The time
/// is shown, to be held against a telephone's.
@Component
class ClockCheck implements HealthCheck {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm:ss", Locale.ROOT).withZone(OfficeTime.ZONE);

  /// Nodes of one database may differ so far without harm.
  private static final Duration BORNE = Duration.ofSeconds(5);

  private final JdbcClient db;
  private final OfficeTime time;

  ClockCheck(JdbcClient db, OfficeTime time) {
    this.db = db;
    this.time = time;
  }

  @Override
  public String name() {
    return "ledger.clock";
  }

  @Override
  public Finding look() {
    Optional<OffsetDateTime> last =
        db.sql("SELECT at FROM ledger.entry ORDER BY seq DESC LIMIT 1")
            .query(OffsetDateTime.class)
            .optional();
    return judge(time.now(), last.map(OffsetDateTime::toInstant).orElse(Instant.MIN));
  }

  static Finding judge(Instant now, Instant lastAct) {
    boolean back = lastAct.isAfter(now.plus(BORNE));
    return back
        ? broken("ledger.clock.back", TIME.format(now), TIME.format(lastAct))
        : ok("ledger.clock.ok", TIME.format(now));
  }
}
