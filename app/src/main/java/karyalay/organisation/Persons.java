package karyalay.organisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.OfficeId;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// People who serve. A person comes before a post, a post before a role (OP-5).
@Service
@Transactional
public class Persons {
  private final PersonStore store;
  private final ChargeStore charges;
  private final PostStore posts;
  private final OfficeStore offices;
  private final MasterStore words;
  private final Changes changes;
  private final Acts acts;
  private final Ledger ledger;

  Persons(
      PersonStore store,
      ChargeStore charges,
      PostStore posts,
      OfficeStore offices,
      MasterStore words,
      Changes changes,
      Acts acts,
      Ledger ledger) {
    this.store = store;
    this.charges = charges;
    this.posts = posts;
    this.offices = offices;
    this.words = words;
    this.changes = changes;
    this.acts = acts;
    this.ledger = ledger;
  }

  @Transactional(readOnly = true)
  public Optional<Person> find(PersonId id) {
    return store.find(id);
  }

  /// The person, where he has, had or will have a post in the district, or none anywhere yet.
  @Transactional(readOnly = true)
  public Optional<Person> inDistrict(PersonId id, OfficeId district) {
    return store.find(id).filter(person -> store.belongs(id, district));
  }

  /// By police number.
  @Transactional(readOnly = true)
  public Optional<Person> byPno(String pno) {
    return store.byPno(pno);
  }

  /// The people of a district by name or number, in Hindi order, with those who have no post yet.
  @Transactional(readOnly = true)
  public List<Person> of(OfficeId district, String typed, int offset, int limit) {
    return store.listed(district, Folding.words(typed), offset, limit);
  }

  /// Enters a person (OP-6). Without a post he opens no paper (OP-5).
  ///
  /// @throws Refused `PERSON_INCOMPLETE`, `PNO_MALFORMED`, `MOBILE_MALFORMED`, `EMAIL_MALFORMED`,
  ///   `RANK_UNKNOWN`, `PNO_TAKEN`
  public PersonId enter(Act act, Person.Facts facts, LocalDate from) {
    // A random id, not one that tells when he was entered: it stands in the ledger for ever.
    PersonId id = new PersonId(UUID.randomUUID());
    return new PersonId(acts.once(act, id.value(), () -> enterNow(act, id, facts, from)));
  }

  private void enterNow(Act act, PersonId id, Person.Facts facts, LocalDate from) {
    check(facts);
    if (store.byPno(facts.pno()).isPresent())
      throw new Refused(OrganisationRefusal.PNO_TAKEN, facts.pno());
    store.add(List.of(new PersonStore.Row(id, facts, from)));
    var now = words(facts);
    now.put("pno", facts.pno());
    changes.note(act, Changes.Kind.PERSON, id.value(), from, Map.of(), now);
    log(act, id, "organisation.person_entered", from);
  }

  /// Changes what is known of a person from a day on; the police number stays.
  ///
  /// @throws Refused those of {@link #enter}; `NOTHING_CHANGED`
  public PersonId change(Act act, PersonId id, Person.Facts facts, LocalDate from) {
    return new PersonId(acts.once(act, id.value(), () -> changeNow(act, id, facts, from)));
  }

  private void changeNow(Act act, PersonId id, Person.Facts facts, LocalDate from) {
    var row = mine(act, id);
    check(facts);
    var difference = Changes.between(row, words(facts));
    if (difference.now().isEmpty()) throw new Refused(OrganisationRefusal.NOTHING_CHANGED);
    changes.make(act, Changes.Kind.PERSON, id.value(), from, difference.old(), difference.now());
    log(act, id, "organisation.person_changed", from);
  }

  /// A person serves no more from a day on; all his charges end with it. His past acts keep his
  /// name (OP-13).
  public PersonId disable(Act act, PersonId id, LocalDate from) {
    return new PersonId(acts.once(act, id.value(), () -> disableNow(act, id, from)));
  }

  private void disableNow(Act act, PersonId id, LocalDate from) {
    var row = mine(act, id);
    charges.endOf(id, from);
    Map<String, Object> now = Map.of("valid_to", from.toString());
    var difference = Changes.between(row, now);
    changes.make(act, Changes.Kind.PERSON, id.value(), from, difference.old(), difference.now());
    log(act, id, "organisation.person_disabled", from);
  }

  private Map<String, Object> mine(Act act, PersonId id) {
    Map<String, Object> row =
        words.data(store.lock(id).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND)));
    boolean mine = offices.districtOf(act.post()).filter(own -> store.belongs(id, own)).isPresent();
    if (!mine) throw new Refused(SharedRefusal.NOT_FOUND);
    return row;
  }

  private void check(Person.Facts facts) {
    PersonRules.check(facts);
    if (!posts.rankKnown(facts.rank())) throw new Refused(OrganisationRefusal.RANK_UNKNOWN);
  }

  /// Names and numbers stay in the change log, which may be corrected by law; the ledger says only
  /// that it was done.
  private void log(Act act, PersonId id, String what, LocalDate from) {
    ledger.append(act, new Entry(what, "person/" + id, Map.of("from", from.toString())));
  }

  private static Map<String, Object> words(Person.Facts facts) {
    var words = new LinkedHashMap<String, Object>();
    words.put("name_hi", facts.nameHi().strip());
    words.put("name_en", facts.nameEn().strip());
    words.put("mobile", facts.mobile());
    words.put("gender", facts.gender().name());
    words.put("rank", facts.rank());
    words.put("joined_on", facts.joinedOn().toString());
    words.put("email", facts.email());
    return words;
  }
}
