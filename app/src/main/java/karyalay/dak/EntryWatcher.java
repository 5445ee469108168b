package karyalay.dak;

import karyalay.shared.Act;
import karyalay.shared.ContentId;
import karyalay.shared.PaperId;

/// Told, inside the act, that an entry it made is about to get its number; implemented by whoever
/// makes entries, as the mailbox. It may refuse.
public interface EntryWatcher {
  /// @param lead the first paper that it will have
  void numbering(Act act, ContentId entry, PaperId lead);
}
