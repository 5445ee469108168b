package karyalay.scanning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.documents.DocumentId;
import karyalay.documents.Documents.Leaf;
import karyalay.shared.ContentId;
import karyalay.shared.Ids;
import karyalay.shared.PaperId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import karyalay.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of letters cut out of piles, and of the uploads they were laid before somebody as.
@Repository
class PileLetterStore {
  private final JdbcClient db;

  PileLetterStore(JdbcClient db) {
    this.db = db;
  }

  /// Cuts one letter out: its pages are in no other.
  UUID insert(UUID pile, List<Integer> pages) {
    UUID id = Ids.next();
    db.sql(
            """
            INSERT INTO scanning.pile_letter (id, pile, serial)
            SELECT :id, :pile, 1 + coalesce(max(serial), 0) FROM scanning.pile_letter
            WHERE pile = :pile
            """)
        .param("id", id)
        .param("pile", pile)
        .update();
    int taken =
        db.sql(
                """
                UPDATE scanning.pile_page SET letter = ?
                WHERE pile = ? AND n = ANY (?) AND letter IS NULL
                """)
            .params(id, pile, pages.toArray(Integer[]::new))
            .update();
    if (taken != pages.size()) throw new IllegalStateException("a page is in two letters");
    return id;
  }

  /// Those that nobody diarised are no letters any more; their pages are free.
  int withdraw(UUID pile) {
    db.sql(
            """
            UPDATE scanning.pile_page g SET letter = NULL FROM scanning.pile_letter l
            WHERE g.pile = ? AND l.id = g.letter AND l.content IS NULL
            """)
        .param(pile)
        .update();
    return db.sql(
            """
            UPDATE scanning.pile_letter SET withdrawn = true
            WHERE pile = ? AND content IS NULL AND NOT withdrawn
            """)
        .param(pile)
        .update();
  }

  /// The letters of a pile that stand, in the order of their pages. A number is shown only to who
  /// may see the paper.
  List<PileLetter> of(UUID pile, Scope scope) {
    return db.sql(
            """
            SELECT l.id, l.serial, l.content IS NOT NULL AS done, l.opened_at, x.name_hi, x.name_en,
                   p.id AS paper, p.number,
                   ARRAY(SELECT g.n FROM scanning.pile_page g WHERE g.letter = l.id ORDER BY g.n) AS pages
            FROM scanning.pile_letter l
            LEFT JOIN organisation.v_person x ON x.id = l.opened_by
            LEFT JOIN desk.v_paper p ON p.content = l.content AND p.lead
                 AND EXISTS (SELECT FROM desk.readable(:person, :post) r WHERE r.paper = p.id)
            WHERE l.pile = :pile AND NOT l.withdrawn ORDER BY pages
            """)
        .param("pile", pile)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .query((row, n) -> letter(row))
        .list();
  }

  private static PileLetter letter(ResultSet row) throws SQLException {
    UUID paper = row.getObject("paper", UUID.class);
    OffsetDateTime opened = row.getObject("opened_at", OffsetDateTime.class);
    return new PileLetter(
        PileStore.uuid(row, "id"),
        row.getInt("serial"),
        List.of((Integer[]) row.getArray("pages").getArray()),
        row.getBoolean("done"),
        opened == null ? null : opened.toInstant(),
        PileStore.text(row, "name_hi"),
        PileStore.text(row, "name_en"),
        paper == null ? null : new PaperId(paper),
        PileStore.text(row, "number"));
  }

  /// What is needed to open one.
  ///
  /// @param document null until it was made
  record Card(UUID id, UUID pile, boolean withdrawn, boolean done, @Nullable DocumentId document) {}

  Optional<Card> find(UUID letter, PostId post) {
    return db.sql(
            """
            SELECT l.id, l.pile, l.withdrawn, l.content IS NOT NULL AS done, l.document
            FROM scanning.pile_letter l JOIN scanning.pile p ON p.id = l.pile
            WHERE l.id = ? AND p.post = ?
            """)
        .params(letter, post.value())
        .query((row, n) -> {
          UUID document = row.getObject("document", UUID.class);
          return new Card(
              PileStore.uuid(row, "id"),
              PileStore.uuid(row, "pile"),
              row.getBoolean("withdrawn"),
              row.getBoolean("done"),
              document == null ? null : new DocumentId(document));
        })
        .optional();
  }

  /// The pages of a letter as its document is put together of them.
  List<Leaf> leaves(UUID letter) {
    return db.sql(
            """
            SELECT f.document, g.page, g.turn FROM scanning.pile_page g
            JOIN scanning.pile_file f ON f.pile = g.pile AND f.serial = g.file
            WHERE g.letter = ? ORDER BY g.n
            """)
        .param(letter)
        .query((row, n) ->
            new Leaf(
                new DocumentId(PileStore.uuid(row, "document")),
                row.getInt("page"),
                row.getInt("turn")))
        .list();
  }

  /// The first to make its document made it.
  void made(UUID letter, DocumentId document) {
    db.sql("UPDATE scanning.pile_letter SET document = ? WHERE id = ? AND document IS NULL")
        .params(document.value(), letter)
        .update();
  }

  DocumentId document(UUID letter) {
    return new DocumentId(
        db.sql("SELECT document FROM scanning.pile_letter WHERE id = ?")
            .param(letter)
            .query(UUID.class)
            .single());
  }

  void opened(UUID letter, PersonId by, Instant now) {
    db.sql("UPDATE scanning.pile_letter SET opened_by = ?, opened_at = ? WHERE id = ?")
        .params(by.value(), PileStore.at(now), letter)
        .update();
  }

  Optional<UUID> upload(UUID letter, PersonId person) {
    return db.sql("SELECT upload FROM scanning.pile_upload WHERE letter = ? AND person = ?")
        .params(letter, person.value())
        .query(UUID.class)
        .optional();
  }

  /// @return whether this was the first for the person
  boolean offer(UUID upload, UUID letter, PersonId person) {
    return db.sql(
                """
                INSERT INTO scanning.pile_upload (upload, letter, person) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING
                """)
            .params(upload, letter, person.value())
            .update()
        == 1;
  }

  /// Letters that these uploads are.
  List<UUID> ofUploads(Collection<UUID> uploads) {
    return db.sql("SELECT DISTINCT letter FROM scanning.pile_upload WHERE upload = ANY (?)")
        .param(uploads.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  /// @return false when it has its number, or was withdrawn
  boolean diarised(UUID letter, ContentId content, Instant now) {
    return db.sql(
                """
                UPDATE scanning.pile_letter SET content = ?, done_at = ?
                WHERE id = ? AND content IS NULL AND NOT withdrawn
                """)
            .params(content.value(), PileStore.at(now), letter)
            .update()
        == 1;
  }

  /// What a letter was cut out of, for the ledger.
  record Origin(UUID pile, List<Integer> pages, boolean withdrawn) {}

  Origin origin(UUID letter) {
    return db.sql(
            """
            SELECT l.pile, l.withdrawn,
                   ARRAY(SELECT g.n FROM scanning.pile_page g WHERE g.letter = l.id ORDER BY g.n) AS pages
            FROM scanning.pile_letter l WHERE l.id = ?
            """)
        .param(letter)
        .query((row, n) ->
            new Origin(
                PileStore.uuid(row, "pile"),
                List.of((Integer[]) row.getArray("pages").getArray()),
                row.getBoolean("withdrawn")))
        .single();
  }
}
