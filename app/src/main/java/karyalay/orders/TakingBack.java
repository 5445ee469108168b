package karyalay.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The door that takes an order back: pull-back for each paper that nobody has opened (OP-41), and
/// opening again for what was closed. A green note that went with it stays (OP-54).
@Service
public class TakingBack {
  private final OrderReading reading;
  private final OneTakenBack one;

  TakingBack(OrderReading reading, OneTakenBack one) {
    this.reading = reading;
    this.one = one;
  }

  /// Takes back what can still be taken back; what was opened meanwhile stays where it is. Each
  /// paper is an act of its own.
  ///
  /// @param reason what stands in the register where a copy is closed or a receipt opened again
  /// @return what is back
  /// @throws Refused `NOT_FOUND` for another post's order; `NOTHING_TO_TAKE_BACK`; `OPENED_ALREADY`
  ///   when somebody opened the last of them just before
  public List<PaperId> takeBack(Act act, UUID given, String reason) {
    GivenOrder order = reading.of(given, new Scope(act.person(), act.post()));
    var back = new ArrayList<PaperId>();
    Refused last = null;
    for (GivenOrder.Line line : order.lines()) {
      Act part = act.part(line.paper().value());
      try {
        if (line.revocable()) one.back(part, line, reason);
        else if (!one.isBack(part, line)) continue;
        back.add(line.paper());
      } catch (Refused refused) {
        last = refused;
      }
    }
    if (back.isEmpty()) throw why(last);
    return back;
  }

  private static Refused why(@Nullable Refused last) {
    return last == null ? new Refused(OrdersRefusal.NOTHING_TO_TAKE_BACK) : last;
  }
}
