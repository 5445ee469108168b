package karyalay.dak;

import static karyalay.dak.DakRefusal.FIELD_NEEDED;
import static karyalay.dak.DakRefusal.FUTURE_DATE;
import static karyalay.dak.DakRefusal.OLD_NUMBER_NEEDED;
import static karyalay.dak.DakRefusal.OPENING_DUE;
import static karyalay.dak.DakRefusal.OPENING_KNOWN;
import static karyalay.dak.DakRefusal.OPENING_TOO_OLD;
import static karyalay.dak.DakRefusal.TOO_LONG;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import karyalay.dak.Receipt.FirStep;
import karyalay.dak.Receipt.Numbered;
import karyalay.desk.Attachments;
import karyalay.desk.Classification;
import karyalay.desk.Kind;
import karyalay.desk.NewPaper;
import karyalay.desk.Papers;
import karyalay.desk.Task;
import karyalay.desk.Urgency;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.organisation.Limit;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.Capacity;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// प्रारम्भिक शेष: what was pending on paper comes onto the desks with its true dates, its old
/// number, and clocks that began when it came (OP-137). Whoever brings it over gets no reach into
/// it: it is written down as laid by the program on the post that has it. Takes part in the act of
/// whoever brings it over.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Openings {
  /// What every list says of it, before the sender.
  static final String MARK = "प्रारम्भिक शेष";

  private static final String MODE = "by-hand";
  private static final int NUMBER = 100;
  private static final int SENDER = 200;
  private static final int SUBJECT = 500;
  private static final int OLDEST_YEARS = 30;

  private final ReceiptStore receipts;
  private final Papers papers;
  private final Attachments attachments;
  private final Seats seats;
  private final Ledger ledger;
  private final OfficeTime time;

  Openings(
      ReceiptStore receipts,
      Papers papers,
      Attachments attachments,
      Seats seats,
      Ledger ledger,
      OfficeTime time) {
    this.receipts = receipts;
    this.papers = papers;
    this.attachments = attachments;
    this.seats = seats;
    this.ledger = ledger;
    this.time = time;
  }

  /// What stands beneath the title of a paper: one brought over says so wherever it is listed.
  static String subtitle(Origin origin, String written) {
    if (!origin.opening()) return written;
    return written.isBlank() ? MARK : MARK + " · " + written;
  }

  /// What forbids bringing it over; empty when nothing does.
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  public Optional<Refused> problem(Opening it, OfficeId office) {
    return written(it).or(() -> known(it, office));
  }

  private Optional<Refused> written(Opening it) {
    if (number(it.oldNumber()).isEmpty()) return Optional.of(new Refused(OLD_NUMBER_NEEDED));
    if (it.subject().isBlank()) return Optional.of(new Refused(FIELD_NEEDED, Field.SUBJECT.name()));
    return tooLong(it.oldNumber(), NUMBER)
        .or(() -> tooLong(it.sender(), SENDER))
        .or(() -> tooLong(it.subject(), SUBJECT))
        .or(() -> dates(it));
  }

  private Optional<Refused> dates(Opening it) {
    LocalDate today = time.today();
    if (it.received().isAfter(today)) return Optional.of(new Refused(FUTURE_DATE));
    if (it.received().isBefore(today.minusYears(OLDEST_YEARS)))
      return Optional.of(new Refused(OPENING_TOO_OLD, it.received().toString()));
    LocalDate due = it.due();
    if (due != null && due.isBefore(it.received())) return Optional.of(new Refused(OPENING_DUE));
    return Optional.empty();
  }

  private static Optional<Refused> tooLong(String text, int most) {
    return text.length() <= most
        ? Optional.empty()
        : Optional.of(new Refused(TOO_LONG, text.length() + "", most + ""));
  }

  private Optional<Refused> known(Opening it, OfficeId office) {
    return receipts.openingKnown(office, key(it))
        ? Optional.of(new Refused(OPENING_KNOWN, it.oldNumber().strip()))
        : Optional.empty();
  }

  /// The same number of another day is another letter: registers begin anew each year.
  private static String key(Opening it) {
    return number(it.oldNumber()) + " " + it.received();
  }

  /// How a number of the paper register is known, whatever its script, blanks and strokes.
  static String number(String written) {
    return Fold.number(written);
  }

  /// Brings one over.
  ///
  /// @param paper its first paper, as the act that brings it over names it
  /// @param scans uploads of the actor; may be none
  /// @throws Refused what {@link #problem} names; `NOT_FOUND` when the post is not live
  public void enter(Act act, PaperId paper, Opening it, List<UUID> scans) {
    Seat seat = seats.of(it.holder());
    problem(it, seat.office())
        .ifPresent(refused -> {
          throw refused;
        });
    Act laid =
        new Act(act.id(), new Actor(act.person(), seat.post(), Capacity.SYSTEM), act.requestHash());
    ContentId id = ContentId.next();
    write(laid, id, paper, seat, it);
    List<Entry> entries = new ArrayList<>();
    entries.add(papers.place(laid, paper(id, paper, seat, it)));
    entries.addAll(attachments.attach(laid, id, scans));
    entries.add(entry(paper, it));
    ledger.append(laid, entries);
  }

  private void write(Act laid, ContentId id, PaperId paper, Seat seat, Opening it) {
    Instant now = time.now();
    receipts.insert(id, seat, List.of(), now);
    receipts.origin(id, new Origin(Origin.Kind.OPENING, null), key(it));
    receipts.write(id, particulars(it), laid, now);
    var given = new Numbered(paper, "", now, it.received(), null, null, null, null);
    receipts.generated(id, seat, given, false, FirStep.NONE);
    receipts.oldNumber(id, it.oldNumber().strip());
  }

  private static NewPaper paper(ContentId id, PaperId paper, Seat seat, Opening it) {
    LocalDate due = it.due();
    return new NewPaper(
        paper,
        id,
        Kind.RECEIPT,
        seat.district(),
        seat.office(),
        seat.post(),
        true,
        true,
        Urgency.ORDINARY,
        Classification.NORMAL,
        false,
        it.oldNumber().strip(),
        it.subject().strip(),
        subtitle(new Origin(Origin.Kind.OPENING, null), it.sender().strip()),
        Task.ACTION,
        due == null ? null : Limit.on(due),
        it.received().atTime(10, 0).atZone(OfficeTime.ZONE).toInstant());
  }

  private static Entry entry(PaperId paper, Opening it) {
    return new Entry(
        "dak.opening_entered",
        "paper/" + paper,
        Map.of("number", it.oldNumber().strip(), "received", it.received().toString()));
  }

  private static Particulars particulars(Opening it) {
    Sender from =
        new Sender(it.sender().strip(), "", "", "", "", "", "", "", "", "", "", "", "", "");
    return new Particulars(
        Shape.LETTER,
        new Arrival(it.received(), null, MODE, true),
        "",
        "",
        "",
        false,
        "",
        from,
        "",
        "",
        it.subject().strip(),
        "",
        Urgency.ORDINARY,
        Classification.NORMAL,
        "",
        List.of(),
        List.of(),
        Original.TODAY,
        Questions.UNANSWERED);
  }
}
