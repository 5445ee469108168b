package karyalay.files;

import static karyalay.files.FileStore.text;
import static karyalay.files.FileStore.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

  /// Mergings of a file, where the reader may see both files.
  List<Related.Asked> mergings(PaperId file, Scope scope) {
    return db.sql(
            """
            SELECT m.*, s.number AS source_number, t.number AS target_number, a.mark AS asked_by,
                   d.mark AS decided_by
            FROM files.merging m
            JOIN desk.v_paper s ON s.id = m.source
            JOIN desk.readable(:person, :post) rs ON rs.paper = s.id AND rs.named
            JOIN desk.v_paper t ON t.id = m.target
            JOIN desk.readable(:person, :post) rt ON rt.paper = t.id AND rt.named
            LEFT JOIN organisation.v_post_ever a ON a.id = m.asked_post
            LEFT JOIN organisation.v_post_ever d ON d.id = m.decided_post
            WHERE m.source = :file OR m.target = :file ORDER BY m.asked_at
            """)
        .param("file", file.value())
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .query((row, n) ->
            new Related.Asked(
                uuid(row, "id"),
                new PaperId(uuid(row, "source")),
                text(row, "source_number"),
                new PaperId(uuid(row, "target")),
                text(row, "target_number"),
                text(row, "reason"),
                text(row, "asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                (Boolean) row.getObject("approved"),
                text(row, "decided_by"),
                text(row, "remark"),
                row.getTimestamp("done_at") != null))
        .list();
  }

  /// Slips in all volumes; the number of what was taken out only for those who may read it.
  List<Related.Slip> slips(PaperId file, Scope scope) {
    return db.sql(
            """
            SELECT s.serial, c.page_from, c.page_to, CASE WHEN rp.named THEN c.number ELSE '' END AS number,
                   s.reason, coalesce(o.number, s.to_place) AS whither, o.id AS to_file, b.mark, s.at
            FROM files.v_volume v
            JOIN files.file f ON f.paper = v.volume
            JOIN files.slip s ON s.content = f.content
            JOIN files.correspondence c ON c.content = s.content AND c.serial = s.serial
            LEFT JOIN desk.readable(:person, :post) rp ON rp.paper = c.paper
            LEFT JOIN desk.readable(:person, :post) ro ON ro.paper = s.to_file
            LEFT JOIN desk.v_paper o ON o.id = ro.paper
            LEFT JOIN organisation.v_post_ever b ON b.id = s.post
            WHERE v.file = :file ORDER BY s.at
            """)
        .param("file", file.value())
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .query((row, n) -> slip(row))
        .list();
  }

  private static Related.Slip slip(ResultSet row) throws SQLException {
    UUID to = row.getObject("to_file", UUID.class);
    return new Related.Slip(
        row.getInt("serial"),
        row.getInt("page_from"),
        row.getInt("page_to"),
        text(row, "number"),
        text(row, "reason"),
        text(row, "whither"),
        to == null ? null : new PaperId(to),
        text(row, "mark"),
        row.getTimestamp("at").toInstant());
  }

  /// Who was asked about the file; whoever calls has opened it.
  List<Related.Consultation> consultations(PaperId file) {
    return db.sql(
            """
            SELECT c.id, p.mark, c.question, c.target, c.at, c.outcome, c.remark,
                   (SELECT count(*)::int FROM files.consultation_extension x WHERE x.consultation = c.id)
                       AS extensions
            FROM files.consultation c LEFT JOIN organisation.v_post_ever p ON p.id = c.asked
            WHERE c.paper IN (SELECT volume FROM files.v_volume WHERE file = ?) ORDER BY c.at
            """)
        .param(file.value())
        .query((row, n) ->
            new Related.Consultation(
                uuid(row, "id"),
                text(row, "mark"),
                text(row, "question"),
                Related.day(row, "target"),
                row.getTimestamp("at").toInstant(),
                text(row, "outcome"),
                text(row, "remark"),
                row.getInt("extensions")))
        .list();
  }
}
