package karyalay.signatures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of keys. None is ever deleted.
@Repository
class KeyRows {
  private final JdbcClient db;

  KeyRows(JdbcClient db) {
    this.db = db;
  }

  /// A key with what opens it.
  ///
  /// @param sealed the private key under PIN and outside secret; null in a token
  /// @param there whether its officer is still where the certificate says (OP-74)
  record Row(
      KeyCard card,
      List<byte[]> chain,
      byte @Nullable [] salt,
      byte @Nullable [] sealed,
      String alias,
      boolean there) {}

  /// A certificate that signs no more, for the list of revocations.
  record Ended(String serial, Instant at, KeyEnd how) {}

  private static final String COLUMNS =
      """
      SELECT k.*, EXISTS (SELECT FROM organisation.v_charge c WHERE c.person = k.person
                          AND (k.source <> 'OFFICE' OR c.post = k.post)) AS there
      FROM signatures.key k
      """;

  Optional<Row> live(PersonId person) {
    return db.sql(COLUMNS + "WHERE k.person = ? AND k.ended_at IS NULL")
        .param(person.value())
        .query((row, n) -> row(row))
        .optional();
  }

  boolean hasLive(PersonId person) {
    return db.sql(
            "SELECT EXISTS (SELECT FROM signatures.key WHERE person = ? AND ended_at IS NULL)")
        .param(person.value())
        .query(Boolean.class)
        .single();
  }

  /// All keys of a person, the newest first.
  List<KeyCard> of(PersonId person) {
    return db.sql(COLUMNS + "WHERE k.person = ? ORDER BY k.made_at DESC LIMIT 50")
        .param(person.value())
        .query((row, n) -> row(row).card())
        .list();
  }

  Optional<KeyCard> byCertificate(byte[] hash) {
    return db.sql(COLUMNS + "WHERE sha256(k.certificate) = ? ORDER BY k.made_at LIMIT 1")
        .param(hash)
        .query((row, n) -> row(row).card())
        .optional();
  }

  /// Live keys whose officers are no longer where the certificates say.
  List<Row> orphans() {
    return db.sql(
            COLUMNS
                + """
                WHERE k.ended_at IS NULL AND NOT EXISTS (
                    SELECT FROM organisation.v_charge c WHERE c.person = k.person
                    AND (k.source <> 'OFFICE' OR c.post = k.post))
                ORDER BY k.id LIMIT 500
                """)
        .query((row, n) -> row(row))
        .list();
  }

  List<Ended> endedOfOffice() {
    return db.sql(
            """
            SELECT serial, ended_at, ended_how FROM signatures.key
            WHERE source = 'OFFICE' AND ended_at IS NOT NULL AND valid_to > now() ORDER BY ended_at
            """)
        .query((row, n) ->
            new Ended(
                text(row, "serial"),
                row.getTimestamp("ended_at").toInstant(),
                KeyEnd.valueOf(text(row, "ended_how"))))
        .list();
  }

  /// Counts a try before the PIN is looked at; false when five have failed.
  boolean count(UUID key) {
    return db.sql("UPDATE signatures.key SET failures = failures + 1 WHERE id = ? AND failures < 5")
            .param(key)
            .update()
        == 1;
  }

  int failures(UUID key) {
    return db.sql("SELECT failures FROM signatures.key WHERE id = ?")
        .param(key)
        .query(Integer.class)
        .single();
  }

  void forgive(UUID key) {
    db.sql("UPDATE signatures.key SET failures = 0 WHERE id = ?").param(key).update();
  }

  void reseal(UUID key, byte[] salt, byte[] sealed) {
    db.sql("UPDATE signatures.key SET salt = ?, sealed = ? WHERE id = ?")
        .params(salt, sealed, key)
        .update();
  }

  /// @return whether it was live until now
  boolean end(UUID key, KeyEnd how, @Nullable PersonId by, String reason, Instant at) {
    return db.sql(
                """
                UPDATE signatures.key SET ended_at = :at, ended_how = :how, ended_by = :by, reason = :reason
                WHERE id = :id AND ended_at IS NULL
                """)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("how", how.name())
            .param("by", by == null ? null : by.value(), java.sql.Types.OTHER)
            .param("reason", reason)
            .param("id", key)
            .update()
        == 1;
  }

  void add(Row row) {
    KeyCard card = row.card();
    db.sql(
            """
            INSERT INTO signatures.key (id, person, post, source, kind, serial, certificate, chain, valid_from,
                                        valid_to, salt, sealed, alias, made_at, ended_at, ended_how)
            VALUES (:id, :person, :post, :source, :kind, :serial, :certificate, :chain, :from, :to, :salt, :sealed,
                    :alias, :made, :ended, :how)
            """)
        .param("id", card.id())
        .param("person", card.person().value())
        .param("post", card.post().value())
        .param("source", card.source().name())
        .param("kind", card.kind().name())
        .param("serial", card.serial())
        .param("certificate", Certificates.encoded(card.certificate()))
        .param("chain", row.chain().toArray(byte[][]::new))
        .param("from", card.certificate().getNotBefore().toInstant().atOffset(ZoneOffset.UTC))
        .param("to", card.validTo().atOffset(ZoneOffset.UTC))
        .param("salt", row.salt())
        .param("sealed", row.sealed())
        .param("alias", row.alias())
        .param("made", card.madeAt().atOffset(ZoneOffset.UTC))
        .param("ended", at(card.endedAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("how", card.how() == null ? null : card.how().name(), java.sql.Types.VARCHAR)
        .update();
  }

  private static @Nullable Object at(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  private static Row row(ResultSet row) throws SQLException {
    String how = row.getString("ended_how");
    Timestamp ended = row.getTimestamp("ended_at");
    var card =
        new KeyCard(
            Objects.requireNonNull(row.getObject("id", UUID.class)),
            new PersonId(Objects.requireNonNull(row.getObject("person", UUID.class))),
            new PostId(Objects.requireNonNull(row.getObject("post", UUID.class))),
            KeySource.valueOf(text(row, "source")),
            SignatureKind.valueOf(text(row, "kind")),
            Certificates.read(row.getBytes("certificate")),
            row.getInt("failures"),
            row.getTimestamp("made_at").toInstant(),
            ended == null ? null : ended.toInstant(),
            how == null ? null : KeyEnd.valueOf(how),
            text(row, "reason"));
    List<byte[]> chain = Arrays.asList((byte[][]) row.getArray("chain").getArray());
    return new Row(
        card,
        chain,
        row.getBytes("salt"),
        row.getBytes("sealed"),
        text(row, "alias"),
        row.getBoolean("there"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }
}
