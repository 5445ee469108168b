package karyalay.drafts;

import static karyalay.drafts.LetterRows.id;
import static karyalay.drafts.LetterRows.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.organisation.Series;
import karyalay.shared.Act;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of what was signed, and of the runs in which many are.
@Repository
class SigningStore {
  private final JdbcClient db;

  SigningStore(JdbcClient db) {
    this.db = db;
  }

  /// What signing wrote.
  record Signed(
      Series.Number number,
      String text,
      int year,
      Issue issue,
      UUID document,
      String sha256,
      int pages) {}

  void signed(LetterId letter, Signed it, Act act) {
    db.sql(
            """
            UPDATE drafts.letter SET state = 'SIGNED', revision = revision + 1, sealed = true, changed_at = :at,
                number = :number, serial = :serial, series_year = :year, issued_on = :on,
                signed_person = :person, signed_capacity = :capacity, signed_at = :at,
                document = :document, sha256 = :sha256, pages = :pages, code = :code
            WHERE id = :id
            """)
        .param("id", letter.value())
        .param("at", it.issue().at().atOffset(ZoneOffset.UTC))
        .param("number", it.text())
        .param("serial", it.number().serial())
        .param("year", it.year())
        .param("on", it.issue().on())
        .param("person", act.person().value())
        .param("capacity", act.by().capacity().name())
        .param("document", it.document())
        .param("sha256", it.sha256())
        .param("pages", it.pages())
        .param("code", it.issue().code())
        .update();
  }

  void recipient(LetterId letter, int place, PostId post) {
    db.sql("INSERT INTO drafts.recipient (letter, place, post) VALUES (?, ?, ?)")
        .params(letter.value(), place, post.value())
        .update();
  }

  void begin(UUID run, Act act, List<LetterId> letters, Instant now) {
    db.sql("INSERT INTO drafts.signing (id, person, post, at, touched) VALUES (?, ?, ?, ?, ?)")
        .params(
            run,
            act.person().value(),
            act.post().value(),
            now.atOffset(ZoneOffset.UTC),
            now.atOffset(ZoneOffset.UTC))
        .update();
    int place = 0;
    for (LetterId letter : letters)
      db.sql(
              """
              INSERT INTO drafts.signing_item (signing, place, letter, state) VALUES (?, ?, ?, 'WAITING')
              """)
          .params(run, ++place, letter.value())
          .update();
  }

  /// In the transaction that signs: the list and the letter tell the same.
  void done(UUID run, LetterId letter, Instant now) {
    settle(run, letter, "SIGNED", "", List.of(), now);
  }

  void refused(UUID run, LetterId letter, Refused why, Instant now) {
    List<String> said = why.arguments().stream().map(Object::toString).toList();
    settle(run, letter, "REFUSED", why.reason().key(), said, now);
  }

  private void settle(
      UUID run, LetterId letter, String state, String reason, List<String> said, Instant now) {
    db.sql(
            """
            WITH touched AS (UPDATE drafts.signing SET touched = :now WHERE id = :run)
            UPDATE drafts.signing_item SET state = :state, reason = :reason, said = :said
            WHERE signing = :run AND letter = :letter
            """)
        .param("run", run)
        .param("letter", letter.value())
        .param("state", state)
        .param("reason", reason)
        .param("said", said.toArray(String[]::new))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// @param touched when the last of its letters was settled
  record Run(UUID id, Instant at, Instant touched) {}

  /// One's own run.
  Optional<Run> run(UUID run, PersonId person) {
    return db.sql("SELECT id, at, touched FROM drafts.signing WHERE id = ? AND person = ?")
        .params(run, person.value())
        .query((row, n) ->
            new Run(
                id(row, "id"),
                Objects.requireNonNull(LetterRows.instant(row, "at")),
                Objects.requireNonNull(LetterRows.instant(row, "touched"))))
        .optional();
  }

  List<SignatureRuns.Item> items(UUID run, karyalay.shared.Scope scope) {
    return db.sql(
            """
            SELECT i.letter, i.state, i.reason, i.said, l.form, l.number,
                   CASE WHEN r.named THEN l.subject ELSE '' END AS subject
            FROM drafts.signing_item i JOIN drafts.letter l ON l.id = i.letter
            LEFT JOIN desk.readable(:person, :post) r ON r.paper = l.paper
            WHERE i.signing = :run ORDER BY i.place
            """)
        .param("run", run)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .query((row, n) -> item(row))
        .list();
  }

  private static SignatureRuns.Item item(ResultSet row) throws SQLException {
    String subject = row.getString("subject");
    return new SignatureRuns.Item(
        new LetterId(id(row, "letter")),
        LetterRows.form(row),
        subject == null ? "" : subject,
        text(row, "number"),
        SignatureRuns.State.valueOf(text(row, "state")),
        text(row, "reason"),
        List.of((String[]) row.getArray("said").getArray()));
  }
}
