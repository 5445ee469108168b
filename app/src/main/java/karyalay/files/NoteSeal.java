package karyalay.files;

import static karyalay.files.FileStore.text;
import static karyalay.files.FileStore.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import karyalay.ledger.Canonical;
import karyalay.shared.Actor;
import karyalay.shared.Capacity;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import karyalay.signatures.DetachedMark;
import karyalay.signatures.DetachedSignatures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a signature under a note is of: the note's canonical form (RFC 8785), which holds its
/// words, its place in the file, and who wrote it, on which post and when (OP-56). Each reading
/// makes it again from the stored row, so that a changed row no longer fits its signature.
@Component
class NoteSeal {
  /// Columns that a query of notes `n` adds, with {@link #JOIN}.
  static final String COLUMNS =
      """
      , g.value AS seal_value, g.person AS seal_person, g.key_person AS seal_owner, g.at AS seal_at,
        g.certificate AS seal_certificate, g.chain AS seal_chain, g.ended_at AS seal_ended
      """;

  static final String JOIN =
      """
      LEFT JOIN signatures.v_signature g ON g.subject = 'note/' || n.id AND g.form = 'DETACHED'
      """;

  private final DetachedSignatures signatures;

  NoteSeal(DetachedSignatures signatures) {
    this.signatures = signatures;
  }

  static String subject(UUID note) {
    return "note/" + note;
  }

  /// Everything of a note that is signed.
  record Sealed(
      UUID file,
      UUID note,
      int serial,
      int first,
      String kind,
      String body,
      String rich,
      @Nullable Integer corrects,
      @Nullable UUID orderedBy,
      UUID person,
      UUID post,
      String capacity,
      Instant at,
      @Nullable Preparer preparer) {

    byte[] bytes() {
      Map<String, Object> words = new TreeMap<>();
      words.put("form", "karyalay-note-1");
      words.put("file", file.toString());
      words.put("note", note.toString());
      words.put("serial", serial);
      words.put("first_paragraph", first);
      words.put("kind", kind);
      words.put("body", body);
      words.put("structure", rich);
      if (corrects != null) words.put("corrects", corrects);
      if (orderedBy != null) words.put("ordered_by", orderedBy.toString());
      words.put("person", person.toString());
      words.put("post", post.toString());
      words.put("capacity", capacity);
      words.put("at", at.toString());
      if (preparer != null) {
        words.put("prepared_person", preparer.by().person().toString());
        words.put("prepared_post", preparer.by().post().toString());
        words.put("prepared_at", preparer.at().toString());
      }
      return Canonical.bytes(words);
    }
  }

  /// The judgement on the note of this row; empty when it bears no signature.
  Optional<NoteSignature> judge(ResultSet row) throws SQLException {
    byte[] value = row.getBytes("seal_value");
    if (value == null) return Optional.empty();
    Timestamp ended = row.getTimestamp("seal_ended");
    var mark =
        new DetachedMark(
            value,
            new PersonId(uuid(row, "seal_person")),
            new PersonId(uuid(row, "seal_owner")),
            row.getTimestamp("seal_at").toInstant(),
            row.getBytes("seal_certificate"),
            Arrays.asList((byte[][]) row.getArray("seal_chain").getArray()),
            ended == null ? null : ended.toInstant());
    var judgement = signatures.judge(sealed(row).bytes(), mark);
    return Optional.of(new NoteSignature(judgement.state(), judgement.kind(), mark.at()));
  }

  private static Sealed sealed(ResultSet row) throws SQLException {
    int corrects = row.getInt("corrects");
    return new Sealed(
        uuid(row, "content"),
        uuid(row, "id"),
        row.getInt("serial"),
        row.getInt("paragraph_from"),
        text(row, "kind"),
        text(row, "body"),
        text(row, "rich"),
        corrects == 0 ? null : corrects,
        row.getObject("ordered_by", UUID.class),
        uuid(row, "person"),
        uuid(row, "post"),
        text(row, "capacity"),
        row.getTimestamp("at").toInstant(),
        preparer(row));
  }

  private static @Nullable Preparer preparer(ResultSet row) throws SQLException {
    UUID person = row.getObject("prepared_person", UUID.class);
    if (person == null) return null;
    var by =
        new Actor(new PersonId(person), new PostId(uuid(row, "prepared_post")), Capacity.REGULAR);
    return new Preparer(by, row.getTimestamp("prepared_at").toInstant());
  }
}
