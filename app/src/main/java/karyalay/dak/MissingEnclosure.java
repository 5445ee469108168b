package karyalay.dak;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An enclosure that a letter names and that did not come with it (OP-30).
///
/// @param settled when it came or was waived; null while open
/// @param reason of a waiver
public record MissingEnclosure(
    int serial,
    String name,
    Instant since,
    @Nullable Instant settled,
    boolean waived,
    String reason) {
  public boolean open() {
    return settled == null;
  }

  /// What names its hold on the paper.
  static String hold(int serial) {
    return "dak.enclosure/" + serial;
  }
}
