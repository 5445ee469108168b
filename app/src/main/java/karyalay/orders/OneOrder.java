package karyalay.orders;

import static karyalay.orders.OrdersRefusal.*;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.dak.Closing;
import karyalay.dak.Marking;
import karyalay.dak.Order;
import karyalay.desk.Kind;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.Paper;
import karyalay.files.NewNote;
import karyalay.files.NoteKind;
import karyalay.files.Notes;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.signatures.Unlocked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// An order on one paper, in one transaction: on a receipt it goes with the movement, on a file it
/// is a green note. The doors of dak and files do it; here stands only which of them.
@Component
@Transactional
class OneOrder {
  private final OrderStore store;
  private final PhraseStore phrases;
  private final Delays delays;
  private final Marking marking;
  private final Closing closing;
  private final Notes notes;
  private final Movements movements;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  OneOrder(
      OrderStore store,
      PhraseStore phrases,
      Delays delays,
      Marking marking,
      Closing closing,
      Notes notes,
      Movements movements,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.phrases = phrases;
    this.delays = delays;
    this.marking = marking;
    this.closing = closing;
    this.notes = notes;
    this.movements = movements;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Writes the order down before it goes on the first paper.
  ///
  /// @return its id, which is the act's
  UUID begin(Act act, NewOrder order, int papers) {
    UUID given = act.id().value();
    return acts.once(
        act,
        given,
        () -> {
          store.insert(given, act, order, time.now());
          if (order.does() == Does.SEND && order.to().size() == 1)
            phrases.habit(act.post(), order.phrase(), order.to().getFirst(), time.now());
          ledger.append(
              act,
              new Entry(
                  "orders.given",
                  "post/" + act.post(),
                  Map.of("order", given.toString(), "words", order.words(), "papers", papers)));
        });
  }

  /// @throws Refused by what the doors of dak and files know, and `ADDRESSEE_NEEDED`,
  ///   `FILE_TO_MANY`, `NO_ORDERS`, `DELAY_UNEXPLAINED`
  void on(Act part, UUID given, int serial, Paper paper, NewOrder order, @Nullable Unlocked key) {
    delays.explainOnWay(part, paper, order.reason());
    store.line(given, serial, paper.id(), part, paper.kind() == Kind.FILE);
    switch (paper.kind()) {
      case RECEIPT -> receipt(part, paper, order);
      case FILE -> file(part, paper, order, key);
      case COMPLAINT -> throw new Refused(NO_ORDERS, paper.number());
    }
  }

  /// Keeps why it stayed. What was done under this act before stays as it is.
  void refused(UUID given, int serial, PaperId paper, Act part, Refused refused) {
    List<String> arguments = refused.arguments().stream().map(String::valueOf).toList();
    store.refused(given, serial, paper, part, refused.reason().key(), arguments);
  }

  private void receipt(Act part, Paper paper, NewOrder order) {
    switch (order.does()) {
      case SEND -> {
        List<PostId> to = order.to().isEmpty() ? List.of(from(paper)) : order.to();
        var sent = new Order(to, order.task(), order.words(), order.due(), true);
        marking.send(part, List.of(paper.id()), sent);
      }
      case BACK -> movements.move(part, paper.id(), new Move.SendBack(order.words()));
      case CLOSE -> closing.close(part, paper.id(), order.words());
    }
  }

  private void file(Act part, Paper paper, NewOrder order, @Nullable Unlocked key) {
    if (order.to().size() > 1) throw new Refused(FILE_TO_MANY, paper.number());
    NoteKind kind =
        switch (order.does()) {
          case SEND -> NoteKind.ORDER;
          case BACK -> NoteKind.NOTE;
          case CLOSE -> NoteKind.CLOSING_APPROVAL;
        };
    boolean named = order.does() == Does.SEND && !order.to().isEmpty();
    PostId to = named ? order.to().getFirst() : from(paper);
    var move = new Move.Forward(to, order.task(), "", order.due(), false);
    notes.writeAndSend(part, paper.id(), NewNote.of(kind, order.words()), move, key);
  }

  private static PostId from(Paper paper) {
    PostId from = paper.from();
    if (from == null) throw new Refused(ADDRESSEE_NEEDED, paper.number());
    return from;
  }
}
