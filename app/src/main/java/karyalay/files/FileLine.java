package karyalay.files;

import java.time.Instant;
import karyalay.shared.PaperId;

/// A file in a list; the subject is empty where the reader is not named on a protected one.
public record FileLine(
    PaperId paper,
    long computerNumber,
    String number,
    String subject,
    String classification,
    String place,
    Instant openedOn,
    String holder) {}
