package karyalay.preparing;

import static karyalay.preparing.PreparingRefusal.SETTLED;

import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import karyalay.desk.Paper;
import karyalay.desk.Papers;
import karyalay.desk.PreparedPapers;
import karyalay.files.Noting;
import karyalay.files.Written;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.Sha256;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The preparer's doors: a note on a file, an order on a letter, laid before the post with which it
/// lies (OP-124). The paper stays where it is, and nothing of it is green. Who may read the paper
/// is asked before these doors.
@Service
@Transactional
public class Preparing {
  private final PreparedStore store;
  private final Preparers preparers;
  private final Noting noting;
  private final Papers papers;
  private final PreparedPapers waiting;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Preparing(
      PreparedStore store,
      Preparers preparers,
      Noting noting,
      Papers papers,
      PreparedPapers waiting,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.preparers = preparers;
    this.noting = noting;
    this.papers = papers;
    this.waiting = waiting;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Lays words before the holder of a paper.
  ///
  /// @return the id of what was prepared
  /// @throws Refused `NOT_ON_A_DESK`, `YOUR_OWN_DESK`, `MAY_NOT_PREPARE`, `OFFICER_GONE`, and what
  ///   the words lack ({@link PreparingRefusal}; of a note those of `files`)
  public UUID prepare(Act act, PaperId id, Wording wording) {
    UUID item = Ids.next();
    return acts.once(act, item, () -> prepareNow(act, item, id, wording));
  }

  private void prepareNow(Act act, UUID item, PaperId id, Wording wording) {
    Paper paper = papers.lock(id).paper();
    PostId officer = PreparingRules.officer(paper, act.post());
    preparers.require(act.post(), officer);
    Matter matter = Matter.on(paper.kind());
    Written words = PreparingRules.words(matter, wording, officer, time.today());
    Instant now = time.now();
    store.insert(item, id, matter, officer, ground(paper, matter), act, now);
    store.word(item, 1, matter, wording, words, act, now);
    waiting.waits(id, item);
    ledger.append(act, entry("preparing.prepared", id, item, officer, words));
  }

  private PreparedStore.Ground ground(Paper paper, Matter matter) {
    return new PreparedStore.Ground(
        paper.moves(),
        switch (matter) {
          case NOTE -> noting.paragraphs(paper.content());
          case ORDER -> 0;
        });
  }

  private static Entry entry(String act, PaperId paper, UUID item, PostId officer, Written words) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("item", item.toString());
    details.put("for", officer.toString());
    details.put("sha256", HexFormat.of().formatHex(Sha256.of(words.plain())));
    return new Entry(act, "paper/" + paper, details);
  }

  /// Changes the words: the officer before he approves, or the preparer while they wait or after
  /// they were returned. From then on they stand on the paper as it is now, so what was held back
  /// may be approved by who has read on.
  ///
  /// @throws Refused `NOT_FOUND` for everybody else; `SETTLED`, `MOVED`, and those of {@link
  ///   #prepare}
  public void revise(Act act, UUID item, Wording wording) {
    acts.once(act, item, () -> reviseNow(act, item, wording));
  }

  private void reviseNow(Act act, UUID id, Wording wording) {
    Paper paper = papers.lock(paper(id)).paper();
    PreparedStore.Stored item = own(act, id);
    boolean officer = item.officer().equals(act.post());
    boolean open = item.state() == State.WAITING || (!officer && item.state() == State.RETURNED);
    if (!open) throw new Refused(SETTLED, paper.number());
    boolean there =
        PreparingRules.holdup(paper, item.officer(), paper.moves(), 0, 0) == Holdup.NONE;
    if (!there) throw new Refused(PreparingRefusal.MOVED, paper.number());
    if (!officer) preparers.require(act.post(), item.officer());
    Written words = PreparingRules.words(item.matter(), wording, item.officer(), time.today());
    Instant now = time.now();
    store.word(id, item.wording() + 1, item.matter(), wording, words, act, now);
    store.settle(id, item.wording() + 1, ground(paper, item.matter()));
    if (!officer) store.laid(id, act, now);
    waiting.waits(paper.id(), id);
    ledger.append(act, entry("preparing.revised", paper.id(), id, item.officer(), words));
  }

  /// The preparer takes his words back.
  ///
  /// @throws Refused `NOT_FOUND` for everybody else; `SETTLED`
  public void withdraw(Act act, UUID id) {
    acts.once(
        act,
        id,
        () -> {
          Paper paper = papers.lock(paper(id)).paper();
          PreparedStore.Stored item = own(act, id);
          if (!item.preparer().post().equals(act.post()))
            throw new Refused(SharedRefusal.NOT_FOUND);
          if (item.state() != State.WAITING && item.state() != State.RETURNED)
            throw new Refused(SETTLED, paper.number());
          store.end(id, State.WITHDRAWN, "", null, act, time.now());
          waiting.settled(id);
          ledger.append(
              act,
              new Entry(
                  "preparing.withdrawn", "paper/" + paper.id(), Map.of("item", id.toString())));
        });
  }

  private PaperId paper(UUID item) {
    return store
        .find(item)
        .map(PreparedStore.Stored::paper)
        .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  /// What concerns the actor's post, as the officer's or the preparer's.
  private PreparedStore.Stored own(Act act, UUID id) {
    return store
        .lock(id)
        .filter(
            item -> item.officer().equals(act.post()) || item.preparer().post().equals(act.post()))
        .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }
}
