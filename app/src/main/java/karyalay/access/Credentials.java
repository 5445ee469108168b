package karyalay.access;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Passwords: hashed with Argon2id, at most two at a time, since each takes 16 MB and two cores
/// have other work.
@Service
public class Credentials {
  private static final int SHORTEST = 8;
  private static final int FREE_TRIES = 3;

  private final JdbcTemplate db;
  private final Ledger ledger;
  private final OfficeTime time;
  private final Argon2PasswordEncoder encoder =
      Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  private final Semaphore hashing = new Semaphore(2, true);
  private final String nobody = encoder.encode(Tokens.fresh());

  Credentials(JdbcTemplate db, Ledger ledger, OfficeTime time) {
    this.db = db;
    this.ledger = ledger;
    this.time = time;
  }

  private record Known(UUID person, String hash) {}

  /// The person who has this PNO and password.
  ///
  /// @throws Refused `WRONG_PASSWORD`; `TOO_MANY_TRIES` with the seconds to wait on this device
  @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
  PersonId check(String pno, String password, UUID device) {
    slowDown(pno, device);
    Optional<Known> known =
        db
            .query(
                """
                SELECT c.person, c.hash FROM organisation.v_person p
                JOIN access.credential c ON c.person = p.id WHERE p.pno = ?
                """,
                (row, n) -> new Known(row.getObject("person", UUID.class), row.getString("hash")),
                pno)
            .stream()
            .findFirst();
    // The same work for an unknown number, so that the time taken does not tell.
    boolean fits = matches(password, known.map(Known::hash).orElse(nobody));
    if (known.isEmpty() || !fits) {
      failed(pno, device);
      throw new Refused(AccessRefusal.WRONG_PASSWORD);
    }
    db.update("DELETE FROM access.failure WHERE pno = ? AND device = ?", pno, device);
    return new PersonId(known.get().person());
  }

  private void slowDown(String pno, UUID device) {
    Instant now = time.now();
    db
        .query(
            "SELECT times, last_at FROM access.failure WHERE pno = ? AND device = ?",
            (row, n) -> {
              int over = row.getInt("times") - FREE_TRIES;
              long wait = over < 0 ? 0 : Math.min(300, 1L << Math.min(over + 1, 9));
              return row.getTimestamp("last_at").toInstant().plusSeconds(wait);
            },
            pno,
            device)
        .stream()
        .filter(now::isBefore)
        .findFirst()
        .ifPresent(until -> {
          long seconds = java.time.Duration.between(now, until).toSeconds() + 1;
          throw new Refused(AccessRefusal.TOO_MANY_TRIES, seconds);
        });
  }

  private void failed(String pno, UUID device) {
    db.update(
        """
        INSERT INTO access.failure AS f (pno, device, times, last_at) VALUES (left(?, 20), ?, 1, ?)
        ON CONFLICT (pno, device) DO UPDATE SET times = f.times + 1, last_at = excluded.last_at
        """,
        pno,
        device,
        time.now().atOffset(ZoneOffset.UTC));
  }

  private boolean matches(String password, String hash) {
    hashing.acquireUninterruptibly();
    try {
      return encoder.matches(password, hash);
    } finally {
      hashing.release();
    }
  }

  private String hash(String password) {
    if (password.length() < SHORTEST) throw new Refused(AccessRefusal.PASSWORD_TOO_SHORT, SHORTEST);
    hashing.acquireUninterruptibly();
    try {
      return encoder.encode(password);
    } finally {
      hashing.release();
    }
  }

  /// Sets a person's password.
  ///
  /// @throws Refused `PASSWORD_TOO_SHORT`
  @Transactional
  public void set(Act act, PersonId person, String password) {
    put(List.of(person), hash(password));
    ledger.append(act, new Entry("access.password_set", "person/" + person, Map.of()));
  }

  /// Changes one's own password, knowing the old one.
  ///
  /// @throws Refused `WRONG_PASSWORD`, `TOO_MANY_TRIES`, `PASSWORD_TOO_SHORT`
  @Transactional(noRollbackFor = Refused.class)
  public void change(Act act, String pno, String old, String fresh, UUID device) {
    set(act, check(pno, old, device), fresh);
  }

  /// Gives many people one password with one hash: for the invented people of a demonstration only.
  @Transactional
  public void setForAll(Act act, Collection<PersonId> people, String password) {
    put(people, hash(password));
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
