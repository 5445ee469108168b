package karyalay.preparing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.desk.Task;
import karyalay.files.NoteKind;
import karyalay.files.Written;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.Capacity;
import karyalay.shared.PaperId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of what was prepared and of its wordings.
@Repository
class PreparedStore {
  private final JdbcClient db;

  PreparedStore(JdbcClient db) {
    this.db = db;
  }

  /// An item as the doors need it.
  ///
  /// @param moves how often the paper had moved when the words were last settled
  /// @param paragraphs how long the sheet was then
  record Stored(
      UUID id,
      PaperId paper,
      Matter matter,
      PostId officer,
      State state,
      int moves,
      int paragraphs,
      int wording,
      Actor preparer,
      Instant at) {}

  /// How the paper stood.
  record Ground(int moves, int paragraphs) {}

  void insert(
      UUID id, PaperId paper, Matter matter, PostId officer, Ground ground, Act act, Instant at) {
    db.sql(
            """
            INSERT INTO preparing.item (id, paper, matter, officer, state, moves, paragraphs, wording, person, post,
                                        capacity, at)
            VALUES (?, ?, ?, ?, 'WAITING', ?, ?, 1, ?, ?, ?, ?)
            """)
        .params(
            id,
            paper.value(),
            matter.name(),
            officer.value(),
            ground.moves(),
            ground.paragraphs(),
            act.person().value(),
            act.post().value(),
            act.by().capacity().name(),
            at.atOffset(ZoneOffset.UTC))
        .update();
  }

  void word(UUID item, int n, Matter matter, Wording wording, Written words, Act act, Instant at) {
    LocalDate due = wording.due();
    db.sql(
            """
            INSERT INTO preparing.wording (item, n, kind, body, rich, to_posts, task, due, person, post, at)
            VALUES (:item, :n, :kind, :body, :rich, :to, :task, :due, :person, :post, :at)
            """)
        .param("item", item)
        .param("n", n)
        .param("kind", matter == Matter.NOTE ? wording.kind().name() : "")
        .param("body", words.plain())
        .param("rich", words.rich())
        .param("to", wording.to().stream().map(PostId::value).toArray(UUID[]::new))
        .param("task", wording.task().name())
        .param("due", due, Types.DATE)
        .param("person", act.person().value())
        .param("post", act.post().value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// The item, its row locked until the act ends; its paper is locked before it.
  Optional<Stored> lock(UUID id) {
    return db.sql("SELECT * FROM preparing.item WHERE id = ? FOR UPDATE")
        .param(id)
        .query((row, n) -> stored(row))
        .optional();
  }

  Optional<Stored> find(UUID id) {
    return db.sql("SELECT * FROM preparing.item WHERE id = ?")
        .param(id)
        .query((row, n) -> stored(row))
        .optional();
  }

  private static Stored stored(ResultSet row) throws SQLException {
    var preparer =
        new Actor(
            new PersonId(uuid(row, "person")),
            new PostId(uuid(row, "post")),
            Capacity.valueOf(text(row, "capacity")));
    return new Stored(
        uuid(row, "id"),
        new PaperId(uuid(row, "paper")),
        Matter.valueOf(text(row, "matter")),
        new PostId(uuid(row, "officer")),
        State.valueOf(text(row, "state")),
        row.getInt("moves"),
        row.getInt("paragraphs"),
        row.getInt("wording"),
        preparer,
        row.getTimestamp("at").toInstant());
  }

  /// Its words as they stand now.
  Wording words(Stored item) {
    return db.sql("SELECT * FROM preparing.wording WHERE item = ? AND n = ?")
        .params(item.id(), item.wording())
        .query((row, n) -> wording(row))
        .single();
  }

  static Wording wording(ResultSet row) throws SQLException {
    String kind = text(row, "kind");
    UUID[] to = (UUID[]) row.getArray("to_posts").getArray();
    return new Wording(
        kind.isEmpty() ? NoteKind.NOTE : NoteKind.valueOf(kind),
        text(row, "rich"),
        text(row, "body"),
        Arrays.stream(to).map(PostId::new).toList(),
        Task.valueOf(text(row, "task")),
        row.getObject("due", LocalDate.class));
  }

  /// Waits with new words on the ground as it is now.
  void settle(UUID item, int wording, Ground ground) {
    db.sql(
            """
            UPDATE preparing.item
            SET state = 'WAITING', wording = ?, moves = ?, paragraphs = ?, reason = '', ended_person = NULL,
                ended_post = NULL, ended_at = NULL
            WHERE id = ?
            """)
        .params(wording, ground.moves(), ground.paragraphs(), item)
        .update();
  }

  /// Whoever laid the words before the officer last is the preparer, as a successor on the post is.
  void laid(UUID item, Act act, Instant at) {
    db.sql("UPDATE preparing.item SET person = ?, capacity = ?, at = ? WHERE id = ?")
        .params(act.person().value(), act.by().capacity().name(), at.atOffset(ZoneOffset.UTC), item)
        .update();
  }

  /// @param note the green note that it became
  void end(UUID item, State state, String reason, @Nullable UUID note, Act act, Instant at) {
    db.sql(
            """
            UPDATE preparing.item
            SET state = :state, reason = :reason, note = :note, ended_person = :person, ended_post = :post,
                ended_at = :at
            WHERE id = :item
            """)
        .param("state", state.name())
        .param("reason", reason)
        .param("note", note, Types.OTHER)
        .param("person", act.person().value())
        .param("post", act.post().value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("item", item)
        .update();
  }

  static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }

  static UUID uuid(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class), column);
  }
}
