package karyalay.desk;

import java.util.List;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.shared.Act;
import karyalay.shared.CheckReturnValue;
import karyalay.shared.ContentId;

/// Learns, inside the act that does it, which uploads became documents of a content. Implemented
/// above, by whoever laid them before their sender with {@link Attachments#offer}.
public interface UploadWatcher {
  /// @param uploads all that were attached at once; most are none of the watcher's
  /// @return what the door appends to the ledger with its own entry
  /// @throws karyalay.shared.Refused when one may not be attached any more; then nothing is
  @CheckReturnValue
  List<Entry> attached(Act act, ContentId content, List<UUID> uploads);
}
