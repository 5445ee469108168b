package karyalay.casenumbers;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A number as it was read. Written out and read again it is the same.
///
/// @param number 0 for preventive proceedings that bear none
/// @param year of the register; of a diary entry the year of its day
/// @param charges sections by act, in the order written; may be empty
/// @param thana as typed; empty when the writer's own is meant
/// @param day only of a diary entry, whose numbers begin anew each day
/// @param time only of a diary entry
public record CaseNumber(
    NumberType type,
    int number,
    int year,
    List<Charge> charges,
    String thana,
    @Nullable LocalDate day,
    @Nullable LocalTime time) {

  /// Sections of one act.
  public record Charge(List<String> sections, Law law) {
    public String words() {
      return "धारा " + String.join("/", sections) + " " + law.words();
    }
  }

  /// The whole, as it is written on paper.
  public String words() {
    return head() + charged() + (thana.isEmpty() ? "" : " थाना " + thana);
  }

  /// Without thana: number, sections, day and hour.
  String head() {
    if (type == NumberType.GD)
      return type.words() + " " + number + " दिनांक " + date() + " समय " + time;
    return number == 0
        ? type.words().replaceFirst(" सं0$", "")
        : type.words() + " " + number + "/" + year;
  }

  /// The sections, as they stand after the number; empty when there are none.
  public String charged() {
    if (charges.isEmpty()) return "";
    return " " + charges.stream().map(Charge::words).collect(Collectors.joining(", "));
  }

  private String date() {
    LocalDate on = java.util.Objects.requireNonNull(day);
    return String.format(
        Locale.ROOT, "%02d-%02d-%04d", on.getDayOfMonth(), on.getMonthValue(), on.getYear());
  }
}
