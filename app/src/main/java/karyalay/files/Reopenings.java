package karyalay.files;

import static karyalay.files.FileRefusal.APPROVAL_NEEDED;
import static karyalay.files.FileRefusal.NOT_CLOSED_FOR_APPROVAL;
import static karyalay.files.FileRefusal.RANK_TOO_LOW;

import java.time.Instant;
import java.util.Map;
import karyalay.desk.Locked;
import karyalay.desk.Move;
import karyalay.desk.Papers;
import karyalay.desk.Place;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opening a closed file again takes two: an officer of the set rank agrees, and only the post that
/// closed it reopens it, with a reason (OP-43). A closed file takes no note, so that the agreement
/// stands beside it.
@Service
@Transactional
public class Reopenings {
  private final ReopeningStore store;
  private final FileStore files;
  private final NoteStore notes;
  private final Papers papers;
  private final ClosingRank rank;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Reopenings(
      ReopeningStore store,
      FileStore files,
      NoteStore notes,
      Papers papers,
      ClosingRank rank,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.store = store;
    this.files = files;
    this.notes = notes;
    this.papers = papers;
    this.rank = rank;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Agrees that a closed file be opened again. Whether the actor reads it, the caller has seen.
  ///
  /// @throws Refused `NOT_CLOSED_FOR_APPROVAL`, `RANK_TOO_LOW`
  public void approve(Act act, PaperId file, String remark) {
    acts.once(
        act,
        file.value(),
        () -> {
          Locked locked = papers.lock(file);
          if (!(locked.paper().place() instanceof Place.Closed))
            throw new Refused(NOT_CLOSED_FOR_APPROVAL, locked.paper().number());
          int level = notes.levelOf(act.post());
          if (level < rank.level(locked.paper())) throw new Refused(RANK_TOO_LOW);
          store.approve(file, act, level, remark, time.now());
          ledger.append(
              act,
              new Entry("files.reopening_approved", "paper/" + file, Map.of("remark", remark)));
        });
  }

  /// Opens it again on the desk of whoever closed it.
  ///
  /// @throws Refused `APPROVAL_NEEDED`, `NOT_CLOSED`, `ONLY_CLOSER_REOPENS`, `REASON_NEEDED`
  public void reopen(Act act, PaperId file, String reason) {
    acts.once(
        act,
        file.value(),
        () -> {
          Locked locked = papers.lock(file);
          Entry moved = papers.move(act, locked, new Move.Reopen(reason));
          Instant closed = files.last(file, "CLOSED");
          int approved = Math.max(store.approved(file, closed), notes.levelOf(act.post()));
          if (approved < rank.level(locked.paper()))
            throw new Refused(APPROVAL_NEEDED, rank.words(locked.paper()));
          ledger.append(act, moved);
        });
  }
}
