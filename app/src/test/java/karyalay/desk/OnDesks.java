package karyalay.desk;

import java.util.List;
import karyalay.Given.Seat;
import karyalay.ledger.Ledger;
import karyalay.organisation.Limit;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Puts papers on desks for tests, by the same component that dak and files use.
@Component
public class OnDesks {
  private final Papers papers;
  private final Ledger ledger;
  private final TransactionTemplate transaction;
  private final JdbcClient db;
  private final OfficeTime time;

  OnDesks(
      Papers papers,
      Ledger ledger,
      TransactionTemplate transaction,
      JdbcClient db,
      OfficeTime time) {
    this.papers = papers;
    this.ledger = ledger;
    this.transaction = transaction;
    this.db = db;
    this.time = time;
  }

  /// An ordinary electronic paper on the desk of whoever makes it.
  public PaperId paper(Seat by) {
    return paper(by, Kind.RECEIPT, false, Classification.NORMAL, null);
  }

  public PaperId physical(Seat by) {
    return paper(by, Kind.RECEIPT, true, Classification.NORMAL, null);
  }

  public PaperId confidential(Seat by) {
    return paper(by, Kind.RECEIPT, false, Classification.CONFIDENTIAL, null);
  }

  public PaperId file(Seat by) {
    return paper(by, Kind.FILE, false, Classification.NORMAL, null);
  }

  public PaperId paper(
      Seat by,
      Kind kind,
      boolean physical,
      Classification classification,
      @Nullable Limit overall) {
    PaperId id = PaperId.next();
    Act act = by.act();
    OfficeId office = officeOf(by);
    transaction.executeWithoutResult(_ ->
        ledger.append(
            act,
            papers.place(
                act,
                new NewPaper(
                    id,
                    ContentId.next(),
                    kind,
                    districtOf(office),
                    office,
                    by.post(),
                    true,
                    physical,
                    Urgency.ORDINARY,
                    classification,
                    false,
                    "12/2026/" + by.mark(),
                    "खेत की मेड़ का विवाद",
                    "ग्राम खड़नी",
                    Task.MARK,
                    overall,
                    time.now()))));
    return id;
  }

  /// The day until which a paper is parked has come.
  public void dayComes(PaperId paper) {
    db.sql("UPDATE desk.paper SET parked_until = ? WHERE id = ?")
        .params(time.today(), paper.value())
        .update();
  }

  /// Moves a paper's arrival and its clocks back in time.
  public void happened(PaperId paper, int daysAgo) {
    db.sql(
            """
            WITH clocks AS (UPDATE desk.clock SET started = started - make_interval(days => :days),
                                due_at = due_at - make_interval(days => :days) WHERE paper = :paper)
            UPDATE desk.paper SET arrived_at = arrived_at - make_interval(days => :days),
                due_at = due_at - make_interval(days => :days) WHERE id = :paper
            """)
        .param("days", daysAgo)
        .param("paper", paper.value())
        .update();
  }

  /// What a higher module does in its own act.
  public void hold(PaperId paper, String source, String bars, String reason) {
    inAct(() -> papers.hold(paper, source, bars, reason));
  }

  public void lift(PaperId paper, String source) {
    inAct(() -> papers.lift(paper, source));
  }

  /// Inside a transaction of its own, as a door of a higher module would.
  public void inAct(Runnable work) {
    transaction.executeWithoutResult(_ -> work.run());
  }

  Papers papers() {
    return papers;
  }

  /// The acts that the ledger has for a paper, oldest first.
  public List<String> acts(PaperId paper) {
    return ledger.of("paper/" + paper).stream().map(Ledger.Written::act).toList();
  }

  private OfficeId officeOf(Seat by) {
    return new OfficeId(
        db.sql("SELECT office FROM organisation.v_post WHERE id = ?")
            .param(by.post().value())
            .query(java.util.UUID.class)
            .single());
  }

  private OfficeId districtOf(OfficeId office) {
    return new OfficeId(
        db.sql("SELECT district FROM organisation.v_office WHERE id = ?")
            .param(office.value())
            .query(java.util.UUID.class)
            .single());
  }
}
