package karyalay.dak;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import karyalay.desk.ViewWatcher;
import karyalay.shared.OfficeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Notes that a gazetted officer has seen fresh dak, wherever he looked at it: on its own page, in
/// the file that it lies in, or leafing through its pages (OP-33).
@Component
class SeenWatcher implements ViewWatcher {
  private final JdbcClient db;
  private final Duties duties;

  SeenWatcher(JdbcClient db, Duties duties) {
    this.db = db;
    this.duties = duties;
  }

  private record Officer(UUID id, UUID district, int level) {}

  @Override
  public void looked(List<Look> looks) {
    Set<UUID> gazetted = gazetted(looks);
    List<Look> theirs =
        looks.stream().filter(look -> gazetted.contains(look.post().value())).toList();
    if (theirs.isEmpty()) return;
    db.sql(
            """
            UPDATE dak.receipt r SET seen_at = v.at, seen_by = v.person
            FROM (SELECT DISTINCT ON (p.content) p.content, l.person, l.at
                  FROM unnest(:papers, :persons, cast(:times AS timestamptz[])) l (paper, person, at)
                  JOIN desk.v_paper p ON p.id = l.paper
                  ORDER BY p.content, l.at) v
            WHERE r.id = v.content AND r.seen_at IS NULL
            """)
        .param("papers", theirs.stream().map(look -> look.paper().value()).toArray(UUID[]::new))
        .param("persons", theirs.stream().map(look -> look.person().value()).toArray(UUID[]::new))
        .param("times", theirs.stream().map(look -> look.at().toString()).toArray(String[]::new))
        .update();
  }

  private Set<UUID> gazetted(List<Look> looks) {
    UUID[] posts = looks.stream().map(look -> look.post().value()).distinct().toArray(UUID[]::new);
    return db
        .sql(
            "SELECT id, district, level FROM organisation.v_post WHERE id = ANY (?) AND NOT counter")
        .param(posts)
        .query(Officer.class)
        .list()
        .stream()
        .filter(one -> one.level() >= duties.gazettedLevel(new OfficeId(one.district())))
        .map(Officer::id)
        .collect(Collectors.toSet());
  }
}
