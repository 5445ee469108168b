package karyalay.orders;

import static karyalay.orders.OrdersRefusal.*;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import karyalay.desk.Movements;
import karyalay.desk.Reading;
import karyalay.shared.Act;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.signatures.Unlocked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The door for one order on one or many papers (OP-130). Each paper is an act of its own, so that
/// one that must stay does not hold the rest; what became of each is kept beside the order.
///
/// It opens no transaction itself: sixty papers are sixty short ones. Sent again under the same
/// act, it goes on where it was broken off and does nothing twice.
@Service
public class Orders {
  /// Papers that one order may go on: two pages of a desk.
  public static final int MOST = 100;

  private static final int LONGEST = 500;

  private final OneOrder one;
  private final Movements movements;
  private final Reading reading;

  Orders(OneOrder one, Movements movements, Reading reading) {
    this.one = one;
    this.movements = movements;
    this.reading = reading;
  }

  /// Gives the order.
  ///
  /// @param key of the officer, for the notes that it writes on files; null leaves them unsigned
  /// @return id of the order
  /// @throws Refused `NOTHING_TICKED`, `TOO_MANY`, `WORDS_NEEDED`, `WORDS_TOO_LONG`; `MIXED` when
  ///   some papers are physical and some not; `NOT_FOUND` when one is not his to read. What stands
  ///   against a single paper is no refusal of the whole: it is in that paper's line.
  public UUID give(Act act, List<PaperId> papers, NewOrder order, @Nullable Unlocked key) {
    List<PaperId> distinct = List.copyOf(new LinkedHashSet<>(papers));
    check(distinct, order);
    var scope = new Scope(act.person(), act.post());
    var cards = distinct.stream().map(paper -> reading.card(paper, scope).paper()).toList();
    if (order.does() != Does.CLOSE) movements.requireOneNature(distinct);
    UUID given = one.begin(act, order, distinct.size());
    for (int i = 0; i < cards.size(); i++) {
      Act part = act.part(cards.get(i).id().value());
      try {
        one.on(part, given, i + 1, cards.get(i), order, key);
      } catch (Refused refused) {
        one.refused(given, i + 1, cards.get(i).id(), part, refused);
      }
    }
    return given;
  }

  private static void check(List<PaperId> papers, NewOrder order) {
    if (papers.isEmpty()) throw new Refused(NOTHING_TICKED);
    if (papers.size() > MOST) throw new Refused(TOO_MANY, Integer.toString(MOST));
    if (order.words().isBlank()) throw new Refused(WORDS_NEEDED);
    if (order.words().length() > LONGEST)
      throw new Refused(WORDS_TOO_LONG, Integer.toString(LONGEST));
  }
}
