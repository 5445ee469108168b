package karyalay.files;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import karyalay.organisation.Post;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of files that were brought in from paper.
@Repository
class LegacyStore {
  private final JdbcClient db;

  LegacyStore(JdbcClient db) {
    this.db = db;
  }

  /// Letters and digits alone, digits in one script: what two spellings of a number share.
  static String key(String number) {
    return Digits.latin(number).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{Nd}]", "");
  }

  void insert(ContentId id, PaperId paper, LegacyFile file, Post keeper, Act act, Instant at) {
    Instant opened = file.openedOn().atStartOfDay(OfficeTime.ZONE).toInstant();
    db.sql(
            """
            WITH written AS (
                INSERT INTO files.legacy (paper, old_number, key, opened_on, kept_at, person, post, at)
                VALUES (:paper, :number, :key, :on, :kept, :person, :post, :at)
            )
            INSERT INTO files.file (content, paper, district, office, creator, scheme, number, subject,
                remarks, opened_by, opened_on)
            VALUES (:id, :paper, :district, :office, :post, 'FREE', :number, :subject, :remarks, :person,
                :opened)
            """)
        .param("id", id.value())
        .param("paper", paper.value())
        .param("number", file.oldNumber().strip())
        .param("key", key(file.oldNumber()))
        .param("on", file.openedOn())
        .param("opened", opened.atOffset(ZoneOffset.UTC))
        .param("kept", file.keptAt().strip())
        .param("subject", file.subject().strip())
        .param("remarks", file.remarks().strip())
        .param("district", keeper.district().value())
        .param("office", keeper.office().value())
        .param("person", act.person().value())
        .param("post", act.post().value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// Which of these numbers other files of the offices bear already, by office and key.
  Map<String, String> taken(Collection<OfficeId> offices, Collection<String> keys) {
    Map<String, String> taken = new HashMap<>();
    db.sql(
            """
            SELECT f.office || ' ' || l.key AS place, f.number
            FROM files.legacy l JOIN files.file f USING (paper)
            WHERE f.office = ANY (:offices) AND l.key = ANY (:keys)
            """)
        .param("offices", offices.stream().map(OfficeId::value).toArray(UUID[]::new))
        .param("keys", keys.toArray(String[]::new))
        .query(row -> {
          taken.put(FileStore.text(row, "place"), FileStore.text(row, "number"));
        });
    return taken;
  }

  /// A post with whom an old file may be kept.
  record Keeper(String mark, PostId post) {}

  /// The live posts that this one may enter files for: all of its own office, and, for its head, of
  /// the offices under it.
  List<Keeper> keepers(PostId by) {
    return db.sql(
            """
            SELECT p.mark, p.id FROM organisation.v_post p
            WHERE p.office = (SELECT office FROM organisation.v_post WHERE id = :by)
               OR p.office IN (SELECT token FROM organisation.v_token WHERE post = :by)
            """)
        .param("by", by.value())
        .query((row, n) ->
            new Keeper(FileStore.text(row, "mark"), new PostId(FileStore.uuid(row, "id"))))
        .list();
  }

  /// The scan of an old file is the first of its correspondence: its own pages.
  void scanned(ContentId id, PaperId paper, LegacyFile file, int pages, Act act, Instant at) {
    db.sql(
            """
            WITH next AS (
                UPDATE files.file SET next_serial = next_serial + 1, next_page = next_page + :pages
                WHERE content = :id RETURNING next_serial - 1 AS serial, next_page - :pages AS first
            )
            INSERT INTO files.correspondence
                (content, serial, paper, number, title, page_from, page_to, person, at)
            SELECT :id, serial, :paper, :number, :title, first, first + :pages - 1, :person, :at FROM next
            """)
        .param("id", id.value())
        .param("paper", paper.value())
        .param("number", file.oldNumber().strip())
        .param("title", file.subject().strip())
        .param("pages", pages)
        .param("person", act.person().value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /// When a file is legacy: what stood on its old cover.
  record Old(String oldNumber, LocalDate openedOn, String keptAt) {}
}
