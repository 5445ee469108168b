package karyalay.files;

import java.time.Instant;
import karyalay.shared.ContentId;

/// A file's cover as it stands (OP-38).
///
/// @param computerNumber system-wide, never reused (OP-37)
/// @param paragraphs how many its note sheet has
/// @param pages how many its correspondence has
/// @param recordClass for how long it is kept; empty until it is closed
public record FileCover(
    ContentId id,
    long computerNumber,
    String number,
    String subject,
    String category,
    String language,
    String earlier,
    String later,
    String remarks,
    Instant openedOn,
    int paragraphs,
    int pages,
    String recordClass) {}
