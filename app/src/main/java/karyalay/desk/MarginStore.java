package karyalay.desk;

import static karyalay.desk.PaperStore.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.Capacity;
import karyalay.shared.PaperId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was done to a paper where it lay, beside the register of its movements.
@Repository
class MarginStore {
  private final JdbcClient db;

  MarginStore(JdbcClient db) {
    this.db = db;
  }

  /// @param serial of the movement that it stands beside
  /// @param by who did it: the actor, or who prepared what the actor approved
  void add(
      PaperId paper,
      int serial,
      Trails.Beside word,
      Actor by,
      Instant when,
      String remark,
      Act act) {
    db.sql(
            """
            INSERT INTO desk.margin (paper, serial, word, person, post, capacity, at, remark, act)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            paper.value(),
            serial,
            word.name(),
            by.person().value(),
            by.post().value(),
            by.capacity().name(),
            at(when),
            remark,
            act.id().value())
        .update();
  }

  List<Trails.Margin> of(PaperId paper) {
    return db.sql(
            """
            SELECT m.serial, m.word, m.at, m.remark, m.capacity, x.name_hi, x.name_en,
                   t.mark, t.designation_hi, t.designation_en, t.office_hi, t.office_en
            FROM desk.margin m
            LEFT JOIN organisation.v_person x ON x.id = m.person
            LEFT JOIN organisation.v_post_ever t ON t.id = m.post
            WHERE m.paper = ? ORDER BY m.at
            """)
        .param(paper.value())
        .query((row, n) -> margin(row))
        .list();
  }

  private static Trails.Margin margin(ResultSet row) throws SQLException {
    return new Trails.Margin(
        row.getInt("serial"),
        Trails.Beside.valueOf(PaperRows.text(row, "word")),
        Objects.requireNonNull(PaperRows.moment(row, "at")),
        Chair.read(row, "mark", "designation_hi", "designation_en", "office_hi", "office_en"),
        Objects.requireNonNullElse(row.getString("name_hi"), ""),
        Objects.requireNonNullElse(row.getString("name_en"), ""),
        Capacity.valueOf(PaperRows.text(row, "capacity")),
        PaperRows.text(row, "remark"));
  }
}
