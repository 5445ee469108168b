package karyalay.signatures;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of signatures: only ever added.
@Repository
class SignatureRows {
  private final JdbcClient db;

  SignatureRows(JdbcClient db) {
    this.db = db;
  }

  /// Writes a signature down, if its key may still sign.
  ///
  /// @param value the signature itself when it stands in no document
  /// @return false when the key was ended meanwhile
  boolean add(SignatureFacts facts, UUID key, byte @Nullable [] value, Act act) {
    return db.sql(
                """
                INSERT INTO signatures.signature (id, key, form, kind, subject, person, post, capacity, at, hash,
                                                  value, act)
                SELECT :id, k.id, :form, k.kind, :subject, :person, :post, :capacity, :at, :hash, :value, :act
                FROM signatures.key k
                WHERE k.id = :key AND k.person = :person AND (k.ended_at IS NULL OR k.ended_how = 'ONCE')
                """)
            .param("id", facts.id())
            .param("form", value == null ? "PDF" : "DETACHED")
            .param("subject", facts.subject())
            .param("person", facts.signer().value())
            .param("post", facts.post().value())
            .param("capacity", facts.capacity().name())
            .param("at", facts.at().atOffset(ZoneOffset.UTC))
            .param("hash", facts.documentHash())
            .param("value", value, Types.BINARY)
            .param("act", act.id().value())
            .param("key", key)
            .update()
        == 1;
  }

  /// What our books say of a document that was signed here.
  Optional<Verdict.Recorded> byDocument(byte[] hash, String serial) {
    return db.sql(
            """
            SELECT s.at, x.name_hi, x.name_en, p.designation_hi, p.designation_en, p.office_hi, p.office_en
            FROM signatures.v_signature s
            JOIN organisation.v_person x ON x.id = s.person
            JOIN organisation.v_post_ever p ON p.id = s.post
            WHERE s.form = 'PDF' AND s.hash = ? AND s.serial = ? LIMIT 1
            """)
        .params(hash, serial)
        .query((row, n) ->
            new Verdict.Recorded(
                Objects.requireNonNull(row.getString("name_hi")),
                Objects.requireNonNull(row.getString("name_en")),
                row.getString("designation_hi") + ", " + row.getString("office_hi"),
                row.getString("designation_en") + ", " + row.getString("office_en"),
                instant(row.getTimestamp("at"))))
        .optional();
  }

  private static Instant instant(java.sql.@Nullable Timestamp at) {
    return Objects.requireNonNull(at).toInstant();
  }
}
