package karyalay.shared;

import java.util.HexFormat;

/// One request to do something: named once by whoever asks, and done at most once.
///
/// @param requestHash SHA-256 of what was asked; the same id with another hash is refused
public record Act(ActId id, Actor by, byte[] requestHash) {
  /// An act of our own making (a worker, a loader) that nobody can send twice.
  public static Act of(Actor by) {
    ActId id = ActId.next();
    return new Act(id, by, Sha256.of(id.toString()));
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
