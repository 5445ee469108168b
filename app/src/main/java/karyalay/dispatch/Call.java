package karyalay.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import karyalay.drafts.LetterId;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;

/// What is asked of many by one letter (OP-82, OP-83).
///
/// @param paper on which it was asked: barred from closing while it is open (OP-44)
/// @param post whose call it is
/// @param number of the letter; empty while it is not signed
/// @param closedAt null while open
/// @param answer the letter begun as its consolidated answer; null while there is none
public record Call(
    UUID id,
    Kind kind,
    LetterId letter,
    PaperId paper,
    PostId post,
    String subject,
    LocalDate target,
    String number,
    Instant openedAt,
    @Nullable Instant closedAt,
    String remark,
    @Nullable UUID answer) {

  /// What is asked.
  public enum Kind {
    /// To be followed, and said so.
    CIRCULAR,
    /// To be answered.
    REPORT;

    /// Key of its name.
    public String key() {
      return "dispatch.call." + name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean open() {
    return closedAt == null;
  }
}
