package karyalay.orders;

import java.util.ArrayList;
import karyalay.dak.Closing;
import karyalay.desk.Locked;
import karyalay.desk.Move;
import karyalay.desk.Papers;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes one paper back, in one transaction.
@Component
@Transactional
class OneTakenBack {
  private final Papers papers;
  private final Closing closing;
  private final OrderStore store;
  private final Acts acts;
  private final Ledger ledger;

  OneTakenBack(Papers papers, Closing closing, OrderStore store, Acts acts, Ledger ledger) {
    this.papers = papers;
    this.closing = closing;
    this.store = store;
    this.acts = acts;
    this.ledger = ledger;
  }

  void back(Act part, GivenOrder.Line line, String reason) {
    if (line.unopened()) acts.once(part, line.paper().value(), () -> pullBack(part, line, reason));
    else closing.reopen(part, line.paper(), reason);
  }

  private void pullBack(Act part, GivenOrder.Line line, String reason) {
    var entries = new ArrayList<Entry>();
    entries.add(papers.move(part, papers.lock(line.paper()), new Move.PullBack()));
    if (line.copy()) {
      // It was made for an addressee who no longer gets it; the paper itself is back as well.
      Locked copy = papers.lock(line.paper());
      papers.requireOnDesk(copy, part);
      entries.add(papers.move(part, copy, new Move.Close(reason)));
    }
    ledger.append(part, entries);
  }

  /// Whether this very act brought it back before: a double press, or one that broke off.
  boolean isBack(Act part, GivenOrder.Line line) {
    return store.moved(part, line.paper());
  }
}
