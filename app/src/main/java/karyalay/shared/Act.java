package karyalay.shared;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One request to do something: named once by whoever asks, and done at most once.
///
/// @param requestHash SHA-256 of what was asked; the same id with another hash is refused
/// @param written when it was written, by the clock of the device that kept it while there was no
///   line (OP-133): a claim, shown beside the time of arrival; null for what came at once
public record Act(ActId id, Actor by, byte[] requestHash, @Nullable Instant written) {
  public Act(ActId id, Actor by, byte[] requestHash) {
    this(id, by, requestHash, null);
  }

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
    return new Act(new ActId(new UUID(high, low)), by, requestHash, written);
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
