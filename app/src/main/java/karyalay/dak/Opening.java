package karyalay.dak;

import java.time.LocalDate;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;

/// What was pending in the paper register on the day an office began here: the six columns of
/// OP-137.
///
/// @param oldNumber as it stands in the paper register; it stays its number
/// @param received the true day of receipt
/// @param holder who has it
/// @param due by when it is to be done; null takes the office's usual limit
public record Opening(
    String oldNumber,
    LocalDate received,
    String sender,
    String subject,
    PostId holder,
    @Nullable LocalDate due) {}
