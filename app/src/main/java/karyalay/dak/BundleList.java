package karyalay.dak;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import karyalay.dak.Original.Keeping;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is tied into the bundle of a day, and what has left it and where it went (OP-128), as the
/// reader may see it.
@Service
@Transactional(readOnly = true)
public class BundleList {
  private final JdbcClient db;

  BundleList(JdbcClient db) {
    this.db = db;
  }

  /// The originals of a day by bundle and serial; the open bundle first.
  public List<Line> of(Scope scope, OfficeId office, LocalDate day) {
    return db.sql(
            """
            SELECT b.number AS bundle, e.guarded, e.serial, e.left_at, d.lead, d.number, r.named,
                   p.title, p.subtitle, k.original, k.original_place, x.name_hi, x.name_en
            FROM dak.bundle_entry e
            JOIN dak.bundle b ON b.office = e.office AND b.guarded = e.guarded AND b.day = e.day
            JOIN dak.receipt d ON d.id = e.receipt
            JOIN desk.v_paper p ON p.id = d.lead
            JOIN desk.readable(:person, :post) r ON r.paper = p.id
            JOIN dak.particulars k ON k.receipt = d.id AND k.version = d.version
            LEFT JOIN organisation.v_person x ON x.id = e.left_by
            WHERE e.office = :office AND e.day = :day
            ORDER BY e.guarded, e.serial
            """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("office", office.value())
        .param("day", day)
        .query((row, n) -> line(row))
        .list();
  }

  private static Line line(ResultSet row) throws SQLException {
    boolean named = row.getBoolean("named");
    return new Line(
        row.getInt("bundle"),
        row.getBoolean("guarded"),
        row.getInt("serial"),
        new PaperId(ReceiptStore.uuid(row, "lead")),
        ParticularsRows.text(row, "number"),
        named ? ParticularsRows.text(row, "title") : "",
        named ? ParticularsRows.text(row, "subtitle") : "",
        ReceiptStore.moment(row, "left_at"),
        new Original(
            Keeping.of(ParticularsRows.text(row, "original")),
            ParticularsRows.text(row, "original_place")),
        Objects.requireNonNullElse(row.getString("name_hi"), ""),
        Objects.requireNonNullElse(row.getString("name_en"), ""));
  }

  /// One original.
  ///
  /// @param bundle number of the bundle in the year
  /// @param guarded whether it lies in the bundle of protected papers
  /// @param left when it left this bundle; null while it lies in it
  /// @param now where it is
  /// @param byHi who took it out; empty while it lies in it
  public record Line(
      int bundle,
      boolean guarded,
      int serial,
      PaperId paper,
      String number,
      String title,
      String subtitle,
      @Nullable Instant left,
      Original now,
      String byHi,
      String byEn) {}
}
