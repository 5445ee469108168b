package karyalay.dispatch;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import karyalay.organisation.Masters;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which offices a counter sends for (OP-76): its own, and when it is the district's registry (the
/// setting `registry-office`) all that have no counter of their own.
@Repository
class Counters {
  private final JdbcClient db;
  private final Masters masters;

  Counters(JdbcClient db, Masters masters) {
    this.db = db;
    this.masters = masters;
  }

  private record Me(UUID office, UUID district, String code) {}

  /// Empty for a post that is no counter.
  Set<UUID> served(PostId post) {
    var me =
        db.sql(
                """
                SELECT t.office, t.district, o.code FROM organisation.v_post t
                JOIN organisation.v_office o ON o.id = t.office WHERE t.id = ? AND t.counter
                """)
            .param(post.value())
            .query(Me.class)
            .optional();
    if (me.isEmpty()) return Set.of();
    var served = new TreeSet<UUID>();
    served.add(me.get().office());
    if (registry(me.get())) served.addAll(without(me.get().district()));
    return served;
  }

  private boolean registry(Me me) {
    return masters
        .one("SETTING", "registry-office", new OfficeId(me.district()))
        .map(setting -> setting.text("value").equals(me.code()))
        .orElse(false);
  }

  private Set<UUID> without(UUID district) {
    return new TreeSet<>(
        db.sql(
                """
                SELECT o.id FROM organisation.v_office o
                WHERE o.district = ? AND NOT EXISTS (
                    SELECT FROM organisation.v_post c WHERE c.office = o.id AND c.counter)
                """)
            .param(district)
            .query(UUID.class)
            .list());
  }
}
