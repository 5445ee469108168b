package karyalay.organisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.OfficeId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Offices and their tree. Every edit has a day from which it holds (OP-14); an office sits under
/// one parent (OP-4) and stays in its district.
@Service
@Transactional
public class Offices {
  private final OfficeStore store;
  private final MasterStore words;
  private final PostStore posts;
  private final Changes changes;
  private final Authority authority;
  private final Acts acts;
  private final Ledger ledger;

  Offices(
      OfficeStore store,
      MasterStore words,
      PostStore posts,
      Changes changes,
      Authority authority,
      Acts acts,
      Ledger ledger) {
    this.store = store;
    this.words = words;
    this.posts = posts;
    this.changes = changes;
    this.authority = authority;
    this.acts = acts;
    this.ledger = ledger;
  }

  @Transactional(readOnly = true)
  public Optional<Office> find(OfficeId id) {
    return store.find(id);
  }

  /// The offices of a district, parents first; with closed ones when asked.
  @Transactional(readOnly = true)
  public List<Office> of(OfficeId district, boolean closed) {
    return store.listed(district, closed);
  }

  /// Opens an office under a parent from a day on.
  ///
  /// @throws Refused `NAMES_NEEDED`, `CODE_MALFORMED`, `OFFICE_CODE_TAKEN`, `OFFICE_CLOSED`
  public OfficeId open(Act act, OfficeId parent, Office.Facts facts, LocalDate from) {
    OfficeId id = OfficeId.next();
    return new OfficeId(acts.once(act, id.value(), () -> openNow(act, id, parent, facts, from)));
  }

  private void openNow(
      Act act, OfficeId id, OfficeId parentId, Office.Facts facts, LocalDate from) {
    Office parent = store.find(parentId).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    authority.over(act, parent.district());
    if (parent.from().isAfter(from) || !from.isBefore(parent.until()))
      throw new Refused(OrganisationRefusal.OFFICE_CLOSED);
    check(parent.district(), id, facts);
    store.add(new Office(id, parentId, parent.district(), facts, false, true, from, LocalDate.MAX));
    posts.redraw(id.value());
    var now = words(facts);
    now.put("parent", parentId.toString());
    changes.make(act, Changes.Kind.OFFICE, id.value(), from, Map.of(), now);
    log(act, id, "organisation.office_opened", from, now);
  }

  /// Changes an office from a day on: its names, code, kind or parent. The marking abbreviations of
  /// its posts follow the code.
  ///
  /// @param parent null when it stays where it is
  /// @throws Refused those of {@link #open}; `OFFICE_UNDER_ITSELF`, `OTHER_DISTRICT`,
  ///   `NOTHING_CHANGED`
  public OfficeId change(
      Act act, OfficeId id, @Nullable OfficeId parent, Office.Facts facts, LocalDate from) {
    return new OfficeId(acts.once(act, id.value(), () -> changeNow(act, id, parent, facts, from)));
  }

  private void changeNow(
      Act act, OfficeId id, @Nullable OfficeId parent, Office.Facts facts, LocalDate from) {
    var row = locked(act, id);
    Office office = store.find(id).orElseThrow();
    check(office.district(), id, facts);
    var now = words(facts);
    // Whoever saves a row of the first day has checked it.
    now.put("confirmed", true);
    if (parent != null && !parent.equals(office.parent())) {
      checkMove(office, parent);
      now.put("parent", parent.toString());
    }
    var difference = Changes.between(row, now);
    if (difference.now().isEmpty()) throw new Refused(OrganisationRefusal.NOTHING_CHANGED);
    changes.make(act, Changes.Kind.OFFICE, id.value(), from, difference.old(), difference.now());
    log(act, id, "organisation.office_changed", from, difference.now());
  }

  private void checkMove(Office office, OfficeId parent) {
    if (store.isUnder(parent, office.id()))
      throw new Refused(OrganisationRefusal.OFFICE_UNDER_ITSELF);
    boolean within = store.districtOf(parent).equals(office.district().value());
    if (!within || office.id().equals(office.district()))
      throw new Refused(OrganisationRefusal.OTHER_DISTRICT);
  }

  /// Closes an office from a day on.
  ///
  /// @throws Refused `OFFICE_IN_USE` while posts or offices under it live on beyond that day
  public OfficeId close(Act act, OfficeId id, LocalDate from) {
    return new OfficeId(acts.once(act, id.value(), () -> closeNow(act, id, from)));
  }

  private void closeNow(Act act, OfficeId id, LocalDate from) {
    var row = locked(act, id);
    var use = store.inUse(id, from);
    if (use.any()) throw new Refused(OrganisationRefusal.OFFICE_IN_USE, use.posts(), use.offices());
    Map<String, Object> now = Map.of("valid_to", from.toString());
    var difference = Changes.between(row, now);
    changes.make(act, Changes.Kind.OFFICE, id.value(), from, difference.old(), difference.now());
    log(act, id, "organisation.office_closed", from, now);
  }

  private Map<String, Object> locked(Act act, OfficeId id) {
    authority.over(act, new OfficeId(store.districtOf(id)));
    return words.data(store.lock(id).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND)));
  }

  private void check(OfficeId district, OfficeId id, Office.Facts facts) {
    if (facts.nameHi().isBlank() || facts.nameEn().isBlank())
      throw new Refused(OrganisationRefusal.NAMES_NEEDED);
    Marks.code(facts.code());
    if (store.codeTaken(district, facts.code(), id))
      throw new Refused(OrganisationRefusal.OFFICE_CODE_TAKEN, facts.code());
  }

  private void log(Act act, OfficeId id, String what, LocalDate from, Map<String, Object> now) {
    var details = new LinkedHashMap<>(now);
    details.put("from", from.toString());
    ledger.append(act, new Entry(what, "office/" + id, details));
  }

  private static Map<String, Object> words(Office.Facts facts) {
    var words = new LinkedHashMap<String, Object>();
    words.put("kind", facts.kind());
    words.put("code", facts.code());
    words.put("name_hi", facts.nameHi().strip());
    words.put("name_en", facts.nameEn().strip());
    words.put("short_hi", facts.shortHi().isBlank() ? facts.nameHi().strip() : facts.shortHi());
    words.put("aliases", facts.aliases());
    return words;
  }
}
