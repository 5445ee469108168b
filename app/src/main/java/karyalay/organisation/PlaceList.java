package karyalay.organisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the list of villages and towns of a district: enter, name in Hindi, end, each from a day
/// on (OP-14). Finding one while an address is typed is {@link Places}.
@Service
@Transactional
public class PlaceList {
  /// Kinds that a district keeps for itself, smallest first.
  public static final List<String> KINDS =
      List.of("village", "urban-local-body", "block", "sub-district");

  private static final int LONGEST = 100;

  private final PlaceStore store;
  private final Changes changes;
  private final Authority authority;
  private final Acts acts;
  private final Ledger ledger;

  PlaceList(PlaceStore store, Changes changes, Authority authority, Acts acts, Ledger ledger) {
    this.store = store;
    this.changes = changes;
    this.authority = authority;
    this.acts = acts;
    this.ledger = ledger;
  }

  /// Those of a district in which every typed word begins a word, in either script, by name.
  @Transactional(readOnly = true)
  public List<Place.Dated> of(OfficeId district, String typed, int offset, int limit) {
    return store.listed(district, Folding.words(typed), offset, limit);
  }

  /// One of a district, also when it has ended.
  @Transactional(readOnly = true)
  public Optional<Place.Dated> find(UUID id, OfficeId district) {
    return store.find(id, district);
  }

  /// Enters one from a day on.
  ///
  /// @throws Refused `NAMES_NEEDED`, `TOO_LONG`, `PLACE_KIND_UNKNOWN`, `PLACE_KNOWN`
  public UUID enter(Act act, OfficeId district, Place.Facts typed, LocalDate from) {
    UUID id = Ids.next();
    return acts.once(
        act,
        id,
        () -> {
          authority.over(act, district);
          Place.Facts facts = checked(typed);
          requireNew(district, facts, from, id);
          store.add(id, district, facts, from);
          log(act, id, from, new Changes.Difference(Map.of(), words(facts)), "entered");
        });
  }

  /// Changes one from a day on; addresses that were written with the old name keep it.
  ///
  /// @return the entry as it is from then on
  /// @throws Refused those of {@link #enter}; `NOT_FOUND`, `NOTHING_CHANGED`, `DATES_CROSSED`
  public UUID change(Act act, OfficeId district, UUID id, Place.Facts typed, LocalDate from) {
    UUID next = Ids.next();
    return acts.once(
        act,
        next,
        () -> {
          authority.over(act, district);
          Place.Dated was = open(id, district, from);
          Place.Facts facts = checked(typed);
          var difference = Changes.between(words(was.facts()), words(facts));
          if (difference.now().isEmpty()) throw new Refused(OrganisationRefusal.NOTHING_CHANGED);
          store.end(id, from);
          requireNew(district, facts, from, id);
          store.add(next, district, facts, from);
          log(act, next, from, difference, "changed");
        });
  }

  /// Ends one from a day on.
  ///
  /// @throws Refused `NOT_FOUND`, `DATES_CROSSED`
  public UUID end(Act act, OfficeId district, UUID id, LocalDate from) {
    return acts.once(
        act,
        id,
        () -> {
          authority.over(act, district);
          Place.Dated was = open(id, district, from);
          store.end(id, from);
          var ended =
              new Changes.Difference(words(was.facts()), Map.of("valid_to", from.toString()));
          log(act, id, from, ended, "ended");
        });
  }

  /// One that has no end yet, on a day on which it stands in the list.
  private Place.Dated open(UUID id, OfficeId district, LocalDate from) {
    Place.Dated was =
        store
            .lock(id, district)
            .filter(one -> one.until().equals(LocalDate.MAX))
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    if (from.isBefore(was.from())) throw new Refused(OrganisationRefusal.DATES_CROSSED);
    return was;
  }

  private void requireNew(OfficeId district, Place.Facts facts, LocalDate from, UUID except) {
    if (store.known(district, facts, from, except))
      throw new Refused(OrganisationRefusal.PLACE_KNOWN, facts.nameEn(), facts.parent());
  }

  private static Place.Facts checked(Place.Facts typed) {
    var facts =
        new Place.Facts(
            typed.kind(), typed.nameHi().strip(), typed.nameEn().strip(), typed.parent().strip());
    if (!Set.copyOf(KINDS).contains(facts.kind()))
      throw new Refused(OrganisationRefusal.PLACE_KIND_UNKNOWN);
    if (facts.nameHi().isEmpty() || facts.nameEn().isEmpty() || facts.parent().isEmpty())
      throw new Refused(OrganisationRefusal.NAMES_NEEDED);
    for (String name : List.of(facts.nameHi(), facts.nameEn(), facts.parent()))
      if (name.length() > LONGEST)
        throw new Refused(SharedRefusal.TOO_LONG, name.substring(0, 30), Integer.toString(LONGEST));
    return facts;
  }

  private void log(Act act, UUID id, LocalDate from, Changes.Difference difference, String what) {
    changes.note(act, Changes.Kind.PLACE, id, from, difference.old(), difference.now());
    var details = new LinkedHashMap<>(difference.now());
    details.put("from", from.toString());
    ledger.append(act, new Entry("organisation.place_" + what, "place/" + id, details));
  }

  private static Map<String, Object> words(Place.Facts facts) {
    return Map.of(
        "kind", facts.kind(),
        "name_hi", facts.nameHi(),
        "name_en", facts.nameEn(),
        "parent", facts.parent());
  }
}
