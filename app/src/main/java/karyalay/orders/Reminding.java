package karyalay.orders;

import static karyalay.orders.OrdersRefusal.*;

import java.util.Map;
import java.util.UUID;
import karyalay.desk.Movements;
import karyalay.desk.Paper;
import karyalay.desk.Place;
import karyalay.desk.Reading;
import karyalay.desk.Urgency;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door for reminding whoever has a paper that an answer is waited for. It is written down, and
/// the paper stands on his desk one grade more urgent (OP-84).
@Service
@Transactional
public class Reminding {
  private final DelayStore store;
  private final Movements movements;
  private final Reading reading;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Reminding(
      DelayStore store,
      Movements movements,
      Reading reading,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.movements = movements;
    this.reading = reading;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// @throws Refused `NOT_FOUND`; `NOT_WAITED_FOR` when it is back or closed;
  ///   `ONLY_MARKER_OR_SENIOR` for who neither sent it to its holder nor stands above him
  public void remind(Act act, PaperId id) {
    Paper paper = reading.card(id, new Scope(act.person(), act.post())).paper();
    UUID reminder = Ids.next();
    acts.once(
        act,
        reminder,
        () -> {
          PostId holder = holder(paper, act);
          store.remind(reminder, id, act, holder, time.now());
          ledger.append(
              act,
              new Entry("orders.reminded", "paper/" + id, Map.of("holder", holder.toString())));
          movements.grade(act.part(reminder), id, higher(paper.urgency()));
        });
  }

  private static PostId holder(Paper paper, Act act) {
    boolean away = !paper.heldBy(act.post()) && !(paper.place() instanceof Place.Closed);
    if (!away) throw new Refused(NOT_WAITED_FOR, paper.number());
    return paper.place().holder().orElseThrow(() -> new Refused(NOT_WAITED_FOR, paper.number()));
  }

  private static Urgency higher(Urgency urgency) {
    Urgency[] grades = Urgency.values();
    return grades[Math.min(urgency.ordinal() + 1, grades.length - 1)];
  }
}
