package karyalay.access;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// Who has which password.
@Service
public class Credentials {
  private final JdbcTemplate db;
  private final Passwords passwords;
  private final Tries tries;
  private final SessionStore sessions;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;
  private final TransactionOperations transaction;

  Credentials(
      JdbcTemplate db,
      Passwords passwords,
      Tries tries,
      SessionStore sessions,
      Acts acts,
      Ledger ledger,
      OfficeTime time,
      TransactionOperations transaction) {
    this.db = db;
    this.passwords = passwords;
    this.tries = tries;
    this.sessions = sessions;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
    this.transaction = transaction;
  }

  private record Known(PersonId person, String hash) {}

  /// The person who has this PNO and password. The try is counted and committed first, and no
  /// connection is held while the password is hashed.
  ///
  /// @throws Refused `WRONG_PASSWORD`; `TOO_MANY_TRIES` with the seconds to wait on this device
  PersonId check(String pno, String password, UUID device) {
    Optional<Known> known = known(pno);
    PersonId person = known.map(Known::person).orElse(null);
    tries.begin(pno, person, device);
    if (!passwords.fits(password, known.map(Known::hash).orElse(null)) || person == null)
      throw new Refused(AccessRefusal.WRONG_PASSWORD);
    tries.forget(pno, device);
    return person;
  }

  private Optional<Known> known(String pno) {
    return db
        .query(
            """
            SELECT c.person, c.hash FROM organisation.v_person p
            JOIN access.credential c ON c.person = p.id WHERE p.pno = ?
            """,
            (row, n) ->
                new Known(
                    new PersonId(Objects.requireNonNull(row.getObject("person", UUID.class))),
                    Objects.requireNonNull(row.getString("hash"))),
            pno)
        .stream()
        .findFirst();
  }

  /// Sets a person's password.
  ///
  /// @throws Refused `PASSWORD_TOO_SHORT`
  @Transactional
  public void set(Act act, PersonId person, String password) {
    put(List.of(person), passwords.hash(password));
    ledger.append(act, new Entry("access.password_set", "person/" + person, Map.of()));
  }

  /// Changes one's own password, knowing the old one. Every other session of the person ends.
  ///
  /// @param here token of the session that goes on
  /// @throws Refused `WRONG_PASSWORD`, `TOO_MANY_TRIES`, `PASSWORD_TOO_SHORT`, `PASSWORD_TOO_LONG`
  public void change(Act act, Caller caller, Change change, UUID device, String here) {
    PersonId person = check(caller.pno(), change.old(), device);
    String hash = passwords.hash(change.fresh());
    transaction.executeWithoutResult(begun ->
        acts.once(
            act,
            person.value(),
            () -> {
              put(List.of(person), hash);
              sessions.endOthers(person, here);
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
    put(people, passwords.hash(password));
    ledger.append(
        act, new Entry("access.passwords_set", "demonstration", Map.of("people", people.size())));
  }

  private void put(Collection<PersonId> people, String hash) {
    var at = time.now().atOffset(ZoneOffset.UTC);
    db.batchUpdate(
        """
        INSERT INTO access.credential (person, hash, set_at) VALUES (?, ?, ?)
        ON CONFLICT (person) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at
        """,
        people.stream().map(person -> new Object[] {person.value(), hash, at}).toList());
  }
}
