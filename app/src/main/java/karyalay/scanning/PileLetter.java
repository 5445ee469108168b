package karyalay.scanning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import karyalay.shared.PaperId;
import org.jspecify.annotations.Nullable;

/// A letter that was cut out of a pile.
///
/// @param serial never used again in the pile
/// @param pages numbers in the pile
/// @param openedHi who opened its form last; empty when nobody did
/// @param paper what it became; null while it waits, or when the reader may not see it
/// @param number under which it was diarised; empty while it waits
public record PileLetter(
    UUID id,
    int serial,
    List<Integer> pages,
    boolean done,
    @Nullable Instant opened,
    String openedHi,
    String openedEn,
    @Nullable PaperId paper,
    String number) {}
