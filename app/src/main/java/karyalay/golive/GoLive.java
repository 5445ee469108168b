package karyalay.golive;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import karyalay.dak.Opening;
import karyalay.golive.Standing.Figures;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.organisation.Office;
import karyalay.organisation.Offices;
import karyalay.organisation.Series;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door to the steps of going live, office by office (OP-137).
@Service
@Transactional
public class GoLive {
  /// Master in which the last day of parallel running of an office stands; its code is the office.
  static final String PARALLEL = "PARALLEL_RUNNING";

  private static final int LONGEST_MONTHS = 12;

  private final StandingStore store;
  private final BalanceRows balance;
  private final Offices offices;
  private final Series series;
  private final Masters masters;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  GoLive(
      StandingStore store,
      BalanceRows balance,
      Offices offices,
      Series series,
      Masters masters,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.balance = balance;
    this.offices = offices;
    this.series = series;
    this.masters = masters;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// How far an office is.
  ///
  /// @throws Refused `NOT_FOUND` for another district's
  @Transactional(readOnly = true)
  public Standing standing(OfficeId office, Caller by) {
    Office own = own(office, by);
    var counts = store.counts(office);
    return new Standing(
        counts.people(),
        counts.posts(),
        counts.vacant(),
        counts.headed(),
        series.of(office, time.today().getYear()),
        counts.pending(),
        counts.brought(),
        store.certificate(office).orElse(null),
        until(office, own.district()).orElse(null));
  }

  private Office own(OfficeId office, Caller by) {
    return offices
        .find(office)
        .filter(one -> one.district().equals(by.seat().district()))
        .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  /// The last day of parallel running of an office, past or to come. Asks no database: masters are
  /// kept in memory.
  @Transactional(propagation = org.springframework.transaction.annotation.Propagation.SUPPORTS)
  public Optional<LocalDate> until(OfficeId office, OfficeId district) {
    return masters
        .one(PARALLEL, office.toString(), district)
        .map(one -> LocalDate.parse(one.text("until")));
  }

  /// Sets the last day on which the paper register is written beside this one.
  ///
  /// @throws Refused `DAY_PAST`, `DAY_TOO_FAR`
  public void parallel(Act act, Caller by, OfficeId office, LocalDate until) {
    Office own = own(office, by);
    LocalDate today = time.today();
    if (until.isBefore(today)) throw new Refused(GoLiveRefusal.DAY_PAST, until.toString());
    if (until.isAfter(today.plusMonths(LONGEST_MONTHS)))
      throw new Refused(GoLiveRefusal.DAY_TOO_FAR, Integer.toString(LONGEST_MONTHS));
    var facts =
        new Master.Facts(
            own.facts().nameHi(), own.facts().nameEn(), 10, Map.of("until", until.toString()));
    masters.put(
        act, own.district(), PARALLEL, office.toString().toLowerCase(Locale.ROOT), facts, today);
  }

  /// Brings over one letter of the paper register, with its photo.
  ///
  /// @param holder as typed: mark, designation or name of who has it
  /// @param scans uploads of the actor
  /// @throws Refused as the row of a workbook is
  public PaperId bring(Act act, Caller by, OfficeId office, Typed typed, List<UUID> scans) {
    var _ = own(office, by);
    try {
      var opening =
          new Opening(
              typed.oldNumber().strip(),
              typed.dated(),
              typed.sender().strip(),
              typed.subject().strip(),
              balance.holder(office, typed.holder()),
              typed.due());
      return balance.lay(act, opening, scans);
    } catch (Cells.Fault fault) {
      throw fault.why();
    }
  }

  /// The six columns as typed into the form.
  public record Typed(
      String oldNumber,
      LocalDate dated,
      String sender,
      String subject,
      String holder,
      @org.jspecify.annotations.Nullable LocalDate due) {}

  /// Issues the opening certificate, once for an office.
  ///
  /// @throws Refused `CERTIFIED`
  public void certify(Act act, Caller by, OfficeId office) {
    Office own = own(office, by);
    acts.once(
        act,
        office.value(),
        () -> {
          Figures figures = figures(office);
          if (!store.certify(office, own.district(), figures, act, time.now()))
            throw new Refused(GoLiveRefusal.CERTIFIED);
          ledger.append(
              act,
              new Entry(
                  "golive.certified",
                  "office/" + office,
                  Map.of("papers", figures.total(), "overdue", figures.overdue())));
        });
  }

  private Figures figures(OfficeId office) {
    LocalDate today = time.today();
    var ages = store.ages(office, today);
    var numbers =
        series.of(office, today.getYear()).stream()
            .map(it -> new Standing.Number(it.kind(), it.year(), it.start()))
            .toList();
    return new Figures(
        ages.all().stream().mapToInt(Integer::intValue).sum(),
        ages.late(),
        ages.all(),
        store.holders(office),
        numbers,
        store.brought(office),
        ages.oldest());
  }

  /// The certificate of an office, for the administrator, its head, and heads above.
  ///
  /// @throws Refused `NOT_FOUND` to the rest, and while there is none
  @Transactional(readOnly = true)
  public Standing.Certificate certificate(OfficeId office, Caller by) {
    var _ = own(office, by);
    boolean mine = by.roles().contains("ADMIN") || store.heads(by.seat().post(), office);
    if (!mine) throw new Refused(SharedRefusal.NOT_FOUND);
    return store.certificate(office).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }
}
