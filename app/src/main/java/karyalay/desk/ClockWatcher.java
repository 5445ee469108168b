package karyalay.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.CalendarWatcher;
import karyalay.organisation.Calendars;
import karyalay.organisation.Limit;
import karyalay.shared.Act;
import karyalay.shared.OfficeId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// A holiday added or withdrawn moves the ends of the clocks that run by working days in that
/// office and under it, in the act that changed the calendar. Nothing else ever moves a running
/// clock.
@Component
class ClockWatcher implements CalendarWatcher {
  private final JdbcTemplate db;
  private final ObjectProvider<Calendars> calendars;
  private final Ledger ledger;

  ClockWatcher(JdbcTemplate db, ObjectProvider<Calendars> calendars, Ledger ledger) {
    this.db = db;
    this.calendars = calendars;
    this.ledger = ledger;
  }

  private record Running(
      UUID paper, String name, Instant started, int amount, UUID office, Instant due) {}

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void calendarChanged(Act act, OfficeId office) {
    List<Object[]> moved = new ArrayList<>();
    for (Running clock : running(office)) {
      Limit limit = Limit.workingDays(clock.amount());
      Instant due = calendars.getObject().due(new OfficeId(clock.office()), clock.started(), limit);
      if (!due.equals(clock.due()))
        moved.add(new Object[] {PaperStore.at(due), clock.paper(), clock.name()});
    }
    if (moved.isEmpty()) return;
    db.batchUpdate("UPDATE desk.clock SET due_at = ? WHERE paper = ? AND name = ?", moved);
    UUID[] papers = moved.stream().map(row -> (UUID) row[1]).distinct().toArray(UUID[]::new);
    db.update(
        """
        UPDATE desk.paper p SET due_at = coalesce(
            (SELECT min(c.due_at) FROM desk.clock c
             WHERE c.paper = p.id AND c.stopped_at IS NULL AND c.paused_since IS NULL), 'infinity')
        WHERE p.id = ANY (?)
        """,
        (Object) papers);
    ledger.append(
        act, new Entry("desk.clocks_moved", "office/" + office, Map.of("clocks", moved.size())));
  }

  private List<Running> running(OfficeId office) {
    return db.query(
        """
        SELECT c.paper, c.name, c.started, c.amount, c.office, c.due_at
        FROM desk.clock c JOIN desk.paper p ON p.id = c.paper
        WHERE c.unit = 'WORKING_DAYS' AND c.stopped_at IS NULL AND c.paused_since IS NULL
          AND c.office IN (SELECT below FROM organisation.v_office_line WHERE office = ?)
        ORDER BY c.paper FOR UPDATE OF p
        """,
        (row, n) ->
            new Running(
                PaperRows.uuid(row, "paper"),
                PaperRows.text(row, "name"),
                row.getTimestamp("started").toInstant(),
                row.getInt("amount"),
                PaperRows.uuid(row, "office"),
                Objects.requireNonNull(PaperRows.moment(row, "due_at"))),
        office.value());
  }
}
