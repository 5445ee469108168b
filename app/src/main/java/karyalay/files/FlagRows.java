package karyalay.files;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import karyalay.shared.PaperId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Flags as one column of another statement, so that a page that shows them costs none of its own.
final class FlagRows {
  /// For a file `f` and the parameters `person` and `post`: its flags and those of its volumes,
  /// oldest first.
  static final String COLUMN =
      """
      (SELECT jsonb_agg(to_jsonb(w) ORDER BY w.at, w.id) FROM (
          SELECT g.id, vf.paper AS file, g.label, g.target, g.paper, g.place, g.cited, g.cited_page, g.version,
                 g.at, g.lifted_at,
                 g.paper = f.paper OR EXISTS (SELECT FROM desk.readable(:person, :post) r WHERE r.paper = g.paper)
                     AS opens
          FROM files.v_volume v JOIN files.file vf ON vf.paper = v.volume
          JOIN files.flag g ON g.content = vf.content
          WHERE v.file = f.paper) w) AS flags
      """;

  private static final JsonMapper JSON = new JsonMapper();

  private FlagRows() {}

  static References read(String column) {
    List<Flag> flags = new ArrayList<>();
    Set<UUID> closed = new HashSet<>();
    if (!column.isEmpty())
      for (JsonNode row : JSON.readTree(column)) {
        Flag flag = flag(row);
        flags.add(flag);
        if (!row.path("opens").booleanValue()) closed.add(flag.id());
      }
    return new References(List.copyOf(flags), Set.copyOf(closed));
  }

  private static Flag flag(JsonNode row) {
    boolean onPage = row.path("cited").isString();
    return new Flag(
        UUID.fromString(row.path("id").stringValue()),
        PaperId.of(row.path("file").stringValue()),
        row.path("label").stringValue(),
        FlagTarget.valueOf(row.path("target").stringValue()),
        PaperId.of(row.path("paper").stringValue()),
        row.path("place").intValue(),
        onPage ? PaperId.of(row.path("cited").stringValue()) : null,
        onPage ? row.path("cited_page").intValue() : 0,
        row.path("version").stringValue(),
        OffsetDateTime.parse(row.path("at").stringValue()).toInstant(),
        moment(row.path("lifted_at")));
  }

  private static @Nullable Instant moment(JsonNode at) {
    return at.isString() ? OffsetDateTime.parse(at.stringValue()).toInstant() : null;
  }
}
