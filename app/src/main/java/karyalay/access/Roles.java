package karyalay.access;

import java.time.LocalDate;
import java.util.Map;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Roles of people, dated. A role opens no paper (OP-15).
@Service
@Transactional
public class Roles {
  private final JdbcClient db;
  private final Ledger ledger;

  Roles(JdbcClient db, Ledger ledger) {
    this.db = db;
    this.ledger = ledger;
  }

  /// Makes a person an administrator of his district from a day on.
  public void makeAdministrator(Act act, PersonId person, LocalDate from) {
    db.sql(
            """
            INSERT INTO access.role_grant (person, role, valid_from) VALUES (?, 'ADMIN', ?)
            ON CONFLICT DO NOTHING
            """)
        .params(person.value(), from)
        .update();
    ledger.append(
        act,
        new Entry(
            "access.role_given",
            "person/" + person,
            Map.of("role", "ADMIN", "from", from.toString())));
  }
}
