package karyalay.dak;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import karyalay.dak.Receipt.Numbered;
import karyalay.desk.Attachments;
import karyalay.desk.Urgency;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.Capacity;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Letters that arrive by wire: diarised at once at the post they are for, in its office's series,
/// with their document and पावती, inside the transaction of whoever carries them. No person does
/// it: it is written down as done by the program on that post, so that the sender gets no reach
/// into the receiver's papers.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Deliveries {
  private static final UUID NOBODY = new UUID(0, 0);
  private static final String MODE = "e-office";

  private final ReceiptStore receipts;
  private final Generation generation;
  private final Attachments attachments;
  private final Seats seats;
  private final Ledger ledger;
  private final JdbcClient db;
  private final OfficeTime time;

  Deliveries(
      ReceiptStore receipts,
      Generation generation,
      Attachments attachments,
      Seats seats,
      Ledger ledger,
      JdbcClient db,
      OfficeTime time) {
    this.receipts = receipts;
    this.generation = generation;
    this.attachments = attachments;
    this.seats = seats;
    this.ledger = ledger;
    this.db = db;
    this.time = time;
  }

  /// Diarises it and lays it on the desk. The caller's own ledger entry comes after.
  ///
  /// @throws Refused `NOT_FOUND` when the post is not live; `CLASS_NOT_USED`
  public Delivered deliver(Delivery letter) {
    Seat seat = seats.of(letter.to());
    Act act = Act.of(new Actor(inCharge(seat), seat.post(), Capacity.SYSTEM));
    ContentId id = ContentId.next();
    PaperId paper = PaperId.next();
    Particulars it = particulars(letter);
    receipts.insert(id, seat, List.of(), time.now());
    receipts.write(id, it, act, time.now());
    var sheet = new Sheet(id, it, List.of(), true);
    var entries = new ArrayList<Entry>();
    entries.addAll(
        generation.generate(
            act,
            id,
            paper,
            sheet,
            seat,
            null,
            () -> attachments.attachStored(act, id, letter.document(), letter.fileName())));
    ledger.append(act, entries);
    Numbered given = receipts.find(id).orElseThrow().number();
    return new Delivered(paper, seat.office(), given.number(), given.at());
  }

  /// In whose name the पावती is given: the holder of the post, or the first of its counter.
  private PersonId inCharge(Seat seat) {
    return new PersonId(
        db.sql(
                """
                SELECT person FROM organisation.v_charge WHERE post = ?
                ORDER BY capacity <> 'REGULAR', valid_from, id LIMIT 1
                """)
            .param(seat.post().value())
            .query(UUID.class)
            .optional()
            .orElse(NOBODY));
  }

  private Particulars particulars(Delivery letter) {
    return new Particulars(
        Shape.LETTER,
        new Arrival(time.today(), letter.date(), MODE, false),
        letter.number(),
        letter.form(),
        letter.language(),
        false,
        "",
        letter.sender(),
        letter.category(),
        "",
        letter.subject(),
        "",
        Urgency.ORDINARY,
        letter.classification(),
        "",
        List.of(),
        List.of(),
        Original.TODAY,
        Questions.UNANSWERED);
  }
}
