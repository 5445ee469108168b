package karyalay.notices;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.Capacity;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The short transactions around a handing over: in hand before, written down after.
@Component
@Transactional
class Settlement {
  private static final UUID NOBODY = new UUID(0, 0);

  private final MailStore store;
  private final ObjectProvider<MailWatcher> watchers;
  private final Ledger ledger;
  private final OfficeTime time;

  Settlement(
      MailStore store, ObjectProvider<MailWatcher> watchers, Ledger ledger, OfficeTime time) {
    this.store = store;
    this.watchers = watchers;
    this.ledger = ledger;
    this.time = time;
  }

  /// The next mail, committed as being handed over.
  Optional<MailStore.Outgoing> take() {
    return store.take(time.now());
  }

  void write(MailStore.Outgoing mail, Handed handed) {
    Instant now = time.now();
    switch (handed) {
      case Handed.Taken(var answer) -> settle(mail.id(), MailState.SENT, answer, now);
      case Handed.Declined(var answer) -> settle(mail.id(), MailState.REFUSED, answer, now);
      case Handed.Unknown(var answer) -> settle(mail.id(), MailState.UNCERTAIN, answer, now);
      case Handed.Later(var answer, var _) -> {
        if (MailRules.over(mail.made(), now)) settle(mail.id(), MailState.REFUSED, answer, now);
        else store.later(mail.id(), answer, now.plus(MailRules.wait(mail.tries() - 1)));
      }
    }
  }

  /// What a dead program left in hand is uncertain.
  int giveUpLost() {
    List<UUID> lost = store.lost(time.now().minus(MailRules.LEASE));
    for (UUID mail : lost) tell(mail, MailState.UNCERTAIN, "");
    return lost.size();
  }

  private void settle(UUID mail, MailState state, String answer, Instant now) {
    store.settle(mail, state, answer, now);
    tell(mail, state, answer);
  }

  private void tell(UUID mail, MailState state, String answer) {
    Act act = Act.of(new Actor(new PersonId(NOBODY), new PostId(NOBODY), Capacity.SYSTEM));
    watchers.orderedStream().forEach(watcher -> watcher.settled(act, mail, state, answer));
    ledger.append(
        act,
        new Entry(
            "notices.mail_settled",
            "mail/" + mail,
            Map.of("state", state.name(), "answer", answer)));
  }
}
