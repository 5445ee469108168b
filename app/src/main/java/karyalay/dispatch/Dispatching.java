package karyalay.dispatch;

import static karyalay.dispatch.DispatchRefusal.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.desk.Attachments;
import karyalay.documents.DocumentId;
import karyalay.drafts.IssuedLetter;
import karyalay.drafts.LetterId;
import karyalay.drafts.LetterState;
import karyalay.drafts.Letters;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.notices.Mails;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Sending signed letters, one addressee or many at once (OP-76 to OP-78).
///
/// What goes by wire is written as a row here and carried by a worker: a press for sixty thanas
/// takes no series of sixty offices in one act, a crash in between loses nothing, and the page
/// shows how far it is.
@Service
@Transactional
public class Dispatching {
  private final Letters letters;
  private final DispatchReading reading;
  private final ItemStore items;
  private final Leavings leavings;
  private final SendingStore sendings;
  private final Replies replies;
  private final Attachments attachments;
  private final Mails mails;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Dispatching(
      Letters letters,
      DispatchReading reading,
      ItemStore items,
      Leavings leavings,
      SendingStore sendings,
      Replies replies,
      Attachments attachments,
      Mails mails,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.letters = letters;
    this.reading = reading;
    this.items = items;
    this.leavings = leavings;
    this.sendings = sendings;
    this.replies = replies;
    this.attachments = attachments;
    this.mails = mails;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Says who sends a letter: the actor himself, or the registry.
  ///
  /// @throws Refused `NOT_FOUND`, `NOT_YOURS_TO_SEND`, `NOT_WAITING`
  public void assign(Act act, LetterId letter, boolean self) {
    acts.once(
        act,
        letter.value(),
        () -> {
          IssuedLetter it = locked(act, letter);
          if (it.state() != LetterState.SIGNED) throw new Refused(NOT_WAITING, it.number());
          sendings.assign(letter, self, act, time.now());
          ledger.append(
              act,
              new Entry(
                  "dispatch.assigned",
                  "letter/" + letter,
                  Map.of("way", self ? "SELF" : "REGISTRY")));
        });
  }

  /// Sends a letter to some of its addressees, all in one way. When none is left, the letter is
  /// dispatched and no longer bars the closing of its paper.
  ///
  /// @param serials of the items
  /// @throws Refused `NOT_FOUND`, `NOT_YOURS_TO_SEND`, `NOT_WAITING` for one that was voided, and
  ///   what {@link DispatchRules} says: `NOTHING_CHOSEN`, `ALREADY_SENT`, `ONE_AT_A_TIME`,
  ///   `NO_POST_THERE`, `NO_EMAIL`, `NO_POSTAL_ADDRESS`, `TRACKING_MALFORMED`, `RECEIVER_NEEDED`,
  ///   `TIME_IMPOSSIBLE`, `NO_SUCH_PEER`
  public void send(Act act, LetterId letter, Collection<Integer> serials, Conveyance how) {
    acts.once(act, letter.value(), () -> ledger.append(act, sendNow(act, letter, serials, how)));
  }

  private List<Entry> sendNow(
      Act act, LetterId letter, Collection<Integer> serials, Conveyance how) {
    IssuedLetter it = locked(act, letter);
    items.prepare(letter);
    List<Item> chosen = items.lock(letter, serials);
    DispatchRules.require(chosen, how, it.signedAt(), time.now());
    var entries = new ArrayList<Entry>();
    for (Item item : chosen) entries.addAll(leavings.leave(act, it, item, how));
    Conveyance.Receiver receiver = DispatchRules.receiver(how);
    if (receiver != null) entries.add(take(act, chosen.getFirst(), how.mode(), receiver));
    entries.addAll(replies.byLetter(act, it));
    if (items.unsent(letter) == 0 && it.state() == LetterState.SIGNED)
      entries.add(letters.dispatched(act, letter));
    return entries;
  }

  /// Locks a letter that the actor may send.
  private IssuedLetter locked(Act act, LetterId letter) {
    IssuedLetter it = letters.lock(letter);
    if (!reading.open(letter, new Scope(act.person(), act.post())).mine())
      throw new Refused(NOT_YOURS_TO_SEND);
    return it;
  }

  /// Writes down who took it in, and keeps the scan of his signature.
  ///
  /// @throws Refused `NOT_FOUND`, `NOT_YOURS_TO_SEND`, `NOT_OUT`, `RECEIVER_NEEDED`,
  ///   `TIME_IMPOSSIBLE`, `UPLOAD_GONE` of the desk
  public void acknowledge(Act act, LetterId letter, int serial, Conveyance.Receiver receiver) {
    acts.once(
        act,
        letter.value(),
        () -> {
          Instant signed = locked(act, letter).signedAt();
          Item item = one(letter, serial);
          if (item.state() != ItemState.SENT) throw new Refused(NOT_OUT, item.name());
          DispatchRules.requireReceiver(receiver, signed, time.now());
          ledger.append(act, take(act, item, mode(item), receiver));
        });
  }

  private Entry take(Act act, Item item, Mode mode, Conveyance.Receiver receiver) {
    UUID scan = receiver.scan();
    DocumentId document = scan == null ? null : attachments.claim(act, scan);
    items.acknowledge(
        item.id(),
        new ItemStore.Taken(
            receiver.name().strip(),
            receiver.designation().strip(),
            receiver.at(),
            document == null ? null : document.value(),
            null,
            ""));
    items.event(item.id(), "ACKNOWLEDGED", mode.name(), act, receiver.name(), time.now());
    return new Entry("dispatch.acknowledged", "item/" + item.id(), Map.of("mode", mode.name()));
  }

  /// Writes down that it came back; it may be sent again under the same number (OP-78).
  ///
  /// @throws Refused `NOT_FOUND`, `NOT_YOURS_TO_SEND`, `NOT_OUT`, `REASON_NEEDED`
  public void returned(Act act, LetterId letter, int serial, String reason) {
    acts.once(
        act,
        letter.value(),
        () -> {
          locked(act, letter);
          Item item = one(letter, serial);
          boolean arrived = mode(item) == Mode.OWN_OFFICE || mode(item) == Mode.INSTANCE;
          if (!item.state().out() || arrived) throw new Refused(NOT_OUT, item.name());
          String said = DispatchRules.reason(reason);
          items.state(item.id(), ItemState.RETURNED, said);
          items.event(item.id(), "RETURNED", mode(item).name(), act, said, time.now());
          ledger.append(
              act, new Entry("dispatch.returned", "item/" + item.id(), Map.of("reason", said)));
        });
  }

  /// Sends an e-mail again of which nobody knows whether the server has it. Only a person does
  /// that.
  ///
  /// @throws Refused `NOT_FOUND`, `NOT_YOURS_TO_SEND`, `NOTHING_TO_SEND_AGAIN`
  public void sendAgain(Act act, LetterId letter, int serial) {
    acts.once(
        act,
        letter.value(),
        () -> {
          locked(act, letter);
          Item item = one(letter, serial);
          if (!item.mailUncertain()) throw new Refused(NOTHING_TO_SEND_AGAIN);
          Entry again = mails.again(act, sendings.mailOf(item.id()));
          items.state(item.id(), ItemState.ON_WAY, "");
          items.event(item.id(), "AGAIN", Mode.EMAIL.name(), act, "", time.now());
          ledger.append(act, again);
        });
  }

  /// Gives a signed letter up that was sent to nobody: its number shows as void (OP-76, OP-18).
  ///
  /// @throws Refused `NOT_FOUND`, `NOT_YOURS_TO_SEND`, `NOT_WAITING`, `SENT_IN_PART`,
  ///   `REASON_NEEDED`
  public void voidNumber(Act act, LetterId letter, String reason) {
    acts.once(
        act,
        letter.value(),
        () -> {
          IssuedLetter it = locked(act, letter);
          if (it.state() != LetterState.SIGNED) throw new Refused(NOT_WAITING, it.number());
          String said = DispatchRules.reason(reason);
          items.prepare(letter);
          if (items.unsent(letter) < items.of(letter).size())
            throw new Refused(SENT_IN_PART, it.number());
          sendings.voided(it, said, act, time.now());
          Entry withdrawn = letters.withdrawn(act, letter, said);
          Entry voided =
              new Entry(
                  "dispatch.number_voided",
                  "letter/" + letter,
                  Map.of("number", it.number(), "reason", said));
          ledger.append(act, withdrawn, voided);
        });
  }

  private Item one(LetterId letter, int serial) {
    return items.lock(letter, List.of(serial)).stream()
        .findFirst()
        .orElseThrow(() -> new Refused(NOTHING_CHOSEN));
  }

  private static Mode mode(Item item) {
    Mode mode = item.mode();
    if (mode == null) throw new Refused(NOT_OUT, item.name());
    return mode;
  }
}
