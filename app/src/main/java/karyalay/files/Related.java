package karyalay.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.desk.Paper;
import karyalay.desk.Reading;
import karyalay.organisation.Master;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What hangs together with a file, for one reader: volumes, parts, linked, attached and merged
/// files, mergings asked for, slips, consultations. What he may not read is not there.
@Service
@Transactional(readOnly = true)
public class Related {
  private final RelatedStore store;
  private final RelatedEvents events;
  private final Bundles bundles;
  private final Reading reading;

  Related(RelatedStore store, RelatedEvents events, Bundles bundles, Reading reading) {
    this.store = store;
    this.events = events;
    this.bundles = bundles;
    this.reading = reading;
  }

  /// Everything that hangs together with one file.
  public record Family(
      Reading.Card card,
      List<Volume> volumes,
      List<Line> ties,
      List<Asked> mergings,
      List<Slip> slips,
      List<Consultation> consultations) {
    public Optional<Old> old() {
      return volumes.stream().map(Volume::old).flatMap(Optional::stream).findFirst();
    }
  }

  /// A volume of the file, this one among them.
  ///
  /// @param firstPage of its correspondence; 0 while it has none
  public record Volume(
      PaperId paper,
      int serial,
      String number,
      int firstPage,
      int lastPage,
      int firstParagraph,
      int lastParagraph,
      Optional<Old> old) {}

  /// What stood on the cover of a file of the time before (OP-51).
  public record Old(String number, LocalDate openedOn, String keptAt) {}

  /// Another file.
  ///
  /// @param outward whether it hangs on this file; false when this one hangs on it
  /// @param ended when it was detached or merged back; null while it holds
  public record Line(
      UUID tie,
      TieKind kind,
      boolean outward,
      PaperId paper,
      int serial,
      String bundle,
      String number,
      String title,
      String place,
      String holder,
      String reason,
      String by,
      Instant at,
      @Nullable Instant ended,
      String endedReason,
      String endedBy) {}

  /// A merging asked for.
  ///
  /// @param approved null until decided
  public record Asked(
      UUID id,
      PaperId source,
      String sourceNumber,
      PaperId target,
      String targetNumber,
      String reason,
      String by,
      Instant at,
      @Nullable Boolean approved,
      String decidedBy,
      String remark,
      boolean done) {}

  /// Where a paper was taken out.
  ///
  /// @param toFile the file into which it went, where the reader may see that; null otherwise
  public record Slip(
      int serial,
      int firstPage,
      int lastPage,
      String number,
      String reason,
      String to,
      @Nullable PaperId toFile,
      String by,
      Instant at) {}

  /// Another office that was asked.
  ///
  /// @param outcome `ANSWERED` or `PROCEEDED`; empty while it is awaited
  /// @param extensions how often the day was put off
  public record Consultation(
      UUID id,
      String asked,
      String question,
      LocalDate target,
      Instant at,
      String outcome,
      String remark,
      int extensions) {
    /// Whether the day has passed without an answer: now somebody must extend it or proceed
    /// (OP-91).
    public boolean expired(LocalDate today) {
      return outcome.isEmpty() && today.isAfter(target);
    }
  }

  /// A place in the file order with what stands there.
  public record Bundle(String code, String nameHi, String nameEn, List<Line> ties) {}

  /// @throws karyalay.shared.Refused `NOT_FOUND`
  public Family of(PaperId file, Scope scope) {
    Reading.Card card = reading.open(file, scope);
    TieRules.requireFile(card.paper());
    RelatedEvents.Events befell = events.of(file, scope);
    return new Family(
        card,
        store.volumes(file, scope),
        store.ties(file, scope),
        befell.mergings(),
        befell.slips(),
        befell.consultations());
  }

  /// The file order of the district, with what is linked or attached now (OP-63).
  public List<Bundle> bundles(Scope scope, PaperId file) {
    return bundles(of(file, scope));
  }

  /// The same of what was read already.
  public List<Bundle> bundles(Family family) {
    Paper paper = family.card().paper();
    return bundles.of(paper.district()).stream().map(place -> bundle(place, family)).toList();
  }

  private static Bundle bundle(Master place, Family family) {
    List<Line> there =
        family.ties().stream()
            .filter(line -> line.outward() && line.ended() == null)
            .filter(line -> line.bundle().equals(place.code()))
            .toList();
    return new Bundle(place.code(), place.nameHi(), place.nameEn(), there);
  }

  static Line line(ResultSet row) throws SQLException {
    return new Line(
        FileStore.uuid(row, "id"),
        TieKind.valueOf(FileStore.text(row, "kind")),
        row.getBoolean("outward"),
        new PaperId(FileStore.uuid(row, "paper")),
        row.getInt("serial"),
        FileStore.text(row, "bundle"),
        FileStore.text(row, "number"),
        FileStore.text(row, "title"),
        FileStore.text(row, "place"),
        FileStore.text(row, "holder"),
        FileStore.text(row, "reason"),
        FileStore.text(row, "mark"),
        row.getTimestamp("at").toInstant(),
        moment(row, "ended_at"),
        FileStore.text(row, "ended_reason"),
        FileStore.text(row, "ended_by"));
  }

  static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  static LocalDate day(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, LocalDate.class), column);
  }
}
