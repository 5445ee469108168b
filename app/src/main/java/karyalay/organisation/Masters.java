package karyalay.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Master lists: categories, forms, delivery modes, phrases, ranks, file heads, settings. All of
/// them are dated data that a district edits for itself (OP-14); what it has not edited is what
/// holds everywhere.
///
/// Kinds: `CATEGORY DELIVERY_MODE FORM LANGUAGE SENDER_KIND PHRASE FILE_HEAD FILE_ORDER RANK
/// RECORD_CLASS NUMBER_FORMAT SETTING`, and whatever a district adds.
@Service
@Transactional
public class Masters {
  /// How long another node's edit may stay unseen here.
  private static final long KEPT_SECONDS = 5;

  private static final Pattern KIND = Pattern.compile("[A-Z][A-Z_]{0,29}");
  private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

  private record Kept(List<Master> all, Instant until) {}

  private final MasterStore store;
  private final PostStore posts;
  private final Changes changes;
  private final Authority authority;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;
  private volatile @Nullable Kept kept;

  Masters(
      MasterStore store,
      PostStore posts,
      Changes changes,
      Authority authority,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.posts = posts;
    this.changes = changes;
    this.authority = authority;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// The live entries of a kind that hold everywhere, in their order.
  @Transactional(propagation = Propagation.SUPPORTS)
  public List<Master> of(String kind) {
    return all().stream()
        .filter(master -> master.kind().equals(kind) && master.scope() == null)
        .toList();
  }

  /// The live entries of a kind as a district has them: its own go before those that hold
  /// everywhere.
  @Transactional(propagation = Propagation.SUPPORTS)
  public List<Master> of(String kind, OfficeId district) {
    var found = new LinkedHashMap<String, Master>();
    for (Master master : all()) {
      if (!master.kind().equals(kind)) continue;
      if (master.scope() == null) found.putIfAbsent(master.code(), master);
      else if (master.scope().equals(district.value())) found.put(master.code(), master);
    }
    // A district's own row may take another place in the order.
    var ordered = new ArrayList<>(found.values());
    ordered.removeIf(master -> master.flag("hidden"));
    ordered.sort(java.util.Comparator.comparingInt(Master::sort));
    return ordered;
  }

  /// One live entry, as the district has it.
  @Transactional(propagation = Propagation.SUPPORTS)
  public Optional<Master> one(String kind, String code, OfficeId district) {
    return of(kind, district).stream().filter(master -> master.code().equals(code)).findFirst();
  }

  private List<Master> all() {
    Instant now = time.now();
    Kept known = kept;
    if (known != null && now.isBefore(known.until())) return known.all();
    var all = store.live();
    kept = new Kept(all, now.plusSeconds(KEPT_SECONDS));
    return all;
  }

  void forget() {
    kept = null;
  }

  /// All kinds there are.
  @Transactional(readOnly = true)
  public List<String> kinds() {
    return store.kinds();
  }

  /// What the district sees of a kind, with entries still to come.
  @Transactional(readOnly = true)
  public List<Master> listed(String kind, OfficeId district) {
    return store.listed(kind, district);
  }

  /// Enters or changes an entry of a district from a day on. What holds everywhere is not touched;
  /// the district's own row goes before it.
  ///
  /// @throws Refused `MASTER_MALFORMED`, `NAMES_NEEDED`, `NOTHING_CHANGED`
  public UUID put(
      Act act, OfficeId district, String kind, String code, Master.Facts facts, LocalDate from) {
    UUID id = Ids.next();
    return acts.once(act, id, () -> putNow(act, id, district, kind, code, facts, from));
  }

  private void putNow(
      Act act,
      UUID id,
      OfficeId district,
      String kind,
      String code,
      Master.Facts facts,
      LocalDate from) {
    authority.over(act, district);
    if (!KIND.matcher(kind).matches() || !CODE.matcher(code).matches())
      throw new Refused(OrganisationRefusal.MASTER_MALFORMED);
    if (facts.nameHi().isBlank() || facts.nameEn().isBlank())
      throw new Refused(OrganisationRefusal.NAMES_NEEDED);
    Optional<Master> was = store.open(kind, code, district);
    Optional<Master> shown = was.or(() -> store.open(kind, code, null));
    var difference = Changes.between(shown.map(Masters::words).orElse(Map.of()), words(facts));
    if (difference.now().isEmpty()) throw new Refused(OrganisationRefusal.NOTHING_CHANGED);
    was.ifPresent(row -> store.end(row.id(), from));
    store.add(id, district, kind, code, facts, from, LocalDate.MAX);
    log(act, id, kind, code, from, difference, "organisation.master_changed");
    if (kind.equals("RANK")) posts.refreshLevels(district);
  }

  /// Ends an entry for a district from a day on. One that holds everywhere is hidden there.
  public UUID end(Act act, OfficeId district, String kind, String code, LocalDate from) {
    UUID id = Ids.next();
    return acts.once(act, id, () -> endNow(act, id, district, kind, code, from));
  }

  private void endNow(
      Act act, UUID id, OfficeId district, String kind, String code, LocalDate from) {
    authority.over(act, district);
    Optional<Master> own = store.open(kind, code, district);
    Optional<Master> everywhere = store.open(kind, code, null);
    Master shown = own.or(() -> everywhere).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    own.ifPresent(row -> store.end(row.id(), from));
    if (everywhere.isPresent()) {
      var hidden =
          new Master.Facts(shown.nameHi(), shown.nameEn(), shown.sort(), Map.of("hidden", true));
      store.add(id, district, kind, code, hidden, from, LocalDate.MAX);
    }
    var difference = new Changes.Difference(words(shown), Map.of("valid_to", from.toString()));
    log(act, id, kind, code, from, difference, "organisation.master_ended");
  }

  private void log(
      Act act,
      UUID id,
      String kind,
      String code,
      LocalDate from,
      Changes.Difference difference,
      String what) {
    var now = new LinkedHashMap<>(difference.now());
    now.put("kind", kind);
    now.put("code", code);
    changes.note(act, Changes.Kind.MASTER, id, from, difference.old(), now);
    forget();
    ledger.append(act, new Entry(what, "master/" + id, Map.of("kind", kind, "code", code)));
  }

  private static Map<String, Object> words(Master master) {
    return words(new Master.Facts(master.nameHi(), master.nameEn(), master.sort(), master.data()));
  }

  private static Map<String, Object> words(Master.Facts facts) {
    return Map.of(
        "name_hi", facts.nameHi(),
        "name_en", facts.nameEn(),
        "sort", facts.sort(),
        "data", facts.data());
  }
}
