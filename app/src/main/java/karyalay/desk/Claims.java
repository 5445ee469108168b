package karyalay.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// «मैं लेता हूँ» at a counter worked by several at once (OP-123). A claim names one member until
/// his shift ends or the paper moves. It changes neither custody nor clocks, which are the
/// counter's, and locks nothing: a colleague reads who has the paper and may act on it, or take it
/// over.
///
/// Taking a paper is not opening it: whoever sent it may still pull it back, and then the claim
/// falls with the move.
@Service
@Transactional
public class Claims {
  private final Papers papers;
  private final ClaimStore store;
  private final MarginStore margin;
  private final Shifts shifts;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Claims(
      Papers papers,
      ClaimStore store,
      MarginStore margin,
      Shifts shifts,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.papers = papers;
    this.store = store;
    this.margin = margin;
    this.shifts = shifts;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Takes a paper that nobody has, until the shift ends. Taken again by the same member it is his
  /// until the end of the shift that runs now.
  ///
  /// @throws Refused `NOT_A_COUNTER`, `CLAIMED` with who has it and since when; `NOT_WITH_YOU`,
  ///   `RECEIVE_FIRST` and the like
  public void take(Act act, PaperId id) {
    acts.once(act, id.value(), () -> claim(act, id, ""));
  }

  /// Takes a paper from the colleague who has it, with a sentence that stands in the trail. What
  /// nobody has any more is simply taken.
  ///
  /// @throws Refused `REASON_NEEDED`, `TOO_LONG`, `REASON_IN_LEGACY_FONT`, and those of {@link
  ///   #take} save `CLAIMED`
  public void takeOver(Act act, PaperId id, String why) {
    acts.once(
        act,
        id.value(),
        () -> {
          ClaimRules.sentence(why);
          claim(act, id, why.strip());
        });
  }

  private void claim(Act act, PaperId id, String why) {
    Paper paper = papers.lock(id).paper();
    ClaimRules.atCounter(paper, act.by());
    Instant now = time.now();
    Optional<Claim> before = store.of(paper, now);
    if (why.isEmpty()) ClaimRules.free(paper, before, act.by());
    Optional<Claim> other = before.filter(one -> !one.by(act.person()));
    Instant lapses = shifts.end(paper.district(), now);
    store.put(paper, act, now, lapses);
    var word = other.isPresent() ? Trails.Beside.TAKEN_OVER : Trails.Beside.CLAIMED;
    margin.add(id, paper.moves(), word, act.by(), now, other.isPresent() ? why : "", act);
    ledger.append(act, entry(id, word, other, lapses, why));
  }

  private static Entry entry(
      PaperId id, Trails.Beside word, Optional<Claim> other, Instant lapses, String why) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("lapses", lapses.toString());
    other.ifPresent(one -> {
      details.put("from", one.person().toString());
      details.put("reason", why);
    });
    boolean taken = word == Trails.Beside.CLAIMED;
    return new Entry(taken ? "desk.claimed" : "desk.claim_taken_over", "paper/" + id, details);
  }

  /// Gives a paper back to the counter, for whoever takes it next.
  ///
  /// @throws Refused `NOT_YOUR_CLAIM`, and those of {@link #take} save `CLAIMED`
  public void giveBack(Act act, PaperId id) {
    acts.once(
        act,
        id.value(),
        () -> {
          Paper paper = papers.lock(id).paper();
          ClaimRules.atCounter(paper, act.by());
          Instant now = time.now();
          ClaimRules.own(paper, store.of(paper, now), act.by());
          store.drop(paper);
          margin.add(id, paper.moves(), Trails.Beside.CLAIM_RETURNED, act.by(), now, "", act);
          ledger.append(act, new Entry("desk.claim_returned", "paper/" + id));
        });
  }
}
