package karyalay.access;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Locking and unlocking a session, and handing a browser over to another person (OP-125). A locked
/// session is refused everything by the gate; it locks itself when it was not used for its seconds
/// (and the minute and a half by which the note of its last use may be late), or at once when its
/// page says so. That somebody may unlock or take over, whoever calls has made sure.
@Service
@Transactional
public class Locks {
  private final LockStore store;
  private final SessionStore sessions;
  private final Sessions opening;
  private final Ledger ledger;
  private final ObjectProvider<SessionWatcher> watchers;

  Locks(
      LockStore store,
      SessionStore sessions,
      Sessions opening,
      Ledger ledger,
      ObjectProvider<SessionWatcher> watchers) {
    this.store = store;
    this.sessions = sessions;
    this.opening = opening;
    this.ledger = ledger;
    this.watchers = watchers;
  }

  /// The session that a browser holds.
  ///
  /// @param open whether it is neither ended nor expired
  public record Held(UUID id, PersonId person, boolean open, boolean locked) {}

  /// Whose session a browser holds, also one that is over; empty for a token that was never given.
  @Transactional(readOnly = true)
  public Optional<Held> held(@Nullable String token) {
    return token == null ? Optional.empty() : store.held(token);
  }

  /// Locks a session on a shared machine; nothing happens elsewhere. What stood open in it (a
  /// signing key) is closed.
  public void lock(PersonId person, String token) {
    if (store.lock(token)) watchers.forEach(watcher -> watcher.ended(person));
  }

  /// Its owner goes on.
  public void unlock(String token) {
    store.unlock(token);
  }

  /// Ends the session that the browser held and opens one for the person who sits there now.
  ///
  /// @param former token of the session that ends; null when there was none
  /// @return the token that only the browser keeps
  public String takeOver(PersonId next, @Nullable String former, UUID device, String agent) {
    end(former);
    return opening.open(next, device, agent);
  }

  /// Ends the session that a browser held before another was opened in it.
  public void end(@Nullable String former) {
    Held held = held(former).filter(Held::open).orElse(null);
    if (former == null || held == null) return;
    sessions.end(former);
    watchers.forEach(watcher -> watcher.ended(held.person()));
    ledger.append(
        Act.of(Actor.PROGRAM),
        new Entry("access.session_replaced", "person/" + held.person(), Map.of()));
  }

  /// From now on the sessions of this machine lock themselves; without a time they do so no more,
  /// and those that are locked end.
  public void share(UUID device, @Nullable Duration idle) {
    if (idle == null) store.unshare(device);
    else store.share(device, Math.toIntExact(idle.toSeconds()));
  }
}
