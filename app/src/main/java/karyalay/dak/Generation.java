package karyalay.dak;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import karyalay.dak.Receipt.FirStep;
import karyalay.dak.Receipt.Numbered;
import karyalay.desk.Attachments;
import karyalay.desk.Kind;
import karyalay.desk.NewPaper;
import karyalay.desk.Papers;
import karyalay.desk.Task;
import karyalay.ledger.Entry;
import karyalay.organisation.Series;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Turns an entry into dak: content, first paper, what is missing, pavati, and last the number.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Generation {
  private final ReceiptStore receipts;
  private final Papers papers;
  private final Attachments attachments;
  private final Enclosures enclosures;
  private final Pavatis pavatis;
  private final SenderStore senders;
  private final MasterWords words;
  private final Sending sending;
  private final BundleStore bundles;
  private final Numbers numbers;
  private final Limits limits;
  private final Duties duties;
  private final OfficeTime time;

  Generation(
      ReceiptStore receipts,
      Papers papers,
      Attachments attachments,
      Enclosures enclosures,
      Pavatis pavatis,
      SenderStore senders,
      MasterWords words,
      Sending sending,
      BundleStore bundles,
      Numbers numbers,
      Limits limits,
      Duties duties,
      OfficeTime time) {
    this.receipts = receipts;
    this.papers = papers;
    this.attachments = attachments;
    this.enclosures = enclosures;
    this.pavatis = pavatis;
    this.senders = senders;
    this.words = words;
    this.sending = sending;
    this.bundles = bundles;
    this.numbers = numbers;
    this.limits = limits;
    this.duties = duties;
    this.time = time;
  }

  /// @return the ledger entries that the door appends last
  List<Entry> generate(
      Act act, ContentId id, PaperId paper, Sheet sheet, Seat seat, @Nullable Order order) {
    return generate(
        act, id, paper, sheet, seat, order, () -> attachments.attach(act, id, sheet.uploads()));
  }

  /// @param attaching brings its documents, once the content is there
  List<Entry> generate(
      Act act,
      ContentId id,
      PaperId paper,
      Sheet sheet,
      Seat seat,
      @Nullable Order order,
      Supplier<List<Entry>> attaching) {
    Instant now = time.now();
    Particulars it = sheet.particulars();
    boolean victim = words.protectsVictim(it, seat.district());
    boolean guarded = it.classification().guarded() || victim;
    var entries = new ArrayList<Entry>();
    FirStep step = it.questions().isCognizable() ? FirStep.OPEN : FirStep.NONE;
    var given =
        new Numbered(
            paper,
            "",
            now,
            time.today(),
            duties.seeBy(seat, it.urgency(), now),
            null,
            null,
            act.written());
    receipts.generated(id, seat, given, it.shape() == Shape.COVER, step);
    entries.add(papers.place(act, paper(id, paper, it, seat, victim)));
    entries.addAll(attaching.get());
    if (step == FirStep.OPEN)
      papers.hold(
          paper, Closing.COGNIZABLE_HOLD, "CLOSING", "संज्ञेय अपराध: अधिकारी का निर्णय शेष");
    enclosures.expect(id, paper, it.missing());
    if (!it.arrival().physical()) pavatis.electronic(act, id, seat, it.sender(), now);
    if (!guarded) senders.met(seat.office(), it, now);
    if (order != null) entries.addAll(sending.send(act, paper, order));
    Particulars kept = it.keptAt(bundles.lay(id, seat.office(), guarded, it));
    if (!kept.original().equals(it.original())) receipts.original(id, kept.original());
    Series.Number number = numbers.take(seat, guarded, id);
    receipts.number(id, number.text(), number.serial());
    papers.label(id, number.text(), it.title(), it.subtitle());
    entries.add(diarised(paper, number.text(), kept));
    return entries;
  }

  private NewPaper paper(ContentId id, PaperId paper, Particulars it, Seat seat, boolean victim) {
    return new NewPaper(
        paper,
        id,
        Kind.RECEIPT,
        seat.district(),
        seat.office(),
        seat.post(),
        true,
        it.arrival().physical(),
        it.urgency(),
        it.classification(),
        victim,
        "",
        it.title(),
        it.subtitle(),
        Task.MARK,
        limits.overall(seat, it.category(), it.arrival().received()),
        time.now());
  }

  /// What was written is named by its hash: it can be shown later that it has not changed.
  private static Entry diarised(PaperId paper, String number, Particulars it) {
    return new Entry(
        "dak.diarised",
        "paper/" + paper,
        Map.of(
            "number", number,
            "shape", it.shape().name(),
            "received", it.arrival().received().toString(),
            "sha256", hash(it)));
  }

  static String hash(Particulars it) {
    var text = new StringBuilder();
    for (Field field : Field.values())
      text.append(field.name()).append('=').append(field.of(it)).append('\n');
    return HexFormat.of().formatHex(Sha256.of(text.toString()));
  }
}
