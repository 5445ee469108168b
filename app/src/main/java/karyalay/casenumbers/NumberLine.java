package karyalay.casenumbers;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;

/// A number as it stands on a paper.
///
/// @param written number, sections, day and hour, without the thana
public record NumberLine(
    UUID id,
    NumberType type,
    int number,
    int year,
    String written,
    String thanaHi,
    String thanaEn,
    Optional<LocalDate> day,
    Optional<LocalTime> hour) {}
