package karyalay.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.shared.OfficeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Villages and towns by what is typed, in either script.
@Service
public class Places {
  private final JdbcClient db;
  private final JdbcTemplate batch;

  Places(JdbcClient db, JdbcTemplate batch) {
    this.db = db;
    this.batch = batch;
  }

  /// Places of a district in which every typed word begins a word, villages first.
  @Transactional(readOnly = true)
  public List<Place> find(String typed, OfficeId district, int limit) {
    List<String> words = Folding.words(typed);
    if (words.isEmpty()) return List.of();
    return db.sql(
            """
            SELECT id, kind, coalesce(name_hi, '') AS name_hi, name_en, parent_en AS parent
            FROM organisation.place
            WHERE district = ? AND key LIKE ALL (?)
              AND valid_from <= organisation.today() AND organisation.today() < valid_to
            ORDER BY key LIKE ? DESC, kind = 'village' DESC, name_en LIMIT ?
            """)
        .params(
            district.value(),
            words.stream().map(word -> "% " + word + "%").toArray(String[]::new),
            " " + String.join(" ", words) + "%",
            limit)
        .query(Place.class)
        .list();
  }

  /// Names of all places of a district in Hindi, for whoever types them.
  @Transactional(readOnly = true)
  public List<String> names(OfficeId district) {
    return db.sql(
            """
            SELECT DISTINCT name_hi FROM organisation.place
            WHERE district = ? AND name_hi IS NOT NULL
              AND valid_from <= organisation.today() AND organisation.today() < valid_to
            ORDER BY name_hi
            """)
        .param(district.value())
        .query(String.class)
        .list();
  }

  /// A row to be inserted.
  record Row(
      UUID id,
      OfficeId district,
      String kind,
      @Nullable String code,
      @Nullable String nameHi,
      String nameEn,
      String parent) {}

  void add(List<Row> rows, LocalDate from) {
    batch.batchUpdate(
        """
        INSERT INTO organisation.place
            (id, district, kind, lgd_code, name_hi, name_en, parent_en, key, valid_from)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows.stream()
            .map(row ->
                new @Nullable Object[] {
                  row.id(),
                  row.district().value(),
                  row.kind(),
                  row.code(),
                  row.nameHi(),
                  row.nameEn(),
                  row.parent(),
                  Folding.key(row.nameHi() == null ? "" : row.nameHi(), row.nameEn()),
                  from
                })
            .toList());
  }
}
