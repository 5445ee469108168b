package karyalay.dak;

import java.util.List;
import java.util.UUID;
import karyalay.casenumbers.CaseNumbers;
import karyalay.shared.ContentId;
import org.jspecify.annotations.Nullable;

/// What the diary form hands in.
///
/// @param entry the unfinished entry it goes on from; null for a fresh one
/// @param uploads documents sent before, in page order
/// @param anew whether the clerk has seen that it was diarised before and wants it all the same
/// @param caseNumber what the letter is about, typed once here (OP-141); null for none
public record Sheet(
    @Nullable ContentId entry,
    Particulars particulars,
    List<UUID> uploads,
    boolean anew,
    CaseNumbers.@Nullable Read caseNumber) {
  public Sheet(
      @Nullable ContentId entry, Particulars particulars, List<UUID> uploads, boolean anew) {
    this(entry, particulars, uploads, anew, null);
  }
}
