package karyalay.dak.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.dak.KeptApart;
import karyalay.dak.ListRow;
import karyalay.dak.MissingEnclosure;
import karyalay.dak.ReceiptReading.Details;
import karyalay.dak.Register;
import karyalay.desk.Chair;
import org.jspecify.annotations.Nullable;

/// A receipt as other systems read it.
record ReceiptJson(
    UUID paper,
    String number,
    Instant diarisedAt,
    String shape,
    boolean physical,
    boolean lead,
    String place,
    @Nullable String holder,
    String urgency,
    String classification,
    String title,
    String subtitle,
    LocalDate received,
    @Nullable LocalDate letterDate,
    String letterNumber,
    String mode,
    String category,
    String subject,
    String gist,
    boolean sealed,
    String origin,
    String firStep,
    @Nullable Instant dueAt,
    List<MissingEnclosure> enclosures,
    String original,
    String originalPlace) {

  static ReceiptJson of(Details details) {
    var paper = details.card().paper();
    var receipt = details.receipt();
    var it = receipt.particulars();
    return new ReceiptJson(
        paper.id().value(),
        receipt.number().number(),
        receipt.number().at(),
        it.shape().name(),
        paper.physical(),
        paper.lead(),
        paper.place().code(),
        details.card().holder().map(Chair::mark).orElse(null),
        paper.urgency().name(),
        paper.classification().name(),
        paper.title(),
        paper.subtitle(),
        it.arrival().received(),
        it.arrival().letterDate(),
        it.letterNumber(),
        it.arrival().mode(),
        it.category(),
        it.subject(),
        it.gist(),
        receipt.sealed(),
        receipt.origin().kind().name(),
        receipt.firStep().name(),
        paper.dueAt(),
        details.enclosures(),
        it.original().keeping().name(),
        it.original().place());
  }

  /// One line of a list; title and subtitle are empty where the caller is not named on a protected
  /// paper.
  record RowJson(
      UUID paper,
      String number,
      String title,
      String subtitle,
      boolean physical,
      String place,
      String urgency,
      String classification,
      LocalDate diarised,
      @Nullable Instant dueAt,
      boolean opened,
      String from,
      String holder) {
    static RowJson of(ListRow row) {
      return new RowJson(
          row.paper().value(),
          row.number(),
          row.title(),
          row.subtitle(),
          row.physical(),
          row.place(),
          row.urgency().name(),
          row.classification().name(),
          row.diarised(),
          row.due(),
          row.opened(),
          row.from(),
          row.holder());
    }
  }

  /// What came with a paper and is kept apart, and where it is.
  record ApartJson(int item, String name, String keeping, String place) {
    static ApartJson of(KeptApart apart) {
      return new ApartJson(
          apart.item(), apart.name(), apart.now().keeping().name(), apart.now().place());
    }
  }

  record ListJson(List<RowJson> receipts, @Nullable String cursor) {}

  /// Lines of the inward register.
  record RegisterJson(int count, List<Register.Line> lines) {}
}
