package karyalay.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import karyalay.shared.PaperId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of flags, and of what they may sit on.
@Repository
class FlagStore {
  private static final String FLAG =
      """
      SELECT g.id, f.paper AS file, g.label, g.target, g.paper, g.place, g.cited, g.cited_page, g.version,
             g.at, g.lifted_at
      FROM files.flag g JOIN files.file f ON f.content = g.content
      """;

  private final JdbcClient db;

  FlagStore(JdbcClient db) {
    this.db = db;
  }

  /// A page of a file: the paper there, and the page within it.
  record Spot(UUID paper, UUID content, int page) {}

  /// Looks through all volumes, since pages are counted on.
  Optional<Spot> page(PaperId file, int page) {
    return db.sql(
            """
            SELECT c.paper, p.content, :page - c.page_from + 1 AS page
            FROM files.v_volume v JOIN files.file f ON f.paper = v.volume
            JOIN files.correspondence c ON c.content = f.content
            JOIN desk.v_paper p ON p.id = c.paper
            WHERE v.file = :file AND c.taken_out IS NULL AND :page BETWEEN c.page_from AND c.page_to
            """)
        .param("file", file.value())
        .param("page", page)
        .query(Spot.class)
        .optional();
  }

  /// Serial of the paper that lies at a page of this volume; 0 when it is in an older one.
  int serial(ContentId file, int page) {
    return db.sql(
            """
            SELECT serial FROM files.correspondence
            WHERE content = ? AND taken_out IS NULL AND ? BETWEEN page_from AND page_to
            """)
        .params(file.value(), page)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  /// The first page of a paper that lies in a file.
  Optional<Integer> firstPage(ContentId file, int serial) {
    return db.sql(
            "SELECT page_from FROM files.correspondence WHERE content = ? AND serial = ? AND taken_out IS NULL")
        .params(file.value(), serial)
        .query(Integer.class)
        .optional();
  }

  /// The note that a paragraph belongs to, in whatever volume: its id and words.
  Optional<String> paragraph(PaperId file, int paragraph) {
    return note(file, 0, paragraph);
  }

  Optional<String> note(PaperId file, int serial) {
    return note(file, serial, 0);
  }

  private Optional<String> note(PaperId file, int serial, int paragraph) {
    return db.sql(
            """
            SELECT n.id || ' ' || n.body
            FROM files.v_volume v JOIN files.file f ON f.paper = v.volume
            JOIN files.note n ON n.content = f.content
            WHERE v.file = :file
              AND (n.serial = :serial OR :paragraph BETWEEN n.paragraph_from AND n.paragraph_to)
            """)
        .param("file", file.value())
        .param("serial", serial)
        .param("paragraph", paragraph)
        .query(String.class)
        .optional();
  }

  /// How far a file has come: its last paragraph and its last page.
  Optional<String> reached(PaperId file) {
    return db.sql(
            "SELECT (next_paragraph - 1) || '/' || (next_page - 1) FROM files.file WHERE paper = ?")
        .param(file.value())
        .query(String.class)
        .optional();
  }

  void insert(ContentId file, Flag flag, Act act) {
    db.sql(
            """
            INSERT INTO files.flag (id, content, label, target, paper, place, cited, cited_page, version,
                                    person, post, at)
            VALUES (:id, :content, :label, :target, :paper, :place, :cited, :page, :version, :person, :post,
                    :at)
            """)
        .param("id", flag.id())
        .param("content", file.value())
        .param("label", flag.label())
        .param("target", flag.target().name())
        .param("paper", flag.paper().value())
        .param("place", flag.place())
        .param("cited", flag.cited() == null ? null : flag.cited().value(), Types.OTHER)
        .param("page", flag.cited() == null ? null : flag.citedPage(), Types.INTEGER)
        .param("version", flag.version())
        .param("person", act.person().value())
        .param("post", act.post().value())
        .param("at", flag.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// @return whether the label was set
  boolean lift(ContentId file, String label, Act act, Instant at) {
    return db.sql(
                """
                UPDATE files.flag SET lifted_at = ?, lifted_person = ?, lifted_post = ?
                WHERE content = ? AND label = ? AND lifted_at IS NULL
                """)
            .params(
                at.atOffset(ZoneOffset.UTC),
                act.person().value(),
                act.post().value(),
                file.value(),
                label)
            .update()
        == 1;
  }

  /// Labels that are set on a file now.
  List<String> labels(ContentId file) {
    return db.sql("SELECT label FROM files.flag WHERE content = ? AND lifted_at IS NULL")
        .param(file.value())
        .query(String.class)
        .list();
  }

  /// All flags of all volumes of a file, set and lifted, oldest first.
  List<Flag> of(PaperId file) {
    return db.sql(
            FLAG
                + """
                 WHERE f.paper IN (SELECT volume FROM files.v_volume WHERE file = ?)
                 ORDER BY g.at, g.id
                """)
        .param(file.value())
        .query((row, n) -> flag(row))
        .list();
  }

  Optional<Flag> find(UUID id) {
    return db.sql(FLAG + " WHERE g.id = ?").param(id).query((row, n) -> flag(row)).optional();
  }

  private static Flag flag(ResultSet row) throws SQLException {
    UUID cited = row.getObject("cited", UUID.class);
    Timestamp lifted = row.getTimestamp("lifted_at");
    return new Flag(
        FileStore.uuid(row, "id"),
        new PaperId(FileStore.uuid(row, "file")),
        FileStore.text(row, "label"),
        FlagTarget.valueOf(FileStore.text(row, "target")),
        new PaperId(FileStore.uuid(row, "paper")),
        row.getInt("place"),
        cited == null ? null : new PaperId(cited),
        row.getInt("cited_page"),
        FileStore.text(row, "version"),
        row.getTimestamp("at").toInstant(),
        lifted == null ? null : lifted.toInstant());
  }
}
