package karyalay.orders;

import java.util.Locale;

/// Which of what was given.
public enum GivenFilter {
  /// Not back yet.
  WAITING,
  /// Not back, and beyond its time.
  OVERDUE,
  BACK,
  CLOSED;

  public String key() {
    return "orders.given." + name().toLowerCase(Locale.ROOT);
  }
}
