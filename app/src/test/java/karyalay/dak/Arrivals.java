package karyalay.dak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.Given.Seat;
import karyalay.desk.Attachments;
import karyalay.desk.Task;
import karyalay.documents.SampleFiles;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Brings dak to counters, for tests: through the same door as the form.
@Component
public class Arrivals {
  private static final byte[] TWO_PAGES = SampleFiles.pdf(2);

  private final Diary diary;
  private final Attachments attachments;
  private final Marking marking;
  private final ReceiptReading reading;
  private final Ledger ledger;
  private final JdbcClient db;
  private final OfficeTime time;

  Arrivals(
      Diary diary,
      Attachments attachments,
      Marking marking,
      ReceiptReading reading,
      Ledger ledger,
      JdbcClient db,
      OfficeTime time) {
    this.diary = diary;
    this.attachments = attachments;
    this.marking = marking;
    this.reading = reading;
    this.ledger = ledger;
    this.db = db;
    this.time = time;
  }

  /// A letter or petition diarised by this seat.
  public PaperId diarise(Seat by, Writing writing) {
    return diary.diarise(by.act(), sheet(writing), null);
  }

  /// The same with a document that was sent before.
  public PaperId diarise(Seat by, Writing writing, UUID upload) {
    return diary.diarise(by.act(), new Sheet(null, writing.done(), List.of(upload), false), null);
  }

  /// A letter that came by e-mail, with its document.
  public PaperId electronic(Seat by) {
    var writing =
        Writing.letter()
            .with(w -> {
              w.physical = false;
              w.mode = "e-mail";
              w.letterNumber = "ई-" + UUID.randomUUID();
            });
    return diary.diarise(
        by.act(), new Sheet(null, writing.done(), List.of(upload(by)), false), null);
  }

  /// A document of two pages, sent before the form.
  public UUID upload(Seat by) {
    return attachments
        .receive(by.person(), new ByteArrayInputStream(TWO_PAGES), "प्रार्थना पत्र.pdf")
        .id();
  }

  public PaperId diariseAndSend(Seat by, Writing writing, PostId... to) {
    return diary.diarise(by.act(), sheet(writing), order(to));
  }

  public static Sheet sheet(Writing writing) {
    return new Sheet(null, writing.done(), List.of(), false);
  }

  public static Sheet sheet(ContentId entry, Writing writing) {
    return new Sheet(entry, writing.done(), List.of(), false);
  }

  public static Order order(PostId... to) {
    return new Order(List.of(to), Task.ACTION, "", null);
  }

  public void send(Seat by, PaperId paper, PostId... to) {
    marking.send(by.act(), List.of(paper), order(to));
  }

  public String number(PaperId paper, Seat reader) {
    return reading.open(paper, reader.scope()).receipt().number().number();
  }

  public Receipt receipt(PaperId paper, Seat reader) {
    return reading.open(paper, reader.scope()).receipt();
  }

  /// The papers of the content of this one, itself first.
  List<UUID> papersOf(PaperId paper) {
    return db.sql(
            """
            SELECT id FROM desk.paper
            WHERE content = (SELECT content FROM desk.paper WHERE id = ?) ORDER BY NOT lead, id
            """)
        .param(paper.value())
        .query(UUID.class)
        .list();
  }

  /// Its time to be seen by a gazetted officer ended an hour ago.
  void seeingIsOverdue(PaperId paper) {
    db.sql("UPDATE dak.receipt SET see_by = ? WHERE lead = ?")
        .params(ReceiptStore.at(time.now().minusSeconds(3600)), paper.value())
        .update();
  }

  List<String> acts(String subject) {
    return ledger.of(subject).stream().map(Ledger.Written::act).toList();
  }

  public LocalDate today() {
    return time.today();
  }

  /// The same act sent twice, as by a double press.
  PaperId twice(Act act, Writing writing) {
    PaperId first = diary.diarise(act, sheet(writing), null);
    assertThat(diary.diarise(act, sheet(writing), null)).isEqualTo(first);
    return first;
  }

  static void refused(Refused.Reason reason, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
  }
}
