package karyalay.scanning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import karyalay.desk.Upload;
import karyalay.documents.DocumentId;
import karyalay.scanning.Pile.State;
import karyalay.scanning.PilePage.Choice;
import karyalay.shared.Act;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of piles, their files and pages.
@Repository
class PileStore {
  private final JdbcClient db;

  PileStore(JdbcClient db) {
    this.db = db;
  }

  /// A pile without what lies in it.
  record Head(
      UUID id,
      State state,
      int version,
      Instant madeAt,
      Instant savedAt,
      @Nullable UUID savedAct,
      String savedHi,
      String savedEn) {}

  void insert(UUID id, Act act, List<Upload> uploads, Instant now) {
    db.sql(
            """
            INSERT INTO scanning.pile (id, post, person, made_at, saved_by, saved_at)
            VALUES (:id, :post, :person, :at, :person, :at)
            """)
        .param("id", id)
        .param("post", act.post().value())
        .param("person", act.person().value())
        .param("at", at(now))
        .update();
    int n = 0;
    for (int serial = 1; serial <= uploads.size(); serial++) {
      Upload upload = uploads.get(serial - 1);
      insert(id, serial, upload, n);
      n += upload.pages();
    }
  }

  private void insert(UUID id, int serial, Upload upload, int before) {
    db.sql(
            """
            INSERT INTO scanning.pile_file (pile, serial, document, name, pages) VALUES (?, ?, ?, ?, ?)
            """)
        .params(id, serial, upload.document().value(), upload.name(), upload.pages())
        .update();
    db.sql(
            """
            INSERT INTO scanning.pile_page (pile, n, file, page, begins)
            SELECT :pile, :before + p, :file, p, p = ANY (:begins)
            FROM generate_series(1, :pages) AS p
            """)
        .param("pile", id)
        .param("before", before)
        .param("file", serial)
        .param("pages", upload.pages())
        .param(
            "begins",
            IntStream.of(1)
                .filter(page -> PileRules.begins(serial, upload.pages(), page))
                .boxed()
                .toArray(Integer[]::new))
        .update();
  }

  private static final String HEAD =
      """
      SELECT p.id, p.state, p.version, p.made_at, p.saved_at, p.saved_act, x.name_hi, x.name_en
      FROM scanning.pile p LEFT JOIN organisation.v_person x ON x.id = p.saved_by
      WHERE p.id = ? AND p.post = ?
      """;

  Optional<Head> find(UUID id, PostId post) {
    return head(HEAD, id, post);
  }

  Optional<Head> lock(UUID id, PostId post) {
    return head(HEAD + " FOR UPDATE OF p", id, post);
  }

  private Optional<Head> head(String sql, UUID id, PostId post) {
    return db.sql(sql).params(id, post.value()).query((row, n) -> headOf(row)).optional();
  }

  private static Head headOf(ResultSet row) throws SQLException {
    return new Head(
        uuid(row, "id"),
        State.valueOf(row.getString("state")),
        row.getInt("version"),
        moment(row, "made_at"),
        moment(row, "saved_at"),
        row.getObject("saved_act", UUID.class),
        text(row, "name_hi"),
        text(row, "name_en"));
  }

  List<Pile.File> files(UUID pile) {
    return db.sql(
            """
            SELECT serial, document, name, pages FROM scanning.pile_file WHERE pile = ? ORDER BY serial
            """)
        .param(pile)
        .query((row, n) ->
            new Pile.File(
                row.getInt("serial"),
                new DocumentId(uuid(row, "document")),
                text(row, "name"),
                row.getInt("pages")))
        .list();
  }

  List<PilePage> pages(UUID pile) {
    return db.sql(
            """
            SELECT n, file, page, begins, choice, turn, ink, letter FROM scanning.pile_page
            WHERE pile = ? ORDER BY n
            """)
        .param(pile)
        .query((row, n) -> page(row))
        .list();
  }

  private static PilePage page(ResultSet row) throws SQLException {
    return new PilePage(
        row.getInt("n"),
        row.getInt("file"),
        row.getInt("page"),
        row.getBoolean("begins"),
        Choice.valueOf(row.getString("choice")),
        row.getInt("turn"),
        row.getObject("ink", Integer.class),
        row.getObject("letter", UUID.class));
  }

  /// Where a page of a pile of this post stands.
  record Spot(DocumentId document, int page) {}

  Optional<Spot> spot(UUID pile, int n, PostId post) {
    return db.sql(
            """
            SELECT f.document, g.page FROM scanning.pile_page g
            JOIN scanning.pile p ON p.id = g.pile AND p.post = ?
            JOIN scanning.pile_file f ON f.pile = g.pile AND f.serial = g.file
            WHERE g.pile = ? AND g.n = ?
            """)
        .params(post.value(), pile, n)
        .query((row, r) -> new Spot(new DocumentId(uuid(row, "document")), row.getInt("page")))
        .optional();
  }

  /// Writes how the pile is to be cut; pages that have their letter stay as they are.
  void cut(UUID pile, Cuts cuts) {
    db.sql(
            """
            UPDATE scanning.pile_page g
            SET begins = g.n = ANY (:begins),
                choice = CASE WHEN g.n = ANY (:removed) THEN 'REMOVED'
                              WHEN g.n = ANY (:kept) THEN 'KEPT' ELSE 'NONE' END,
                turn = coalesce((SELECT t.turn FROM unnest(:turned::int[], :turns::int[]) AS t (n, turn)
                                 WHERE t.n = g.n), 0)
            WHERE g.pile = :pile AND g.letter IS NULL
            """)
        .param("pile", pile)
        .param("begins", numbers(cuts.begins()))
        .param("removed", numbers(cuts.removed()))
        .param("kept", numbers(cuts.kept()))
        .param("turned", numbers(cuts.turns().keySet()))
        .param("turns", cuts.turns().values().toArray(Integer[]::new))
        .update();
  }

  private static Integer[] numbers(Collection<Integer> numbers) {
    return numbers.toArray(Integer[]::new);
  }

  /// The next version of the pile.
  void saved(UUID pile, State state, Act act, Instant now) {
    db.sql(
            """
            UPDATE scanning.pile
            SET version = version + 1, state = ?, saved_act = ?, saved_by = ?, saved_at = ? WHERE id = ?
            """)
        .params(state.name(), act.id().value(), act.person().value(), at(now), pile)
        .update();
  }

  /// Piles of a post: all that are not finished, and those of the last days.
  List<Pile.Line> lines(PostId post, Instant since) {
    return db.sql(
            """
            SELECT p.id, p.state, p.made_at, x.name_hi, x.name_en,
                   (SELECT name FROM scanning.pile_file f WHERE f.pile = p.id AND f.serial = 1) AS name,
                   (SELECT count(*) FROM scanning.pile_page g WHERE g.pile = p.id)::int AS pages,
                   l.letters, l.done
            FROM scanning.pile p
            LEFT JOIN organisation.v_person x ON x.id = p.person
            CROSS JOIN LATERAL (
                SELECT count(*)::int AS letters, count(content)::int AS done
                FROM scanning.pile_letter WHERE pile = p.id AND NOT withdrawn) l
            WHERE p.post = ? AND (p.state = 'CUTTING' OR l.done < l.letters OR p.saved_at > ?)
            ORDER BY p.made_at DESC LIMIT 100
            """)
        .params(post.value(), at(since))
        .query((row, n) ->
            new Pile.Line(
                uuid(row, "id"),
                State.valueOf(row.getString("state")),
                moment(row, "made_at"),
                text(row, "name_hi"),
                text(row, "name_en"),
                text(row, "name"),
                row.getInt("pages"),
                row.getInt("letters"),
                row.getInt("done")))
        .list();
  }

  /// A page that nobody has looked at yet.
  record Unread(UUID pile, int n, DocumentId document, int page) {}

  List<Unread> unread(int most) {
    return db.sql(
            """
            SELECT g.pile, g.n, f.document, g.page FROM scanning.pile_page g
            JOIN scanning.pile_file f ON f.pile = g.pile AND f.serial = g.file
            WHERE g.ink IS NULL ORDER BY g.pile, g.n LIMIT ?
            """)
        .param(most)
        .query((row, n) ->
            new Unread(
                uuid(row, "pile"),
                row.getInt("n"),
                new DocumentId(uuid(row, "document")),
                row.getInt("page")))
        .list();
  }

  void read(UUID pile, int n, int ink) {
    db.sql("UPDATE scanning.pile_page SET ink = ? WHERE pile = ? AND n = ?")
        .params(ink, pile, n)
        .update();
  }

  static UUID uuid(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class), column);
  }

  static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }

  static Instant moment(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class), column).toInstant();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
