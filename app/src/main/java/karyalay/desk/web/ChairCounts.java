package karyalay.desk.web;

import java.util.List;
import java.util.Objects;
import karyalay.shared.Caller;
import karyalay.web.ShellSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// All chairs of a person with what waits on each, in one statement (OP-3); a head also sees what
/// waits on vacant posts of his own office (OP-8).
@Component
class ChairCounts implements ShellSource {
  private final JdbcClient db;

  ChairCounts(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<ChairCount> chairs(Caller caller) {
    return db.sql(
            """
            SELECT t.mark, t.designation_hi, t.designation_en, t.office_hi, t.office_en, t.counter,
                   (SELECT count(*) FROM desk.paper p
                    WHERE p.holder = t.id AND p.place IN ('DESK', 'TRANSIT'))::int AS waiting
            FROM organisation.v_charge c JOIN organisation.v_post t ON t.id = c.post
            WHERE c.person = ? ORDER BY c.capacity <> 'REGULAR', t.level DESC, t.mark
            """)
        .param(caller.person().value())
        .query((row, n) ->
            new ChairCount(
                Objects.requireNonNull(row.getString("mark")),
                Objects.requireNonNull(row.getString("designation_hi")),
                Objects.requireNonNull(row.getString("designation_en")),
                Objects.requireNonNull(row.getString("office_hi")),
                Objects.requireNonNull(row.getString("office_en")),
                row.getBoolean("counter"),
                row.getInt("waiting")))
        .list();
  }
}
