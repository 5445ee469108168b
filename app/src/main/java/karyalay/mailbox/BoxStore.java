package karyalay.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of mailboxes.
@Repository
class BoxStore {
  private final JdbcClient db;

  BoxStore(JdbcClient db) {
    this.db = db;
  }

  void insert(Box box) {
    var facts = box.facts();
    db.sql(
            """
            INSERT INTO mailbox.box (id, district, office, post, name, host, port, tls, login, folder, moved_to,
                                     active, next_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            box.id(),
            box.district().value(),
            box.office().value(),
            box.post().value(),
            facts.name(),
            facts.host(),
            facts.port(),
            facts.tls().name(),
            facts.login(),
            facts.folder(),
            facts.movedTo(),
            box.active(),
            at(box.state().nextAt()))
        .update();
  }

  /// Another server or folder counts anew; the next round goes there at once.
  void update(
      UUID id, PostId post, Box.Facts facts, boolean active, boolean elsewhere, Instant now) {
    db.sql(
            """
            UPDATE mailbox.box
            SET post = :post, host = :host, port = :port, tls = :tls, login = :login, folder = :folder,
                moved_to = :moved, active = :active, next_at = :now, tries = 0, fault = '', fault_words = '',
                fault_since = NULL,
                validity = CASE WHEN :elsewhere THEN 0 ELSE validity END,
                last_uid = CASE WHEN :elsewhere THEN 0 ELSE last_uid END
            WHERE id = :id
            """)
        .param("id", id)
        .param("post", post.value())
        .param("host", facts.host())
        .param("port", facts.port())
        .param("tls", facts.tls().name())
        .param("login", facts.login())
        .param("folder", facts.folder())
        .param("moved", facts.movedTo())
        .param("active", active)
        .param("elsewhere", elsewhere)
        .param("now", at(now))
        .update();
  }

  Optional<Box> find(UUID id) {
    return db.sql("SELECT * FROM mailbox.box WHERE id = ?")
        .param(id)
        .query((row, _) -> box(row))
        .optional();
  }

  boolean nameTaken(String name) {
    return db.sql("SELECT EXISTS (SELECT FROM mailbox.box WHERE name = ?)")
        .param(name)
        .query(Boolean.class)
        .single();
  }

  List<Box> of(OfficeId district) {
    return db.sql("SELECT * FROM mailbox.box WHERE district = ? ORDER BY name")
        .param(district.value())
        .query((row, _) -> box(row))
        .list();
  }

  List<Box> of(PostId post) {
    return db.sql("SELECT * FROM mailbox.box WHERE post = ? ORDER BY name")
        .param(post.value())
        .query((row, _) -> box(row))
        .list();
  }

  /// The next mailbox whose time has come and that no other node reads, taken for a while.
  Optional<Box> lease(UUID lease, Instant now, Duration span) {
    return db.sql(
            """
            UPDATE mailbox.box SET lease = :lease, leased_until = :until
            WHERE id = (SELECT id FROM mailbox.box
                        WHERE active AND next_at <= :now
                          AND (leased_until IS NULL OR leased_until < :now)
                        ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING *
            """)
        .param("lease", lease)
        .param("now", at(now))
        .param("until", at(now.plus(span)))
        .query((row, _) -> box(row))
        .optional();
  }

  void renew(UUID box, UUID lease, Instant until) {
    db.sql("UPDATE mailbox.box SET leased_until = ? WHERE id = ? AND lease = ?")
        .params(at(until), box, lease)
        .update();
  }

  void seen(UUID box, long validity, long lastUid) {
    db.sql("UPDATE mailbox.box SET validity = ?, last_uid = ? WHERE id = ?")
        .params(validity, lastUid, box)
        .update();
  }

  /// The round ended well.
  void reached(UUID box, UUID lease, Instant now, Instant next) {
    db.sql(
            """
            UPDATE mailbox.box
            SET tries = 0, fault = '', fault_words = '', fault_since = NULL, reached_at = :now,
                next_at = :next, lease = NULL, leased_until = NULL
            WHERE id = :id AND lease = :lease
            """)
        .param("id", box)
        .param("lease", lease)
        .param("now", at(now))
        .param("next", at(next))
        .update();
  }

  /// It did not.
  void failed(UUID box, UUID lease, Box.Fault fault, String words, Instant now, Instant next) {
    db.sql(
            """
            UPDATE mailbox.box
            SET tries = tries + 1, fault = :fault, fault_words = :words,
                fault_since = coalesce(fault_since, :now), next_at = :next, lease = NULL, leased_until = NULL
            WHERE id = :id AND lease = :lease
            """)
        .param("id", box)
        .param("lease", lease)
        .param("fault", fault.name())
        .param("words", words)
        .param("now", at(now))
        .param("next", at(next))
        .update();
  }

  private static Box box(ResultSet row) throws SQLException {
    String fault = text(row, "fault");
    return new Box(
        uuid(row, "id"),
        new OfficeId(uuid(row, "district")),
        new OfficeId(uuid(row, "office")),
        new PostId(uuid(row, "post")),
        new Box.Facts(
            text(row, "name"),
            text(row, "host"),
            row.getInt("port"),
            Box.Tls.valueOf(text(row, "tls")),
            text(row, "login"),
            text(row, "folder"),
            text(row, "moved_to")),
        row.getBoolean("active"),
        new Box.State(
            row.getLong("validity"),
            row.getLong("last_uid"),
            row.getInt("tries"),
            fault.isEmpty() ? null : Box.Fault.valueOf(fault),
            text(row, "fault_words"),
            moment(row, "fault_since"),
            moment(row, "reached_at"),
            Objects.requireNonNull(moment(row, "next_at"))));
  }

  static UUID uuid(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class), column);
  }

  static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }

  static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
