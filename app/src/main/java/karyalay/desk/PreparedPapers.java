package karyalay.desk;

import java.time.Instant;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.PaperId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What the desk knows of things prepared on a paper for its holder (OP-124): that there is one,
/// and who prepared what became a movement. Used inside the act of whoever keeps them.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PreparedPapers {
  private final PreparedMarkStore prepared;
  private final MarginStore margin;
  private final Papers papers;

  PreparedPapers(PreparedMarkStore prepared, MarginStore margin, Papers papers) {
    this.prepared = prepared;
    this.margin = margin;
    this.papers = papers;
  }

  /// Something prepared on a paper waits for its holder, until {@link #settled}.
  public void waits(PaperId paper, UUID item) {
    prepared.put(paper, item);
  }

  /// It waits no more: approved, returned or withdrawn.
  public void settled(UUID item) {
    prepared.drop(item);
  }

  /// Notes beside the last movement of a paper, which this act has just made, who had prepared it
  /// and when.
  public void credit(Act act, PaperId paper, Actor preparer, Instant when) {
    int serial = papers.lock(paper).paper().moves();
    margin.add(paper, serial, Trails.Beside.PREPARED, preparer, when, "", act);
  }
}
