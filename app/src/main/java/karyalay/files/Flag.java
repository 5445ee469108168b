package karyalay.files;

import java.time.Instant;
import java.util.UUID;
import karyalay.shared.PaperId;
import org.jspecify.annotations.Nullable;

/// A flag on what it cites.
///
/// @param file in whose note sheet it is used
/// @param paper the file in which it sits
/// @param place number of the page, paragraph or note; 0 for a whole file
/// @param cited the paper on whose page it sits; null when on no page
/// @param citedPage the page within that paper; 0 when on no page
/// @param version what was cited: the document, the hash of the note, or how far the file had come
/// @param lifted when it was taken off or moved; null while it is set
public record Flag(
    UUID id,
    PaperId file,
    String label,
    FlagTarget target,
    PaperId paper,
    int place,
    @Nullable PaperId cited,
    int citedPage,
    String version,
    Instant at,
    @Nullable Instant lifted) {

  /// Whether it was set at that moment: a note cites what the flag then sat on.
  public boolean setAt(Instant moment) {
    return !at.isAfter(moment) && (lifted == null || lifted.isAfter(moment));
  }

  /// Its address: leads to what it cites.
  public String path() {
    return "/files/" + file + "/flags/" + id;
  }
}
