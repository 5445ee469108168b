package karyalay.drafts;

import java.util.Optional;
import karyalay.dak.Receipt;
import karyalay.dak.ReceiptReading;
import karyalay.desk.Kind;
import karyalay.desk.Paper;
import karyalay.desk.Reading;
import karyalay.files.Sheet;
import karyalay.files.Sheets;
import karyalay.shared.ContentId;
import karyalay.shared.PaperId;
import karyalay.shared.Scope;
import org.springframework.stereotype.Component;

/// Reads what a letter is about, as far as its writer may see it.
@Component
class Occasions {
  private final Reading reading;
  private final ReceiptReading receipts;
  private final Sheets sheets;
  private final Desks desks;

  Occasions(Reading reading, ReceiptReading receipts, Sheets sheets, Desks desks) {
    this.reading = reading;
    this.receipts = receipts;
    this.sheets = sheets;
    this.desks = desks;
  }

  /// @throws karyalay.shared.Refused `NOT_FOUND`
  Occasion of(PaperId id, Scope scope) {
    Paper paper = reading.open(id, scope).paper();
    Optional<Receipt> receipt =
        paper.kind() == Kind.FILE
            ? underConsideration(paper, scope)
            : receipt(id, paper.content(), scope);
    String own = paper.kind() == Kind.FILE ? desks.categoryOf(id) : "";
    String category =
        own.isEmpty() ? receipt.map(it -> it.particulars().category()).orElse("") : own;
    return new Occasion(paper, category, receipt);
  }

  private Optional<Receipt> underConsideration(Paper file, Scope scope) {
    if (desks.isFile(file.id()))
      return sheets
          .of(file.id(), scope)
          .letterAt(0)
          .filter(Sheet.Letter::named)
          .flatMap(letter -> receipt(letter.paper(), letter.content(), scope));
    return Optional.empty();
  }

  /// A paper that never was diarised has no receipt.
  private Optional<Receipt> receipt(PaperId paper, ContentId content, Scope scope) {
    if (receipts.lead(content).isEmpty()) return Optional.empty();
    return Optional.of(receipts.open(paper, scope).receipt());
  }
}
