package karyalay.dak;

import static karyalay.dak.DakRefusal.*;

import java.util.Map;
import karyalay.dak.Receipt.FirStep;
import karyalay.desk.Locked;
import karyalay.desk.Move;
import karyalay.desk.Paper;
import karyalay.desk.Papers;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door for filing a receipt away, and for what must be decided before.
@Service
@Transactional
public class Closing {
  /// What names the hold on a paper that discloses a cognizable offence.
  static final String COGNIZABLE_HOLD = "dak.cognizable";

  private final Papers papers;
  private final ReceiptStore receipts;
  private final Seats seats;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Closing(
      Papers papers,
      ReceiptStore receipts,
      Seats seats,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.papers = papers;
    this.receipts = receipts;
    this.seats = seats;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// दाखिल दफ्तर: the paper ends on its receipt, without a file (OP-39).
  ///
  /// @throws Refused `COGNIZABLE` while no officer has recorded his reason (OP-119);
  ///   `OPEN_COVER_FIRST`; `HELD` by what the desk knows: an undispatched draft (OP-27), a missing
  ///   enclosure (OP-30); the other refusals of the desk
  public void close(Act act, PaperId id, String reason) {
    acts.once(
        act,
        id.value(),
        () -> {
          Locked locked = papers.lock(id);
          papers.requireOnDesk(locked, act);
          Receipt receipt = receipt(locked.paper());
          if (receipt.sealed()) throw new Refused(OPEN_COVER_FIRST, locked.paper().number());
          if (locked.paper().lead() && receipt.firStep() == FirStep.OPEN)
            throw new Refused(COGNIZABLE, locked.paper().number());
          ledger.append(act, papers.move(act, locked, new Move.Close(reason.strip())));
        });
  }

  /// Back from the closed ones, by whoever closed it.
  public void reopen(Act act, PaperId id, String reason) {
    acts.once(
        act,
        id.value(),
        () -> {
          Locked locked = papers.lock(id);
          receipt(locked.paper());
          ledger.append(act, papers.move(act, locked, new Move.Reopen(reason.strip())));
        });
  }

  /// An officer records what was done about the cognizable offence: the number of the case, or why
  /// there is none. From then it may be filed (OP-119).
  ///
  /// @throws Refused `REASON_NEEDED`; `ONLY_DECIDING_OFFICER` for counters and clerks; `NOT_FOUND`
  ///   when nothing is open
  public void decideOnOffence(Act act, PaperId id, String reason) {
    if (reason.isBlank()) throw new Refused(REASON_NEEDED);
    acts.once(
        act,
        id.value(),
        () -> {
          Locked locked = papers.lock(id);
          papers.requireOnDesk(locked, act);
          Receipt receipt = receipt(locked.paper());
          if (receipt.firStep() != FirStep.OPEN) throw new Refused(SharedRefusal.NOT_FOUND);
          if (!seats.decides(act.post())) throw new Refused(ONLY_DECIDING_OFFICER);
          receipts.firStep(receipt.id(), FirStep.DECIDED, reason.strip(), act.post(), time.now());
          papers.lift(receipt.number().lead(), COGNIZABLE_HOLD);
          ledger.append(
              act,
              new Entry("dak.offence_decided", "paper/" + id, Map.of("reason", reason.strip())));
        });
  }

  private Receipt receipt(Paper paper) {
    return receipts.find(paper.content()).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }
}
