package karyalay.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.OfficeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The log of edits, and what of it waits for its day.
@Repository
class ChangeStore {
  /// An edit that waits.
  ///
  /// @param ends whether it ends the row, as an abolition does
  record Waiting(long id, Changes.Kind kind, UUID subject, boolean ends) {}

  private static final TypeReference<Map<String, Object>> WORDS = new TypeReference<>() {};

  private final JdbcClient db;
  private final JsonMapper json;
  private final PostStore posts;
  private final PersonStore persons;

  ChangeStore(JdbcClient db, JsonMapper json, PostStore posts, PersonStore persons) {
    this.db = db;
    this.json = json;
    this.posts = posts;
    this.persons = persons;
  }

  long add(
      Act act,
      Changes.Kind kind,
      UUID subject,
      LocalDate from,
      Map<String, Object> old,
      Map<String, Object> now,
      Instant at) {
    return db.sql(
            """
            INSERT INTO organisation.change
                (kind, subject, effective_on, old, new, act, person, post, at)
            VALUES (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?) RETURNING id
            """)
        .params(
            kind.name(),
            subject,
            from,
            json.writeValueAsString(old),
            json.writeValueAsString(now),
            act.id().value(),
            act.person().value(),
            act.post().value(),
            at.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  void wait(long change, LocalDate day) {
    db.sql("INSERT INTO organisation.pending (change, effective_on) VALUES (?, ?)")
        .params(change, day)
        .update();
  }

  List<Waiting> due() {
    return db.sql(
            """
            SELECT c.id, c.kind, c.subject, jsonb_exists(c.new, 'valid_to') AS ends
            FROM organisation.pending p JOIN organisation.change c ON c.id = p.change
            WHERE p.effective_on <= organisation.today() ORDER BY p.effective_on, c.id
            """)
        .query(Waiting.class)
        .list();
  }

  /// Takes it off the waiting list; false when another node has.
  boolean done(long change) {
    return db.sql("DELETE FROM organisation.pending WHERE change = ?").param(change).update() == 1;
  }

  /// Puts the new values into the row, and draws anew what is kept from it.
  void carryOut(long change, Changes.Kind kind, UUID subject) {
    switch (kind) {
      case OFFICE -> {
        db.sql(OFFICE).param(change).update();
        posts.refresh(subject);
        posts.redraw(subject);
      }
      case POST -> {
        db.sql(POST).param(change).update();
        UUID office = posts.officeOf(subject);
        posts.refresh(office);
        posts.redraw(office);
      }
      case PERSON -> {
        db.sql(PERSON).param(change).update();
        persons.refresh(subject);
      }
      case DISTRICT, CHARGE, HOLIDAY, WEEKLY_RULE, MASTER, PLACE, SERIES -> {
        // These are dated rows; nothing is kept from them.
      }
    }
  }

  private static final String OFFICE =
      """
      UPDATE organisation.office o
      SET (parent, kind, code, name_hi, name_en, short_hi, aliases, confirmed, valid_to) =
          (SELECT n.parent, n.kind, n.code, n.name_hi, n.name_en, n.short_hi, n.aliases, n.confirmed, n.valid_to
           FROM jsonb_populate_record(o, c.new) n)
      FROM organisation.change c WHERE c.id = ? AND o.id = c.subject
      """;

  private static final String POST =
      """
      UPDATE organisation.post p
      SET (designation_hi, designation_en, short_hi, rank, head, counter, confirmed, valid_to) =
          (SELECT n.designation_hi, n.designation_en, n.short_hi, n.rank, n.head, n.counter, n.confirmed, n.valid_to
           FROM jsonb_populate_record(p, c.new) n)
      FROM organisation.change c WHERE c.id = ? AND p.id = c.subject
      """;

  private static final String PERSON =
      """
      UPDATE organisation.person p
      SET (name_hi, name_en, mobile, gender, rank, joined_on, email, valid_to) =
          (SELECT n.name_hi, n.name_en, n.mobile, n.gender, n.rank, n.joined_on, n.email, n.valid_to
           FROM jsonb_populate_record(p, c.new) n)
      FROM organisation.change c WHERE c.id = ? AND p.id = c.subject
      """;

  List<Changes.Line> latest(OfficeId district, List<Changes.Kind> kinds, int limit) {
    return db.sql(
            """
            SELECT c.id, c.kind, c.subject, c.effective_on, c.old, c.new, c.person, c.at,
                   coalesce(p.name_hi, '') AS name_hi, coalesce(p.name_en, '') AS name_en,
                   w.change IS NOT NULL AS pending
            FROM organisation.change c
            JOIN organisation.post at_post ON at_post.id = c.post AND at_post.district = ?
            LEFT JOIN organisation.person p ON p.id = c.person
            LEFT JOIN organisation.pending w ON w.change = c.id
            WHERE c.kind = ANY (?) ORDER BY c.id DESC LIMIT ?
            """)
        .params(district.value(), kinds.stream().map(Enum::name).toArray(String[]::new), limit)
        .query(this::line)
        .list();
  }

  List<Changes.Line> of(UUID subject) {
    return db.sql(
            """
            SELECT c.id, c.kind, c.subject, c.effective_on, c.old, c.new, c.person, c.at,
                   coalesce(p.name_hi, '') AS name_hi, coalesce(p.name_en, '') AS name_en,
                   w.change IS NOT NULL AS pending
            FROM organisation.change c
            LEFT JOIN organisation.person p ON p.id = c.person
            LEFT JOIN organisation.pending w ON w.change = c.id
            WHERE c.subject = ? ORDER BY c.id DESC LIMIT 100
            """)
        .param(subject)
        .query(this::line)
        .list();
  }

  private Changes.Line line(ResultSet row, int n) throws SQLException {
    return new Changes.Line(
        row.getLong("id"),
        Changes.Kind.valueOf(Columns.text(row, "kind")),
        Columns.id(row, "subject"),
        Columns.day(row, "effective_on"),
        json.readValue(Columns.text(row, "old"), WORDS),
        json.readValue(Columns.text(row, "new"), WORDS),
        Columns.id(row, "person"),
        Columns.text(row, "name_hi"),
        Columns.text(row, "name_en"),
        row.getTimestamp("at").toInstant(),
        row.getBoolean("pending"));
  }
}
