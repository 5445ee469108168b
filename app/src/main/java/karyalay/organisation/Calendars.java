package karyalay.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Working days of every office: the state calendar, local holidays and weekly rules, all of them
/// dated data (OP-14, OP-89).
@Service
@Transactional
public class Calendars {
  /// How long another node's edit may stay unseen here.
  private static final long KEPT_SECONDS = 5;

  private record Kept(WorkingDays days, Instant until) {}

  private final CalendarStore store;
  private final Settings settings;
  private final Changes changes;
  private final Authority authority;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;
  private final ObjectProvider<CalendarWatcher> watchers;
  private final Map<OfficeId, Kept> kept = new ConcurrentHashMap<>();

  Calendars(
      CalendarStore store,
      Settings settings,
      Changes changes,
      Authority authority,
      Acts acts,
      Ledger ledger,
      OfficeTime time,
      ObjectProvider<CalendarWatcher> watchers) {
    this.store = store;
    this.settings = settings;
    this.changes = changes;
    this.authority = authority;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
    this.watchers = watchers;
  }

  /// The last moment within the limit, for an office that received at `from`.
  @Transactional(propagation = Propagation.SUPPORTS)
  public Instant due(OfficeId office, Instant from, Limit limit) {
    return of(office).due(from, limit);
  }

  /// Whether the office works on this day.
  @Transactional(propagation = Propagation.SUPPORTS)
  public boolean works(OfficeId office, LocalDate day) {
    return of(office).works(day);
  }

  private WorkingDays of(OfficeId office) {
    Instant now = time.now();
    Kept known = kept.get(office);
    if (known != null && now.isBefore(known.until())) return known.days();
    var days =
        new WorkingDays(
            store.days(office), store.rules(office), settings.number("first-day", office));
    kept.put(office, new Kept(days, now.plusSeconds(KEPT_SECONDS)));
    return days;
  }

  /// Stated days that hold for the office in one year, by day.
  @Transactional(readOnly = true)
  public List<Holiday> holidays(OfficeId office, int year) {
    return store.listed(office, LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
  }

  /// Weekly rules that hold for the office today or later.
  @Transactional(readOnly = true)
  public List<WeeklyRule> rules(OfficeId office) {
    return store.listedRules(office);
  }

  /// States a holiday, or a day that is worked against the rule, for an office and all under it.
  ///
  /// @throws Refused `HOLIDAY_KNOWN` when that office has already stated the day; `MISSING` names
  public UUID declare(Act act, OfficeId office, Holiday.Facts facts) {
    UUID id = Ids.next();
    return acts.once(act, id, () -> declareNow(act, id, office, facts));
  }

  private void declareNow(Act act, UUID id, OfficeId office, Holiday.Facts facts) {
    if (facts.nameHi().isBlank() || facts.nameEn().isBlank())
      throw new Refused(OrganisationRefusal.NAMES_NEEDED);
    if (store.stated(office, facts.day()).isPresent())
      throw new Refused(OrganisationRefusal.HOLIDAY_KNOWN);
    store.add(id, office, facts);
    changes.note(act, Changes.Kind.HOLIDAY, id, facts.day(), Map.of(), words(facts));
    changed(act, office, "organisation.holiday_declared", words(facts));
  }

  /// Withdraws a stated day; the line stays in the log.
  public UUID withdraw(Act act, UUID holiday) {
    return acts.once(act, holiday, () -> withdrawNow(act, holiday));
  }

  private void withdrawNow(Act act, UUID id) {
    Holiday was = store.withdraw(id).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    var words =
        words(
            new Holiday.Facts(
                was.day(), was.working(), was.nameHi(), was.nameEn(), was.confirmed()));
    changes.note(act, Changes.Kind.HOLIDAY, id, was.day(), words, Map.of());
    changed(act, new OfficeId(was.office()), "organisation.holiday_withdrawn", words);
  }

  /// A weekly rule for an office and all under it, from a day on.
  public UUID addRule(Act act, OfficeId office, WeeklyRule.Facts facts) {
    UUID id = Ids.next();
    return acts.once(
        act,
        id,
        () -> {
          store.addRule(id, office, facts);
          Map<String, Object> words =
              Map.of(
                  "weekday", facts.weekday().getValue(),
                  "nth", facts.nth(),
                  "working", facts.working());
          changes.note(act, Changes.Kind.WEEKLY_RULE, id, facts.from(), Map.of(), words);
          changed(act, office, "organisation.weekly_rule_added", words);
        });
  }

  /// Ends a weekly rule from a day on.
  public UUID endRule(Act act, UUID rule, LocalDate from) {
    return acts.once(
        act,
        rule,
        () -> {
          OfficeId office =
              store.endRule(rule, from).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
          Map<String, Object> words = Map.of("valid_to", from.toString());
          changes.note(act, Changes.Kind.WEEKLY_RULE, rule, from, Map.of(), words);
          changed(act, office, "organisation.weekly_rule_ended", words);
        });
  }

  /// What was written is undone when the office is not the administrator's to edit.
  private void changed(Act act, OfficeId office, String what, Map<String, Object> words) {
    authority.overOffice(act, office);
    kept.clear();
    watchers.orderedStream().forEach(watcher -> watcher.calendarChanged(act, office));
    ledger.append(act, new Entry(what, "office/" + office, words));
  }

  private static Map<String, Object> words(Holiday.Facts facts) {
    return Map.of(
        "day", facts.day().toString(),
        "working", facts.working(),
        "name_hi", facts.nameHi(),
        "name_en", facts.nameEn());
  }
}
