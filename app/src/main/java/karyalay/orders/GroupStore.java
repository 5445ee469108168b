package karyalay.orders;

import java.util.List;
import java.util.UUID;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which live posts a group holds today.
@Repository
class GroupStore {
  private final JdbcClient db;

  GroupStore(JdbcClient db) {
    this.db = db;
  }

  List<UUID> headsUnder(String kind, PostId giver) {
    return db.sql(
            """
            WITH RECURSIVE under AS (
                SELECT CASE WHEN o.kind = 'branch' THEN o.parent ELSE o.id END AS id
                FROM organisation.v_post p JOIN organisation.v_office o ON o.id = p.office
                WHERE p.id = :giver
                UNION
                SELECT o.id FROM organisation.v_office o JOIN under u ON o.parent = u.id
            )
            SELECT p.id FROM under u
            JOIN organisation.v_office o ON o.id = u.id AND o.kind = :kind
            JOIN organisation.v_post p ON p.office = o.id AND p.head
            WHERE p.id <> :giver ORDER BY p.mark
            """)
        .param("giver", giver.value())
        .param("kind", kind)
        .query(UUID.class)
        .list();
  }

  List<UUID> ownOffice(PostId giver) {
    return db.sql(
            """
            SELECT p.id FROM organisation.v_post p
            WHERE p.office = (SELECT office FROM organisation.v_post WHERE id = :giver)
              AND p.id <> :giver AND NOT p.counter ORDER BY p.level DESC, p.mark
            """)
        .param("giver", giver.value())
        .query(UUID.class)
        .list();
  }

  List<UUID> named(List<String> marks, PostId giver, OfficeId district) {
    if (marks.isEmpty()) return List.of();
    return db.sql(
            """
            SELECT p.id FROM organisation.v_post p
            WHERE p.district = :district AND p.mark IN (:marks) AND p.id <> :giver ORDER BY p.mark
            """)
        .param("district", district.value())
        .param("marks", marks)
        .param("giver", giver.value())
        .query(UUID.class)
        .list();
  }
}
