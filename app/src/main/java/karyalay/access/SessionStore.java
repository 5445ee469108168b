package karyalay.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import karyalay.shared.Caller;
import karyalay.shared.Capacity;
import karyalay.shared.Language;
import karyalay.shared.OfficeId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import karyalay.shared.Typing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Sessions and bearer tokens, each read with person, roles, language and live charge in one
/// statement, so that a relief ends access at the next request.
@Repository
class SessionStore {
  private static final String CALLER =
      """
      SELECT p.id AS person, p.pno, p.name_hi, p.name_en, s.stale, s.scopes, s.first_password, s.idle, s.locked,
             l.language, l.typing,
             ARRAY(SELECT g.role FROM access.role_grant g
                   WHERE g.person = s.person AND g.valid_from <= organisation.today()
                     AND organisation.today() < g.valid_to)
                 AS roles,
             t.id AS post, t.mark, t.designation_hi, t.designation_en, t.office, t.office_hi, t.office_en,
             t.district, t.capacity
      FROM s
      JOIN organisation.v_person p ON p.id = s.person
      LEFT JOIN access.preference l ON l.person = s.person
      LEFT JOIN LATERAL (
          SELECT v.*, o.capacity FROM organisation.v_charge o JOIN organisation.v_post v ON v.id = o.post
          WHERE o.person = s.person AND (v.mark = s.wanted OR s.wanted IS NULL)
          ORDER BY o.capacity <> 'REGULAR', v.level DESC, v.mark LIMIT 1
      ) t ON true
      """;

  private static final String BY_SESSION =
      """
      WITH s AS (
          SELECT person, used_at < now() - interval '1 minute' AS stale, cast(? AS text) AS wanted,
                 ARRAY['read', 'write'] AS scopes, first_password, coalesce(idle_seconds, 0) AS idle,
                 locked_at IS NOT NULL OR coalesce(
                     used_at < now() - make_interval(secs => idle_seconds + 90), false) AS locked
          FROM access.session WHERE token_hash = ? AND ended_at IS NULL AND expires_at > now()
      )
      """
          + CALLER;

  private static final String BY_TOKEN =
      """
      WITH s AS (
          SELECT k.person, false AS stale, v.mark AS wanted, k.scopes, false AS first_password,
                 0 AS idle, false AS locked
          FROM access.api_token k
          JOIN organisation.v_charge c ON c.id = k.charge
          JOIN organisation.v_post v ON v.id = c.post
          WHERE k.token_hash = ? AND k.ended_at IS NULL AND k.expires_at > now()
      )
      """
          + CALLER;

  private final JdbcTemplate db;

  SessionStore(JdbcTemplate db) {
    this.db = db;
  }

  /// Who called, and how.
  ///
  /// @param stale whether the last use should be written
  /// @param scopes what the token allows
  /// @param firstPassword whether he must choose a password before anything else
  /// @param idle after how many seconds the page locks itself; 0 where it does not
  /// @param locked whether nothing opens before he has shown again that he is himself (OP-125)
  record Found(
      Caller caller,
      boolean stale,
      Set<String> scopes,
      boolean firstPassword,
      int idle,
      boolean locked) {}

  /// Whether this token was ever given to a browser, open or over.
  boolean ever(String token) {
    return Boolean.TRUE.equals(
        db.queryForObject(
            "SELECT EXISTS (SELECT FROM access.session WHERE token_hash = ?)",
            Boolean.class,
            (Object) Tokens.hash(token)));
  }

  /// Whether this person was ever signed in.
  boolean everOf(PersonId person) {
    return Boolean.TRUE.equals(
        db.queryForObject(
            "SELECT EXISTS (SELECT FROM access.session WHERE person = ?)",
            Boolean.class,
            person.value()));
  }

  /// @param otherwise the language for whoever has not chosen one yet
  Optional<Found> bySession(String token, @Nullable String chair, Language otherwise) {
    return db
        .query(
            BY_SESSION,
            (row, n) -> found(row, Tokens.csrf(token), otherwise),
            chair,
            Tokens.hash(token))
        .stream()
        .findFirst();
  }

  Optional<Found> byToken(String token) {
    return db
        .query(BY_TOKEN, (row, n) -> found(row, "", Language.HI), (Object) Tokens.hash(token))
        .stream()
        .findFirst();
  }

  private static Found found(ResultSet row, String csrf, Language otherwise) throws SQLException {
    String language = row.getString("language");
    String typing = row.getString("typing");
    var caller =
        new Caller(
            new PersonId(Objects.requireNonNull(row.getObject("person", UUID.class))),
            text(row, "pno"),
            text(row, "name_hi"),
            text(row, "name_en"),
            language == null ? otherwise : Language.valueOf(language),
            typing == null ? Typing.OWN : Typing.valueOf(typing),
            Set.of((String[]) row.getArray("roles").getArray()),
            csrf,
            chair(row));
    return new Found(
        caller,
        row.getBoolean("stale"),
        Set.of((String[]) row.getArray("scopes").getArray()),
        row.getBoolean("first_password"),
        row.getInt("idle"),
        row.getBoolean("locked"));
  }

  private static Caller.@Nullable Chair chair(ResultSet row) throws SQLException {
    UUID post = row.getObject("post", UUID.class);
    if (post == null) return null;
    return new Caller.Chair(
        new PostId(post),
        text(row, "mark"),
        text(row, "designation_hi"),
        text(row, "designation_en"),
        new OfficeId(Objects.requireNonNull(row.getObject("office", UUID.class))),
        text(row, "office_hi"),
        text(row, "office_en"),
        new OfficeId(Objects.requireNonNull(row.getObject("district", UUID.class))),
        Capacity.valueOf(text(row, "capacity")));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }

  /// A session to be kept.
  ///
  /// @param idle after how many seconds it locks itself; null where it does not
  record Row(
      String token,
      PersonId person,
      UUID device,
      String agent,
      Instant now,
      Instant until,
      @Nullable Long idle) {}

  void open(UUID id, Row row) {
    db.update(
        """
        INSERT INTO access.session
            (token_hash, id, person, device, agent, made_at, expires_at, used_at, idle_seconds)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Tokens.hash(row.token()),
        id,
        row.person().value(),
        row.device(),
        row.agent(),
        row.now().atOffset(ZoneOffset.UTC),
        row.until().atOffset(ZoneOffset.UTC),
        row.now().atOffset(ZoneOffset.UTC),
        row.idle());
  }

  /// Whose form it is that carries this mark: one of the latest sessions of the machine on which
  /// the given one is.
  Optional<PersonId> ownerOf(String csrf, String token) {
    record Sat(byte[] hash, PersonId person) {}
    List<Sat> sat =
        db.query(
            """
            SELECT o.token_hash, o.person FROM access.session s JOIN access.session o USING (device)
            WHERE s.token_hash = ? ORDER BY o.made_at DESC LIMIT 200
            """,
            (row, n) ->
                new Sat(
                    row.getBytes("token_hash"),
                    new PersonId(Objects.requireNonNull(row.getObject("person", UUID.class)))),
            (Object) Tokens.hash(token));
    return sat.stream()
        .filter(one -> Tokens.csrf(one.hash()).equals(csrf))
        .map(Sat::person)
        .findFirst();
  }

  /// At most once a minute, so that reading costs no write.
  void used(String token) {
    db.update(
        "UPDATE access.session SET used_at = now() WHERE token_hash = ?",
        (Object) Tokens.hash(token));
  }

  void end(String token) {
    db.update(
        "UPDATE access.session SET ended_at = now() WHERE token_hash = ? AND ended_at IS NULL",
        (Object) Tokens.hash(token));
  }

  /// Ends all sessions of a person.
  int endAll(PersonId person) {
    return db.update(
        "UPDATE access.session SET ended_at = now() WHERE person = ? AND ended_at IS NULL",
        person.value());
  }

  /// Ends all bearer tokens of a person.
  int endTokens(PersonId person) {
    return db.update(
        "UPDATE access.api_token SET ended_at = now() WHERE person = ? AND ended_at IS NULL",
        person.value());
  }

  /// Opens nothing but the account page until a password is chosen.
  void limit(String token) {
    db.update(
        "UPDATE access.session SET first_password = true WHERE token_hash = ?",
        (Object) Tokens.hash(token));
  }

  /// Ends the sessions of a person but one, to which everything opens from now on.
  void endOthers(PersonId person, String kept) {
    db.update(
        "UPDATE access.session SET first_password = false WHERE token_hash = ? AND first_password",
        (Object) Tokens.hash(kept));
    db.update(
        """
        UPDATE access.session SET ended_at = now()
        WHERE person = ? AND token_hash <> ? AND ended_at IS NULL
        """,
        person.value(),
        Tokens.hash(kept));
  }

  /// Open sessions, newest first.
  List<OpenSession> of(PersonId person) {
    return db.query(
        """
        SELECT id, agent, made_at, used_at FROM access.session
        WHERE person = ? AND ended_at IS NULL AND expires_at > now() ORDER BY made_at DESC LIMIT 50
        """,
        (row, n) ->
            new OpenSession(
                text(row, "agent"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("used_at").toInstant()),
        person.value());
  }
}
