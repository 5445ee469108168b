package karyalay.access;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Persons;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Roles of people, dated. A role opens no paper (OP-15).
@Service
@Transactional
public class Roles {
  private final JdbcClient db;
  private final Persons persons;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Roles(JdbcClient db, Persons persons, Acts acts, Ledger ledger, OfficeTime time) {
    this.db = db;
    this.persons = persons;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Makes a person an administrator of his district from a day on.
  public void makeAdministrator(Act act, PersonId person, LocalDate from) {
    db.sql(
            """
            INSERT INTO access.role_grant AS g (person, role, valid_from) VALUES (?, 'ADMIN', ?)
            ON CONFLICT (person, role, valid_from) DO UPDATE SET valid_to = 'infinity'
            """)
        .params(person.value(), from)
        .update();
    log(act, person, "access.role_given", from);
  }

  /// An administrator makes one of his district's people another, from today on.
  ///
  /// @throws Refused `NOT_FOUND` for a person of another district
  public void give(Act act, Caller administrator, PersonId person) {
    own(administrator, person);
    acts.once(
        act,
        person.value(),
        () -> {
          if (administratorSince(person).isEmpty()) makeAdministrator(act, person, time.today());
        });
  }

  /// Takes the role away at once.
  ///
  /// @throws Refused `NOT_FOUND` for a person of another district; `LAST_ADMINISTRATOR`
  public void end(Act act, Caller administrator, PersonId person) {
    own(administrator, person);
    acts.once(
        act,
        person.value(),
        () -> {
          if (administratorSince(person).isEmpty()) return;
          if (!othersThan(person, administrator.seat().district()))
            throw new Refused(AccessRefusal.LAST_ADMINISTRATOR);
          db.sql(
                  """
                  UPDATE access.role_grant SET valid_to = ?
                  WHERE person = ? AND role = 'ADMIN' AND valid_to > ?
                  """)
              .params(time.today(), person.value(), time.today())
              .update();
          log(act, person, "access.role_ended", time.today());
        });
  }

  /// Since when the person is an administrator; empty when he is none.
  @Transactional(readOnly = true)
  public Optional<LocalDate> administratorSince(PersonId person) {
    return db.sql(
            """
            SELECT valid_from FROM access.role_grant
            WHERE person = ? AND role = 'ADMIN' AND valid_from <= ? AND ? < valid_to
            """)
        .params(person.value(), time.today(), time.today())
        .query(LocalDate.class)
        .optional();
  }

  /// Two at once who take each other's role away wait here for one another.
  private boolean othersThan(PersonId person, OfficeId district) {
    return !db.sql(
            """
            SELECT g.person FROM access.role_grant g
            WHERE g.role = 'ADMIN' AND g.person <> ? AND g.valid_from <= ? AND ? < g.valid_to
              AND EXISTS (SELECT FROM organisation.v_charge c
                          JOIN organisation.v_post t ON t.id = c.post
                          WHERE c.person = g.person AND t.district = ?)
            FOR UPDATE OF g
            """)
        .params(person.value(), time.today(), time.today(), district.value())
        .query(java.util.UUID.class)
        .list()
        .isEmpty();
  }

  private void own(Caller administrator, PersonId person) {
    if (persons.inDistrict(person, administrator.seat().district()).isEmpty())
      throw new Refused(SharedRefusal.NOT_FOUND);
  }

  private void log(Act act, PersonId person, String what, LocalDate day) {
    ledger.append(
        act, new Entry(what, "person/" + person, Map.of("role", "ADMIN", "day", day.toString())));
  }
}
