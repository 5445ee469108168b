package karyalay.files;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Finds a file by any number that it ever bore: its own, the computer's, the old one of a legacy
/// file, or that of a file which has since been merged into it (OP-37, OP-48, OP-51).
@Service
@Transactional(readOnly = true)
public class FileNumbers {
  private static final int MOST = 50;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final JdbcClient db;

  FileNumbers(JdbcClient db) {
    this.db = db;
  }

  /// @param file the file that bears the number
  /// @param opens where it is now: the file itself, or that into which it was merged
  public record Found(
      PaperId file,
      String number,
      long computerNumber,
      String title,
      PaperId opens,
      String opensNumber) {}

  /// Files with exactly this number, in digits of either script, as the reader may see them.
  public List<Found> find(Scope scope, String typed) {
    String number = Digits.latin(typed.strip());
    return db.sql(
            """
            WITH RECURSIVE named AS (
                SELECT paper FROM files.file WHERE lower(number) IN (:number, :typed) AND number <> ''
                UNION SELECT paper FROM files.file WHERE computer_number = :computer
                UNION SELECT paper FROM files.legacy WHERE key = :key
            ), way AS (
                SELECT paper, paper AS at, 0 AS step FROM named
                UNION ALL
                SELECT way.paper, t.main, way.step + 1 FROM way
                JOIN files.tie t ON t.other = way.at AND t.kind = 'MERGED'
            ), opens AS (
                SELECT DISTINCT ON (paper) paper, at FROM way ORDER BY paper, step DESC
            )
            SELECT f.paper, f.number, f.computer_number, CASE WHEN r.named THEN p.title ELSE '' END AS title,
                   o.at, q.number AS at_number
            FROM opens o
            JOIN files.file f ON f.paper = o.paper
            JOIN desk.v_paper p ON p.id = o.paper
            JOIN desk.readable(:person, :post) r ON r.paper = o.paper
            JOIN desk.readable(:person, :post) ro ON ro.paper = o.at
            JOIN desk.v_paper q ON q.id = o.at
            ORDER BY f.opened_on DESC, f.paper LIMIT :most
            """)
        .param("number", number.toLowerCase(Locale.ROOT))
        .param("typed", typed.strip().toLowerCase(Locale.ROOT))
        .param("computer", computer(number))
        .param("key", LegacyStore.key(number))
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("most", MOST)
        .query((row, n) ->
            new Found(
                new PaperId(FileStore.uuid(row, "paper")),
                FileStore.text(row, "number"),
                row.getLong("computer_number"),
                FileStore.text(row, "title"),
                new PaperId(FileStore.uuid(row, "at")),
                FileStore.text(row, "at_number")))
        .list();
  }

  /// The one file that a form names: by its number, its computer number, or its id.
  ///
  /// @throws Refused `NO_SUCH_FILE`, `MANY_SUCH_FILES`
  public PaperId one(Scope scope, String typed) {
    if (ID.matcher(typed.strip()).matches()) return PaperId.of(typed.strip());
    List<PaperId> files = find(scope, typed).stream().map(Found::file).distinct().toList();
    if (files.isEmpty()) throw new Refused(FilingRefusal.NO_SUCH_FILE, typed.strip());
    if (files.size() > 1)
      throw new Refused(
          FilingRefusal.MANY_SUCH_FILES, typed.strip(), Integer.toString(files.size()));
    return files.getFirst();
  }

  private static long computer(String number) {
    return number.matches("\\d{1,18}") ? Long.parseLong(number) : -1;
  }
}
