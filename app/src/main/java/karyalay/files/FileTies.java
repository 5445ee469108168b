package karyalay.files;

import static karyalay.files.FilingRefusal.*;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.desk.Locked;
import karyalay.desk.Move;
import karyalay.desk.Paper;
import karyalay.desk.Papers;
import karyalay.desk.Reading;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
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

/// Linked and attached files (OP-47).
@Service
@Transactional
public class FileTies {
  private final TieStore ties;
  private final Bundles bundles;
  private final Papers papers;
  private final Reading reading;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  FileTies(
      TieStore ties,
      Bundles bundles,
      Papers papers,
      Reading reading,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.ties = ties;
    this.bundles = bundles;
    this.papers = papers;
    this.reading = reading;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Links another file to one on the actor's desk. It stays where it is; whoever reads the one,
  /// now or later, can read it.
  ///
  /// @param bundle where it stands in the file order, as the district has it (OP-63)
  /// @return the tie
  /// @throws Refused `NOT_WITH_YOU`, `NOT_FOUND`, `NOT_A_FILE`, `SAME_FILE`, `TIED_ALREADY`,
  ///   `LINK_NEEDS_HOLDER`, `NO_SUCH_BUNDLE`
  public UUID link(Act act, PaperId file, PaperId other, String bundle, String reason) {
    UUID id = Ids.next();
    return acts.once(act, id, () -> linkNow(act, id, file, other, bundle, reason));
  }

  private void linkNow(
      Act act, UUID id, PaperId fileId, PaperId otherId, String bundle, String reason) {
    reading.open(otherId, new Scope(act.person(), act.post()));
    List<Locked> locked = both(fileId, otherId);
    Paper file = of(locked, fileId).paper();
    Paper other = of(locked, otherId).paper();
    papers.requireOnDesk(of(locked, fileId), act);
    TieRules.link(file, other, ties.tied(fileId, otherId), mayGrant(act, other));
    bundles.require(bundle, file.district());
    var tie = new Tie(id, TieKind.LINKED, fileId, otherId, 0, bundle, true);
    ties.insert(tie, reason.strip(), act, time.now());
    papers.link(fileId, otherId);
    ledger.append(act, entries("files.linked", tie, reason.strip()));
  }

  /// Whether the actor could let others read the file anyway: its holder, or a senior of his
  /// (OP-52).
  private boolean mayGrant(Act act, Paper other) {
    var holder = other.place().holder().orElse(other.creator());
    return holder.equals(act.post()) || ties.stands(act.post(), holder);
  }

  /// Attaches another file to one; both lie on the actor's desk, and from now they travel as one.
  ///
  /// @throws Refused `NOT_WITH_YOU` for either, `NOT_A_FILE`, `SAME_FILE`, `TIED_ALREADY`,
  ///   `NO_SUCH_BUNDLE`
  public UUID attach(Act act, PaperId file, PaperId other, String bundle, String reason) {
    UUID id = Ids.next();
    return acts.once(act, id, () -> attachNow(act, id, file, other, bundle, reason));
  }

  private void attachNow(
      Act act, UUID id, PaperId fileId, PaperId otherId, String bundle, String reason) {
    List<Locked> locked = both(fileId, otherId);
    Paper file = of(locked, fileId).paper();
    Locked other = of(locked, otherId);
    papers.requireOnDesk(of(locked, fileId), act);
    TieRules.pair(file, other.paper(), ties.tied(fileId, otherId));
    bundles.require(bundle, file.district());
    Entry enclosed = papers.move(act, other, new Move.Enclose(fileId));
    var tie = new Tie(id, TieKind.ATTACHED, fileId, otherId, 0, bundle, true);
    ties.insert(tie, reason.strip(), act, time.now());
    Entry[] both = entries("files.attached", tie, reason.strip());
    ledger.append(act, enclosed, both[0], both[1]);
  }

  /// Ends a link or an attachment, with its reason; the line stays to be seen. An attached file
  /// then lies on the actor's desk.
  ///
  /// @throws Refused `NOT_TIED`, `NOT_WITH_YOU`, `REASON_NEEDED`
  public void detach(Act act, PaperId file, UUID tie, String reason) {
    acts.once(act, tie, () -> detachNow(act, file, tie, TieRules.requireReason(reason)));
  }

  private void detachNow(Act act, PaperId fileId, UUID id, String reason) {
    Tie tie = ties.lock(id).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    boolean loose = tie.kind() == TieKind.LINKED || tie.kind() == TieKind.ATTACHED;
    if (!tie.live() || !loose || !tie.main().equals(fileId)) throw new Refused(NOT_TIED);
    List<Locked> locked = both(fileId, tie.other());
    requireHeld(of(locked, fileId), act);
    Entry[] both = entries("files.detached", tie, reason);
    ties.end(id, reason, act, time.now());
    if (tie.kind() == TieKind.ATTACHED) {
      Entry out = papers.move(act, of(locked, tie.other()), new Move.TakeOut(reason));
      ledger.append(act, out, both[0], both[1]);
    } else {
      papers.unlink(fileId, tie.other());
      ledger.append(act, both);
    }
  }

  /// An older volume is held with the volume that it lies in.
  private void requireHeld(Locked file, Act act) {
    Paper paper = file.paper();
    papers.requireOnDesk(paper.root().equals(paper.id()) ? file : papers.lock(paper.root()), act);
  }

  private List<Locked> both(PaperId one, PaperId two) {
    if (one.equals(two)) throw new Refused(SAME_FILE);
    return papers.lock(List.of(one, two));
  }

  private static Locked of(List<Locked> locked, PaperId id) {
    return locked.stream().filter(one -> one.paper().id().equals(id)).findFirst().orElseThrow();
  }

  private static Entry[] entries(String what, Tie tie, String reason) {
    return new Entry[] {
      new Entry(
          what,
          "paper/" + tie.main(),
          Map.of("kind", tie.kind().name(), "other", tie.other().toString(), "reason", reason)),
      new Entry(
          what,
          "paper/" + tie.other(),
          Map.of("kind", tie.kind().name(), "main", tie.main().toString(), "reason", reason))
    };
  }
}
