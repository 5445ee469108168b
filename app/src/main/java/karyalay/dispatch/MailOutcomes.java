package karyalay.dispatch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import karyalay.documents.DocumentId;
import karyalay.documents.Documents;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.notices.MailEnclosures;
import karyalay.notices.MailState;
import karyalay.notices.MailWatcher;
import karyalay.shared.Act;
import karyalay.shared.OfficeTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What became of a letter's e-mail becomes of its item.
@Component
class MailOutcomes implements MailWatcher, MailEnclosures {
  private final ItemStore items;
  private final Documents documents;
  private final Ledger ledger;
  private final OfficeTime time;

  MailOutcomes(ItemStore items, Documents documents, Ledger ledger, OfficeTime time) {
    this.items = items;
    this.documents = documents;
    this.ledger = ledger;
    this.time = time;
  }

  @Override
  public InputStream open(UUID document) throws IOException {
    return documents.original(new DocumentId(document)).content();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void settled(Act act, UUID mail, MailState state, String answer) {
    items.byOutbox(mail).ifPresent(item -> write(act, item, state, answer));
  }

  private void write(Act act, UUID item, MailState state, String answer) {
    switch (state) {
      case SENT -> items.state(item, ItemState.SENT, "");
      case REFUSED -> items.state(item, ItemState.RETURNED, answer.isBlank() ? "SMTP" : answer);
      case UNCERTAIN -> {}
      case WAITING, HANDING -> throw new IllegalStateException("not settled: " + state);
    }
    items.event(item, state.name(), Mode.EMAIL.name(), act, answer, time.now());
    ledger.append(act, new Entry("dispatch.mailed", "item/" + item, Map.of("state", state.name())));
  }
}
