package karyalay.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import karyalay.shared.Capacity;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The register of movements of a paper: from, to, sent, opened, and how long each held it (OP-49).
@Service
@Transactional(readOnly = true)
public class Trails {
  private static final String LINES =
      """
      SELECT m.serial, m.word, m.at, m.remark, m.task, m.capacity, m.hand, o.at AS opened_at,
             lead(m.at) OVER (ORDER BY m.serial) AS next_at,
             x.name_hi, x.name_en,
             f.mark AS from_mark, f.designation_hi AS from_hi, f.designation_en AS from_en,
             f.office_hi AS from_office_hi, f.office_en AS from_office_en,
             t.mark AS to_mark, t.designation_hi AS to_hi, t.designation_en AS to_en,
             t.office_hi AS to_office_hi, t.office_en AS to_office_en
      FROM desk.movement m
      LEFT JOIN desk.opened o ON o.paper = m.paper AND o.serial = m.serial
      LEFT JOIN organisation.v_person x ON x.id = m.person
      LEFT JOIN organisation.v_post_ever f ON f.id = m.from_post
      LEFT JOIN organisation.v_post_ever t ON t.id = m.to_post
      WHERE m.paper = ? ORDER BY m.serial
      """;

  private final JdbcClient db;
  private final Reading reading;

  Trails(JdbcClient db, Reading reading) {
    this.db = db;
    this.reading = reading;
  }

  /// All lines, oldest first; for those who may read the paper's words, since remarks are words.
  ///
  /// @throws karyalay.shared.Refused `NOT_FOUND`
  public List<Line> of(PaperId paper, Scope scope) {
    reading.open(paper, scope);
    return db.sql(LINES).param(paper.value()).query((row, n) -> line(row)).list();
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getInt("serial"),
        PaperRows.text(row, "word"),
        Objects.requireNonNull(PaperRows.moment(row, "at")),
        PaperRows.moment(row, "opened_at"),
        PaperRows.moment(row, "next_at"),
        Chair.read(row, "from_mark", "from_hi", "from_en", "from_office_hi", "from_office_en"),
        Chair.read(row, "to_mark", "to_hi", "to_en", "to_office_hi", "to_office_en"),
        Objects.requireNonNullElse(row.getString("name_hi"), ""),
        Objects.requireNonNullElse(row.getString("name_en"), ""),
        Capacity.valueOf(PaperRows.text(row, "capacity")),
        Task.valueOf(PaperRows.text(row, "task")),
        PaperRows.text(row, "remark"));
  }

  /// One line of the register.
  ///
  /// @param word what was done, as stored: `FORWARDED`, `PARKED` …
  /// @param opened when the recipient first opened it; null while he has not
  /// @param until when the next line was written; null for the last
  /// @param by who did it, by name, in his capacity
  public record Line(
      int serial,
      String word,
      Instant at,
      @Nullable Instant opened,
      @Nullable Instant until,
      Optional<Chair> from,
      Optional<Chair> to,
      String byHi,
      String byEn,
      Capacity capacity,
      Task task,
      String remark) {}
}
