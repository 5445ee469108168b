package karyalay.drafts;

import karyalay.desk.Locked;
import karyalay.desk.Papers;
import karyalay.shared.Act;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.stereotype.Component;

/// A draft lies where its paper lies: whoever holds that, or the file in which it is, works on it.
@Component
class Custody {
  private final Papers papers;
  private final Desks desks;

  Custody(Papers papers, Desks desks) {
    this.papers = papers;
    this.desks = desks;
  }

  /// Locks the paper that tells whose desk it is, for the rest of the act, and sees that it is the
  /// actor's.
  ///
  /// @throws Refused `NOT_FOUND`, `NOT_WITH_YOU`, `RECEIVE_FIRST`, `PARKED`, `CLOSED`; `TRY_AGAIN`
  ///   when it was put into another or taken out in the same moment
  Locked held(Act act, PaperId paper) {
    Locked locked = papers.lock(root(paper));
    papers.requireOnDesk(locked, act);
    unmoved(paper, locked);
    return locked;
  }

  /// The same when it is then sent to a post.
  Locked held(Act act, PaperId paper, PostId to) {
    Locked locked = papers.lock(root(paper), to);
    papers.requireOnDesk(locked, act);
    unmoved(paper, locked);
    return locked;
  }

  private PaperId root(PaperId paper) {
    return desks.root(paper).orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  private void unmoved(PaperId paper, Locked locked) {
    if (!root(paper).equals(locked.paper().id())) throw new Refused(SharedRefusal.TRY_AGAIN);
  }

  /// Bars the closing of the paper until the letter is dispatched or cancelled (OP-44).
  void hold(PaperId paper, LetterId letter, String why) {
    papers.hold(paper, source(letter), "CLOSING", why);
  }

  void lift(PaperId paper, LetterId letter) {
    papers.lift(paper, source(letter));
  }

  /// Lets the signatory read what he is to sign.
  void show(PaperId paper, PostId signatory) {
    papers.grant(paper, signatory);
  }

  private static String source(LetterId letter) {
    return "letter/" + letter;
  }
}
