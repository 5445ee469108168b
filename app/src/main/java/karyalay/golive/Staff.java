package karyalay.golive;

import static karyalay.golive.PeopleRows.part;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import karyalay.access.AccessRefusal;
import karyalay.access.Credentials;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Charge;
import karyalay.organisation.Charges;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.organisation.OrganisationRefusal;
import karyalay.organisation.Person;
import karyalay.organisation.Persons;
import karyalay.organisation.Post;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Caller;
import karyalay.shared.Capacity;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The people of one office, by its head, whoever he lets do it, or the administrator: a new
/// constable works within the hour, without e-mail (B-31). Everything else is refused.
@Service
@Transactional
public class Staff {
  private final StaffRight right;
  private final Chairs chairs;
  private final Persons persons;
  private final Posts posts;
  private final Charges charges;
  private final Masters masters;
  private final Credentials credentials;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Staff(
      StaffRight right,
      Chairs chairs,
      Persons persons,
      Posts posts,
      Charges charges,
      Masters masters,
      Credentials credentials,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.right = right;
    this.chairs = chairs;
    this.persons = persons;
    this.posts = posts;
    this.charges = charges;
    this.masters = masters;
    this.credentials = credentials;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Who comes.
  ///
  /// @param post short word or mark of his post, as `CC` or `CC-GSG-4`; made where none is free
  /// @param designationHi of a post that is to be made; empty takes the rank's name
  public record Coming(
      String pno,
      String nameHi,
      String nameEn,
      String mobile,
      Person.Gender gender,
      String rank,
      String post,
      String designationHi,
      String designationEn) {}

  /// @param password told this once; empty when he had one already
  public record Joined(
      PersonId person, String nameHi, String nameEn, String pno, String mark, String password) {}

  /// Everything in one: the person, his post, the charge, a first password.
  ///
  /// @throws Refused `NOT_YOUR_OFFICE`; `SITS_ELSEWHERE`, `OTHER_DISTRICT`; those of persons, posts
  ///   and charges; `PASSWORD_SHOWN` when the same press comes again
  public Joined join(Act act, Caller by, OfficeId office, Coming coming) {
    right.require(by, office);
    Joined[] joined = {null};
    acts.once(act, office.value(), () -> joined[0] = joinNow(act, by, office, coming));
    if (joined[0] == null) throw new Refused(AccessRefusal.PASSWORD_SHOWN);
    return joined[0];
  }

  private Joined joinNow(Act act, Caller by, OfficeId office, Coming coming) {
    PersonId person = person(act, by, coming);
    String word = coming.post().toUpperCase(Locale.ROOT).strip().split("[\\s·]", 2)[0];
    Optional<PostId> free = chairs.free(office, word);
    free.ifPresent(post -> right.requireNotHead(by, post));
    PostId post =
        free.orElseGet(() -> chairs.make(act.part(part("post")), office, word, facts(by, coming)));
    give(act.part(part("charge")), person, post);
    String password =
        credentials.since(person).isPresent()
            ? ""
            : credentials.first(act.part(part("password")), person);
    Person made = persons.find(person).orElseThrow();
    Map<String, Object> details = Map.of("post", post.toString());
    ledger.append(act, new Entry("golive.joined", "person/" + person, details));
    return new Joined(
        person,
        made.facts().nameHi(),
        made.facts().nameEn(),
        made.facts().pno(),
        posts.find(post).orElseThrow().mark(),
        password);
  }

  private PersonId person(Act act, Caller by, Coming coming) {
    String pno = Cells.digits(coming.pno());
    Optional<Person> known = persons.byPno(pno);
    if (known.isPresent()) return known(known.get(), by);
    String english = coming.nameEn().isBlank() ? LatinNames.of(coming.nameHi()) : coming.nameEn();
    var facts =
        new Person.Facts(
            pno,
            coming.nameHi().strip(),
            english.strip(),
            Cells.mobile(coming.mobile()),
            coming.gender(),
            coming.rank(),
            time.today(),
            "");
    return persons.enter(act.part(part("person")), facts, time.today());
  }

  /// Who is known may come where he sits nowhere: whoever had him has let him go.
  private PersonId known(Person person, Caller by) {
    if (persons.inDistrict(person.id(), by.seat().district()).isEmpty())
      throw new Refused(GoLiveRefusal.OTHER_DISTRICT, person.facts().pno());
    List<Charge> has = chairs.regular(person.id());
    if (!has.isEmpty()) throw new Refused(GoLiveRefusal.SITS_ELSEWHERE, has.getFirst().mark());
    return person.id();
  }

  private Post.Facts facts(Caller by, Coming coming) {
    Master rank =
        masters
            .one("RANK", coming.rank(), by.seat().district())
            .orElseThrow(() -> new Refused(OrganisationRefusal.RANK_UNKNOWN));
    String hindi = coming.designationHi().isBlank() ? rank.nameHi() : coming.designationHi();
    String english = coming.designationEn();
    if (english.isBlank())
      english = coming.designationHi().isBlank() ? rank.nameEn() : LatinNames.of(hindi);
    return new Post.Facts(hindi, english, "", rank.code(), false, false);
  }

  private void give(Act act, PersonId person, PostId post) {
    LocalDate from = chairs.since(person);
    var _ =
        charges.give(act, new Charge.Facts(person, post, Capacity.REGULAR, from, LocalDate.MAX));
  }

  /// Moves a person to another post of the office, made where none is free; what he had there ends.
  ///
  /// @throws Refused `NOT_YOUR_OFFICE` also for whoever has no post there
  public PersonId move(Act act, Caller by, OfficeId office, PersonId person, String post) {
    right.require(by, office);
    return new PersonId(
        acts.once(
            act,
            person.value(),
            () -> {
              List<Charge> has = here(by, office, person);
              String word = post.toUpperCase(Locale.ROOT).strip().split("[\\s·]", 2)[0];
              end(act, has);
              Person one = persons.find(person).orElseThrow();
              PostId to =
                  chairs
                      .free(office, word)
                      .orElseGet(() ->
                          chairs.make(
                              act.part(part("post")), office, word, facts(by, coming(one, word))));
              right.requireNotHead(by, to);
              give(act.part(part("charge")), person, to);
              ledger.append(
                  act,
                  new Entry("golive.moved", "person/" + person, Map.of("post", to.toString())));
            }));
  }

  private static Coming coming(Person one, String post) {
    var it = one.facts();
    return new Coming(
        it.pno(), it.nameHi(), it.nameEn(), it.mobile(), it.gender(), it.rank(), post, "", "");
  }

  private List<Charge> here(Caller by, OfficeId office, PersonId person) {
    right.require(by, office);
    List<Charge> has =
        chairs.regular(person).stream()
            .filter(charge ->
                posts.find(charge.post()).filter(post -> post.office().equals(office)).isPresent())
            .toList();
    if (has.isEmpty()) throw new Refused(GoLiveRefusal.NOT_YOUR_OFFICE);
    if (!by.roles().contains("ADMIN")) right.requireBelow(by, person, office);
    return has;
  }

  private void end(Act act, List<Charge> has) {
    for (Charge charge : has) {
      LocalDate from = charge.from().isAfter(time.today()) ? charge.from() : time.today();
      var _ = charges.end(act.part(charge.id()), charge.id(), from);
    }
  }

  /// Lets a person go from the office: his charges there end today, and he may join another. Or he
  /// serves no more at all.
  ///
  /// @param serving false when he leaves the service
  /// @throws Refused `SERVES_ELSEWHERE` when he is to leave the service and sits in other offices
  public PersonId release(Act act, Caller by, OfficeId office, PersonId person, boolean serving) {
    right.require(by, office);
    return new PersonId(
        acts.once(
            act,
            person.value(),
            () -> {
              List<Charge> has = here(by, office, person);
              if (!serving && chairs.regular(person).size() > has.size())
                throw new Refused(GoLiveRefusal.SERVES_ELSEWHERE);
              if (serving) end(act, has);
              else {
                var _ = persons.disable(act.part(part("disable")), person, time.today());
              }
              Map<String, Object> details = Map.of("serving", serving);
              ledger.append(act, new Entry("golive.released", "person/" + person, details));
            }));
  }

  /// A new password for somebody of the office who has lost his; told this once.
  ///
  /// @throws Refused `PASSWORD_SHOWN` when the same press comes again
  public Joined password(Act act, Caller by, OfficeId office, PersonId person) {
    List<Charge> has = here(by, office, person);
    String given = credentials.give(act, by, person);
    Person one = persons.find(person).orElseThrow();
    return new Joined(
        person,
        one.facts().nameHi(),
        one.facts().nameEn(),
        one.facts().pno(),
        has.getFirst().mark(),
        given);
  }
}
