package karyalay.desk;

import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of reach and bars.
@Repository
class ReachStore {
  private final JdbcClient db;

  ReachStore(JdbcClient db) {
    this.db = db;
  }

  /// The post that made or holds it, and the heads above its office.
  void held(PaperId paper, PostId post, OfficeId office) {
    db.sql(
            """
            INSERT INTO desk.reach (paper, grantee, why) VALUES (?, ?, 'HELD'), (?, ?, 'LINE')
            ON CONFLICT DO NOTHING
            """)
        .params(paper.value(), post.value(), paper.value(), office.value())
        .update();
  }

  void grant(PaperId paper, PostId to) {
    db.sql(
            "INSERT INTO desk.reach (paper, grantee, why) VALUES (?, ?, 'GRANT') ON CONFLICT DO NOTHING")
        .params(paper.value(), to.value())
        .update();
  }

  /// All who may read the one may read the other, and whoever gets the one later (see the sending).
  void link(PaperId paper, PaperId other) {
    db.sql(
            """
            WITH line AS (
                INSERT INTO desk.linked (paper, other) VALUES (:paper, :other) ON CONFLICT DO NOTHING
            )
            INSERT INTO desk.reach (paper, grantee, why)
            SELECT :other, grantee, 'GRANT' FROM desk.reach WHERE paper = :paper
            ON CONFLICT DO NOTHING
            """)
        .param("paper", paper.value())
        .param("other", other.value())
        .update();
  }

  void unlink(PaperId paper, PaperId other) {
    db.sql("DELETE FROM desk.linked WHERE paper = ? AND other = ?")
        .params(paper.value(), other.value())
        .update();
  }

  void bar(ContentId content, PersonId person, String reason) {
    db.sql(
            """
            WITH known AS (UPDATE desk.content SET barred = true WHERE id = :content)
            INSERT INTO desk.bar (content, person, reason, since) VALUES (:content, :person, :reason, now())
            ON CONFLICT (content, person) DO UPDATE SET reason = excluded.reason
            """)
        .param("content", content.value())
        .param("person", person.value())
        .param("reason", reason)
        .update();
  }

  void inherit(PaperId from, ContentId to) {
    db.sql(
            """
            WITH bars AS (
                INSERT INTO desk.bar (content, person, reason, since)
                SELECT DISTINCT ON (b.person) cast(:to AS uuid), b.person, b.reason, b.since
                FROM desk.bar b JOIN desk.paper p ON p.content = b.content
                WHERE p.id = :from OR p.root = :from
                ON CONFLICT DO NOTHING RETURNING person
            )
            UPDATE desk.content
            SET barred = barred OR EXISTS (SELECT FROM bars),
                victim = victim OR EXISTS (SELECT FROM desk.content c JOIN desk.paper p ON p.content = c.id
                                           WHERE (p.id = :from OR p.root = :from) AND c.victim)
            WHERE id = :to
            """)
        .param("from", from.value())
        .param("to", to.value())
        .update();
  }

  boolean readable(PaperId paper, Scope scope) {
    return db.sql("SELECT EXISTS (SELECT FROM desk.readable(?, ?) r WHERE r.paper = ?)")
        .params(scope.person().value(), scope.post().value(), paper.value())
        .query(Boolean.class)
        .single();
  }
}
