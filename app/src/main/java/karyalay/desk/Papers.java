package karyalay.desk;

import static karyalay.desk.DeskRefusal.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import karyalay.ledger.Entry;
import karyalay.organisation.Calendars;
import karyalay.organisation.Limit;
import karyalay.shared.Act;
import karyalay.shared.CheckReturnValue;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Custody, for the doors of this and the modules above: everything here takes part in their act
/// and their transaction. What it returns is the ledger entry that the door appends last.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Papers {
  private final PaperStore papers;
  private final MovementStore movements;
  private final ReachStore reach;
  private final ClockStore clocks;
  private final HoldStore holds;
  private final Calendars calendars;
  private final DeskSettings settings;
  private final OfficeTime time;

  Papers(
      PaperStore papers,
      MovementStore movements,
      ReachStore reach,
      ClockStore clocks,
      HoldStore holds,
      Calendars calendars,
      DeskSettings settings,
      OfficeTime time) {
    this.papers = papers;
    this.movements = movements;
    this.reach = reach;
    this.clocks = clocks;
    this.holds = holds;
    this.calendars = calendars;
    this.settings = settings;
    this.time = time;
  }

  /// Puts a new paper on its first desk: content, register line, reach and clocks.
  ///
  /// @throws Refused `CLASS_NOT_USED` when the office bars papers of that class (OP-85);
  ///   `POST_NOT_LIVE`
  @CheckReturnValue
  public Entry place(Act act, NewPaper paper) {
    settings.requireUsed(paper.classification(), paper.office());
    if (paper.lead())
      papers.insertContent(
          paper.content(), paper.kind(), paper.district(), paper.classification(), paper.victim());
    boolean barred = !paper.lead() && papers.isBarred(paper.content());
    if (!papers.insert(paper, act.post(), barred, 0)) throw new Refused(POST_NOT_LIVE);
    movements.made(paper, act);
    reach.held(paper.id(), act.post(), paper.office());
    if (!paper.holder().equals(act.post())) reach.held(paper.id(), paper.holder(), paper.office());
    Limit level = settings.level(paper.office());
    clocks.start(paper.id(), "LEVEL", paper.at(), level, due(paper, level), paper.office());
    Limit overall = paper.overall();
    if (overall != null)
      clocks.start(paper.id(), "OVERALL", paper.at(), overall, due(paper, overall), paper.office());
    return entry("desk.made", paper.id(), Map.of("holder", paper.holder().toString()));
  }

  private Instant due(NewPaper paper, Limit limit) {
    return calendars.due(paper.office(), paper.at(), limit);
  }

  /// Locks a paper for the rest of the act.
  public Locked lock(PaperId paper) {
    return papers.lock(paper).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  /// Locks a paper that is about to go to a post.
  public Locked lock(PaperId paper, PostId to) {
    return papers.lock(paper, to).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  /// Locks several, by id.
  public List<Locked> lock(Collection<PaperId> all) {
    List<Locked> locked = papers.lock(all);
    if (locked.size() != java.util.Set.copyOf(all).size())
      throw new Refused(SharedRefusal.NOT_FOUND);
    return locked;
  }

  /// That the paper lies on the actor's desk, free to be worked on. Whoever works on it has it
  /// open.
  public void requireOnDesk(Locked locked, Act act) {
    MovementRules.onDesk(locked.paper(), act.post());
    opened(act, locked.paper());
  }

  /// What its holder has acted on is no longer pulled back, whether or not he looked at its page
  /// (OP-41): another system acts without looking.
  private void opened(Act act, Paper paper) {
    if (paper.openedAt() == null && paper.from() != null) movements.open(paper, act, time.now());
  }

  /// Moves a locked paper.
  ///
  /// @throws Refused as {@link MovementRules} and {@link DeskRefusal} say
  @CheckReturnValue
  public Entry move(Act act, Locked locked, Move move) {
    Paper paper = locked.paper();
    Place next = MovementRules.after(paper, move, act.post(), time.today());
    Instant now = time.now();
    switch (move) {
      case Move.Forward forward -> send(act, locked, forward, next, now);
      case Move.SendBack back -> sendBack(act, paper, back, next, now);
      case Move.PullBack _ -> {
        movements.settle(paper, move, next, null, act, now);
        movements.restore(paper, act.post());
      }
      case Move.Close _ -> close(act, paper, move, next, now);
      case Move.Reopen _ -> {
        movements.settle(paper, move, next, null, act, now);
        clocks.runAgain(paper.id());
      }
      case Move.Enclose(var parent) -> enclose(act, paper, move, parent, now);
      case Move.TakeOut _ -> takeOut(act, paper, move, next, now);
      case Move.Park _ -> {
        opened(act, paper);
        movements.settle(paper, move, next, null, act, now);
      }
      case Move.Receive _, Move.Resume _ -> movements.settle(paper, move, next, null, act, now);
    }
    return entry(
        "desk." + move.word().toLowerCase(java.util.Locale.ROOT), paper.id(), words(move, next));
  }

  private void send(Act act, Locked locked, Move.Forward move, Place next, Instant now) {
    Recipient to = locked.recipient().orElseThrow(() -> new Refused(POST_NOT_LIVE));
    if (!to.post().equals(move.to())) throw new IllegalStateException("locked for another post");
    if (to.barred()) throw new Refused(ADDRESSEE_BARRED);
    Limit limit = settings.level(to.office());
    LocalDate day = move.due();
    if (day != null) limit = Limit.on(day);
    movements.send(
        locked.paper(),
        new MovementStore.Sending(
            move,
            move.task(),
            next,
            to.office(),
            to.deciding(),
            move.decided(),
            calendars.due(to.office(), now, limit),
            limit.amount(),
            limit.unit().name()),
        act,
        now);
  }

  private void sendBack(Act act, Paper paper, Move.SendBack move, Place next, Instant now) {
    PostId back = next.holder().orElseThrow();
    send(
        act,
        lock(paper.id(), back),
        new Move.Forward(back, paper.task(), move.reason()),
        next,
        now);
  }

  private void close(Act act, Paper paper, Move move, Place next, Instant now) {
    List<String> reasons = holds.bars(paper.id(), "CLOSING");
    if (!reasons.isEmpty()) throw new Refused(HELD, paper.number(), String.join(", ", reasons));
    opened(act, paper);
    movements.settle(paper, move, next, null, act, now);
    clocks.stopAll(paper.id(), now);
  }

  private void enclose(Act act, Paper paper, Move move, PaperId into, Instant now) {
    Paper parent = lock(into).paper();
    MovementRules.onDesk(parent, act.post());
    if (parent.root().equals(paper.id())) throw new Refused(CIRCLE);
    opened(act, paper);
    movements.settle(paper, move, new Place.Inside(into), parent, act, now);
    papers.rehang(paper.id(), parent.root());
    clocks.carry(paper.id(), parent.root());
    papers.guard(paper.content());
  }

  private void takeOut(Act act, Paper paper, Move move, Place next, Instant now) {
    Paper outer = lock(paper.root()).paper();
    MovementRules.onDesk(outer, act.post());
    movements.settle(paper, move, next, null, act, now);
    papers.rehang(paper.id(), paper.id());
    reach.held(paper.id(), act.post(), paper.office());
    clocks.bringBack(paper.id(), outer.id());
    papers.guard(outer.content());
    papers.guard(paper.content());
  }

  /// Number, title and what stands beneath, once they are known or changed.
  public void label(ContentId content, String number, String title, String subtitle) {
    papers.label(content, number, title, subtitle);
  }

  /// Protects a content as a victim's from now on, on all its papers and whatever encloses them.
  public void protect(ContentId content) {
    papers.protect(content);
  }

  /// Bars a closing, relief or weeding until lifted, by whoever knows the reason.
  public void hold(PaperId paper, String source, String bars, String reason) {
    holds.put(paper, source, bars, reason, time.now());
  }

  public void lift(PaperId paper, String source) {
    holds.lift(paper, source);
  }

  /// Lets a further post read (OP-52).
  public void grant(PaperId paper, PostId to) {
    reach.grant(paper, to);
  }

  /// Lets whoever reads a paper, now or later, read another that stays with its own holder (OP-47).
  public void link(PaperId paper, PaperId other) {
    reach.link(paper, other);
  }

  /// The paper's next holders no longer read the other; who has read it may go on (OP-52).
  public void unlink(PaperId paper, PaperId other) {
    reach.unlink(paper, other);
  }

  /// Whoever is barred from a paper is barred from a content about the same matter, and a victim is
  /// protected in it too.
  public void inherit(PaperId from, ContentId to) {
    reach.inherit(from, to);
    papers.guard(to);
  }

  /// Starts a further clock on a paper, as the day by which an answer is asked for. The second time
  /// under the same name it runs on as it is.
  ///
  /// @param name in capitals, one word: whose clock it is
  public void clock(PaperId paper, OfficeId office, String name, Limit limit) {
    Instant now = time.now();
    clocks.start(paper, name, now, limit, calendars.due(office, now, limit), office);
  }

  /// Stops a clock that {@link #clock} started, wherever the paper lies now.
  public void stopClock(PaperId paper, String name) {
    clocks.stop(paper, name, time.now());
  }

  /// Stops all clocks of what was only brought in from paper: they begin when it is sent (OP-51).
  public void stopClocks(PaperId paper) {
    clocks.stopAll(paper, time.now());
  }

  private static Map<String, String> words(Move move, Place next) {
    var words = new LinkedHashMap<String, String>();
    words.put("place", next.code());
    next.holder().ifPresent(holder -> words.put("holder", Objects.toString(holder)));
    if (next instanceof Place.Inside(var parent)) words.put("parent", parent.toString());
    if (!move.remark().isBlank()) words.put("remark", move.remark());
    return words;
  }

  private static Entry entry(String act, PaperId paper, Map<String, ?> details) {
    return new Entry(act, "paper/" + paper, details);
  }
}
