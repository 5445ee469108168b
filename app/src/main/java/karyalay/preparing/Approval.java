package karyalay.preparing;

import static karyalay.preparing.PreparingRefusal.SETTLED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.dak.Marking;
import karyalay.dak.Order;
import karyalay.desk.Locked;
import karyalay.desk.Move;
import karyalay.desk.Paper;
import karyalay.desk.Papers;
import karyalay.desk.PreparedPapers;
import karyalay.files.NewNote;
import karyalay.files.Noting;
import karyalay.files.Preparer;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.signatures.Unlocked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The officer's doors: only he makes green what was prepared for him, and what he makes green is
/// his own act, with both names (OP-124). Many are approved with one PIN, each in an act and a
/// transaction of its own, so that one that is held back holds up none.
@Service
@Transactional
public class Approval {
  private final PreparedStore store;
  private final Noting noting;
  private final Marking marking;
  private final Papers papers;
  private final PreparedPapers waiting;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Approval(
      PreparedStore store,
      Noting noting,
      Marking marking,
      Papers papers,
      PreparedPapers waiting,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.noting = noting;
    this.marking = marking;
    this.papers = papers;
    this.waiting = waiting;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Writes the note, or gives the order, in the officer's name. What has moved or grown since it
  /// was prepared is held back: it goes on waiting.
  ///
  /// @param key of the officer; null leaves the note unsigned
  /// @throws Refused `NOT_FOUND` for another's; `SETTLED`, `MOVED`, `NEW_PARAGRAPH`; those of
  ///   writing a note, of signing, of marking and of forwarding
  public void approve(Act act, UUID item, @Nullable Unlocked key) {
    acts.once(act, item, () -> approveNow(act, item, key));
  }

  private void approveNow(Act act, UUID id, @Nullable Unlocked key) {
    PreparedStore.Stored asked = his(act, store.find(id));
    Wording wording = store.words(asked);
    boolean goesOn = asked.matter() == Matter.NOTE && !wording.to().isEmpty();
    Locked locked =
        goesOn ? papers.lock(asked.paper(), wording.to().getFirst()) : papers.lock(asked.paper());
    PreparedStore.Stored item = his(act, store.lock(id));
    requireWaiting(item, locked.paper());
    // An edit that came in between stands in the row that is locked now.
    if (item.wording() != asked.wording()) throw new Refused(SETTLED, locked.paper().number());
    hold(locked.paper(), item);
    Instant now = time.now();
    Done done = carryOut(act, item, locked, wording, key);
    store.end(id, State.APPROVED, "", done.note(), act, now);
    waiting.settled(id);
    var entries = new ArrayList<>(done.entries());
    entries.add(entry(item, done.note()));
    ledger.append(act, entries);
  }

  private void hold(Paper paper, PreparedStore.Stored item) {
    int paragraphs =
        switch (item.matter()) {
          case NOTE -> noting.paragraphs(paper.content());
          case ORDER -> 0;
        };
    PreparingRules.free(
        PreparingRules.holdup(paper, item.officer(), item.moves(), item.paragraphs(), paragraphs),
        paper.number());
  }

  private record Done(@Nullable UUID note, List<Entry> entries) {}

  private Done carryOut(
      Act act, PreparedStore.Stored item, Locked paper, Wording wording, @Nullable Unlocked key) {
    return switch (item.matter()) {
      case NOTE -> {
        var words =
            new NewNote(wording.kind(), wording.structure(), wording.text(), null, null)
                .preparedBy(new Preparer(item.preparer(), item.at()));
        Noting.Noted noted = noting.write(act, paper, words, next(wording), key);
        yield new Done(noted.note(), noted.entries());
      }
      case ORDER -> {
        var order = new Order(wording.to(), wording.task(), wording.text(), wording.due());
        List<Entry> entries = marking.sendWithin(act, item.paper(), order);
        waiting.credit(act, item.paper(), item.preparer(), item.at());
        yield new Done(null, entries);
      }
    };
  }

  private static Move.@Nullable Forward next(Wording wording) {
    return wording.to().isEmpty()
        ? null
        : new Move.Forward(wording.to().getFirst(), wording.task(), "", wording.due(), false);
  }

  private static Entry entry(PreparedStore.Stored item, @Nullable UUID note) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("item", item.id().toString());
    details.put("prepared_person", item.preparer().person().toString());
    details.put("prepared_post", item.preparer().post().toString());
    if (note != null) details.put("note", note.toString());
    return new Entry("preparing.approved", "paper/" + item.paper(), details);
  }

  /// Gives it back to whoever prepared it, who may mend it.
  ///
  /// @throws Refused `NOT_FOUND` for another's; `REASON_NEEDED`, `TOO_LONG`,
  ///   `REASON_IN_LEGACY_FONT`, `SETTLED`
  public void giveBack(Act act, UUID id, String reason) {
    acts.once(
        act,
        id,
        () -> {
          PreparingRules.reason(reason);
          Paper paper = papers.lock(his(act, store.find(id)).paper()).paper();
          requireWaiting(his(act, store.lock(id)), paper);
          store.end(id, State.RETURNED, reason.strip(), null, act, time.now());
          waiting.settled(id);
          ledger.append(
              act,
              new Entry(
                  "preparing.returned",
                  "paper/" + paper.id(),
                  Map.of("item", id.toString(), "reason", reason.strip())));
        });
  }

  private static void requireWaiting(PreparedStore.Stored item, Paper paper) {
    if (item.state() != State.WAITING) throw new Refused(SETTLED, paper.number());
  }

  private static PreparedStore.Stored his(Act act, java.util.Optional<PreparedStore.Stored> found) {
    return found
        .filter(item -> item.officer().equals(act.post()))
        .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }
}
