package karyalay.orders;

import static karyalay.orders.OrdersRefusal.*;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.desk.Chair;
import karyalay.desk.Paper;
import karyalay.desk.Papers;
import karyalay.desk.Reading;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Why a paper lay beyond its time (OP-90): a chip, put on many rows at once, and asked for only at
/// the next act. Whoever stands above sees it.
@Service
@Transactional
public class Delays {
  /// Kind of the masters that the chips are.
  public static final String KIND = "DELAY_REASON";

  private final DelayStore store;
  private final Papers papers;
  private final Reading reading;
  private final Masters masters;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Delays(
      DelayStore store,
      Papers papers,
      Reading reading,
      Masters masters,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.papers = papers;
    this.reading = reading;
    this.masters = masters;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// A reason as the senior reads it.
  ///
  /// @param by the post on which the paper lay
  /// @param reason code of the chip
  /// @param words as they stood on the chip that day
  public record Line(
      PaperId paper,
      String number,
      String title,
      Chair by,
      String reason,
      String words,
      Instant due,
      Instant at) {}

  /// The chips of a district.
  @Transactional(readOnly = true)
  public List<Master> reasons(OfficeId district) {
    return masters.of(KIND, district);
  }

  /// Gives the reason for one paper that lies on the actor's desk.
  ///
  /// @throws Refused `REASON_UNKNOWN`, `NOT_OVERDUE`; `NOT_WITH_YOU` and the like; `NOT_FOUND`
  public void explain(Act act, PaperId id, String reason, Scope reader) {
    reading.card(id, reader);
    UUID delay = Ids.next();
    acts.once(
        act,
        delay,
        () -> {
          var locked = papers.lock(id);
          papers.requireOnDesk(locked, act);
          Instant due = locked.paper().dueAt();
          if (due == null || !due.isBefore(time.now()))
            throw new Refused(NOT_OVERDUE, locked.paper().number());
          write(act, delay, locked.paper(), due, reason);
        });
  }

  /// What an order asks on its way: a paper beyond its time goes on only with a reason, given
  /// before or with the order itself. Takes part in the act of the order.
  void explainOnWay(Act act, Paper paper, String reason) {
    Instant due = paper.dueAt();
    if (due == null || !due.isBefore(time.now())) return;
    if (!paper.heldBy(act.post())) return;
    if (store.explained(paper.id(), act.post(), paper.arrivedAt())) return;
    if (reason.isBlank()) throw new Refused(DELAY_UNEXPLAINED, paper.number());
    write(act, Ids.next(), paper, due, reason);
  }

  private void write(Act act, UUID delay, Paper paper, Instant due, String reason) {
    String words =
        masters
            .one(KIND, reason, paper.district())
            .map(Master::nameHi)
            .orElseThrow(() -> new Refused(REASON_UNKNOWN));
    store.insert(delay, paper.id(), act, reason, words, due, time.now());
    ledger.append(
        act,
        new Entry(
            "orders.delay_explained",
            "paper/" + paper.id(),
            Map.of("reason", reason, "words", words)));
  }

  /// What those below the reader gave as reasons, newest first.
  @Transactional(readOnly = true)
  public List<Line> below(Scope scope) {
    return store.below(scope);
  }
}
