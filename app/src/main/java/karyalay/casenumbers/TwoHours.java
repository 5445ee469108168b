package karyalay.casenumbers;

import java.time.LocalDate;
import java.util.List;

/// One number of a general diary that was written with more than one hour.
///
/// @param papers numbers of the papers that the reader may see
public record TwoHours(
    String thanaHi,
    String thanaEn,
    LocalDate day,
    int number,
    List<String> hours,
    List<String> papers) {}
