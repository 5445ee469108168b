package karyalay.devices;

import static karyalay.devices.DevicesRefusal.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.access.Credentials;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Person;
import karyalay.organisation.Persons;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Caller;
import karyalay.shared.Ids;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.signatures.KeyBook;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Rescue by two persons (OP-139): the head of the office, or whoever stands above him, asks; an
/// administrator of the district who is neither he nor the rescued confirms. Either alone can do
/// nothing. For whoever has nobody above him (the head of the district) an administrator asks and
/// another confirms.
@Service
@Transactional
public class Resets {
  private static final Duration LIFE = Duration.ofDays(3);
  private static final int LONGEST_REASON = 300;

  private final ResetStore store;
  private final Persons persons;
  private final Credentials credentials;
  private final HandPins pins;
  private final KeyBook keys;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Resets(
      ResetStore store,
      Persons persons,
      Credentials credentials,
      HandPins pins,
      KeyBook keys,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.persons = persons;
    this.credentials = credentials;
    this.pins = pins;
    this.keys = keys;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// What the caller has to do with: all of the district for an administrator, else what he asked.
  @Transactional(readOnly = true)
  public List<Reset> of(Caller caller) {
    return administrator(caller)
        ? store.ofDistrict(caller.seat().district())
        : store.askedBy(caller.person());
  }

  /// Asks for a new password for one of one's people.
  ///
  /// @param withKey whether his signing PIN is forgotten too
  /// @throws Refused `NOT_YOUR_PERSON`, `RESET_NEEDS_REASON`, `NEVER_SIGNED_IN`, `RESET_WAITS`
  public UUID ask(Act act, Caller caller, String pno, String reason, boolean withKey) {
    UUID id = Ids.next();
    return acts.once(act, id, () -> askNow(act, caller, id, pno, reason.strip(), withKey));
  }

  private void askNow(Act act, Caller caller, UUID id, String pno, String reason, boolean withKey) {
    PersonId person =
        persons
            .byPno(pno.strip())
            .map(Person::id)
            .filter(known -> mayAsk(caller, known))
            .orElseThrow(() -> new Refused(NOT_YOUR_PERSON));
    if (reason.isEmpty()) throw new Refused(RESET_NEEDS_REASON);
    if (reason.length() > LONGEST_REASON)
      throw new Refused(SharedRefusal.TOO_LONG, "reason", Integer.toString(LONGEST_REASON));
    if (!credentials.everSignedIn(person)) throw new Refused(NEVER_SIGNED_IN);
    Instant now = time.now();
    store.endLate(person, now);
    if (store.waits(person)) throw new Refused(RESET_WAITS);
    OfficeId district = caller.seat().district();
    store.add(act, new ResetStore.Row(id, person, district, reason, withKey, now, now.plus(LIFE)));
    var details = Map.of("reset", id.toString(), "reason", reason, "key", withKey);
    ledger.append(act, new Entry("devices.reset_asked", "person/" + person, details));
  }

  private boolean mayAsk(Caller caller, PersonId person) {
    if (person.equals(caller.person())) return false;
    boolean above = store.above(caller.seat().post(), person);
    return above || administrator(caller) && store.atTheTop(person, caller.seat().district());
  }

  /// Confirms, and so makes the one-time first password. The ledger names both.
  ///
  /// @return the password, which is told this once
  /// @throws Refused `NOT_FOUND`, `RESET_OVER`, `SECOND_PERSON`; `RESET_SHOWN` when the same act is
  ///   sent again
  public String confirm(Act act, Caller administrator, UUID reset) {
    String[] given = {""};
    acts.once(
        act,
        reset,
        () -> {
          Reset waiting = waiting(administrator, reset);
          boolean second =
              !waiting.askedBy().equals(act.person()) && !waiting.person().equals(act.person());
          if (!second) throw new Refused(SECOND_PERSON);
          store.settle(reset, act.person(), true, time.now());
          given[0] = credentials.giveAnew(act, waiting.person());
          pins.forget(waiting.person());
          if (waiting.withKey()) keys.retire(act, waiting.person());
          log(act, waiting, "devices.reset_confirmed");
        });
    if (given[0].isEmpty()) throw new Refused(RESET_SHOWN);
    return given[0];
  }

  /// The asker thinks better of it, or an administrator declines.
  ///
  /// @throws Refused `NOT_FOUND`, `RESET_OVER`
  public UUID withdraw(Act act, Caller caller, UUID reset) {
    return acts.once(
        act,
        reset,
        () -> {
          Reset waiting = waiting(caller, reset);
          if (!waiting.askedBy().equals(act.person()) && !administrator(caller))
            throw new Refused(SharedRefusal.NOT_FOUND);
          store.settle(reset, act.person(), false, time.now());
          log(act, waiting, "devices.reset_withdrawn");
        });
  }

  private Reset waiting(Caller caller, UUID reset) {
    Reset known =
        store
            .lock(reset, caller.seat().district())
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    if (!known.waits() || !time.now().isBefore(known.endsAt())) throw new Refused(RESET_OVER);
    return known;
  }

  private void log(Act act, Reset reset, String what) {
    var details =
        Map.of(
            "reset", reset.id().toString(),
            "askedBy", reset.askedBy().toString(),
            "settledBy", act.person().toString(),
            "key", reset.withKey());
    ledger.append(act, new Entry(what, "person/" + reset.person(), details));
  }

  private static boolean administrator(Caller caller) {
    return caller.roles().contains("ADMIN");
  }
}
