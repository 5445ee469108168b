package karyalay.drafts;

import java.util.Locale;

/// Why a letter is written (OP-66).
public enum Nature {
  FRESH,
  REPLY,
  REMINDER,
  INTERIM;

  /// Key of its word.
  public String key() {
    return "drafts.nature." + name().toLowerCase(Locale.ROOT);
  }
}
