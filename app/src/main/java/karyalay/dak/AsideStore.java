package karyalay.dak;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of follow-up marks and folders.
@Repository
class AsideStore {
  private final JdbcClient db;

  AsideStore(JdbcClient db) {
    this.db = db;
  }

  void follow(PostId post, PaperId paper, @Nullable LocalDate on, String note, Instant now) {
    db.sql(
            """
            INSERT INTO dak.follow_up (post, paper, on_day, note, since)
            VALUES (:post, :paper, :on, :note, :since)
            ON CONFLICT (post, paper) DO UPDATE SET on_day = excluded.on_day, note = excluded.note
            """)
        .param("post", post.value())
        .param("paper", paper.value())
        .param("on", on, Types.DATE)
        .param("note", note.strip())
        .param("since", ReceiptStore.at(now))
        .update();
  }

  void unfollow(PostId post, PaperId paper) {
    db.sql("DELETE FROM dak.follow_up WHERE post = ? AND paper = ?")
        .params(post.value(), paper.value())
        .update();
  }

  UUID folder(PostId post, String name, UUID fresh) {
    return db.sql(
            """
            INSERT INTO dak.folder AS f (id, post, name) VALUES (?, ?, ?)
            ON CONFLICT (post, name) DO UPDATE SET name = f.name RETURNING id
            """)
        .params(fresh, post.value(), name)
        .query(UUID.class)
        .single();
  }

  void put(PostId post, PaperId paper, UUID folder) {
    db.sql(
            """
            INSERT INTO dak.folder_paper (post, paper, folder) VALUES (?, ?, ?)
            ON CONFLICT (post, paper) DO UPDATE SET folder = excluded.folder
            """)
        .params(post.value(), paper.value(), folder)
        .update();
  }

  void takeOut(PostId post, PaperId paper) {
    db.sql("DELETE FROM dak.folder_paper WHERE post = ? AND paper = ?")
        .params(post.value(), paper.value())
        .update();
  }

  List<Aside.Folder> folders(PostId post) {
    return db.sql(
            """
            SELECT f.id, f.name, count(p.paper)::int AS papers
            FROM dak.folder f LEFT JOIN dak.folder_paper p ON p.folder = f.id
            WHERE f.post = ? GROUP BY f.id ORDER BY f.name
            """)
        .param(post.value())
        .query(Aside.Folder.class)
        .list();
  }
}
