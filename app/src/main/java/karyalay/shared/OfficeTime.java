package karyalay.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/// The one clock. Times are cut to microseconds, which is what the database keeps; days are of
/// Indian Standard Time (OP-122).
@Component
public class OfficeTime {
  public static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

  private final Clock clock;

  public OfficeTime(Clock clock) {
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  public static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZONE);
  }
}
