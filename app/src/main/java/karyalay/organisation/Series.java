package karyalay.organisation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Human numbers, gapless for each office, kind and year (OP-18, OP-76). Gapless means accounted
/// for: a number is issued, reserved or void, and never used again.
@Service
@Transactional
public class Series {
  /// A number as it is written.
  ///
  /// @param text by the district's format, as `1391/2026/GSG`
  public record Number(long serial, String text) {}

  /// A number that no paper bears: `RESERVED`, or `VOID` with its reason.
  public record Gap(long n, String state, String reason) {}

  /// One running series.
  ///
  /// @param start the first number given here; those below stand in the paper register
  /// @param last the last number given or reserved
  public record Register(String kind, int year, long start, long last) {}

  /// Numbers set apart for a desk that works without a line, first and last.
  public record Block(long first, long last) {}

  private final SeriesStore store;
  private final Masters masters;
  private final OfficeStore offices;
  private final Changes changes;
  private final Authority authority;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Series(
      SeriesStore store,
      Masters masters,
      OfficeStore offices,
      Changes changes,
      Authority authority,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.masters = masters;
    this.offices = offices;
    this.changes = changes;
    this.authority = authority;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Takes the next number. Call it in the act's transaction after all content is written, so that
  /// only the ledger follows: whoever comes next waits until the commit.
  ///
  /// @param kind as `RECEIPT`; its format is the master `NUMBER_FORMAT` of that code in small
  ///   letters
  /// @param subject id of what gets the number
  @Transactional(propagation = Propagation.MANDATORY)
  public Number take(OfficeId office, String kind, int year, UUID subject) {
    var taken = store.take(office, kind, year, subject);
    return new Number(taken.n(), text(office, kind, year, taken.n(), taken.office()));
  }

  /// Gives a number of a reserved block to what was written without a line.
  ///
  /// @throws Refused `NUMBER_NOT_RESERVED`
  @Transactional(propagation = Propagation.MANDATORY)
  public Number use(OfficeId office, String kind, int year, long n, UUID subject) {
    if (!store.use(office, kind, year, n, subject))
      throw new Refused(OrganisationRefusal.NUMBER_NOT_RESERVED, Long.toString(n));
    String code = offices.find(office).map(found -> found.facts().code()).orElse("");
    return new Number(n, text(office, kind, year, n, code));
  }

  /// Voids the number of a subject that never left the office; it is never given again. Takes part
  /// in the caller's act, whose entry says why.
  @Transactional(propagation = Propagation.MANDATORY)
  public void withdraw(OfficeId office, String kind, int year, UUID subject, String reason) {
    if (reason.isBlank()) throw new Refused(OrganisationRefusal.VOID_NEEDS_REASON);
    if (!store.withdraw(office, kind, year, subject, reason))
      throw new IllegalStateException("no " + kind + " number of " + subject);
  }

  private String text(OfficeId office, String kind, int year, long n, String code) {
    String form = kind.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    return masters
        .one("NUMBER_FORMAT", form, new OfficeId(offices.districtOf(office)))
        .map(format -> format.text("pattern"))
        .orElse("{serial}/{year}/{office}")
        .replace("{serial}", Long.toString(n))
        .replace("{year}", Integer.toString(year))
        .replace("{office}", code);
  }

  /// Sets a block of the next numbers apart for a desk that works without a line (OP-18).
  public Block reserve(Act act, OfficeId office, String kind, int year, int count) {
    if (count < 1 || count > 500) throw new IllegalArgumentException("no such block: " + count);
    acts.once(act, office.value(), () -> reserveNow(act, office, kind, year, count));
    return store.blockOf(act.id());
  }

  private void reserveNow(Act act, OfficeId office, String kind, int year, int count) {
    long last = store.reserve(office, kind, year, count, act.id());
    note(act, office, kind, year, "organisation.numbers_reserved", last, Integer.toString(count));
  }

  /// Voids an unused number of a block; it is never given again.
  ///
  /// @throws Refused `VOID_NEEDS_REASON`, `NUMBER_NOT_RESERVED`
  public void cancel(Act act, OfficeId office, String kind, int year, long n, String reason) {
    if (reason.isBlank()) throw new Refused(OrganisationRefusal.VOID_NEEDS_REASON);
    acts.once(
        act,
        office.value(),
        () -> {
          if (!store.cancel(office, kind, year, n, reason))
            throw new Refused(OrganisationRefusal.NUMBER_NOT_RESERVED, Long.toString(n));
          note(act, office, kind, year, "organisation.number_voided", n, reason);
        });
  }

  /// Goes on from a paper register: the first number given here is `start`. While none was given it
  /// may be moved forward, never back.
  ///
  /// @throws Refused `SERIES_STARTED` when a number was given out already, or it would go back
  public void begin(Act act, OfficeId office, String kind, int year, long start) {
    acts.once(
        act,
        office.value(),
        () -> {
          if (store.begin(office, kind, year, start).isEmpty())
            throw new Refused(OrganisationRefusal.SERIES_STARTED);
          note(act, office, kind, year, "organisation.series_begun", start, "");
        });
  }

  /// The series that an office has begun in a year.
  @Transactional(readOnly = true)
  public List<Register> of(OfficeId office, int year) {
    return store.of(office, year);
  }

  /// Numbers without a paper, for the register.
  @Transactional(readOnly = true)
  public List<Gap> gaps(OfficeId office, String kind, int year) {
    return store.gaps(office, kind, year);
  }

  private void note(
      Act act, OfficeId office, String kind, int year, String what, long n, String remark) {
    authority.overOffice(act, office);
    Map<String, Object> words = Map.of("kind", kind, "year", year, "n", n, "remark", remark);
    changes.note(act, Changes.Kind.SERIES, office.value(), time.today(), Map.of(), words);
    ledger.append(act, new Entry(what, "office/" + office, words));
  }
}
