package karyalay.files;

import static karyalay.files.FilingRefusal.*;

import java.time.LocalDate;
import karyalay.shared.Refused;
import org.jspecify.annotations.Nullable;

/// When a consultation's day may be set and when it has passed.
final class ConsultationRules {
  private ConsultationRules() {}

  /// @param was the day so far; null when it is set first
  static void target(@Nullable LocalDate was, LocalDate target, LocalDate today) {
    if (!target.isAfter(today) || was != null && !target.isAfter(was))
      throw new Refused(TARGET_NOT_LATER);
  }

  static void expired(LocalDate target, LocalDate today) {
    if (!today.isAfter(target)) throw new Refused(NOT_EXPIRED);
  }
}
