package karyalay.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karyalay.organisation.Masters;
import karyalay.shared.OfficeId;
import org.springframework.stereotype.Component;

/// When the shifts of a district end: masters of kind `SHIFT`, each with `ends = 16:00`. A
/// counter's claims lapse then (OP-123).
@Component
class Shifts {
  private static final Pattern HOUR = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?");

  private final Masters masters;

  Shifts(Masters masters) {
    this.masters = masters;
  }

  /// When the shift ends that is running at a moment.
  Instant end(OfficeId district, Instant from) {
    List<LocalTime> ends =
        masters.of("SHIFT", district).stream()
            .flatMap(shift -> hour(shift.text("ends")).stream())
            .toList();
    return ClaimRules.lapse(ends, from);
  }

  /// An hour as an administrator types it: `16:00`, `16.00` or `16`, in digits of either script.
  /// What is no hour of the day ends no shift.
  private static Optional<LocalTime> hour(String typed) {
    var digits = new StringBuilder();
    typed
        .strip()
        .codePoints()
        .map(letter -> Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter)
        .forEach(digits::appendCodePoint);
    Matcher hour = HOUR.matcher(digits);
    if (!hour.matches()) return Optional.empty();
    String minutes = hour.group(2);
    try {
      return Optional.of(
          LocalTime.of(
              Integer.parseInt(hour.group(1)), minutes == null ? 0 : Integer.parseInt(minutes)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
