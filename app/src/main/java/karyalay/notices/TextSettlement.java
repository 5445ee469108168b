package karyalay.notices;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.OfficeTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The short transactions around a handing over of a text: in hand before, written down after.
@Component
@Transactional
class TextSettlement {
  private final TextStore store;
  private final Ledger ledger;
  private final OfficeTime time;

  TextSettlement(TextStore store, Ledger ledger, OfficeTime time) {
    this.store = store;
    this.ledger = ledger;
    this.time = time;
  }

  /// The next text, committed as being handed over.
  Optional<TextStore.Outgoing> take() {
    return store.take(time.now());
  }

  void write(TextStore.Outgoing text, Handed handed) {
    switch (handed) {
      case Handed.Taken(var answer) -> settle(text, TextState.SENT, answer);
      case Handed.Declined(var answer) -> settle(text, TextState.REFUSED, answer);
      case Handed.Unknown(var answer) -> settle(text, TextState.UNCERTAIN, answer);
      case Handed.Later(var answer, var _) ->
          store.later(
              text.id(), told(text, answer), time.now().plus(TextRules.wait(text.tries() - 1)));
    }
  }

  /// What a dead program left in hand is uncertain; what came too late is not sent any more.
  void giveUp() {
    Instant now = time.now();
    for (UUID text : store.lost(now.minus(TextRules.LEASE), now)) tell(text, TextState.UNCERTAIN);
    for (UUID text : store.late(now)) tell(text, TextState.REFUSED);
  }

  private void settle(TextStore.Outgoing text, TextState state, String answer) {
    store.settle(text.id(), state, told(text, answer), time.now());
    tell(text.id(), state);
  }

  /// Some gateways say back what they were given.
  private static String told(TextStore.Outgoing text, String answer) {
    return text.secret() ? TextRules.withoutCodes(answer) : answer;
  }

  private void tell(UUID text, TextState state) {
    ledger.append(
        Act.of(Actor.PROGRAM),
        new Entry("notices.text_settled", "text/" + text, Map.of("state", state.name())));
  }
}
