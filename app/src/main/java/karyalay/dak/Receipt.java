package karyalay.dak;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;

/// One thing that arrived, as its rows say. Not yet judged by anyone's reach: see {@link
/// ReceiptReading}.
///
/// @param post whose entry it is; once generated, the post that diarised it
/// @param handedBy the registry that handed it on undiarised (OP-16); null otherwise
/// @param uploads documents sent for an entry; after generation the desk has them
/// @param version how often the particulars were written
/// @param numbered what came with the number; null while it is an entry
/// @param sealed a cover that the addressee has not opened yet
/// @param origin whence its entry came
public record Receipt(
    ContentId id,
    State state,
    OfficeId district,
    OfficeId office,
    PostId post,
    @Nullable PostId handedBy,
    List<UUID> uploads,
    int version,
    Instant madeAt,
    @Nullable Numbered numbered,
    boolean sealed,
    FirStep firStep,
    String firReason,
    Origin origin,
    Particulars particulars) {

  /// Before and after the number.
  public enum State {
    ENTRY,
    BIN,
    GENERATED
  }

  /// Whether an officer has decided on what discloses a cognizable offence (OP-119).
  public enum FirStep {
    NONE,
    OPEN,
    DECIDED
  }

  /// What the number brought.
  ///
  /// @param lead first paper of it; its holder edits the particulars
  /// @param seeBy by when a gazetted officer must have seen it (OP-33)
  /// @param seenAt when the first such officer opened it
  /// @param written when the clerk's device says that it was written, if it lay there without a
  ///   line
  public record Numbered(
      PaperId lead,
      String number,
      Instant at,
      LocalDate day,
      @Nullable Instant seeBy,
      @Nullable Instant seenAt,
      @Nullable PersonId seenBy,
      @Nullable Instant written) {

    /// When it was written, where the number came more than five minutes later (OP-133).
    public Optional<Instant> writtenEarlier() {
      return Optional.ofNullable(written).filter(when -> when.plusSeconds(300).isBefore(at));
    }
  }

  /// What the number brought, where there is sure to be one.
  public Numbered number() {
    if (numbered == null) throw new IllegalStateException("an entry has no number");
    return numbered;
  }
}
