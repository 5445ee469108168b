package karyalay.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Persons;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// Who has which password.
@Service
public class Credentials {
  private final JdbcTemplate db;
  private final Passwords passwords;
  private final Tries tries;
  private final SessionStore sessions;
  private final Persons persons;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;
  private final TransactionOperations transaction;
  private final ObjectProvider<SessionWatcher> watchers;

  Credentials(
      JdbcTemplate db,
      Passwords passwords,
      Tries tries,
      SessionStore sessions,
      Persons persons,
      Acts acts,
      Ledger ledger,
      OfficeTime time,
      TransactionOperations transaction,
      ObjectProvider<SessionWatcher> watchers) {
    this.db = db;
    this.passwords = passwords;
    this.tries = tries;
    this.sessions = sessions;
    this.persons = persons;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
    this.transaction = transaction;
    this.watchers = watchers;
  }

  private record Known(PersonId person, String hash, boolean mustChange) {}

  /// Who proved that he is himself.
  ///
  /// @param mustChange whether another chose his password, so that he must choose his own
  record Proved(PersonId person, boolean mustChange) {}

  /// The person who has this PNO and password. The try is counted and committed first, and no
  /// connection is held while the password is hashed.
  ///
  /// @throws Refused `WRONG_PASSWORD`; `TOO_MANY_TRIES` with the seconds to wait on this device
  Proved check(String pno, String password, UUID device) {
    Optional<Known> known = known(pno);
    PersonId person = known.map(Known::person).orElse(null);
    tries.begin(pno, person, device);
    if (!passwords.fits(password, known.map(Known::hash).orElse(null)) || person == null)
      throw new Refused(AccessRefusal.WRONG_PASSWORD);
    tries.forget(pno, device);
    return new Proved(person, known.get().mustChange());
  }

  private Optional<Known> known(String pno) {
    return db
        .query(
            """
            SELECT c.person, c.hash, c.must_change FROM organisation.v_person p
            JOIN access.credential c ON c.person = p.id WHERE p.pno = ?
            """,
            (row, n) ->
                new Known(
                    new PersonId(Objects.requireNonNull(row.getObject("person", UUID.class))),
                    Objects.requireNonNull(row.getString("hash")),
                    row.getBoolean("must_change")),
            pno)
        .stream()
        .findFirst();
  }

  /// Sets a person's password.
  ///
  /// @throws Refused `PASSWORD_TOO_SHORT`
  @Transactional
  public void set(Act act, PersonId person, String password) {
    put(List.of(person), passwords.hash(password), false);
    ledger.append(act, new Entry("access.password_set", "person/" + person, Map.of()));
  }

  /// A first password, which its owner must replace when he first signs in.
  ///
  /// @return the password, which is kept nowhere
  @Transactional
  public String first(Act act, PersonId person) {
    String password = passwords.easy();
    put(List.of(person), passwords.hash(password), true);
    ledger.append(act, new Entry("access.password_given", "person/" + person, Map.of()));
    return password;
  }

  /// An administrator gives one of his district's people a first password, with which he must
  /// choose his own. Whoever has signed in before is given a new one by two persons (OP-139): an
  /// administrator alone could else become anybody. Before the first sign-in there is nobody to
  /// become, and the first day of an office has no second person yet.
  ///
  /// @return the password, which is told this once
  /// @throws Refused `NOT_FOUND` for a person of another district; `TWO_PERSONS_NEEDED`;
  ///   `PASSWORD_SHOWN` when the same act is sent again
  @Transactional
  public String give(Act act, Caller administrator, PersonId person) {
    if (persons.inDistrict(person, administrator.seat().district()).isEmpty())
      throw new Refused(SharedRefusal.NOT_FOUND);
    String[] given = {""};
    acts.once(
        act,
        person.value(),
        () -> {
          if (sessions.everOf(person)) throw new Refused(AccessRefusal.TWO_PERSONS_NEEDED);
          given[0] = first(act, person);
        });
    if (given[0].isEmpty()) throw new Refused(AccessRefusal.PASSWORD_SHOWN);
    return given[0];
  }

  /// Whether the person has signed in at any time, so that it takes two to give him a password.
  @Transactional(readOnly = true)
  public boolean everSignedIn(PersonId person) {
    return sessions.everOf(person);
  }

  /// A new first password for somebody who has lost his, inside the act of those who decided it.
  /// All his sessions and tokens end: whoever had the old password may have made one to come back
  /// with.
  ///
  /// @return the password, which is told this once
  @Transactional(propagation = Propagation.MANDATORY)
  public String giveAnew(Act act, PersonId person) {
    String given = first(act, person);
    shutOut(person);
    return given;
  }

  /// The person has proved otherwise that he is himself and chooses a new password, inside the act
  /// in which he does. All his sessions and tokens end.
  ///
  /// @param hash made by {@link #hashed}, before the transaction
  @Transactional(propagation = Propagation.MANDATORY)
  public void rescue(Act act, PersonId person, String hash) {
    put(List.of(person), hash, false);
    shutOut(person);
    ledger.append(act, new Entry("access.password_rescued", "person/" + person, Map.of()));
  }

  /// Whether the person has used this machine before, so that what strangers ask elsewhere does not
  /// slow him here.
  @Transactional(readOnly = true)
  public boolean knownAt(PersonId person, UUID device) {
    return tries.known(person, device);
  }

  /// @throws Refused `PASSWORD_TOO_SHORT`, `PASSWORD_TOO_LONG`
  public static void requireSound(String password) {
    Passwords.check(password);
  }

  /// What is kept of a new password.
  ///
  /// @throws Refused `PASSWORD_TOO_SHORT`, `PASSWORD_TOO_LONG`
  public String hashed(String password) {
    return passwords.hash(password);
  }

  private void shutOut(PersonId person) {
    sessions.endAll(person);
    sessions.endTokens(person);
    watchers.forEach(watcher -> watcher.ended(person));
  }

  /// Makes sure that whoever sits here knows the caller's own password, as before a signing key is
  /// made. The try is counted as one of signing in.
  ///
  /// @throws Refused `WRONG_PASSWORD`, `TOO_MANY_TRIES`
  public void confirm(Caller caller, String password, UUID device) {
    confirm(caller.person(), caller.pno(), password, device);
  }

  /// The same for somebody whose session is locked.
  ///
  /// @throws Refused `WRONG_PASSWORD`, `TOO_MANY_TRIES`
  public void confirm(PersonId person, String pno, String password, UUID device) {
    Proved proved = check(pno, password, device);
    if (!proved.person().equals(person)) throw new Refused(AccessRefusal.WRONG_PASSWORD);
  }

  /// Since when the person has the password he has; empty when he has none.
  @Transactional(readOnly = true)
  public Optional<Instant> since(PersonId person) {
    return db
        .query(
            "SELECT set_at FROM access.credential WHERE person = ?",
            (row, n) -> row.getTimestamp("set_at").toInstant(),
            person.value())
        .stream()
        .findFirst();
  }

  /// Changes one's own password, knowing the old one. Every other session of the person ends.
  ///
  /// @param here token of the session that goes on
  /// @throws Refused `WRONG_PASSWORD`, `TOO_MANY_TRIES`, `PASSWORD_TOO_SHORT`, `PASSWORD_TOO_LONG`
  public void change(Act act, Caller caller, Change change, UUID device, String here) {
    PersonId person = check(caller.pno(), change.old(), device).person();
    String hash = passwords.hash(change.fresh());
    transaction.executeWithoutResult(begun ->
        acts.once(
            act,
            person.value(),
            () -> {
              put(List.of(person), hash, false);
              sessions.endOthers(person, here);
              watchers.forEach(watcher -> watcher.ended(person));
              ledger.append(
                  act, new Entry("access.password_changed", "person/" + person, Map.of()));
            }));
  }

  /// The passwords of a change, as typed.
  public record Change(String old, String fresh) {
    @Override
    public String toString() {
      return "passwords";
    }
  }

  /// Gives many people one password with one hash: for the invented people of a demonstration only.
  @Transactional
  public void setForAll(Act act, Collection<PersonId> people, String password) {
    put(people, passwords.hash(password), false);
    ledger.append(
        act, new Entry("access.passwords_set", "demonstration", Map.of("people", people.size())));
  }

  private void put(Collection<PersonId> people, String hash, boolean mustChange) {
    var at = time.now().atOffset(ZoneOffset.UTC);
    db.batchUpdate(
        """
        INSERT INTO access.credential (person, hash, set_at, must_change) VALUES (?, ?, ?, ?)
        ON CONFLICT (person) DO UPDATE
        SET hash = excluded.hash, set_at = excluded.set_at, must_change = excluded.must_change
        """,
        people.stream()
            .map(person -> new Object[] {person.value(), hash, at, mustChange})
            .toList());
  }
}
