package karyalay.files;

import static karyalay.files.FilingRefusal.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import karyalay.desk.Locked;
import karyalay.desk.Move;
import karyalay.desk.Paper;
import karyalay.desk.Papers;
import karyalay.desk.Place;
import karyalay.desk.Reading;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Posts;
import karyalay.organisation.Settings;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Files become one: asked for by the holder, approved by an officer of the set rank, carried out
/// where both lie on one desk (OP-45, OP-48). What was merged can be read for ever, in its own run
/// of pages, under its own number.
@Service
@Transactional
public class Mergings {
  private final MergingStore store;
  private final TieStore ties;
  private final Papers papers;
  private final Reading reading;
  private final Posts posts;
  private final Settings settings;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Mergings(
      MergingStore store,
      TieStore ties,
      Papers papers,
      Reading reading,
      Posts posts,
      Settings settings,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.ties = ties;
    this.papers = papers;
    this.reading = reading;
    this.posts = posts;
    this.settings = settings;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Asks that a file on the actor's desk be merged into another.
  ///
  /// @param into empty for a part, which goes back into its main file
  /// @return the merging
  /// @throws Refused `NOT_WITH_YOU`, `NOT_FOUND`, `SAME_FILE`, `PART_MERGES_INTO_MAIN`, `WHERE_TO`,
  ///   `GOES_ON_ELSEWHERE`, `MAIN_CLOSED`, `MERGING_ASKED`, `REASON_NEEDED`
  public UUID ask(Act act, PaperId source, Optional<PaperId> into, String reason) {
    UUID id = Ids.next();
    return acts.once(act, id, () -> askNow(act, id, source, into, TieRules.requireReason(reason)));
  }

  private void askNow(Act act, UUID id, PaperId sourceId, Optional<PaperId> into, String reason) {
    Locked source = papers.lock(sourceId);
    papers.requireOnDesk(source, act);
    Optional<Tie> asPart = ties.as(TieKind.PART, sourceId);
    PaperId targetId = MergingRules.target(asPart, into);
    Paper target = reading.open(targetId, scope(act)).paper();
    MergingRules.ask(source.paper(), target, asPart, ties.goesOn(targetId));
    if (!store.ask(id, sourceId, targetId, reason, act, time.now()))
      throw new Refused(MERGING_ASKED, source.paper().number());
    var details = Map.of("merging", id.toString(), "into", targetId.toString(), "reason", reason);
    ledger.append(act, new Entry("files.merging_asked", "paper/" + sourceId, details));
  }

  /// An officer at or above the set rank, who reads both files, approves or declines. Where both
  /// lie on his desk, an approval carries it out at once.
  ///
  /// @throws Refused `NOT_FOUND`, `MERGING_DECIDED`, `MERGING_NEEDS_RANK`
  public void decide(Act act, UUID merging, boolean approved, String remark) {
    acts.once(act, merging, () -> decideNow(act, merging, approved, remark.strip()));
  }

  private void decideNow(Act act, UUID id, boolean approved, String remark) {
    Merging merging = lock(id);
    Paper source = reading.open(merging.source(), scope(act)).paper();
    Paper target = reading.open(merging.target(), scope(act)).paper();
    int needed = settings.level("merging-rank", target.office());
    int level = posts.live(act.post()).level();
    MergingRules.decide(merging, level, needed, settings.text("merging-rank", target.office()));
    store.decide(id, approved, remark, act, time.now());
    List<Entry> entries = new ArrayList<>();
    entries.add(
        new Entry(
            approved ? "files.merging_approved" : "files.merging_declined",
            "paper/" + source.id(),
            Map.of("merging", id.toString(), "remark", remark)));
    boolean here = onDesk(source, act) && onDesk(target, act);
    if (approved && here) entries.addAll(mergeNow(act, merging));
    ledger.append(act, entries);
  }

  /// Carries out what was approved; both files lie on the actor's desk.
  ///
  /// @throws Refused `NOT_WITH_YOU` for either, `MERGING_NOT_APPROVED`, `MERGING_DONE`
  public void carryOut(Act act, UUID id) {
    acts.once(
        act,
        id,
        () -> {
          Merging merging = lock(id);
          reading.open(merging.source(), scope(act));
          MergingRules.carryOut(merging);
          ledger.append(act, mergeNow(act, merging));
        });
  }

  private List<Entry> mergeNow(Act act, Merging merging) {
    PaperId into = merging.target();
    List<Locked> locked = papers.lock(List.of(merging.source(), into));
    boolean first = locked.getFirst().paper().id().equals(merging.source());
    Locked source = first ? locked.getFirst() : locked.getLast();
    Entry enclosed = papers.move(act, source, new Move.Enclose(into));
    Optional<Tie> part = ties.as(TieKind.PART, merging.source());
    part.ifPresent(tie -> {
      ties.end(tie.id(), "MERGED", act, time.now());
      papers.lift(tie.main(), "part/" + merging.source());
    });
    var tie = new Tie(Ids.next(), TieKind.MERGED, into, merging.source(), 0, Bundles.USUAL, true);
    ties.insert(tie, "", act, time.now());
    store.done(merging.id(), time.now());
    return List.of(
        enclosed,
        new Entry("files.merged", "paper/" + merging.source(), Map.of("into", into.toString())),
        new Entry("files.merged", "paper/" + into, Map.of("file", merging.source().toString())));
  }

  private Merging lock(UUID id) {
    return store.lock(id).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  private static boolean onDesk(Paper paper, Act act) {
    return paper.place() instanceof Place.OnDesk(var post) && post.equals(act.post());
  }

  private static Scope scope(Act act) {
    return new Scope(act.person(), act.post());
  }
}
