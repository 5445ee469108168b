package karyalay.desk;

import java.time.Instant;
import java.util.List;
import karyalay.shared.PaperId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;

/// Learns, a second later at most, who has looked at which papers, however he came to them.
/// Implemented above, by whoever must know that an officer has seen one.
public interface ViewWatcher {
  /// Somebody looked at a paper, or at a page of it.
  record Look(PaperId paper, PersonId person, PostId post, Instant at) {}

  /// Takes part in the transaction that writes the views down.
  void looked(List<Look> looks);
}
