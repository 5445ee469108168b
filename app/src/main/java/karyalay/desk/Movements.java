package karyalay.desk;

import static karyalay.desk.DeskRefusal.*;

import java.util.List;
import java.util.Map;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Doors on any paper, whatever it carries. Place, register line, reach, clock and ledger entry are
/// written together or not at all.
@Service
@Transactional
public class Movements {
  private final Papers papers;
  private final PaperStore store;
  private final MovementStore movements;
  private final ReachStore reach;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;
  private final DeskSettings settings;

  Movements(
      Papers papers,
      PaperStore store,
      MovementStore movements,
      ReachStore reach,
      Acts acts,
      Ledger ledger,
      OfficeTime time,
      DeskSettings settings) {
    this.papers = papers;
    this.store = store;
    this.movements = movements;
    this.reach = reach;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
    this.settings = settings;
  }

  /// Sends a paper to another post.
  ///
  /// @throws Refused `NOT_WITH_YOU`, `RECEIVE_FIRST`, `PARKED`, `CLOSED`, `INSIDE_ANOTHER`,
  ///   `ALREADY_THERE`, `POST_NOT_LIVE`, `DATE_PASSED`, `ADDRESSEE_BARRED`
  public void forward(Act act, PaperId paper, Move.Forward move) {
    acts.once(
        act,
        paper.value(),
        () -> ledger.append(act, papers.move(act, papers.lock(paper, move.to()), move)));
  }

  /// Paper travels by hand, the rest by wire: one press cannot send both (OP-26).
  ///
  /// @throws Refused `MIXED`
  @Transactional(readOnly = true)
  public void requireOneNature(List<PaperId> ticked) {
    if (store.natures(ticked) > 1) throw new Refused(MIXED);
  }

  /// Any other move.
  public void move(Act act, PaperId paper, Move move) {
    if (move instanceof Move.Forward forward) {
      forward(act, paper, forward);
      return;
    }
    acts.once(
        act, paper.value(), () -> ledger.append(act, papers.move(act, papers.lock(paper), move)));
  }

  /// The first full view by the holder: from now on it cannot be pulled back (OP-41). Does nothing
  /// for others, and nothing the second time.
  public void open(Act act, PaperId id) {
    Paper paper = papers.lock(id).paper();
    if (movements.open(paper, act, time.now()))
      ledger.append(act, new Entry("desk.opened", "paper/" + id));
  }

  /// Changes the grade of urgency: only whoever marked the paper, or a senior of the holder
  /// (OP-84).
  ///
  /// @throws Refused `ONLY_MARKER_OR_SENIOR`
  public void grade(Act act, PaperId id, Urgency urgency) {
    acts.once(
        act,
        id.value(),
        () -> {
          Paper paper = papers.lock(id).paper();
          PostId marker = paper.from() == null ? paper.creator() : paper.from();
          if (!act.post().equals(marker) && !senior(act, paper))
            throw new Refused(ONLY_MARKER_OR_SENIOR);
          store.grade(id, urgency);
          ledger.append(
              act,
              new Entry(
                  "desk.graded",
                  "paper/" + id,
                  Map.of("from", paper.urgency().name(), "to", urgency.name())));
        });
  }

  /// Changes the class. The holder may raise it; lowering needs the originator or a senior, and a
  /// reason (OP-87).
  ///
  /// @throws Refused `NOT_WITH_YOU`, `CLASS_NOT_USED`, `ONLY_ORIGINATOR_OR_SENIOR`, `REASON_NEEDED`
  public void classify(Act act, PaperId id, Classification to, String reason) {
    acts.once(
        act,
        id.value(),
        () -> {
          Paper paper = papers.lock(id).paper();
          Classification from = store.classOf(paper.content()).orElseThrow();
          boolean lowering = to.compareTo(from) < 0;
          if (lowering) requireLowering(act, paper, reason);
          else MovementRules.onDesk(paper, act.post());
          settings.requireUsed(to, paper.office());
          store.classify(paper.content(), to);
          ledger.append(
              act,
              new Entry(
                  "desk.classified",
                  "paper/" + id,
                  Map.of("from", from.name(), "to", to.name(), "reason", reason)));
        });
  }

  private void requireLowering(Act act, Paper paper, String reason) {
    if (!act.post().equals(paper.creator()) && !senior(act, paper))
      throw new Refused(ONLY_ORIGINATOR_OR_SENIOR);
    if (reason.isBlank()) throw new Refused(REASON_NEEDED);
  }

  /// Lets a further post read a paper: by its holder, or a senior of the holder (OP-52).
  ///
  /// @throws Refused `ONLY_HOLDER_OR_SENIOR_GRANTS`
  public void grant(Act act, PaperId id, PostId to) {
    acts.once(
        act,
        id.value(),
        () -> {
          Paper paper = papers.lock(id).paper();
          if (!paper.heldBy(act.post()) && !senior(act, paper))
            throw new Refused(ONLY_HOLDER_OR_SENIOR_GRANTS);
          reach.grant(id, to);
          ledger.append(act, new Entry("desk.granted", "paper/" + id, Map.of("to", to.toString())));
        });
  }

  /// Shuts a person, and all who stand below him, out of a content, whatever they held (CP-60).
  public void bar(Act act, PaperId id, PersonId person, String reason) {
    acts.once(
        act,
        id.value(),
        () -> {
          Paper paper = papers.lock(id).paper();
          if (!paper.heldBy(act.post()) && !senior(act, paper))
            throw new Refused(ONLY_HOLDER_OR_SENIOR_GRANTS);
          reach.bar(paper.content(), person, reason);
          store.guard(paper.content());
          ledger.append(
              act, new Entry("desk.barred", "paper/" + id, Map.of("person", person.toString())));
        });
  }

  /// Parked papers whose day has come lie on their desks again (OP-42).
  ///
  /// @return how many came back
  public int returnParked(Act act, int limit) {
    List<PaperId> due = movements.parkedUntil(time.today(), limit);
    for (PaperId paper : due) {
      Locked locked = papers.lock(paper);
      PostId holder = locked.paper().place().holder().orElseThrow();
      Act own = Act.of(new karyalay.shared.Actor(act.person(), holder, act.by().capacity()));
      ledger.append(own, papers.move(own, locked, new Move.Resume()));
    }
    return due.size();
  }

  private boolean senior(Act act, Paper paper) {
    return store.stands(act.post(), paper.place().holder().orElse(paper.creator()));
  }
}
