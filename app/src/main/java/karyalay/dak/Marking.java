package karyalay.dak;

import static karyalay.dak.DakRefusal.*;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import karyalay.desk.Locked;
import karyalay.desk.Move;
import karyalay.desk.Paper;
import karyalay.desk.Papers;
import karyalay.desk.Place;
import karyalay.desk.Task;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.CheckReturnValue;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door for sending receipts on, and for sending them back when they were wrongly marked.
@Service
@Transactional
public class Marking {
  private final Sending sending;
  private final Papers papers;
  private final WrongMarkStore wrongMarks;
  private final Duties duties;
  private final Seats seats;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Marking(
      Sending sending,
      Papers papers,
      WrongMarkStore wrongMarks,
      Duties duties,
      Seats seats,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.sending = sending;
    this.papers = papers;
    this.wrongMarks = wrongMarks;
    this.duties = duties;
    this.seats = seats;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Sends one or more receipts to one or more posts, all or none.
  ///
  /// @throws Refused `NO_ADDRESSEE`; `MIXED` when some are paper and some electronic;
  ///   `NOT_WITH_YOU`, `RECEIVE_FIRST`, `CLOSED` and the other refusals of the desk
  public void send(Act act, List<PaperId> receipts, Order order) {
    List<PaperId> distinct = List.copyOf(new LinkedHashSet<>(receipts));
    if (distinct.isEmpty()) throw new Refused(NO_ADDRESSEE);
    acts.once(act, distinct.getFirst().value(), () -> sendNow(act, distinct, order));
  }

  /// Sends one receipt inside another module's act, whose door appends what is returned here.
  ///
  /// @throws Refused those of {@link #send}
  @CheckReturnValue
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Entry> sendWithin(Act act, PaperId receipt, Order order) {
    papers.requireOnDesk(papers.lock(receipt), act);
    return sending.send(act, receipt, order);
  }

  private void sendNow(Act act, List<PaperId> receipts, Order order) {
    List<Locked> locked = papers.lock(receipts);
    requireOneNature(locked.stream().map(Locked::paper).toList());
    var entries = new ArrayList<Entry>();
    for (Locked one : locked) entries.addAll(sending.send(act, one.paper().id(), order));
    ledger.append(act, entries);
  }

  /// Paper travels by hand, the rest by wire: one press cannot do both (OP-26).
  static void requireOneNature(List<Paper> papers) {
    var natures = new TreeSet<Boolean>();
    for (Paper paper : papers) natures.add(paper.physical());
    if (natures.size() > 1) throw new Refused(MIXED);
  }

  /// "Not ours": back to the registry that marked it. When another post said so before, the owner
  /// is disputed and it goes to the officer named to settle that (OP-32).
  ///
  /// @throws Refused `REASON_NEEDED`, `REGISTRY_ITSELF`, `OWNER_SETTLED`; those of the desk
  public void returnAsWrong(Act act, PaperId id, String reason) {
    if (reason.isBlank()) throw new Refused(REASON_NEEDED);
    acts.once(act, id.value(), () -> returnNow(act, id, reason.strip()));
  }

  private void returnNow(Act act, PaperId id, String reason) {
    Paper paper = papers.lock(id).paper();
    boolean settledOnMe = wrongMarks.owner(id).filter(act.post()::equals).isPresent();
    if (settledOnMe) throw new Refused(OWNER_SETTLED, paper.number());
    PostId registry = paper.creator();
    if (registry.equals(act.post())) throw new Refused(REGISTRY_ITSELF);
    boolean disputed = wrongMarks.saidBefore(id, act.post()) > 0;
    PostId to = disputed ? duties.settler(seats.of(registry)).orElse(registry) : registry;
    if (to.equals(act.post())) throw new Refused(REGISTRY_ITSELF);
    var entries = new ArrayList<Entry>();
    Move back = back(paper, to, reason);
    boolean onItsWay = paper.place() instanceof Place.InTransit;
    if (onItsWay && back instanceof Move.Forward)
      entries.add(papers.move(act, papers.lock(id), new Move.Receive()));
    entries.add(papers.move(act, papers.lock(id, to), back));
    wrongMarks.add(id, paper.content(), act, reason, disputed ? to : null, time.now());
    entries.add(
        new Entry(
            "dak.wrongly_marked",
            "paper/" + id,
            Map.of("reason", reason, "to", to.toString(), "disputed", disputed)));
    ledger.append(act, entries);
  }

  /// Sending back needs no receiving first; any other way is received and sent in one.
  private static Move back(Paper paper, PostId to, String reason) {
    return to.equals(paper.from())
        ? new Move.SendBack(reason)
        : new Move.Forward(to, Task.MARK, reason);
  }

  /// The named officer says whose it is; that post cannot return it again (OP-32).
  ///
  /// @throws Refused `REASON_NEEDED`, `NOT_DISPUTED`, `NOT_THE_SETTLER`; those of the desk
  public void settle(Act act, PaperId id, PostId owner, String reason) {
    if (reason.isBlank()) throw new Refused(REASON_NEEDED);
    acts.once(
        act,
        id.value(),
        () -> {
          Locked locked = papers.lock(id, owner);
          PostId settler = wrongMarks.settler(id).orElseThrow(() -> new Refused(NOT_DISPUTED));
          if (!settler.equals(act.post())) throw new Refused(NOT_THE_SETTLER);
          Entry moved =
              papers.move(
                  act, locked, new Move.Forward(owner, Task.ACTION, reason.strip(), null, true));
          wrongMarks.settle(id, owner, time.now());
          ledger.append(
              act,
              moved,
              new Entry(
                  "dak.owner_settled",
                  "paper/" + id,
                  Map.of("owner", owner.toString(), "reason", reason.strip())));
        });
  }
}
