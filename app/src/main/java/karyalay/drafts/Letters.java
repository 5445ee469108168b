package karyalay.drafts;

import static karyalay.drafts.DraftsRefusal.NOT_SIGNED;
import static karyalay.drafts.DraftsRefusal.NOT_THE_SIGNATORY;
import static karyalay.drafts.DraftsRefusal.REASON_NEEDED;
import static karyalay.drafts.DraftsRefusal.STATE_DISPATCHED;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import karyalay.desk.Reading;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Series;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.CheckReturnValue;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Signed letters, for the module that sends them.
@Service
@Transactional
public class Letters {
  private final IssuedStore store;
  private final LetterStore letters;
  private final Reading reading;
  private final Custody custody;
  private final Series series;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;
  private final ObjectProvider<Departures> departures;

  Letters(
      IssuedStore store,
      LetterStore letters,
      Reading reading,
      Custody custody,
      Series series,
      Acts acts,
      Ledger ledger,
      OfficeTime time,
      ObjectProvider<Departures> departures) {
    this.store = store;
    this.letters = letters;
    this.reading = reading;
    this.custody = custody;
    this.series = series;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
    this.departures = departures;
  }

  /// A signed, dispatched or withdrawn letter, under the reach of its paper.
  ///
  /// @throws Refused `NOT_FOUND` also while it is unsigned
  @Transactional(readOnly = true)
  public IssuedLetter issued(LetterId letter, Scope scope) {
    IssuedLetter found = found(letter);
    reading.open(found.paper(), scope);
    return found;
  }

  /// The signed letters of an office that were not dispatched yet, oldest first; not judged by
  /// anyone's reach.
  @Transactional(readOnly = true)
  public List<IssuedLetter> awaiting(OfficeId office) {
    return store.awaiting(office);
  }

  /// Locks a signed letter for the rest of the caller's act; not judged by anyone's reach.
  ///
  /// @throws Refused `NOT_FOUND`, `NOT_SIGNED`
  @Transactional(propagation = Propagation.MANDATORY)
  public IssuedLetter lock(LetterId letter) {
    signed(letter);
    return found(letter);
  }

  private IssuedLetter found(LetterId letter) {
    return store.find(letter).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  private LetterHead signed(LetterId letter) {
    LetterHead head = letters.lock(letter).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    return switch (head.state()) {
      case SIGNED, DISPATCHED -> head;
      case DRAFT, SUBMITTED, RETURNED, APPROVED, CANCELLED -> throw new Refused(NOT_SIGNED);
    };
  }

  /// SIGNED → DISPATCHED within the caller's act; lifts the hold on its paper (OP-44). A letter
  /// that is dispatched already stays so: it may go to many, one after another.
  ///
  /// @return the entry that the door appends last
  /// @throws Refused `NOT_FOUND`, `NOT_SIGNED`
  @CheckReturnValue
  @Transactional(propagation = Propagation.MANDATORY)
  public Entry dispatched(Act act, LetterId letter) {
    LetterHead head = signed(letter);
    if (head.state() == LetterState.SIGNED) {
      Instant now = time.now();
      letters.ended(letter, LetterRules.after(head.state(), Step.DISPATCH), now, now);
      letters.step(letter, Step.DISPATCH, head.version(), "", act, now);
      custody.lift(head.paper(), letter);
    }
    return entry("drafts.dispatched", head, "");
  }

  /// SIGNED → CANCELLED within the caller's act, for a letter that was sent to nobody: its number
  /// is void (OP-18, OP-76); lifts the hold on its paper.
  ///
  /// @return the entry that the door appends last
  /// @throws Refused `NOT_FOUND`, `NOT_SIGNED`, `STATE_DISPATCHED`, `REASON_NEEDED`
  @CheckReturnValue
  @Transactional(propagation = Propagation.MANDATORY)
  public Entry withdrawn(Act act, LetterId letter, String reason) {
    LetterHead head = signed(letter);
    if (reason.isBlank()) throw new Refused(REASON_NEEDED);
    // Of a letter that lies on somebody's desk the number cannot be void.
    if (departures.stream().anyMatch(one -> one.anyGone(letter)))
      throw new Refused(STATE_DISPATCHED);
    LetterState next = LetterRules.after(head.state(), Step.CANCEL);
    IssuedLetter issued = found(letter);
    Instant now = time.now();
    letters.ended(letter, next, null, now);
    letters.step(letter, Step.CANCEL, head.version(), reason.strip(), act, now);
    custody.lift(head.paper(), letter);
    series.withdraw(
        issued.office(), Signer.SERIES, issued.date().getYear(), letter.value(), reason.strip());
    return entry("drafts.withdrawn", head, reason.strip());
  }

  /// The signatory takes back what he signed, while it was sent to nobody.
  ///
  /// @throws Refused `NOT_THE_SIGNATORY` and those of {@link #withdrawn}
  public LetterId withdraw(Act act, LetterId letter, String reason) {
    return new LetterId(
        acts.once(
            act,
            letter.value(),
            () -> {
              if (!signed(letter).signatory().equals(act.post()))
                throw new Refused(NOT_THE_SIGNATORY);
              ledger.append(act, withdrawn(act, letter, reason));
            }));
  }

  private static Entry entry(String act, LetterHead head, String reason) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("letter", head.id().toString());
    if (!reason.isEmpty()) details.put("reason", reason);
    return new Entry(act, "paper/" + head.paper(), details);
  }
}
