package karyalay.golive;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import karyalay.golive.Cells.Fault;
import karyalay.organisation.Charge;
import karyalay.organisation.Charges;
import karyalay.organisation.Folding;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.organisation.Office;
import karyalay.organisation.Offices;
import karyalay.organisation.Person;
import karyalay.organisation.Persons;
import karyalay.organisation.Post;
import karyalay.shared.Act;
import karyalay.shared.Capacity;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Component;

/// A row of the sheet of people: the person is entered or changed, his post made where it is not
/// there, and given to him. What is there already is left as it is.
@Component
class PeopleRows {
  private static final String DEFAULT_NAME = "आरक्षी";

  private final Persons persons;
  private final Chairs chairs;
  private final Charges charges;
  private final Offices offices;
  private final Masters masters;
  private final OfficeTime time;

  PeopleRows(
      Persons persons,
      Chairs chairs,
      Charges charges,
      Offices offices,
      Masters masters,
      OfficeTime time) {
    this.persons = persons;
    this.chairs = chairs;
    this.charges = charges;
    this.offices = offices;
    this.masters = masters;
    this.time = time;
  }

  /// @param act of this row; what it does in several steps it does under parts of it
  Judged.Made put(Load load, Load.Row row, Act act) {
    String twice =
        row.notes().stream().filter(note -> note.startsWith("TWICE ")).findFirst().orElse("");
    if (!twice.isEmpty())
      throw new Fault(Column.PNO, new Refused(GoLiveRefusal.TWICE, twice.substring(6)));
    List<String> outcome = new ArrayList<>();
    Master rank = rank(load, row);
    PersonId person = person(load, row, rank, act, outcome);
    if (!row.cell(Column.POST).isEmpty()) charge(load, row, rank, person, act, outcome);
    return new Judged.Made(outcome.isEmpty() ? List.of("SAME") : outcome, null);
  }

  static UUID part(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private PersonId person(Load load, Load.Row row, Master rank, Act act, List<String> outcome) {
    String pno = Cells.digits(Cells.needed(row, Column.PNO));
    Optional<Person> known = persons.byPno(pno);
    if (known.isEmpty()) {
      Person.Facts facts = facts(row, pno, rank);
      outcome.add("PERSON_MADE");
      return persons.enter(act.part(part("person")), facts, earliest(facts.joinedOn()));
    }
    Person person = known.get();
    if (persons.inDistrict(person.id(), load.district()).isEmpty())
      throw new Fault(Column.PNO, new Refused(GoLiveRefusal.OTHER_DISTRICT, pno));
    Person.Facts facts = changed(row, person.facts(), rank);
    if (!facts.equals(person.facts())) {
      outcome.add("PERSON_CHANGED");
      var _ = persons.change(act.part(part("person")), person.id(), facts, time.today());
    }
    return person.id();
  }

  /// He serves from today on: what he did before is not in here.
  private LocalDate earliest(LocalDate joined) {
    return joined.isAfter(time.today()) ? joined : time.today();
  }

  private Person.Facts facts(Load.Row row, String pno, Master rank) {
    String hindi = Cells.needed(row, Column.NAME_HI);
    return new Person.Facts(
        pno,
        hindi,
        row.cell(Column.NAME_EN).isEmpty() ? LatinNames.of(hindi) : row.cell(Column.NAME_EN),
        Cells.mobile(Cells.needed(row, Column.MOBILE)),
        Cells.gender(row),
        rank.code(),
        row.cell(Column.JOINED).isEmpty()
            ? time.today()
            : Cells.day(row, Column.JOINED, time.today()),
        row.cell(Column.EMAIL));
  }

  /// What the row says anew; what it leaves empty stays.
  private Person.Facts changed(Load.Row row, Person.Facts now, Master rank) {
    return new Person.Facts(
        now.pno(),
        or(row.cell(Column.NAME_HI), now.nameHi()),
        or(row.cell(Column.NAME_EN), now.nameEn()),
        row.cell(Column.MOBILE).isEmpty() ? now.mobile() : Cells.mobile(row.cell(Column.MOBILE)),
        row.cell(Column.GENDER).isEmpty() ? now.gender() : Cells.gender(row),
        rank.code(),
        row.cell(Column.JOINED).isEmpty()
            ? now.joinedOn()
            : Cells.day(row, Column.JOINED, time.today()),
        or(row.cell(Column.EMAIL), now.email()));
  }

  private static String or(String cell, String otherwise) {
    return cell.isEmpty() ? otherwise : cell;
  }

  private Master rank(Load load, Load.Row row) {
    String cell = Cells.needed(row, Column.RANK);
    String key = Folding.key(cell);
    return masters.of("RANK", load.district()).stream()
        .filter(rank ->
            rank.code().equals(cell.toLowerCase(Locale.ROOT))
                || Folding.key(rank.nameHi()).equals(key)
                || Folding.key(rank.nameEn()).equals(key))
        .findFirst()
        .orElseThrow(() -> new Fault(Column.RANK, new Refused(GoLiveRefusal.RANK_UNKNOWN, cell)));
  }

  private void charge(
      Load load, Load.Row row, Master rank, PersonId person, Act act, List<String> outcome) {
    OfficeId office = office(load, row);
    String cell = row.cell(Column.POST).toUpperCase(Locale.ROOT);
    List<Charge> has = chairs.regular(person);
    if (has.stream().anyMatch(charge -> chairs.meant(charge, cell, office))) return;
    if (!has.isEmpty())
      throw new Fault(
          Column.POST, new Refused(GoLiveRefusal.SITS_ELSEWHERE, has.getFirst().mark()));
    Optional<PostId> free = chairs.free(office, cell);
    PostId post =
        free.orElseGet(() -> {
          outcome.add("POST_MADE");
          return chairs.make(act.part(part("post")), office, cell, postFacts(row, rank));
        });
    LocalDate from = chairs.since(person);
    var _ =
        charges.give(
            act.part(part("charge")),
            new Charge.Facts(person, post, Capacity.REGULAR, from, LocalDate.MAX));
    outcome.add("CHARGE_GIVEN");
  }

  private OfficeId office(Load load, Load.Row row) {
    String cell = row.cell(Column.OFFICE);
    if (cell.isEmpty()) return load.office();
    String key = Folding.key(cell);
    List<Office> meant =
        offices.of(load.district(), false).stream()
            .filter(office ->
                office.facts().code().equalsIgnoreCase(cell)
                    || Folding.key(office.facts().nameHi()).equals(key)
                    || Folding.key(office.facts().nameEn()).equals(key)
                    || Folding.key(office.facts().shortHi()).equals(key))
            .toList();
    if (meant.size() != 1)
      throw new Fault(Column.OFFICE, new Refused(GoLiveRefusal.OFFICE_UNKNOWN, cell));
    return meant.getFirst().id();
  }

  private static Post.Facts postFacts(Load.Row row, Master rank) {
    String hindi = or(row.cell(Column.DESIGNATION_HI), or(rank.nameHi(), DEFAULT_NAME));
    String english = row.cell(Column.DESIGNATION_EN);
    if (english.isEmpty())
      english = row.cell(Column.DESIGNATION_HI).isEmpty() ? rank.nameEn() : LatinNames.of(hindi);
    return new Post.Facts(hindi, english, "", rank.code(), Cells.yes(row, Column.HEAD), false);
  }
}
