package karyalay.files;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import karyalay.shared.PaperId;

/// An entry of a branch's precedent register (OP-64).
///
/// @param serial its number in the register of the branch
/// @param file the file in which it was decided
/// @param fileNumber number of that file, for citing it
/// @param paragraph of the note sheet; 0 when none was named
/// @param withdrawn why it is no longer gone by; empty while it is
public record Precedent(
    UUID id,
    int serial,
    String officeHi,
    String officeEn,
    PaperId file,
    String fileNumber,
    int paragraph,
    String subject,
    String ruling,
    LocalDate decidedOn,
    String enteredBy,
    Instant at,
    String withdrawn) {}
