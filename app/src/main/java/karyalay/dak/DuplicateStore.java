package karyalay.dak;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Looks for what was diarised before, among what the asker may read.
@Repository
class DuplicateStore {
  private static final String FOUND =
      """
      SELECT r.lead, r.number, r.diarised_on FROM dak.particulars k
      JOIN dak.receipt r ON r.id = k.receipt AND r.version = k.version AND r.state = 'GENERATED'
      JOIN desk.readable(:person, :post) v ON v.paper = r.lead
      """;

  private final JdbcClient db;

  DuplicateStore(JdbcClient db) {
    this.db = db;
  }

  /// The same sender, number and date (OP-35): the first time it was diarised.
  Optional<Earlier> same(Particulars it, Scope scope) {
    String letter = Fold.number(it.letterNumber());
    String[] senders = ParticularsRows.senderKeys(it.sender());
    if (letter.isEmpty() || senders.length == 0) return Optional.empty();
    return db.sql(
            FOUND
                + """
                WHERE k.letter_key = :letter AND k.letter_key <> ''
                  AND k.letter_date IS NOT DISTINCT FROM cast(:date AS date)
                  AND k.sender_keys && cast(:senders AS text[])
                ORDER BY r.diarised_at LIMIT 1
                """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("letter", letter)
        .param("date", it.arrival().letterDate())
        .param("senders", senders)
        .query((row, n) -> earlier(row, Earlier.Why.SAME_LETTER))
        .optional();
  }

  /// Petitions of the same mobile, or the same name and village: a hint, no more (CP-12).
  List<Earlier> alike(Particulars it, Scope scope) {
    String name = Fold.name(it.sender().name());
    String village = Fold.name(it.sender().village());
    if (it.sender().mobile().isEmpty() && (name.isEmpty() || village.isEmpty())) return List.of();
    return db.sql(
            FOUND
                + """
                WHERE (k.sender_mobile = :mobile AND k.sender_mobile <> '')
                   OR (k.name_key = :name AND k.village_key = :village
                       AND k.name_key <> '' AND k.village_key <> '')
                ORDER BY r.diarised_at DESC LIMIT 5
                """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("mobile", it.sender().mobile())
        .param("name", name)
        .param("village", village)
        .query((row, n) -> earlier(row, Earlier.Why.SAME_PERSON))
        .list();
  }

  private static Earlier earlier(java.sql.ResultSet row, Earlier.Why why)
      throws java.sql.SQLException {
    return new Earlier(
        new PaperId(ReceiptStore.uuid(row, "lead")),
        ParticularsRows.text(row, "number"),
        Objects.requireNonNull(row.getObject("diarised_on", LocalDate.class)),
        why);
  }
}
