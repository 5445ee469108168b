package karyalay.organisation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.OfficeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Holidays and weekly rules.
@Repository
class CalendarStore {
  private final JdbcClient db;

  CalendarStore(JdbcClient db) {
    this.db = db;
  }

  private record Stated(LocalDate day, boolean working) {}

  /// Stated days of the office and of every office above it; the nearest one decides a day.
  Map<LocalDate, Boolean> days(OfficeId office) {
    var days = new HashMap<LocalDate, Boolean>();
    db.sql(
            """
            SELECT h.day, h.working
            FROM organisation.office_line l JOIN organisation.holiday h ON h.office = l.office
            WHERE l.below = ? AND NOT h.withdrawn ORDER BY l.depth
            """)
        .param(office.value())
        .query(Stated.class)
        .list()
        .forEach(stated -> days.putIfAbsent(stated.day(), stated.working()));
    return days;
  }

  List<WorkingDays.Weekly> rules(OfficeId office) {
    return db.sql(
            """
            SELECT r.weekday, r.nth, r.working, r.valid_from, r.valid_to
            FROM organisation.office_line l JOIN organisation.weekly_rule r ON r.office = l.office
            WHERE l.below = ? ORDER BY l.depth, r.nth DESC, r.valid_from DESC
            """)
        .param(office.value())
        .query((row, n) ->
            new WorkingDays.Weekly(
                DayOfWeek.of(row.getInt("weekday")),
                row.getInt("nth"),
                row.getBoolean("working"),
                Columns.day(row, "valid_from"),
                Columns.day(row, "valid_to")))
        .list();
  }

  List<Holiday> listed(OfficeId office, LocalDate from, LocalDate until) {
    return db.sql(
            """
            SELECT h.id, h.office, o.name_hi AS office_hi, o.name_en AS office_en, h.day, h.working,
                   h.name_hi, h.name_en, h.confirmed
            FROM organisation.office_line l JOIN organisation.holiday h ON h.office = l.office
            JOIN organisation.office o ON o.id = h.office
            WHERE l.below = ? AND NOT h.withdrawn AND h.day >= ? AND h.day < ?
            ORDER BY h.day, l.depth
            """)
        .params(office.value(), from, until)
        .query(Holiday.class)
        .list();
  }

  Optional<UUID> stated(OfficeId office, LocalDate day) {
    return db.sql(
            "SELECT id FROM organisation.holiday WHERE office = ? AND day = ? AND NOT withdrawn")
        .params(office.value(), day)
        .query(UUID.class)
        .optional();
  }

  void add(UUID id, OfficeId office, Holiday.Facts facts) {
    db.sql(
            """
            INSERT INTO organisation.holiday (id, office, day, working, name_hi, name_en, confirmed)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            office.value(),
            facts.day(),
            facts.working(),
            facts.nameHi(),
            facts.nameEn(),
            facts.confirmed())
        .update();
  }

  /// The withdrawn day, so that it can be logged; empty when it was withdrawn before.
  Optional<Holiday> withdraw(UUID id) {
    return db.sql(
            """
            UPDATE organisation.holiday h SET withdrawn = true FROM organisation.office o
            WHERE h.id = ? AND NOT h.withdrawn AND o.id = h.office
            RETURNING h.id, h.office, o.name_hi AS office_hi, o.name_en AS office_en, h.day,
                      h.working, h.name_hi, h.name_en, h.confirmed
            """)
        .param(id)
        .query(Holiday.class)
        .optional();
  }

  List<WeeklyRule> listedRules(OfficeId office) {
    return db.sql(
            """
            SELECT r.id, r.office, o.name_hi AS office_hi, o.name_en AS office_en, r.weekday, r.nth,
                   r.working, r.valid_from, r.valid_to
            FROM organisation.office_line l JOIN organisation.weekly_rule r ON r.office = l.office
            JOIN organisation.office o ON o.id = r.office
            WHERE l.below = ? AND r.valid_to > organisation.today()
            ORDER BY r.weekday, l.depth, r.nth
            """)
        .param(office.value())
        .query(WeeklyRule.ROW)
        .list();
  }

  void addRule(UUID id, OfficeId office, WeeklyRule.Facts facts) {
    db.sql(
            """
            INSERT INTO organisation.weekly_rule (id, office, weekday, nth, working, valid_from, valid_to)
            VALUES (?, ?, ?, ?, ?, ?, 'infinity')
            """)
        .params(
            id,
            office.value(),
            facts.weekday().getValue(),
            facts.nth(),
            facts.working(),
            facts.from())
        .update();
  }

  /// The office whose rule it was; empty when there is none that runs beyond the day.
  Optional<OfficeId> endRule(UUID id, LocalDate from) {
    return db.sql(
            """
            UPDATE organisation.weekly_rule SET valid_to = greatest(valid_from, ?)
            WHERE id = ? AND valid_to > ? RETURNING office
            """)
        .params(from, id, from)
        .query(UUID.class)
        .optional()
        .map(OfficeId::new);
  }
}
