package karyalay.files;

import java.time.Instant;
import java.util.UUID;
import karyalay.shared.PaperId;

/// An order given by mouth that its officer has not confirmed in writing yet.
///
/// @param notedBy marking abbreviation of the post that noted it
/// @param orderedBy marking abbreviation of the post that gave it
/// @param own whether the reader's post gave it, so that he may confirm it
public record AwaitedOrder(
    UUID note,
    PaperId file,
    String number,
    String text,
    String notedBy,
    String orderedBy,
    boolean own,
    Instant at) {}
