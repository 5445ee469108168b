package karyalay.files;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import karyalay.shared.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of notes: green ones are only ever added.
@Repository
class NoteStore {
  /// The next serial and paragraph numbers are taken and the note written in one round trip; the
  /// file's row is the queue, so that no number is skipped or given twice.
  private static final String ADD =
      """
      WITH next AS (
          UPDATE files.file SET next_note = next_note + 1, next_paragraph = next_paragraph + :count
          WHERE content = :content
          RETURNING next_note - 1 AS serial, next_paragraph - :count AS first
      ), gone AS (
          DELETE FROM files.draft WHERE content = :content AND person = :person AND post = :post
      )
      INSERT INTO files.note (content, serial, paragraph_from, paragraph_to, id, kind, side, body, rich, corrects,
                              ordered_by, person, post, capacity, level, at, act,
                              prepared_person, prepared_post, prepared_at, written_at)
      SELECT :content, next.serial, next.first, next.first + :count - 1, :id, :kind,
             CASE WHEN p.head THEN 'RIGHT' ELSE 'LEFT' END, :body, :rich, :corrects, :ordered_by, :person, :post,
             :capacity, p.level, :at, :act, :by_person, :by_post, :by_at, :written
      FROM next CROSS JOIN organisation.v_post p WHERE p.id = :post
      RETURNING serial, paragraph_from
      """;

  private final JdbcClient db;

  NoteStore(JdbcClient db) {
    this.db = db;
  }

  /// Where a note came to stand in its file.
  record Placed(int serial, int paragraphFrom) {}

  /// @return empty when the file or the post is not there
  Optional<Placed> add(ContentId file, UUID id, NewNote note, Written words, Act act, Instant at) {
    PostId by = note.orderedBy();
    Preparer preparer = note.preparer();
    return db.sql(ADD)
        .param("content", file.value())
        .param("count", words.paragraphs())
        .param("id", id)
        .param("kind", note.kind().name())
        .param("body", words.plain())
        .param("rich", words.rich())
        .param("corrects", note.corrects(), Types.INTEGER)
        .param("ordered_by", by == null ? null : by.value(), Types.OTHER)
        .param("person", act.person().value())
        .param("post", act.post().value())
        .param("capacity", act.by().capacity().name())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("act", act.id().value())
        .param("by_person", preparer == null ? null : preparer.by().person().value(), Types.OTHER)
        .param("by_post", preparer == null ? null : preparer.by().post().value(), Types.OTHER)
        .param(
            "by_at",
            preparer == null ? null : preparer.at().atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .param(
            "written",
            act.written() == null ? null : act.written().atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .query(Placed.class)
        .optional();
  }

  /// The level of a post; 0 when it is no more.
  int levelOf(PostId post) {
    return db.sql("SELECT level FROM organisation.v_post WHERE id = ?")
        .param(post.value())
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  int lastParagraph(ContentId file) {
    return db.sql("SELECT next_paragraph - 1 FROM files.file WHERE content = ?")
        .param(file.value())
        .query(Integer.class)
        .single();
  }

  void saveDraft(ContentId file, Act act, Written words, Instant at) {
    db.sql(
            """
            INSERT INTO files.draft (content, person, post, body, rich, saved_at)
            SELECT content, ?, ?, ?, ?, ? FROM files.file WHERE content = ?
            ON CONFLICT (content, person, post)
            DO UPDATE SET body = excluded.body, rich = excluded.rich, saved_at = excluded.saved_at
            """)
        .params(
            act.person().value(),
            act.post().value(),
            words.plain(),
            words.rich(),
            at.atOffset(ZoneOffset.UTC),
            file.value())
        .update();
  }

  void dropDraft(ContentId file, Act act) {
    db.sql("DELETE FROM files.draft WHERE content = ? AND person = ? AND post = ?")
        .params(file.value(), act.person().value(), act.post().value())
        .update();
  }

  /// The highest level of an officer who approved closing since the file was last reopened.
  Optional<Integer> closingApproval(ContentId file, Instant since) {
    return db.sql(
            """
            SELECT max(level)::int FROM files.note
            WHERE content = ? AND kind = 'CLOSING_APPROVAL' AND at >= ?
            """)
        .params(file.value(), since.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .optional();
  }

  /// An oral order, for its confirmation.
  record Oral(UUID content, UUID orderedBy, boolean confirmed) {}

  Optional<Oral> oral(UUID note) {
    return db.sql(
            """
            SELECT n.content, n.ordered_by, c.note IS NOT NULL AS confirmed
            FROM files.note n LEFT JOIN files.oral_confirmation c ON c.note = n.id
            WHERE n.id = ? AND n.kind = 'ORAL_ORDER'
            """)
        .param(note)
        .query(Oral.class)
        .optional();
  }

  void confirm(UUID note, Act act, Instant at) {
    db.sql("INSERT INTO files.oral_confirmation (note, person, post, at) VALUES (?, ?, ?, ?)")
        .params(note, act.person().value(), act.post().value(), at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Texts of the newest notes and of the papers in the file, to compare a new note with (OP-59).
  List<String> texts(ContentId file) {
    return db.sql(
            """
            (SELECT left(body, 20000) FROM files.note WHERE content = :file ORDER BY serial DESC LIMIT 50)
            UNION ALL
            SELECT title || ' ' || words FROM files.correspondence WHERE content = :file AND taken_out IS NULL
            """)
        .param("file", file.value())
        .query(String.class)
        .list();
  }
}
