package karyalay.dispatch;

import static karyalay.dispatch.DispatchRefusal.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import karyalay.desk.Papers;
import karyalay.desk.Reading;
import karyalay.drafts.IssuedLetter;
import karyalay.drafts.LetterId;
import karyalay.drafts.Nature;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Answers to what was asked by letter. An answer ends the clock, the default and the reminders.
@Service
@Transactional
public class Replies {
  /// Longest answer in words; what is longer is a letter.
  public static final int MOST = 4000;

  private final ReplyStore store;
  private final Reading reading;
  private final Papers papers;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Replies(
      ReplyStore store, Reading reading, Papers papers, Acts acts, Ledger ledger, OfficeTime time) {
    this.store = store;
    this.reading = reading;
    this.papers = papers;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// What is asked on a paper that came by wire; empty when nothing is.
  ///
  /// @throws Refused `NOT_FOUND` for whoever may not read it
  @Transactional(readOnly = true)
  public Optional<Asked> asked(PaperId paper, Scope scope) {
    return store.on(reading.open(paper, scope).paper().content());
  }

  /// What is asked of this post and not answered yet, the most urgent first.
  @Transactional(readOnly = true)
  public List<Asked> open(Scope scope) {
    return store.of(scope);
  }

  /// Answers from the desk: by a letter of the own office, named by its number, or in words.
  ///
  /// @param paper the receipt that asks; it lies on the actor's desk, or in a file that does
  /// @param number of the letter; empty to answer in words
  /// @throws Refused `NOT_FOUND`, `NOT_ASKED`, `CALL_CLOSED`, `ANSWERED_ALREADY`, `ANSWER_NEEDED`,
  ///   `NO_SUCH_LETTER`, and `NOT_WITH_YOU` of the desk
  public void answer(Act act, PaperId paper, String number, String text) {
    acts.once(
        act,
        paper.value(),
        () -> {
          Scope scope = new Scope(act.person(), act.post());
          var card = reading.open(paper, scope).paper();
          papers.requireOnDesk(papers.lock(card.root()), act);
          Asked asked = store.on(card.content()).orElseThrow(() -> new Refused(NOT_ASKED));
          if (asked.closed()) throw new Refused(CALL_CLOSED);
          ledger.append(act, write(act, asked.item(), written(act, number, text)));
        });
  }

  private ReplyStore.Written written(Act act, String number, String text) {
    if (number.isBlank()) return note(text);
    LetterId letter =
        store
            .letter(number.strip(), act.post().value())
            .orElseThrow(() -> new Refused(NO_SUCH_LETTER, number.strip()));
    return new ReplyStore.Written("LETTER", letter.value(), null, number.strip(), text.strip());
  }

  private static ReplyStore.Written note(String text) {
    if (text.isBlank()) throw new Refused(ANSWER_NEEDED);
    if (text.length() > MOST)
      throw new Refused(SharedRefusal.TOO_LONG, "text", Integer.toString(MOST));
    return new ReplyStore.Written("NOTE", null, null, "", text.strip());
  }

  /// What came to the asking office otherwise: by post, or by word of mouth. For {@link Calls}.
  Entry received(Act act, UUID item, String receipt, String text) {
    if (receipt.isBlank()) return write(act, item, note(text));
    UUID paper =
        store
            .receipt(receipt.strip(), new Scope(act.person(), act.post()))
            .orElseThrow(() -> new Refused(NO_SUCH_LETTER, receipt.strip()));
    return write(
        act, item, new ReplyStore.Written("PAPER", null, paper, receipt.strip(), text.strip()));
  }

  /// A reply that leaves by {@link Dispatching} answers what was asked on the dak it was written
  /// on.
  @Transactional(propagation = Propagation.MANDATORY)
  List<Entry> byLetter(Act act, IssuedLetter letter) {
    if (letter.nature() != Nature.REPLY) return List.of();
    return store
        .on(letter.content())
        .filter(asked -> asked.repliedAt() == null && !asked.closed())
        .map(asked ->
            List.of(
                write(
                    act,
                    asked.item(),
                    new ReplyStore.Written(
                        "LETTER", letter.id().value(), null, letter.number(), ""))))
        .orElse(List.of());
  }

  private Entry write(Act act, UUID item, ReplyStore.Written reply) {
    if (!store.insert(item, reply, act, time.now())) throw new Refused(ANSWERED_ALREADY);
    store.paper(item).ifPresent(paper -> papers.stopClock(paper, Carriage.CLOCK));
    return new Entry("dispatch.answered", "item/" + item, Map.of("kind", reply.kind()));
  }
}
