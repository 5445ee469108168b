package karyalay.access;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Bearer tokens with which another system works as one person on one post. Each is bound to the
/// live charge: a relief ends it at the next call.
@Service
@Transactional
public class ApiTokens {
  static final Duration LIFE = Duration.ofDays(180);
  private static final int LONGEST_NAME = 100;

  private final JdbcClient db;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  ApiTokens(JdbcClient db, Acts acts, Ledger ledger, OfficeTime time) {
    this.db = db;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// A token as it is listed: never its text, of which only the hash is kept.
  public record Line(
      UUID id, String name, String mark, boolean writes, Instant madeAt, Instant expiresAt) {}

  /// Makes a token for the post that this act is done on.
  ///
  /// @param writes whether it may also write
  /// @return the token's text, which is told this once; empty when the same act is sent again
  /// @throws Refused `TOKEN_NEEDS_NAME`
  public String make(Act act, String name, boolean writes) {
    String plain = name.strip();
    if (plain.isEmpty() || plain.length() > LONGEST_NAME)
      throw new Refused(AccessRefusal.TOKEN_NEEDS_NAME, String.valueOf(LONGEST_NAME));
    String token = Tokens.fresh();
    UUID id = Ids.next();
    UUID made = acts.once(act, id, () -> makeNow(act, id, token, plain, writes));
    return made.equals(id) ? token : "";
  }

  private void makeNow(Act act, UUID id, String token, String name, boolean writes) {
    Instant now = time.now();
    String[] scopes = writes ? new String[] {"read", "write"} : new String[] {"read"};
    db.sql(
            """
            INSERT INTO access.api_token (token_hash, id, person, post, scopes, name, made_at, expires_at, charge)
            SELECT ?, ?, c.person, c.post, ?, ?, ?, ?, c.id FROM organisation.v_charge c
            WHERE c.person = ? AND c.post = ? AND c.capacity = ?
            """)
        .params(
            Tokens.hash(token),
            id,
            scopes,
            name,
            now.atOffset(ZoneOffset.UTC),
            now.plus(LIFE).atOffset(ZoneOffset.UTC),
            act.person().value(),
            act.post().value(),
            act.by().capacity().name())
        .update();
    log(act, "access.token_made", Map.of("token", id.toString(), "scopes", List.of(scopes)));
  }

  /// The live tokens of a person on a post, newest first.
  @Transactional(readOnly = true)
  public List<Line> of(Scope scope) {
    return db.sql(
            """
            SELECT k.id, k.name, v.mark, 'write' = ANY (k.scopes) AS writes, k.made_at, k.expires_at
            FROM access.api_token k
            JOIN organisation.v_charge c ON c.id = k.charge
            JOIN organisation.v_post v ON v.id = c.post
            WHERE k.person = ? AND k.post = ? AND k.ended_at IS NULL AND k.expires_at > now()
            ORDER BY k.made_at DESC LIMIT 100
            """)
        .params(scope.person().value(), scope.post().value())
        .query((row, n) ->
            new Line(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getString("name")),
                Objects.requireNonNull(row.getString("mark")),
                row.getBoolean("writes"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("expires_at").toInstant()))
        .list();
  }

  /// Ends a token of one's own.
  ///
  /// @throws Refused `NOT_FOUND`
  public void end(Act act, UUID token) {
    acts.once(act, token, () -> endNow(act, token));
  }

  private void endNow(Act act, UUID token) {
    int ended =
        db.sql(
                "UPDATE access.api_token SET ended_at = now() WHERE id = ? AND person = ? AND ended_at IS NULL")
            .params(token, act.person().value())
            .update();
    if (ended == 0) throw new Refused(SharedRefusal.NOT_FOUND);
    log(act, "access.token_ended", Map.of("token", token.toString()));
  }

  private void log(Act act, String what, Map<String, Object> details) {
    ledger.append(act, new Entry(what, "person/" + act.person(), details));
  }
}
