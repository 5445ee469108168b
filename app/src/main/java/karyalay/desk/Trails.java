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
  private final MarginStore margin;

  Trails(JdbcClient db, Reading reading, MarginStore margin) {
    this.db = db;
    this.reading = reading;
    this.margin = margin;
  }

  /// All lines, oldest first; for those who may read the paper's words, since remarks are words.
  ///
  /// @throws karyalay.shared.Refused `NOT_FOUND`
  public List<Line> of(PaperId paper, Scope scope) {
    reading.open(paper, scope);
    List<Margin> beside = margin.of(paper);
    return db.sql(LINES).param(paper.value()).query((row, n) -> line(row, beside)).list();
  }

  /// Acts that move nothing.
  public enum Beside {
    /// «मैं लेता हूँ» at a counter (OP-123).
    CLAIMED,
    TAKEN_OVER,
    CLAIM_RETURNED,
    /// Prepared by one for the officer whose movement it stands beside (OP-124).
    PREPARED;

    /// Key of its word.
    public String key() {
      return "desk.beside." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// One act beside the register.
  ///
  /// @param serial of the line that it stands beside
  /// @param post whose counter, or whence it was prepared
  /// @param by who did it, by name, in his capacity
  public record Margin(
      int serial,
      Beside word,
      Instant at,
      Optional<Chair> post,
      String byHi,
      String byEn,
      Capacity capacity,
      String remark) {}

  private static Line line(ResultSet row, List<Margin> beside) throws SQLException {
    int serial = row.getInt("serial");
    return new Line(
        serial,
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
        PaperRows.text(row, "remark"),
        beside.stream().filter(one -> one.serial() == serial).toList());
  }

  /// One line of the register.
  ///
  /// @param word what was done, as stored: `FORWARDED`, `PARKED` …
  /// @param opened when the recipient first opened it; null while he has not
  /// @param until when the next line was written; null for the last
  /// @param by who did it, by name, in his capacity
  /// @param beside what was done to it while it lay there, oldest first
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
      String remark,
      List<Margin> beside) {}
}
