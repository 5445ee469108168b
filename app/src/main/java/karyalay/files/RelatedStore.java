package karyalay.files;

import static karyalay.files.FileStore.text;
import static karyalay.files.FileStore.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what hangs together with a file, always through the reader's reach.
@Repository
class RelatedStore {
  private final JdbcClient db;

  RelatedStore(JdbcClient db) {
    this.db = db;
  }

  List<Related.Volume> volumes(PaperId file, Scope scope) {
    return db.sql(
            """
            SELECT v.volume, v.serial, f.number, c.first_page, c.last_page, n.first_paragraph, n.last_paragraph,
                   l.old_number, l.opened_on, l.kept_at
            FROM files.v_volume v
            JOIN files.file f ON f.paper = v.volume
            JOIN desk.readable(:person, :post) r ON r.paper = v.volume
            LEFT JOIN files.legacy l ON l.paper = v.volume
            CROSS JOIN LATERAL (SELECT min(page_from) AS first_page, max(page_to) AS last_page
                                FROM files.correspondence WHERE content = f.content) c
            CROSS JOIN LATERAL (SELECT min(paragraph_from) AS first_paragraph,
                                       max(paragraph_to) AS last_paragraph
                                FROM files.note WHERE content = f.content) n
            WHERE v.file = :file ORDER BY v.serial
            """)
        .param("file", file.value())
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .query((row, n) -> volume(row))
        .list();
  }

  private static Related.Volume volume(ResultSet row) throws SQLException {
    boolean legacy = row.getString("old_number") != null;
    return new Related.Volume(
        new PaperId(uuid(row, "volume")),
        row.getInt("serial"),
        text(row, "number"),
        row.getInt("first_page"),
        row.getInt("last_page"),
        row.getInt("first_paragraph"),
        row.getInt("last_paragraph"),
        legacy
            ? Optional.of(
                new Related.Old(
                    text(row, "old_number"), Related.day(row, "opened_on"), text(row, "kept_at")))
            : Optional.empty());
  }

  /// Ties of all volumes, volumes themselves left out; the other file only where the reader may see
  /// it, its title only where he may see its words.
  List<Related.Line> ties(PaperId file, Scope scope) {
    return db.sql(
            """
            WITH mine AS (SELECT volume AS paper FROM files.v_volume WHERE file = :file),
            hanging AS (
                SELECT t.*, true AS outward, t.other AS paper FROM files.tie t
                WHERE t.main IN (SELECT paper FROM mine) AND t.kind <> 'VOLUME'
                UNION ALL
                SELECT t.*, false, t.main FROM files.tie t
                WHERE t.other IN (SELECT paper FROM mine) AND t.kind <> 'VOLUME'
            )
            SELECT t.id, t.kind, t.outward, t.paper, t.serial, t.bundle, t.reason, t.at, t.ended_at,
                   t.ended_reason, p.number, CASE WHEN r.named THEN p.title ELSE '' END AS title, p.place,
                   h.mark AS holder, b.mark, e.mark AS ended_by
            FROM hanging t
            JOIN desk.v_paper p ON p.id = t.paper
            JOIN desk.readable(:person, :post) r ON r.paper = p.id
            LEFT JOIN desk.v_paper top ON top.id = p.root
            LEFT JOIN organisation.v_post_ever h ON h.id = top.holder
            LEFT JOIN organisation.v_post_ever b ON b.id = t.post
            LEFT JOIN organisation.v_post_ever e ON e.id = t.ended_post
            ORDER BY t.kind, t.serial, t.at
            """)
        .param("file", file.value())
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .query((row, n) -> Related.line(row))
        .list();
  }
}
