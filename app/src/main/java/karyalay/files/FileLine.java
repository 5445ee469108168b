package karyalay.files;

import java.time.Instant;
import karyalay.desk.Classification;
import karyalay.shared.PaperId;

/// A file in a list; the subject is empty where the reader is not named on a protected one.
///
/// @param place `DESK`, `TRANSIT`, `PARKED`, `CLOSED` or `INSIDE`
/// @param holder marking abbreviation of the post that has it; empty inside another file
/// @param cursor where the next page begins when this is the last line
public record FileLine(
    PaperId paper,
    long computerNumber,
    String number,
    String subject,
    Classification classification,
    String place,
    boolean physical,
    Instant openedOn,
    String holder,
    String cursor) {}
