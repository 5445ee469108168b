package karyalay.dak;

import karyalay.files.LetterWords;
import karyalay.shared.ContentId;
import org.springframework.stereotype.Component;

/// The typed gist of what arrived, for files.
@Component
class Gists implements LetterWords {
  private final ReceiptStore receipts;

  Gists(ReceiptStore receipts) {
    this.receipts = receipts;
  }

  @Override
  public String of(ContentId letter) {
    return receipts.find(letter).map(receipt -> receipt.particulars().gist()).orElse("");
  }
}
