package karyalay.dak;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import karyalay.desk.Locked;
import karyalay.desk.Move;
import karyalay.desk.NewPaper;
import karyalay.desk.Paper;
import karyalay.desk.Papers;
import karyalay.ledger.Entry;
import karyalay.shared.Act;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Sends one receipt to one or many, inside the act of a door: the paper itself to the first, to
/// each other a paper of its own with own trail and own clock (OP-25).
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Sending {
  private final Papers papers;
  private final ReceiptStore receipts;
  private final SenderStore senders;
  private final Seats seats;
  private final Limits limits;
  private final OfficeTime time;

  Sending(
      Papers papers,
      ReceiptStore receipts,
      SenderStore senders,
      Seats seats,
      Limits limits,
      OfficeTime time) {
    this.papers = papers;
    this.receipts = receipts;
    this.senders = senders;
    this.seats = seats;
    this.limits = limits;
    this.time = time;
  }

  List<Entry> send(Act act, PaperId id, Order order) {
    var to = List.copyOf(new LinkedHashSet<>(order.to()));
    if (to.isEmpty()) throw new Refused(DakRefusal.NO_ADDRESSEE);
    Locked locked = papers.lock(id, to.getFirst());
    Paper paper = locked.paper();
    var entries = new ArrayList<Entry>();
    entries.add(papers.move(act, locked, forward(order, to.getFirst())));
    if (to.size() > 1) copies(act, paper, order, to.subList(1, to.size()), entries);
    Receipt receipt = receipts.find(paper.content()).orElseThrow();
    senders.sentTo(receipt, to.getFirst(), paper.guarded(), time.now());
    return entries;
  }

  private void copies(Act act, Paper paper, Order order, List<PostId> to, List<Entry> entries) {
    Seat seat = seats.of(act.post());
    Receipt receipt = receipts.find(paper.content()).orElseThrow();
    for (PostId addressee : to) {
      NewPaper copy = copy(paper, receipt, seat, order);
      entries.add(papers.place(act, copy));
      entries.add(papers.move(act, papers.lock(copy.id(), addressee), forward(order, addressee)));
    }
  }

  private NewPaper copy(Paper paper, Receipt receipt, Seat seat, Order order) {
    Particulars it = receipt.particulars();
    return new NewPaper(
        PaperId.next(),
        paper.content(),
        paper.kind(),
        paper.district(),
        seat.office(),
        seat.post(),
        false,
        paper.physical(),
        paper.urgency(),
        paper.classification(),
        paper.guarded(),
        paper.number(),
        paper.title(),
        paper.subtitle(),
        order.task(),
        limits.overall(seat, it.category(), it.arrival().received()),
        time.now());
  }

  private static Move.Forward forward(Order order, PostId to) {
    return new Move.Forward(to, order.task(), order.remark(), order.due(), order.decided());
  }
}
