package karyalay.drafts;

import java.util.Locale;

/// Where a letter stands (OP-68). {@link Step} says how it comes from one to the next.
public enum LetterState {
  DRAFT,
  SUBMITTED,
  RETURNED,
  /// Its words are frozen: any change takes the approval away (OP-69).
  APPROVED,
  /// Numbered, signed, and never changed again.
  SIGNED,
  DISPATCHED,
  CANCELLED;

  /// Key of its word.
  public String key() {
    return "drafts.state." + name().toLowerCase(Locale.ROOT);
  }
}
