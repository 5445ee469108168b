package karyalay.drafts;

import static karyalay.drafts.LetterRows.id;
import static karyalay.drafts.LetterRows.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.documents.DocumentId;
import karyalay.drafts.IssuedLetter.Recipient;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads letters that are signed.
@Repository
class IssuedStore {
  private static final String ISSUED = "SELECT * FROM drafts.letter l WHERE l.document IS NOT NULL";

  private static final String RECIPIENTS =
      """
      SELECT p.*, ARRAY(SELECT r.post FROM drafts.recipient r WHERE r.letter = p.letter AND r.place = p.place
                        ORDER BY r.post) AS posts
      FROM drafts.party p JOIN drafts.letter l ON l.id = p.letter AND l.version = p.version
      WHERE p.letter = ANY (?) ORDER BY p.letter, p.place
      """;

  private static final String ENCLOSURES =
      """
      SELECT e.* FROM drafts.enclosure e JOIN drafts.letter l ON l.id = e.letter AND l.version = e.version
      WHERE e.letter = ANY (?) ORDER BY e.letter, e.place
      """;

  private final JdbcClient db;

  IssuedStore(JdbcClient db) {
    this.db = db;
  }

  Optional<IssuedLetter> find(LetterId letter) {
    return whole(
            db.sql(ISSUED + " AND l.id = ?")
                .param(letter.value())
                .query((row, n) -> issued(row))
                .list())
        .stream()
        .findFirst();
  }

  List<IssuedLetter> awaiting(OfficeId office) {
    return whole(
        db.sql(ISSUED + " AND l.office = ? AND l.state = 'SIGNED' ORDER BY l.signed_at LIMIT 500")
            .param(office.value())
            .query((row, n) -> issued(row))
            .list());
  }

  private List<IssuedLetter> whole(List<IssuedLetter> letters) {
    if (letters.isEmpty()) return letters;
    UUID[] ids = letters.stream().map(letter -> letter.id().value()).toArray(UUID[]::new);
    Map<UUID, List<Recipient>> recipients = new LinkedHashMap<>();
    db.sql(RECIPIENTS)
        .params((Object) ids)
        .query(row -> {
          recipients.computeIfAbsent(id(row, "letter"), _ -> new ArrayList<>()).add(recipient(row));
        });
    Map<UUID, List<Enclosure>> enclosures = new LinkedHashMap<>();
    db.sql(ENCLOSURES)
        .params((Object) ids)
        .query(row -> {
          enclosures
              .computeIfAbsent(id(row, "letter"), _ -> new ArrayList<>())
              .add(LetterRows.enclosure(row));
        });
    return letters.stream()
        .map(letter ->
            letter.with(
                recipients.getOrDefault(letter.id().value(), List.of()),
                enclosures.getOrDefault(letter.id().value(), List.of())))
        .toList();
  }

  private static Recipient recipient(ResultSet row) throws SQLException {
    UUID[] posts = (UUID[]) row.getArray("posts").getArray();
    return new Recipient(
        row.getInt("place"), LetterRows.party(row), Arrays.stream(posts).map(PostId::new).toList());
  }

  private static IssuedLetter issued(ResultSet row) throws SQLException {
    return new IssuedLetter(
        new LetterId(id(row, "id")),
        new PaperId(id(row, "paper")),
        new ContentId(id(row, "content")),
        new OfficeId(id(row, "district")),
        new OfficeId(id(row, "office")),
        LetterRows.form(row),
        Nature.valueOf(text(row, "nature")),
        text(row, "language"),
        text(row, "subject"),
        LetterState.valueOf(text(row, "state")),
        text(row, "number"),
        Objects.requireNonNull(row.getObject("issued_on", LocalDate.class)),
        new PostId(id(row, "signatory")),
        Objects.requireNonNull(LetterRows.instant(row, "signed_at")),
        new DocumentId(id(row, "document")),
        text(row, "sha256"),
        row.getInt("pages"),
        text(row, "code"),
        row.getBoolean("original"),
        List.of(),
        List.of());
  }
}
