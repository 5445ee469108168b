package karyalay.drafts;

import java.util.List;
import java.util.stream.Stream;

/// How somebody is written to; every part may be empty. Kept with the letter as it was then.
///
/// @param address lines of the postal address, parted by line ends
/// @param mobile ten digits
public record Address(
    String name,
    String designation,
    String organisation,
    String address,
    String email,
    String mobile) {
  public static final Address UNKNOWN = new Address("", "", "", "", "", "");

  /// In one line, as a list shows it.
  public String line() {
    return String.join(
        ", ", Stream.of(name, designation, organisation).filter(part -> !part.isBlank()).toList());
  }

  /// Under one another, as a letter bears it.
  public List<String> lines() {
    return Stream.concat(Stream.of(name, designation, organisation), address.lines())
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
