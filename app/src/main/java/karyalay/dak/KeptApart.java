package karyalay.dak;

import java.time.Instant;
import java.util.List;

/// Something that came with a paper and is kept apart from it (OP-128).
///
/// @param item from 1, never used again
/// @param places where it was, oldest first; the last is where it is
public record KeptApart(int item, String name, List<Step> places) {
  /// Where it was from some time on, and who said so.
  public record Step(Original where, Instant at, String byHi, String byEn) {}

  public Original now() {
    return places.getLast().where();
  }
}
