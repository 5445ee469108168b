package karyalay.web;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Tells a full disk from other faults: the sentence says that nothing was done and whom to tell.
final class FullDisk {
  /// PostgreSQL's `disk_full`.
  private static final String STATE = "53100";

  private FullDisk() {}

  /// Whether this fault, or what brought it about, is a disk or a quota that is used up.
  static boolean causes(@Nullable Throwable fault) {
    for (Throwable at = fault; at != null; at = at.getCause()) if (says(at)) return true;
    return false;
  }

  private static boolean says(Throwable fault) {
    String words = String.valueOf(fault.getMessage());
    return switch (fault) {
      case SQLException database -> STATE.equals(database.getSQLState());
      case IOException _ ->
          words.contains("No space left on device") || words.contains("Disk quota exceeded");
      default -> false;
    };
  }
}
