package karyalay.dak;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import karyalay.desk.Classification;
import karyalay.organisation.Series;
import karyalay.rendering.Chained;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// आवक पंजी: what an office diarised between two days, as the reader may see it (OP-104). Numbers
/// that no paper bears stand in it too, as void or reserved (OP-18).
@Service
@Transactional(readOnly = true)
public class Register {
  /// Most lines of one sheet; longer spans are asked for in parts.
  public static final int MOST = 500;

  private static final String LINES =
      """
      SELECT d.lead, d.number, d.serial, d.diarised_on, r.named, k.received, k.letter_date,
             k.letter_number, k.category, k.shape, k.physical, k.original, k.original_place, p.title, p.subtitle, p.class, p.place,
             h.mark AS holder_mark
      FROM dak.receipt d
      JOIN desk.v_paper p ON p.id = d.lead
      JOIN desk.readable(:person, :post) r ON r.paper = p.id
      JOIN dak.particulars k ON k.receipt = d.id AND k.version = d.version
      LEFT JOIN organisation.v_post_ever h ON h.id = p.holder
      WHERE d.state = 'GENERATED' AND d.office = :office AND d.diarised_on BETWEEN :from AND :until
      ORDER BY d.diarised_on, d.serial LIMIT :limit
      """;

  private static final String COUNT =
      """
      SELECT count(*) FROM dak.receipt d
      JOIN desk.readable(:person, :post) r ON r.paper = d.lead
      WHERE d.state = 'GENERATED' AND d.office = :office AND d.diarised_on BETWEEN :from AND :until
      """;

  private final JdbcClient db;
  private final Series series;

  Register(JdbcClient db, Series series) {
    this.db = db;
    this.series = series;
  }

  /// The lines in the order of the numbers.
  public List<Line> lines(Scope scope, OfficeId office, LocalDate from, LocalDate until) {
    return statement(LINES, scope, office, from, until)
        .param("limit", MOST)
        .query((row, n) -> line(row))
        .list();
  }

  /// All lines of a span, read day by day, for a print.
  public Iterable<Line> all(Scope scope, OfficeId office, LocalDate from, LocalDate until) {
    return Chained.of(
        from.datesUntil(until.plusDays(1)).map(day -> lines(scope, office, day, day)));
  }

  /// How many lines there are; the list behind it has as many (OP-105).
  public int count(Scope scope, OfficeId office, LocalDate from, LocalDate until) {
    return statement(COUNT, scope, office, from, until).query(Integer.class).single();
  }

  /// Numbers of the year that no paper bears; of an office whose register the reader may open.
  public List<Series.Gap> gaps(Scope scope, OfficeId office, int year) {
    boolean his = offices(scope).stream().anyMatch(one -> one.id().equals(office.value()));
    return his ? series.gaps(office, Numbers.OPEN, year) : List.of();
  }

  /// Offices whose register this reader may open: his own, and for a head those below.
  public List<Office> offices(Scope scope) {
    return db.sql(
            """
            SELECT o.id, o.name_hi, o.name_en FROM organisation.v_office o
            WHERE o.id = (SELECT office FROM organisation.v_post WHERE id = :post)
               OR o.id IN (SELECT token FROM organisation.v_token WHERE post = :post)
            ORDER BY o.kind <> 'sp-office', o.name_hi
            """)
        .param("post", scope.post().value())
        .query(Office.class)
        .list();
  }

  private JdbcClient.StatementSpec statement(
      String sql, Scope scope, OfficeId office, LocalDate from, LocalDate until) {
    return db.sql(sql)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("office", office.value())
        .param("from", from)
        .param("until", until);
  }

  private static Line line(ResultSet row) throws SQLException {
    boolean named = row.getBoolean("named");
    return new Line(
        new PaperId(ReceiptStore.uuid(row, "lead")),
        row.getLong("serial"),
        ParticularsRows.text(row, "number"),
        Objects.requireNonNull(row.getObject("diarised_on", LocalDate.class)),
        Objects.requireNonNull(row.getObject("received", LocalDate.class)),
        named ? ParticularsRows.text(row, "letter_number") : "",
        named ? row.getObject("letter_date", LocalDate.class) : null,
        named ? ParticularsRows.text(row, "subtitle") : "",
        named ? ParticularsRows.text(row, "title") : "",
        named ? ParticularsRows.text(row, "category") : "",
        Classification.valueOf(ParticularsRows.text(row, "class")),
        ParticularsRows.text(row, "place"),
        Pavatis.orEmpty(row, "holder_mark"),
        named && row.getBoolean("physical") ? original(row) : null,
        named);
  }

  private static Original original(ResultSet row) throws SQLException {
    return new Original(
        Original.Keeping.of(ParticularsRows.text(row, "original")),
        ParticularsRows.text(row, "original_place"));
  }

  /// One line of the register; words are empty where the reader is not named on a protected paper.
  public record Line(
      PaperId paper,
      long serial,
      String number,
      LocalDate day,
      LocalDate received,
      String letterNumber,
      @Nullable LocalDate letterDate,
      String sender,
      String subject,
      String category,
      Classification classification,
      String place,
      String holder,
      @Nullable Original original,
      boolean named) {}

  /// An office that has a register.
  public record Office(UUID id, String nameHi, String nameEn) {}
}
