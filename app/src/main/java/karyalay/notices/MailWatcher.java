package karyalay.notices;

import java.util.UUID;
import karyalay.shared.Act;

/// Learns what became of an e-mail, inside the transaction that writes it down. Implemented above.
public interface MailWatcher {
  /// @param state `SENT`, `REFUSED` or `UNCERTAIN`
  /// @param answer the server's own sentence; empty when it said none
  void settled(Act act, UUID mail, MailState state, String answer);
}
