package karyalay.dak;

import java.time.Instant;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;

/// What became of a letter that arrived by wire: diarised, with the number its पावती bears (OP-29).
///
/// @param office in whose series the number is
public record Delivered(PaperId paper, OfficeId office, String number, Instant at) {}
