package karyalay.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import karyalay.shared.PaperId;
import org.jspecify.annotations.Nullable;

/// What a letter that came by wire asks of whoever has it.
///
/// @param item of the asking office
/// @param paper what it became here
/// @param target null when no day was set
/// @param repliedAt null while it is not answered
/// @param closed whether the asking office has closed the matter
public record Asked(
    UUID item,
    PaperId paper,
    Call.Kind kind,
    String number,
    LocalDate date,
    String subject,
    String officeHi,
    String officeEn,
    @Nullable LocalDate target,
    @Nullable Instant repliedAt,
    boolean closed) {}
