package karyalay.files;

import java.util.List;
import java.util.Optional;
import karyalay.organisation.Posts;
import karyalay.organisation.Settings;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Files that go about without an end: to and fro between two posts (OP-94), and through more hands
/// than a decision needs (OP-93). Shown for the reader's own desk and, to a head, for all under
/// him.
@Service
@Transactional(readOnly = true)
public class Watchlists {
  /// Lines shown; what is left is reported.
  public static final int MOST = 200;

  /// The live papers on desks in reach: the tray's own index is read, post by post.
  private static final String LIVE =
      """
      WITH desks AS (
          SELECT cast(:post AS uuid) AS post
          UNION
          SELECT p.id FROM organisation.v_post p JOIN organisation.v_token t ON t.token = p.office
          WHERE t.post = :post
      ), live AS (
          SELECT p.id, p.number, p.title, p.holder, p.hands, p.moves, p.arrived_at, p.class
          FROM desks JOIN desk.v_paper p ON p.holder = desks.post
          WHERE p.place IN ('DESK', 'TRANSIT') AND p.kind = 'FILE'
      )
      """;

  private final JdbcClient db;
  private final Settings settings;
  private final Posts posts;

  Watchlists(JdbcClient db, Settings settings, Posts posts) {
    this.db = db;
    this.settings = settings;
    this.posts = posts;
  }

  /// A file on a watch list.
  ///
  /// @param title empty when it is protected and the reader not named on it
  /// @param between the two posts that it goes between; empty on the list of hands
  /// @param count how often it came back, or how many hands it has had
  public record Line(
      PaperId paper,
      String number,
      String title,
      String classification,
      String holder,
      Optional<String> between,
      int count) {}

  /// Files that came back twice and more between the same two posts since the last decision.
  public List<Line> toAndFro(Scope scope) {
    return db.sql(
            LIVE
                + """
                , sent AS (
                    SELECT m.paper, m.from_post, m.to_post, m.serial
                    FROM live JOIN desk.v_movement m ON m.paper = live.id
                    WHERE live.moves >= 5 AND m.word IN ('FORWARDED', 'SENT_BACK')
                      AND m.serial > coalesce((SELECT max(d.serial) FROM desk.v_movement d
                                               WHERE d.paper = m.paper AND d.decided), 0)
                ), pairs AS (
                    SELECT paper, least(from_post, to_post) AS one, greatest(from_post, to_post) AS two,
                           least(count(*) FILTER (WHERE from_post < to_post),
                                 count(*) FILTER (WHERE from_post > to_post)) AS back
                    FROM sent GROUP BY 1, 2, 3
                )
                SELECT live.id, live.number, CASE WHEN r.named THEN live.title ELSE '' END AS title,
                       live.class, h.mark AS holder, a.mark || ' ⇄ ' || b.mark AS between, pairs.back AS count
                FROM pairs JOIN live ON live.id = pairs.paper
                JOIN desk.readable(:person, :post) r ON r.paper = live.id
                JOIN organisation.v_post_ever a ON a.id = pairs.one
                JOIN organisation.v_post_ever b ON b.id = pairs.two
                LEFT JOIN organisation.v_post_ever h ON h.id = live.holder
                WHERE pairs.back >= 2
                ORDER BY pairs.back DESC, live.arrived_at, live.id LIMIT :most
                """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("most", MOST)
        .query((row, n) -> line(row, Optional.of(FileStore.text(row, "between"))))
        .list();
  }

  /// How many deciding officers a decision needs at most, in the reader's district (OP-93).
  public int levels(Scope scope) {
    return settings.number("levels", posts.live(scope.post()).office());
  }

  /// Files that more deciding officers have had than a decision needs.
  ///
  /// @param levels as {@link #levels} tells it for this reader
  public List<Line> manyHands(Scope scope, int levels) {
    return db.sql(
            LIVE
                + """
                SELECT live.id, live.number, CASE WHEN r.named THEN live.title ELSE '' END AS title,
                       live.class, h.mark AS holder, live.hands AS count
                FROM live JOIN desk.readable(:person, :post) r ON r.paper = live.id
                LEFT JOIN organisation.v_post_ever h ON h.id = live.holder
                WHERE live.hands > :levels
                ORDER BY live.hands DESC, live.arrived_at, live.id LIMIT :most
                """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("levels", levels)
        .param("most", MOST)
        .query((row, n) -> line(row, Optional.empty()))
        .list();
  }

  private static Line line(java.sql.ResultSet row, Optional<String> between)
      throws java.sql.SQLException {
    return new Line(
        new PaperId(FileStore.uuid(row, "id")),
        FileStore.text(row, "number"),
        FileStore.text(row, "title"),
        FileStore.text(row, "class"),
        FileStore.text(row, "holder"),
        between,
        row.getInt("count"));
  }
}
