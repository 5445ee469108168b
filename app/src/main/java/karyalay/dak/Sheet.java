package karyalay.dak;

import java.util.List;
import java.util.UUID;
import karyalay.shared.ContentId;
import org.jspecify.annotations.Nullable;

/// What the diary form hands in.
///
/// @param entry the unfinished entry it goes on from; null for a fresh one
/// @param uploads documents sent before, in page order
/// @param anew whether the clerk has seen that it was diarised before and wants it all the same
public record Sheet(
    @Nullable ContentId entry, Particulars particulars, List<UUID> uploads, boolean anew) {}
