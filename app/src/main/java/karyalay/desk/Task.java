package karyalay.desk;

import java.util.Locale;

/// What the holder is asked to do with a paper.
public enum Task {
  /// Mark it to whom it concerns.
  MARK,
  /// Enquire and report.
  ENQUIRY,
  /// Send a report.
  REPORT,
  /// Decide or approve.
  APPROVAL,
  /// See.
  PERUSAL,
  /// Do what is needed.
  ACTION;

  public String key() {
    return "desk.task." + name().toLowerCase(Locale.ROOT);
  }
}
