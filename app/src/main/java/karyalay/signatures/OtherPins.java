package karyalay.signatures;

import karyalay.shared.PersonId;

/// Knows the PINs of a person that are for something else: what is typed on a machine that others
/// watch must not sign (OP-125). Implemented above.
public interface OtherPins {
  /// Slow, as it hashes: call it with no connection held.
  boolean taken(PersonId person, String pin);
}
