package karyalay.desk;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// "मेरे पास": who had the physical paper in his hands, and when, by scanning the code on its cover
/// (OP-128). It says where the paper was seen and moves nothing: custody goes by the acts of {@link
/// Movements} alone.
@Service
@Transactional
public class Sightings {
  private static final int MOST = 20;

  private final JdbcClient db;
  private final Reading reading;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Sightings(JdbcClient db, Reading reading, Acts acts, Ledger ledger, OfficeTime time) {
    this.db = db;
    this.reading = reading;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// The paper whose code was scanned.
  ///
  /// @throws Refused `NOT_YOURS_TO_SEE`, in the same words whether it is hidden or was never there
  @Transactional(readOnly = true)
  public Reading.Card scanned(PaperId paper, Scope scope) {
    return find(paper, scope);
  }

  private Reading.Card find(PaperId paper, Scope scope) {
    try {
      return reading.card(paper, scope);
    } catch (Refused refused) {
      throw new Refused(DeskRefusal.NOT_YOURS_TO_SEE);
    }
  }

  /// Notes that the actor has the physical paper before him.
  ///
  /// @throws Refused `NOT_YOURS_TO_SEE`; `NOT_ON_PAPER` when there is nothing to have in hands
  public void see(Act act, PaperId paper) {
    acts.once(
        act,
        paper.value(),
        () -> {
          var card = find(paper, new Scope(act.person(), act.post()));
          if (!card.paper().physical())
            throw new Refused(DeskRefusal.NOT_ON_PAPER, card.paper().number());
          Instant now = time.now();
          db.sql("INSERT INTO desk.sighting (id, paper, person, post, at) VALUES (?, ?, ?, ?, ?)")
              .params(
                  Ids.next(),
                  paper.value(),
                  act.person().value(),
                  act.post().value(),
                  PaperStore.at(now))
              .update();
          ledger.append(act, new Entry("desk.sighted", "paper/" + paper, Map.of()));
        });
  }

  /// Where the physical paper was seen, newest first; for those who may read the paper.
  @Transactional(readOnly = true)
  public List<Sighting> of(PaperId paper, Scope scope) {
    return of(find(paper, scope));
  }

  /// The same for whoever has been shown the paper already: asking once is enough.
  @Transactional(readOnly = true)
  public List<Sighting> of(Reading.Card card) {
    PaperId paper = card.paper().id();
    return db.sql(
            """
            SELECT s.at, x.name_hi, x.name_en, t.mark, t.designation_hi, t.designation_en,
                   t.office_hi, t.office_en
            FROM desk.sighting s
            LEFT JOIN organisation.v_person x ON x.id = s.person
            LEFT JOIN organisation.v_post_ever t ON t.id = s.post
            WHERE s.paper = ? ORDER BY s.at DESC LIMIT ?
            """)
        .params(paper.value(), MOST)
        .query((row, n) ->
            new Sighting(
                Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)).toInstant(),
                Objects.requireNonNullElse(row.getString("name_hi"), ""),
                Objects.requireNonNullElse(row.getString("name_en"), ""),
                Chair.read(
                    row, "mark", "designation_hi", "designation_en", "office_hi", "office_en")))
        .list();
  }

  /// One time that somebody had it.
  ///
  /// @param chair the post he acted on; empty when it is gone without trace
  public record Sighting(Instant at, String byHi, String byEn, Optional<Chair> chair) {}
}
