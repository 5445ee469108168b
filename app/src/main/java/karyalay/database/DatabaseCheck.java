package karyalay.database;

import static karyalay.shared.HealthCheck.Finding.ok;
import static karyalay.shared.HealthCheck.Finding.warning;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import karyalay.shared.HealthCheck;
import karyalay.shared.OfficeTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether the database answers, how fast, and whether its clock is ours.
@Component
class DatabaseCheck implements HealthCheck {
  private static final Duration SLOW = Duration.ofMillis(500);
  private static final Duration APART = Duration.ofSeconds(5);

  private final JdbcClient db;
  private final OfficeTime time;

  DatabaseCheck(JdbcClient db, OfficeTime time) {
    this.db = db;
    this.time = time;
  }

  private record Answer(OffsetDateTime now, String version, long bytes) {}

  @Override
  public String name() {
    return "database.health";
  }

  @Override
  public boolean vital() {
    return true;
  }

  /// A database that does not answer throws, which is said as it is for every check.
  @Override
  public Finding look() {
    long begun = System.nanoTime();
    Answer answer =
        db.sql(
                """
                SELECT clock_timestamp() AS now, current_setting('server_version') AS version,
                       pg_database_size(current_database()) AS bytes
                """)
            .query(Answer.class)
            .single();
    return judge(
        answer.version(),
        answer.bytes(),
        Duration.ofNanos(System.nanoTime() - begun),
        Duration.between(answer.now().toInstant(), now()).abs());
  }

  private Instant now() {
    return time.now();
  }

  static Finding judge(String version, long bytes, Duration took, Duration apart) {
    String size = String.valueOf(bytes >> 20);
    String millis = String.valueOf(took.toMillis());
    if (apart.compareTo(APART) > 0)
      return warning("database.health.clock", String.valueOf(apart.toSeconds()));
    if (took.compareTo(SLOW) > 0) return warning("database.health.slow", version, size, millis);
    return ok("database.health.ok", version, size, millis);
  }
}
