package karyalay.dak;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whence an entry came.
///
/// @param source the message it was made of; null where there is none
public record Origin(Kind kind, @Nullable UUID source) {
  /// The ways in.
  public enum Kind {
    /// Typed at a counter, or come by wire.
    COUNTER,
    /// From an e-mail (OP-31).
    MAIL,
    /// Brought over from the paper register when the office began here (OP-137).
    OPENING
  }

  public boolean opening() {
    return kind == Kind.OPENING;
  }
}
