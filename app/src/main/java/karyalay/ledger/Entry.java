package karyalay.ledger;

import java.util.Map;

/// One line to be written.
///
/// @param act what was done, past tense, as `desk.forwarded`
/// @param subject what it was done to, as `paper/0198…`
/// @param details what else a court would ask; strings, whole numbers, booleans, lists and maps of
///   these
public record Entry(String act, String subject, Map<String, ?> details) {
  public Entry(String act, String subject) {
    this(act, subject, Map.of());
  }
}
