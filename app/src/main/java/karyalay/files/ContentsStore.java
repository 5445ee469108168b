package karyalay.files;

import static karyalay.files.FileStore.text;
import static karyalay.files.FileStore.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import karyalay.desk.Kind;
import karyalay.shared.ContentId;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The contents of the correspondence: what lies there, the slips of what was taken out, and which
/// paragraphs cite each page.
@Repository
class ContentsStore {
  private static final String CONTENTS =
      """
      WITH cited AS (
          SELECT x.page, x.page || ':' || string_agg(x.paragraph::text, ',' ORDER BY x.paragraph) AS paragraphs
          FROM files.v_volume v JOIN files.file f ON f.paper = v.volume
          JOIN files.citation x ON x.content = f.content
          WHERE v.file = :paper GROUP BY x.page
      )
      SELECT c.serial, c.paper, p.content, p.kind, p.physical, c.page_from, c.page_to, c.puc, c.at,
             coalesce(r.named, false) AS named, p.number, p.title, p.subtitle,
             (SELECT string_agg(d.paragraphs, ';' ORDER BY d.page) FROM cited d
              WHERE d.page BETWEEN c.page_from AND c.page_to) AS cited,
             c.taken_out IS NOT NULL AS gone, s.reason, coalesce(o.number, s.to_place) AS whither,
             o.id AS to_file, b.mark, coalesce(s.at, c.taken_out) AS gone_at
      FROM files.correspondence c
      JOIN desk.v_paper p ON p.id = c.paper
      LEFT JOIN desk.readable(:person, :post) r ON r.paper = p.id
      LEFT JOIN files.slip s ON s.content = c.content AND s.serial = c.serial
      LEFT JOIN desk.readable(:person, :post) ro ON ro.paper = s.to_file
      LEFT JOIN desk.v_paper o ON o.id = ro.paper
      LEFT JOIN organisation.v_post_ever b ON b.id = s.post
      WHERE c.content = :file AND (r.paper IS NOT NULL OR c.taken_out IS NOT NULL) ORDER BY c.serial
      """;

  private final JdbcClient db;

  ContentsStore(JdbcClient db) {
    this.db = db;
  }

  /// @param letters what lies there, in order
  /// @param slips of what was taken out, in order
  record Contents(List<Sheet.Letter> letters, List<Related.Slip> slips) {}

  /// What is barred from the reader is left out; of what is protected only the number shows, and a
  /// slip names the paper only to those who may read it.
  Contents of(ContentId file, PaperId paper, Scope scope) {
    var contents = new Contents(new ArrayList<>(), new ArrayList<>());
    db.sql(CONTENTS)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("file", file.value())
        .param("paper", paper.value())
        .query(row -> {
          if (row.getBoolean("gone")) contents.slips().add(slip(row));
          else contents.letters().add(letter(row));
        });
    return contents;
  }

  private static Sheet.Letter letter(ResultSet row) throws SQLException {
    boolean named = row.getBoolean("named");
    return new Sheet.Letter(
        row.getInt("serial"),
        new PaperId(uuid(row, "paper")),
        new ContentId(uuid(row, "content")),
        Kind.valueOf(text(row, "kind")),
        text(row, "number"),
        named ? text(row, "title") : "",
        named ? text(row, "subtitle") : "",
        row.getBoolean("physical"),
        row.getInt("page_from"),
        row.getInt("page_to"),
        row.getBoolean("puc"),
        named,
        row.getTimestamp("at").toInstant(),
        cited(text(row, "cited")));
  }

  /// `12:3,7;14:9` is page 12 cited by paragraphs 3 and 7, page 14 by 9.
  private static SortedMap<Integer, List<Integer>> cited(String pages) {
    var cited = new TreeMap<Integer, List<Integer>>();
    for (String page : pages.isEmpty() ? new String[0] : pages.split(";")) {
      int colon = page.indexOf(':');
      List<Integer> paragraphs = new ArrayList<>();
      for (String one : page.substring(colon + 1).split(",")) paragraphs.add(Integer.valueOf(one));
      cited.put(Integer.valueOf(page.substring(0, colon)), List.copyOf(paragraphs));
    }
    return cited;
  }

  private static Related.Slip slip(ResultSet row) throws SQLException {
    UUID to = row.getObject("to_file", UUID.class);
    return new Related.Slip(
        row.getInt("serial"),
        row.getInt("page_from"),
        row.getInt("page_to"),
        row.getBoolean("named") ? text(row, "number") : "",
        text(row, "reason"),
        text(row, "whither"),
        to == null ? null : new PaperId(to),
        text(row, "mark"),
        row.getTimestamp("gone_at").toInstant());
  }
}
