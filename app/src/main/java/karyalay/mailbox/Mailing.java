package karyalay.mailbox;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import karyalay.dak.EntryWatcher;
import karyalay.documents.Documents;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// The door of the mail tray: an e-mail becomes an entry of the diary, or is put aside as no dak.
/// It is diarised once, whoever else has it before him (OP-31). Only members of the mailbox's post
/// see it.
@Service
public class Mailing implements EntryWatcher {
  private final MessageStore store;
  private final MailEntries entries;
  private final Documents documents;
  private final Acts acts;
  private final Ledger ledger;
  private final TransactionOperations transaction;
  private final OfficeTime time;

  Mailing(
      MessageStore store,
      MailEntries entries,
      Documents documents,
      Acts acts,
      Ledger ledger,
      TransactionOperations transaction,
      OfficeTime time) {
    this.store = store;
    this.entries = entries;
    this.documents = documents;
    this.acts = acts;
    this.ledger = ledger;
    this.transaction = transaction;
    this.time = time;
  }

  /// Lays an entry with sender, subject, dates and enclosures before the diary form; goes on with
  /// the one that this person has begun, where he has.
  ///
  /// @param serials of the enclosures that become pages
  /// @return the entry
  /// @throws Refused `DIARISED` with the number; `PUT_ASIDE`; `NOT_FOUND` for others' mail
  public ContentId begin(Act act, UUID message, Set<Integer> serials) {
    Mail mail = mine(message, act.post());
    var known = store.entryOf(message, act.person(), act.post());
    if (known.isPresent()) return goOn(act, message, known.get());
    requireWaiting(mail);
    // Drawn before the transaction: it takes longer than anyone should wait for a lock.
    MailSheet sheet = MailSheet.of(mail);
    ContentId id = ContentId.next();
    UUID made =
        transaction.execute(_ ->
            acts.once(
                act,
                id.value(),
                () -> {
                  store.lock(message);
                  requireWaiting(mine(message, act.post()));
                  var cover = documents.keep(sheet.pdf(), sheet.pages());
                  var with =
                      store.enclosures(message).stream()
                          .filter(one -> serials.contains(one.serial()))
                          .toList();
                  ledger.append(act, entries.begin(act, id, mail, cover, with));
                }));
    return new ContentId(Objects.requireNonNull(made));
  }

  /// Claims the act too, so that its id serves no other; nothing changes, and nothing is written
  /// down.
  private ContentId goOn(Act act, UUID message, ContentId begun) {
    UUID made =
        transaction.execute(
            _ -> acts.once(act, begun.value(), () -> requireWaiting(mine(message, act.post()))));
    return new ContentId(Objects.requireNonNull(made));
  }

  private Mail mine(UUID message, PostId post) {
    return store.find(message, post).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  private static void requireWaiting(Mail mail) {
    Mail.Settled settled = mail.settled();
    switch (mail.state()) {
      case WAITING -> {}
      case DIARISED ->
          throw new Refused(MailboxRefusal.DIARISED, settled == null ? "" : settled.number());
      case NOT_DAK -> throw new Refused(MailboxRefusal.PUT_ASIDE);
    }
  }

  /// Of several who have begun, the first to take a number has it; the others are told which.
  ///
  /// @throws Refused `DIARISED` with the number
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void numbering(Act act, ContentId entry, PaperId lead) {
    store
        .messageOf(entry)
        .ifPresent(message -> {
          store.lock(message);
          store
              .numberOf(message)
              .ifPresent(number -> {
                throw new Refused(MailboxRefusal.DIARISED, number);
              });
          store.diarised(message, lead, act, time.now());
          ledger.append(
              act,
              new Entry(
                  "mailbox.diarised", "message/" + message, Map.of("paper", lead.toString())));
        });
  }

  /// Puts it aside as no dak; it stays in a list of its own.
  ///
  /// @param remark needed where the reason is `OTHER`
  /// @throws Refused `DIARISED`, `PUT_ASIDE`, `REASON_NEEDED`
  @Transactional
  public void putAside(Act act, UUID message, Mail.Reason reason, String remark) {
    if (reason == Mail.Reason.OTHER && remark.isBlank())
      throw new Refused(MailboxRefusal.REASON_NEEDED);
    settle(
        act,
        message,
        () -> {
          requireWaiting(mine(message, act.post()));
          store.putAside(message, reason, remark.strip(), act, time.now());
          ledger.append(
              act,
              new Entry(
                  "mailbox.put_aside",
                  "message/" + message,
                  Map.of("reason", reason.name(), "remark", remark.strip())));
        });
  }

  /// Takes it back into the tray.
  ///
  /// @throws Refused `NOT_PUT_ASIDE`
  @Transactional
  public void takeBack(Act act, UUID message) {
    settle(
        act,
        message,
        () -> {
          if (mine(message, act.post()).state() != Mail.State.NOT_DAK)
            throw new Refused(MailboxRefusal.NOT_PUT_ASIDE);
          store.takenBack(message);
          ledger.append(act, new Entry("mailbox.taken_back", "message/" + message));
        });
  }

  private void settle(Act act, UUID message, Runnable work) {
    var _ = mine(message, act.post());
    acts.once(
        act,
        message,
        () -> {
          store.lock(message);
          work.run();
        });
  }

  /// The tray of a post.
  @Transactional(readOnly = true)
  public List<Mail> of(PostId post, Mail.State state, int offset, int limit) {
    return store.listed(post, state, offset, limit);
  }

  /// How many wait there.
  @Transactional(readOnly = true)
  public int waiting(PostId post) {
    return store.count(post, Mail.State.WAITING);
  }

  /// One e-mail, for members of its post.
  ///
  /// @throws Refused `NOT_FOUND` to the rest
  @Transactional(readOnly = true)
  public Mail.Open open(UUID message, PostId post) {
    return new Mail.Open(mine(message, post), store.enclosures(message));
  }
}
