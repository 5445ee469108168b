package karyalay.ledger;

import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.OfficeTime;
import karyalay.shared.Sha256;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes what was done. An entry holds only a salted commitment; the words stand in the opening,
/// which a lawful act may erase without breaking the log.
@Component
public class Ledger {
  /// Entry and opening in one round trip. The database gives `seq` and `xid`; the sealer needs
  /// both.
  private static final String APPEND =
      """
      WITH line AS (
          SELECT ordinality, act, subject, commitment, salt, preimage
          FROM unnest(?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[])
               WITH ORDINALITY AS u (act, subject, commitment, salt, preimage, ordinality)
      ), written AS (
          INSERT INTO ledger.entry (act_id, act, subject, person, post, capacity, at, commitment)
          SELECT ?, act, subject, ?, ?, ?, ?, commitment FROM line ORDER BY ordinality
          RETURNING seq, commitment
      )
      INSERT INTO ledger.opening (seq, salt, preimage)
      SELECT written.seq, line.salt, line.preimage FROM written JOIN line USING (commitment)
      """;

  private final JdbcTemplate db;
  private final OfficeTime time;
  private final SecureRandom random = new SecureRandom();

  Ledger(JdbcTemplate db, OfficeTime time) {
    this.db = db;
    this.time = time;
  }

  /// Appends inside the act's transaction. Call it last: nothing but the commit should follow.
  @Transactional(propagation = Propagation.MANDATORY)
  public void append(Act act, Entry... entries) {
    append(act, List.of(entries));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void append(Act act, List<Entry> entries) {
    if (entries.isEmpty()) return;
    Instant at = time.now();
    byte[][] salts = new byte[entries.size()][32];
    byte[][] preimages = new byte[entries.size()][];
    byte[][] commitments = new byte[entries.size()][];
    for (int i = 0; i < entries.size(); i++) {
      random.nextBytes(salts[i]);
      preimages[i] = preimage(act, entries.get(i), at);
      commitments[i] = Sha256.of(salts[i], preimages[i]);
    }
    db.update(connection -> statement(connection, act, entries, at, commitments, salts, preimages));
  }

  /// The exact bytes that are committed to.
  static byte[] preimage(Act act, Entry entry, Instant at) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("act", entry.act());
    words.put("act_id", act.id().toString());
    words.put("at", at.toString());
    words.put("by", act.person().toString());
    words.put("capacity", act.by().capacity().name());
    words.put("details", details(act, entry));
    words.put("post", act.post().toString());
    words.put("subject", entry.subject());
    return Canonical.bytes(words);
  }

  /// What was written without a line says when, by the clock of the device.
  private static Map<String, ?> details(Act act, Entry entry) {
    Instant written = act.written();
    if (written == null) return entry.details();
    Map<String, Object> details = new LinkedHashMap<>(entry.details());
    details.put("written_at", written.toString());
    return details;
  }

  private static PreparedStatement statement(
      Connection connection,
      Act act,
      List<Entry> entries,
      Instant at,
      byte[][] commitments,
      byte[][] salts,
      byte[][] preimages)
      throws java.sql.SQLException {
    var statement = connection.prepareStatement(APPEND);
    statement.setArray(1, texts(connection, entries.stream().map(Entry::act).toArray()));
    statement.setArray(2, texts(connection, entries.stream().map(Entry::subject).toArray()));
    statement.setArray(3, connection.createArrayOf("bytea", commitments));
    statement.setArray(4, connection.createArrayOf("bytea", salts));
    statement.setArray(5, connection.createArrayOf("bytea", preimages));
    statement.setObject(6, act.id().value());
    statement.setObject(7, act.person().value());
    statement.setObject(8, act.post().value());
    statement.setString(9, act.by().capacity().name());
    statement.setObject(10, at.atOffset(java.time.ZoneOffset.UTC));
    return statement;
  }

  private static Array texts(Connection connection, Object[] values) throws java.sql.SQLException {
    return connection.createArrayOf("text", values);
  }

  /// What an act wrote, oldest first. For the trail, tests and the verifier; the caller has made
  /// sure that the reader may see it.
  @Transactional(readOnly = true)
  public List<Written> of(String subject) {
    return db.query(
        """
        SELECT e.seq, e.act, e.person, e.post, e.at, e.commitment, o.salt, o.preimage
        FROM ledger.entry e LEFT JOIN ledger.opening o USING (seq)
        WHERE e.subject = ? ORDER BY e.seq
        """,
        (row, n) ->
            new Written(
                row.getLong("seq"),
                Objects.requireNonNull(row.getString("act")),
                Objects.requireNonNull(row.getObject("person", UUID.class)),
                Objects.requireNonNull(row.getObject("post", UUID.class)),
                row.getTimestamp("at").toInstant(),
                row.getBytes("commitment"),
                row.getBytes("salt"),
                row.getBytes("preimage")),
        subject);
  }

  /// An entry with its opening.
  public record Written(
      long seq,
      String act,
      UUID person,
      UUID post,
      Instant at,
      byte[] commitment,
      byte[] salt,
      byte[] preimage) {
    /// Whether salt and words still give what was committed to.
    public boolean opens() {
      return java.util.Arrays.equals(commitment, Sha256.of(salt, preimage));
    }
  }
}
