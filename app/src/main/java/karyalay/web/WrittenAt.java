package karyalay.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import karyalay.shared.OfficeTime;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// When a form was written that a device kept while there was no line (OP-133): what its page says
/// in a header of its own. A header, because the act's hash covers every field, and the same form
/// sent at once and sent later is one act.
public final class WrittenAt {
  /// An instant as `2026-11-25T10:42:07.000Z`.
  public static final String HEADER = "Written-At";

  private static final Duration FAST_CLOCK = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofDays(366);

  private WrittenAt() {}

  /// The claim; empty without one, and where it cannot be true: a day to come, or over a year ago.
  static Optional<Instant> of(HttpServletRequest request, Instant now) {
    String claim = request.getHeader(HEADER);
    if (claim == null) return Optional.empty();
    try {
      Instant written = Instant.parse(claim.strip()).truncatedTo(ChronoUnit.MICROS);
      boolean possible =
          written.isAfter(now.minus(LONGEST)) && written.isBefore(now.plus(FAST_CLOCK));
      return possible ? Optional.of(written) : Optional.empty();
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// The day on which the form of this request was written: `0` and `+3` were meant from there.
  public static LocalDate day(OfficeTime time) {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
        ? of(web.getRequest(), time.now()).map(OfficeTime::day).orElseGet(time::today)
        : time.today();
  }
}
