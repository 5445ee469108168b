package karyalay.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.Caller;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// Signing in and out.
@Service
@Transactional
public class Sessions {
  static final Duration LIFE = Duration.ofHours(14);

  private final SessionStore store;
  private final Credentials credentials;
  private final Ledger ledger;
  private final OfficeTime time;
  private final TransactionOperations transaction;
  private final ObjectProvider<SessionWatcher> watchers;
  private final ObjectProvider<SharedMachines> machines;

  Sessions(
      SessionStore store,
      Credentials credentials,
      Ledger ledger,
      OfficeTime time,
      TransactionOperations transaction,
      ObjectProvider<SessionWatcher> watchers,
      ObjectProvider<SharedMachines> machines) {
    this.store = store;
    this.credentials = credentials;
    this.ledger = ledger;
    this.time = time;
    this.transaction = transaction;
    this.watchers = watchers;
    this.machines = machines;
  }

  /// Signs in by PNO and password. No transaction spans it: the try is counted first, the password
  /// hashed with no connection held, the session opened last.
  ///
  /// @param device the browser's own mark, so that failures slow this device and nobody else
  /// @return the token that only the browser keeps
  /// @throws Refused `WRONG_PASSWORD`, `TOO_MANY_TRIES`
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public String signIn(String pno, String password, UUID device, String agent) {
    Credentials.Proved proved = credentials.check(pno.strip(), password, device);
    return Objects.requireNonNull(
        transaction.execute(begun -> {
          machines.forEach(machine -> machine.proved(proved.person(), device));
          return open(proved.person(), device, agent, proved.mustChange());
        }),
        "a session");
  }

  /// Opens a session for a person whose identity is already proved.
  public String open(PersonId person, UUID device, String agent) {
    return open(person, device, agent, false);
  }

  private String open(PersonId person, UUID device, String agent, boolean firstPassword) {
    String token = Tokens.fresh();
    Instant now = time.now();
    String browser = agent.length() > 200 ? agent.substring(0, 200) : agent;
    Long idle =
        machines.stream()
            .flatMap(machine -> machine.idle(device).stream())
            .map(Duration::toSeconds)
            .findFirst()
            .orElse(null);
    var row = new SessionStore.Row(token, person, device, browser, now, now.plus(LIFE), idle);
    store.open(Ids.next(), row);
    if (firstPassword) store.limit(token);
    log(person, "access.signed_in");
    return token;
  }

  public void signOut(Caller caller, String token) {
    store.end(token);
    watchers.forEach(watcher -> watcher.ended(caller.person()));
    log(caller.person(), "access.signed_out");
  }

  /// Ends every session of the person, on every device.
  public void signOutEverywhere(Caller caller) {
    store.endAll(caller.person());
    watchers.forEach(watcher -> watcher.ended(caller.person()));
    log(caller.person(), "access.signed_out_everywhere");
  }

  @Transactional(readOnly = true)
  public List<OpenSession> open(Caller caller) {
    return store.of(caller.person());
  }

  private void log(PersonId person, String what) {
    Act act = Act.of(Actor.alone(person));
    ledger.append(act, new Entry(what, "person/" + person, Map.of()));
  }
}
