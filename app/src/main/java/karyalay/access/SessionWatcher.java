package karyalay.access;

import karyalay.shared.PersonId;

/// Told that a session of a person was ended, by him or for him: whoever keeps something open for
/// his sessions closes it. Implemented above.
public interface SessionWatcher {
  void ended(PersonId person);
}
