package karyalay.dak;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How and when it came. Fixed once the number is given (OP-23).
///
/// @param mode code of the master of delivery modes
/// @param letterDate null when the letter bears none
public record Arrival(
    LocalDate received, @Nullable LocalDate letterDate, String mode, boolean physical) {}
