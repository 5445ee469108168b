package karyalay.preparing;

import java.util.Locale;

/// How far something prepared has come.
public enum State {
  /// Before its officer.
  WAITING,
  /// Made green by him.
  APPROVED,
  /// Given back with a reason; it may be mended and laid before him again.
  RETURNED,
  /// Taken back by whoever prepared it.
  WITHDRAWN;

  public String key() {
    return "preparing.state." + name().toLowerCase(Locale.ROOT);
  }
}
