package karyalay.files;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What befell a file, oldest first and in one statement: mergings asked for, slips, consultations.
/// Each is few lines of another shape, so they travel as JSON.
@Repository
class RelatedEvents {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient db;

  RelatedEvents(JdbcClient db) {
    this.db = db;
  }

  /// Three lists, each in the order in which it happened.
  record Events(
      List<Related.Asked> mergings,
      List<Related.Slip> slips,
      List<Related.Consultation> consultations) {}

  /// A merging is shown where the reader may see both files; the number of what was taken out only
  /// to those who may read it. Whoever calls has opened the file.
  private static final String EVENTS =
      """
      WITH merging AS (
          SELECT m.id, m.source, m.target, m.reason, m.remark, m.approved, m.asked_at AS at,
                 m.done_at IS NOT NULL AS done, s.number AS source_number, t.number AS target_number,
                 a.mark AS asked_by, d.mark AS decided_by
          FROM files.merging m
          JOIN desk.v_paper s ON s.id = m.source
          JOIN desk.readable(:person, :post) rs ON rs.paper = s.id AND rs.named
          JOIN desk.v_paper t ON t.id = m.target
          JOIN desk.readable(:person, :post) rt ON rt.paper = t.id AND rt.named
          LEFT JOIN organisation.v_post_ever a ON a.id = m.asked_post
          LEFT JOIN organisation.v_post_ever d ON d.id = m.decided_post
          WHERE m.source = :file OR m.target = :file
      ), slip AS (
          SELECT s.serial, c.page_from, c.page_to,
                 CASE WHEN rp.named THEN c.number ELSE '' END AS number,
                 s.reason, coalesce(o.number, s.to_place) AS whither, o.id AS to_file, b.mark, s.at
          FROM files.v_volume v
          JOIN files.file f ON f.paper = v.volume
          JOIN files.slip s ON s.content = f.content
          JOIN files.correspondence c ON c.content = s.content AND c.serial = s.serial
          LEFT JOIN desk.readable(:person, :post) rp ON rp.paper = c.paper
          LEFT JOIN desk.readable(:person, :post) ro ON ro.paper = s.to_file
          LEFT JOIN desk.v_paper o ON o.id = ro.paper
          LEFT JOIN organisation.v_post_ever b ON b.id = s.post
          WHERE v.file = :file
      ), consultation AS (
          SELECT c.id, p.mark, c.question, c.target, c.at, c.outcome, c.remark,
                 (SELECT count(*)::int FROM files.consultation_extension x WHERE x.consultation = c.id)
                     AS extensions
          FROM files.consultation c LEFT JOIN organisation.v_post_ever p ON p.id = c.asked
          WHERE c.paper IN (SELECT volume FROM files.v_volume WHERE file = :file)
      )
      SELECT 'MERGING' AS what, at, to_jsonb(merging)::text AS line FROM merging
      UNION ALL SELECT 'SLIP', at, to_jsonb(slip)::text FROM slip
      UNION ALL SELECT 'CONSULTATION', at, to_jsonb(consultation)::text FROM consultation
      ORDER BY at
      """;

  Events of(PaperId file, Scope scope) {
    var events = new Events(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    db.sql(EVENTS)
        .param("file", file.value())
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .query(row -> {
          Instant at = row.getTimestamp("at").toInstant();
          JsonNode line = JSON.readTree(row.getString("line"));
          switch (FileStore.text(row, "what")) {
            case "MERGING" -> events.mergings().add(asked(line, at));
            case "SLIP" -> events.slips().add(slip(line, at));
            default -> events.consultations().add(consultation(line, at));
          }
        });
    return events;
  }

  private static Related.Asked asked(JsonNode line, Instant at) {
    return new Related.Asked(
        UUID.fromString(text(line, "id")),
        PaperId.of(text(line, "source")),
        text(line, "source_number"),
        PaperId.of(text(line, "target")),
        text(line, "target_number"),
        text(line, "reason"),
        text(line, "asked_by"),
        at,
        line.path("approved").isBoolean() ? line.path("approved").booleanValue() : null,
        text(line, "decided_by"),
        text(line, "remark"),
        line.path("done").booleanValue());
  }

  private static Related.Slip slip(JsonNode line, Instant at) {
    return new Related.Slip(
        line.path("serial").intValue(),
        line.path("page_from").asInt(0),
        line.path("page_to").asInt(0),
        text(line, "number"),
        text(line, "reason"),
        text(line, "whither"),
        paper(text(line, "to_file")),
        text(line, "mark"),
        at);
  }

  private static Related.Consultation consultation(JsonNode line, Instant at) {
    return new Related.Consultation(
        UUID.fromString(text(line, "id")),
        text(line, "mark"),
        text(line, "question"),
        LocalDate.parse(text(line, "target")),
        at,
        text(line, "outcome"),
        text(line, "remark"),
        line.path("extensions").intValue());
  }

  private static @Nullable PaperId paper(String id) {
    return id.isEmpty() ? null : PaperId.of(id);
  }

  /// Empty where there is none.
  private static String text(JsonNode line, String name) {
    JsonNode value = line.path(name);
    return value.isString() ? value.stringValue() : "";
  }
}
