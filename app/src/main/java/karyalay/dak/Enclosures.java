package karyalay.dak;

import java.util.List;
import java.util.Map;
import karyalay.desk.Locked;
import karyalay.desk.Papers;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Enclosures that did not come: each stays open, and holds the paper open, until it is received or
/// waived with reason (OP-30).
@Service
@Transactional
public class Enclosures {
  private final EnclosureStore store;
  private final ReceiptStore receipts;
  private final Papers papers;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Enclosures(
      EnclosureStore store,
      ReceiptStore receipts,
      Papers papers,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.receipts = receipts;
    this.papers = papers;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Writes down what is missing, inside the act that diarises or corrects.
  void expect(ContentId receipt, PaperId lead, List<String> names) {
    if (names.isEmpty()) return;
    store.expect(receipt, names, time.now());
    for (MissingEnclosure missing : store.of(receipt))
      if (missing.open())
        papers.hold(
            lead,
            MissingEnclosure.hold(missing.serial()),
            "CLOSING",
            "संलग्नक अप्राप्त: " + missing.name());
  }

  /// It has come.
  ///
  /// @throws Refused `NOT_FOUND` when it is not open; as the desk says when the paper is elsewhere
  public void receive(Act act, PaperId paper, int serial) {
    settle(act, paper, serial, false, "");
  }

  /// It will not come and is not needed.
  ///
  /// @throws Refused `REASON_NEEDED`, and those of {@link #receive}
  public void waive(Act act, PaperId paper, int serial, String reason) {
    if (reason.isBlank()) throw new Refused(DakRefusal.REASON_NEEDED);
    settle(act, paper, serial, true, reason.strip());
  }

  private void settle(Act act, PaperId paper, int serial, boolean waived, String reason) {
    acts.once(
        act,
        paper.value(),
        () -> {
          Locked locked = papers.lock(paper);
          papers.requireOnDesk(locked, act);
          ContentId content = locked.paper().content();
          MissingEnclosure missing =
              store.open(content, serial).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
          store.settle(content, serial, waived, reason, act, time.now());
          Receipt receipt = receipts.find(content).orElseThrow();
          papers.lift(receipt.number().lead(), MissingEnclosure.hold(serial));
          ledger.append(
              act,
              new Entry(
                  waived ? "dak.enclosure_waived" : "dak.enclosure_received",
                  "paper/" + paper,
                  Map.of("enclosure", missing.name(), "reason", reason)));
        });
  }
}
