package karyalay.files;

import java.time.LocalDate;

/// A file of the time before, as it is entered (OP-51).
///
/// @param oldNumber as it stands on the old cover
/// @param openedOn when it was opened on paper
/// @param holder marking abbreviation of the post that keeps it; blank for the actor's own
/// @param keptAt where the paper lies: almirah, bundle; may be blank
public record LegacyFile(
    String oldNumber,
    String subject,
    LocalDate openedOn,
    String holder,
    String keptAt,
    String remarks) {}
