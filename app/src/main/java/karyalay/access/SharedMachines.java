package karyalay.access;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.PersonId;

/// Knows which machines several people share (OP-125). Implemented above.
public interface SharedMachines {
  /// After how long without a touch a session at this machine locks itself; empty where the machine
  /// is nobody's but its user's.
  Optional<Duration> idle(UUID device);

  /// The person has signed in at this machine with his password, inside the transaction that opens
  /// the session.
  void proved(PersonId person, UUID device);
}
