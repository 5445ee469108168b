package karyalay.dispatch.web;

import java.util.Optional;
import karyalay.dispatch.Asked;
import karyalay.shared.PaperId;
import karyalay.web.Page;

/// What a letter asks of whoever has it, with the form to answer.
public record AskedView(Page page, PaperId paper, Optional<Asked> asked, boolean late) {
  public boolean open() {
    return asked.filter(one -> one.repliedAt() == null && !one.closed()).isPresent();
  }
}
