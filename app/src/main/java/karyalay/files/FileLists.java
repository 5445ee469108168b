package karyalay.files;

import static karyalay.files.FileStore.text;
import static karyalay.files.FileStore.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import karyalay.desk.Classification;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lists of files and of what waits in them, as a reader may see them, newest first.
@Service
@Transactional(readOnly = true)
public class FileLists {
  /// Rows of a page.
  public static final int PAGE = 50;

  private static final String STATE =
      """
      AND (:state = 'ALL' OR (:state = 'OPEN' AND p.place IN ('DESK', 'TRANSIT')) OR p.place = :state)
      AND (f.opened_on, f.content) < (cast(:at AS timestamptz), cast(:content AS uuid))
      ORDER BY f.opened_on DESC, f.content DESC LIMIT :limit
      """;

  private static final String LINE =
      """
      SELECT p.id, f.content, f.number, CASE WHEN r.named THEN f.subject ELSE '' END AS subject, p.class,
             p.place, p.physical, f.opened_on, f.computer_number, p.holder
      FROM files.file f
      JOIN desk.v_paper p ON p.id = f.paper
      JOIN desk.readable(:person, :post) r ON r.paper = p.id
      """;

  /// Office by office, so that each is one short walk along its index however many files there are.
  private static final String OFFICE =
      """
      WITH mine AS (
          SELECT line.* FROM (
              SELECT token AS office FROM organisation.v_token WHERE post = :post
              UNION SELECT office FROM organisation.v_post WHERE id = :post) o
          CROSS JOIN LATERAL (
      """
          + LINE
          + " WHERE f.office = o.office "
          + STATE
          + """
              ) line
          )
          SELECT mine.*, h.mark FROM mine LEFT JOIN organisation.v_post_ever h ON h.id = mine.holder
          ORDER BY opened_on DESC, content DESC LIMIT :limit
          """;

  private static final String MINE =
      "WITH mine AS ("
          + LINE
          + " WHERE f.creator = :post "
          + STATE
          + """
          )
          SELECT mine.*, h.mark FROM mine LEFT JOIN organisation.v_post_ever h ON h.id = mine.holder
          ORDER BY opened_on DESC, content DESC
          """;

  private static final String FOUND =
      "WITH mine AS ("
          + LINE
          + """
           WHERE f.content IN (
              SELECT content FROM files.file WHERE :wordy AND number ILIKE :like
              UNION SELECT content FROM files.file WHERE :wordy AND subject ILIKE :like
              UNION SELECT content FROM files.file WHERE computer_number = :computer)
            AND (r.named OR f.number ILIKE :like OR f.computer_number = :computer)
          """
          + STATE
          + """
          )
          SELECT mine.*, h.mark FROM mine LEFT JOIN organisation.v_post_ever h ON h.id = mine.holder
          ORDER BY opened_on DESC, content DESC
          """;

  private final JdbcClient db;

  FileLists(JdbcClient db) {
    this.db = db;
  }

  /// One page; a full one may have another behind it.
  public List<FileLine> page(Scope scope, FileFilter filter) {
    String sql =
        filter.searching()
            ? FOUND
            : switch (filter.whose()) {
              case OFFICE -> OFFICE;
              case MINE -> MINE;
            };
    var cursor = filter.cursor();
    var statement =
        db.sql(sql)
            .param("person", scope.person().value())
            .param("post", scope.post().value())
            .param("state", filter.state().name())
            .param("at", cursor.at().atOffset(ZoneOffset.UTC))
            .param("content", cursor.content())
            .param("limit", PAGE);
    if (filter.searching())
      statement =
          statement
              .param("wordy", filter.typed().length() >= FileFilter.LEAST_TYPED)
              .param("like", "%" + escaped(filter.typed()) + "%")
              .param("computer", number(filter.typed()));
    return statement.query((row, n) -> line(row)).list();
  }

  private static String escaped(String typed) {
    return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  /// A computer number; -1, which none is, when it is something else.
  private static long number(String typed) {
    return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : -1;
  }

  private static FileLine line(ResultSet row) throws SQLException {
    var at = row.getTimestamp("opened_on").toInstant();
    return new FileLine(
        new PaperId(uuid(row, "id")),
        row.getLong("computer_number"),
        text(row, "number"),
        text(row, "subject"),
        Classification.valueOf(text(row, "class")),
        text(row, "place"),
        row.getBoolean("physical"),
        at,
        text(row, "mark"),
        new FileFilter.Cursor(at, uuid(row, "content")).toString());
  }

  /// Orders given by mouth that are not confirmed in writing: those given by the reader's post and
  /// those that it noted, oldest first (OP-57).
  public List<AwaitedOrder> awaited(Scope scope) {
    return db.sql(
            """
            SELECT n.id, n.body, n.at, f.paper, f.number, w.mark AS noted_by, o.mark AS ordered_by,
                   n.ordered_by = :post AS own
            FROM files.note n JOIN files.file f ON f.content = n.content
            JOIN desk.readable(:person, :post) r ON r.paper = f.paper AND r.named
            LEFT JOIN organisation.v_post_ever w ON w.id = n.post
            LEFT JOIN organisation.v_post_ever o ON o.id = n.ordered_by
            WHERE n.kind = 'ORAL_ORDER' AND (n.ordered_by = :post OR n.post = :post)
              AND NOT EXISTS (SELECT FROM files.oral_confirmation c WHERE c.note = n.id)
            ORDER BY n.at, n.id LIMIT 200
            """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .query((row, n) ->
            new AwaitedOrder(
                uuid(row, "id"),
                new PaperId(uuid(row, "paper")),
                text(row, "number"),
                text(row, "body"),
                text(row, "noted_by"),
                text(row, "ordered_by"),
                row.getBoolean("own"),
                row.getTimestamp("at").toInstant()))
        .list();
  }
}
