package karyalay.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.shared.PaperId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of what notes cite, and the volumes in which it lies.
@Repository
class CitationStore {
  private final JdbcClient db;

  CitationStore(JdbcClient db) {
    this.db = db;
  }

  /// What one note cites, side by side: its nth paragraph, and a page or a label.
  private record Words(
      List<Integer> paragraphs, List<@Nullable Integer> pages, List<@Nullable String> labels) {
    static Words in(String plain) {
      var words = new Words(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      String[] paragraphs = plain.split("\n\n");
      for (int nth = 0; nth < paragraphs.length; nth++)
        for (Citations.Piece piece : Citations.in(paragraphs[nth])) words.add(nth, piece);
      return words;
    }

    private void add(int nth, Citations.Piece piece) {
      switch (piece) {
        case Citations.ToPage(var _, int page) -> add(nth, page, null);
        case Citations.ToFlag(var _, String label) -> add(nth, null, label);
        case Citations.ToParagraph _, Citations.ToFile _, Citations.Plain _ -> {}
      }
    }

    private void add(int nth, @Nullable Integer page, @Nullable String label) {
      paragraphs.add(nth);
      pages.add(page);
      labels.add(label);
    }
  }

  /// Keeps which pages of its file a note cites, flags as they now sit. Most notes cite none and
  /// cost nothing.
  void add(UUID note, String plain) {
    Words words = Words.in(plain);
    if (words.paragraphs().isEmpty()) return;
    db.sql(
            """
            INSERT INTO files.citation (content, page, paragraph)
            SELECT n.content, coalesce(w.page, g.place), n.paragraph_from + w.nth
            FROM files.note n JOIN files.file f ON f.content = n.content
            CROSS JOIN unnest(cast(:nths AS int[]), cast(:pages AS int[]), cast(:labels AS text[]))
                AS w (nth, page, label)
            LEFT JOIN LATERAL (
                SELECT g.place, g.target, g.paper
                FROM files.v_volume v JOIN files.file vf ON vf.paper = v.volume
                JOIN files.flag g ON g.content = vf.content
                WHERE v.file = f.paper AND g.label = w.label AND g.lifted_at IS NULL
                ORDER BY g.at DESC LIMIT 1) g ON true
            WHERE n.id = :note AND coalesce(w.page, g.place) BETWEEN 1 AND f.next_page - 1
              AND (w.page IS NOT NULL
                   OR (g.target = 'PAGE' AND g.paper IN (SELECT volume FROM files.v_volume WHERE file = f.paper)))
            ON CONFLICT DO NOTHING
            """)
        .param("note", note)
        .param("nths", words.paragraphs().toArray(Integer[]::new))
        .param("pages", words.pages().toArray(Integer[]::new))
        .param("labels", words.labels().toArray(String[]::new))
        .update();
  }

  /// The volume on whose sheet a paragraph stands.
  Optional<PaperId> ofParagraph(PaperId file, int paragraph) {
    return db.sql(
            """
            SELECT v.volume FROM files.v_volume v JOIN files.file f ON f.paper = v.volume
            JOIN files.note n ON n.content = f.content
            WHERE v.file = :file AND :paragraph BETWEEN n.paragraph_from AND n.paragraph_to
            """)
        .param("file", file.value())
        .param("paragraph", paragraph)
        .query(UUID.class)
        .optional()
        .map(PaperId::new);
  }

  /// The volume in whose correspondence a page lies or lay.
  Optional<PaperId> ofPage(PaperId file, int page) {
    return db.sql(
            """
            SELECT v.volume FROM files.v_volume v JOIN files.file f ON f.paper = v.volume
            JOIN files.correspondence c ON c.content = f.content
            WHERE v.file = :file AND :page BETWEEN c.page_from AND c.page_to
            """)
        .param("file", file.value())
        .param("page", page)
        .query(UUID.class)
        .optional()
        .map(PaperId::new);
  }
}
