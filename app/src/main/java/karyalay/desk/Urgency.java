package karyalay.desk;

import java.util.Locale;

/// Grades of urgency, ordinary first (OP-84).
public enum Urgency {
  ORDINARY,
  PRIORITY,
  IMMEDIATE,
  TOP_PRIORITY;

  public static Urgency of(int grade) {
    return values()[grade];
  }

  public String key() {
    return "desk.urgency." + name().toLowerCase(Locale.ROOT);
  }
}
