package karyalay.organisation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import karyalay.organisation.Changes;
import karyalay.organisation.Charge;
import karyalay.organisation.Master;
import karyalay.organisation.Person;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// The people of a district, or one of them with his form, charges and log.
///
/// @param typed what was searched for
/// @param next offset of the next page; null on the last
/// @param one the person that is shown for editing; null on the list
public record PeopleView(
    Page page,
    LocalDate today,
    String typed,
    List<Master> ranks,
    List<Person> people,
    @Nullable Integer next,
    @Nullable Person one,
    List<Charge> charges,
    List<Changes.Line> changes) {

  public boolean disabled(Person person) {
    return !today.isBefore(person.until());
  }

  /// Marks of the posts a person has today; empty without any (OP-5).
  public String posts(Person person) {
    return charges.stream()
        .filter(charge -> charge.person().equals(person.id()) && charge.holds(today))
        .map(Charge::mark)
        .collect(Collectors.joining(", "));
  }

  public String rank(String code) {
    return ranks.stream()
        .filter(rank -> rank.code().equals(code))
        .map(rank -> page.name(rank.nameHi(), rank.nameEn()))
        .findFirst()
        .orElse(code);
  }
}
