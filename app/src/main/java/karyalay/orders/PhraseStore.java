package karyalay.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import karyalay.desk.Task;
import karyalay.shared.Act;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of phrases, and of to whom an order of some words last went.
@Repository
class PhraseStore {
  private final JdbcClient db;

  PhraseStore(JdbcClient db) {
    this.db = db;
  }

  /// Live phrases of the person and of the office of his post, his own first.
  List<Phrase> own(Scope scope, LocalDate today) {
    return db.sql(
            """
            SELECT p.*, p.person IS NOT NULL AS mine FROM orders.phrase p
            WHERE (p.person = :person
                   OR p.office = (SELECT office FROM organisation.v_post WHERE id = :post))
              AND p.valid_from <= :today AND p.valid_to > :today
            ORDER BY mine DESC, p.digit NULLS LAST, p.words
            """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("today", today)
        .query((row, n) -> read(row))
        .list();
  }

  private static Phrase read(ResultSet row) throws SQLException {
    String words = row.getString("words");
    return new Phrase(
        row.getString("id"),
        row.getBoolean("mine") ? Phrase.Owner.PERSON : Phrase.Owner.OFFICE,
        words,
        words,
        row.getInt("digit"),
        Does.valueOf(row.getString("does")),
        Phrase.Goes.valueOf(row.getString("goes")),
        Task.valueOf(row.getString("task")),
        row.getInt("days"),
        null);
  }

  /// The office that this post heads.
  Optional<OfficeId> headed(PostId post) {
    return db.sql("SELECT office FROM organisation.v_post WHERE id = ? AND head")
        .param(post.value())
        .query(UUID.class)
        .optional()
        .map(OfficeId::new);
  }

  void insert(UUID id, Act act, NewPhrase phrase, Optional<OfficeId> office, LocalDate today) {
    db.sql(
            """
            INSERT INTO orders.phrase (id, person, office, words, digit, does, goes, task, days, valid_from)
            VALUES (:id, :person, :office, :words, nullif(:digit, 0), :does, :goes, :task, :days, :today)
            """)
        .param("id", id)
        .param("person", office.isPresent() ? null : act.person().value(), java.sql.Types.OTHER)
        .param("office", office.map(OfficeId::value).orElse(null), java.sql.Types.OTHER)
        .param("words", phrase.words())
        .param("digit", phrase.digit())
        .param("does", phrase.does().name())
        .param("goes", phrase.goes().name())
        .param("task", phrase.task().name())
        .param("days", phrase.days())
        .param("today", today)
        .update();
  }

  /// Ends a phrase of this person, or of the office that his post heads.
  ///
  /// @return whether there was one
  boolean end(UUID id, Act act, LocalDate today) {
    return db.sql(
                """
                UPDATE orders.phrase p SET valid_to = :today
                WHERE p.id = :id AND p.valid_to > :today
                  AND (p.person = :person
                       OR p.office = (SELECT office FROM organisation.v_post WHERE id = :post AND head))
                """)
            .param("id", id)
            .param("person", act.person().value())
            .param("post", act.post().value())
            .param("today", today)
            .update()
        == 1;
  }

  /// To whom this post last gave each of its orders, where that post still is.
  Map<String, Phrase.Last> habits(PostId post) {
    var found = new HashMap<String, Phrase.Last>();
    db.sql(
            """
            SELECT h.phrase, t.id, t.mark, t.designation_hi, t.designation_en
            FROM orders.habit h JOIN organisation.v_post t ON t.id = h.addressee WHERE h.post = ?
            """)
        .param(post.value())
        .query((row, n) ->
            found.put(
                row.getString("phrase"),
                new Phrase.Last(
                    row.getObject("id", UUID.class),
                    row.getString("mark"),
                    row.getString("designation_hi"),
                    row.getString("designation_en"))))
        .list();
    return found;
  }

  void habit(PostId post, String phrase, PostId addressee, Instant now) {
    db.sql(
            """
            INSERT INTO orders.habit (post, phrase, addressee, at) VALUES (?, ?, ?, ?)
            ON CONFLICT (post, phrase) DO UPDATE SET addressee = excluded.addressee, at = excluded.at
            """)
        .params(post.value(), phrase, addressee.value(), now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
