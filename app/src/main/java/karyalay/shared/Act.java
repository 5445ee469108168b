package karyalay.shared;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;

/// One request to do something: named once by whoever asks, and done at most once.
///
/// @param requestHash SHA-256 of what was asked; the same id with another hash is refused
public record Act(ActId id, Actor by, byte[] requestHash) {
  /// An act of our own making (a worker, a loader) that nobody can send twice.
  public static Act of(Actor by) {
    ActId id = ActId.next();
    return new Act(id, by, Sha256.of(id.toString()));
  }

  /// One of several like acts sent as one: its id follows from this one's, so that sending the
  /// whole again does nothing twice.
  public Act part(UUID of) {
    byte[] hash = Sha256.of(id.toString() + of);
    ByteBuffer bytes = ByteBuffer.wrap(hash);
    long high = bytes.getLong() & ~0xf000L | 0x8000L;
    long low = bytes.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
    return new Act(new ActId(new UUID(high, low)), by, requestHash);
  }

  public PersonId person() {
    return by.person();
  }

  public PostId post() {
    return by.post();
  }

  @Override
  public String toString() {
    return "act " + id + " " + HexFormat.of().formatHex(requestHash, 0, 4);
  }
}
