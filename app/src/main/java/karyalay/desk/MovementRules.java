package karyalay.desk;

import static karyalay.desk.DeskRefusal.*;

import java.time.LocalDate;
import karyalay.desk.Place.Closed;
import karyalay.desk.Place.InTransit;
import karyalay.desk.Place.Inside;
import karyalay.desk.Place.OnDesk;
import karyalay.desk.Place.Parked;
import karyalay.shared.PostId;
import karyalay.shared.Refused;

/// Every rule of movement, with no clock, database or framework in sight.
final class MovementRules {
  private MovementRules() {}

  /// Where the paper is after the move, or why it stays.
  static Place after(Paper paper, Move move, PostId by, LocalDate today) {
    return switch (move) {
      case Move.PullBack _ -> pulledBack(paper, by);
      case Move.TakeOut _ -> takenOut(paper, by);
      case Move.Reopen(var reason) -> reopened(paper, reason, by);
      case Move.Resume _ -> resumed(paper, by);
      case Move.Receive _ -> received(paper, by);
      case Move.Forward forward -> forwarded(paper, forward, by, today);
      case Move.SendBack(var reason) -> sentBack(paper, reason, by);
      case Move.Park park -> parked(paper, park, by, today);
      case Move.Close(var reason) -> closed(paper, reason, by);
      case Move.Enclose(var parent) -> {
        onDesk(paper, by);
        if (parent.equals(paper.id())) throw new Refused(CIRCLE);
        yield new Inside(parent);
      }
    };
  }

  /// The paper lies on this desk, free to be worked on; otherwise says what must happen first.
  static void onDesk(Paper paper, PostId by) {
    if (paper.place() instanceof Inside) throw new Refused(INSIDE_ANOTHER, paper.number());
    if (!paper.heldBy(by)) throw new Refused(NOT_WITH_YOU, paper.number());
    switch (paper.place()) {
      case OnDesk _ -> {}
      case InTransit _ -> throw new Refused(RECEIVE_FIRST, paper.number());
      case Parked _ -> throw new Refused(PARKED, paper.number());
      case Closed _ -> throw new Refused(CLOSED, paper.number());
      case Inside _ -> throw new IllegalStateException("judged above");
    }
  }

  private static Place forwarded(Paper paper, Move.Forward move, PostId by, LocalDate today) {
    onDesk(paper, by);
    if (move.to().equals(by)) throw new Refused(ALREADY_THERE);
    if (move.due() != null && move.due().isBefore(today)) throw new Refused(DATE_PASSED);
    return paper.physical() ? new InTransit(move.to()) : new OnDesk(move.to());
  }

  private static Place sentBack(Paper paper, String reason, PostId by) {
    // Dak that was wrongly marked goes back whether or not its paper was received.
    if (!(paper.place() instanceof InTransit && paper.heldBy(by))) onDesk(paper, by);
    if (reason.isBlank()) throw new Refused(REASON_NEEDED);
    PostId back = paper.from();
    if (back == null) throw new Refused(NOBODY_TO_SEND_BACK_TO);
    return paper.physical() ? new InTransit(back) : new OnDesk(back);
  }

  private static Place received(Paper paper, PostId by) {
    if (!paper.heldBy(by)) throw new Refused(NOT_WITH_YOU, paper.number());
    if (!(paper.place() instanceof InTransit)) throw new Refused(NOT_IN_TRANSIT, paper.number());
    return new OnDesk(by);
  }

  /// Only the sender, only until the recipient has opened or received it (OP-41).
  private static Place pulledBack(Paper paper, PostId by) {
    boolean under = paper.place() instanceof OnDesk || paper.place() instanceof InTransit;
    if (!under || !by.equals(paper.from())) throw new Refused(NOT_YOURS_TO_PULL_BACK);
    boolean received = paper.physical() && paper.place() instanceof OnDesk;
    if (received || paper.openedAt() != null) throw new Refused(OPENED_ALREADY, paper.number());
    return new OnDesk(by);
  }

  private static Place parked(Paper paper, Move.Park park, PostId by, LocalDate today) {
    onDesk(paper, by);
    if (park.reason().isBlank()) throw new Refused(REASON_NEEDED);
    if (!park.until().isAfter(today)) throw new Refused(DATE_PASSED);
    return new Parked(by, park.until());
  }

  private static Place resumed(Paper paper, PostId by) {
    if (!paper.heldBy(by)) throw new Refused(NOT_WITH_YOU, paper.number());
    if (!(paper.place() instanceof Parked)) throw new Refused(NOT_PARKED, paper.number());
    return new OnDesk(by);
  }

  private static Place closed(Paper paper, String reason, PostId by) {
    onDesk(paper, by);
    if (reason.isBlank()) throw new Refused(REASON_NEEDED);
    return new Closed(by);
  }

  /// Only the post that closed it; the closed paper stayed with it (OP-43).
  private static Place reopened(Paper paper, String reason, PostId by) {
    if (!(paper.place() instanceof Closed)) throw new Refused(NOT_CLOSED, paper.number());
    if (!paper.heldBy(by)) throw new Refused(ONLY_CLOSER_REOPENS, paper.number());
    if (reason.isBlank()) throw new Refused(REASON_NEEDED);
    return new OnDesk(by);
  }

  /// Whether the taker holds the paper it lies in is for the door to see; it has that row.
  private static Place takenOut(Paper paper, PostId by) {
    if (!(paper.place() instanceof Inside)) throw new Refused(NOT_INSIDE, paper.number());
    return new OnDesk(by);
  }
}
