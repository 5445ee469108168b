package karyalay.dispatch;

import java.io.ByteArrayInputStream;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import karyalay.Given.Seat;
import karyalay.documents.Documents;
import karyalay.documents.SampleFiles;
import karyalay.documents.Stored;
import karyalay.drafts.Address;
import karyalay.drafts.AddressBook;
import karyalay.drafts.Drafting;
import karyalay.drafts.LetterForm;
import karyalay.drafts.LetterId;
import karyalay.drafts.Nature;
import karyalay.drafts.NewLetter;
import karyalay.drafts.Party;
import karyalay.drafts.Target;
import karyalay.organisation.Series;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Signed letters, for tests of what comes after: begun through the door of drafts, then numbered
/// and marked as signed without a key, with a PDF of two pages.
@Component
public class SignedLetters {
  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Drafting drafting;
  private final AddressBook book;
  private final Documents documents;
  private final Series series;
  private final JdbcClient db;
  private final OfficeTime time;
  private final TransactionTemplate together;

  SignedLetters(
      Drafting drafting,
      AddressBook book,
      Documents documents,
      Series series,
      JdbcClient db,
      OfficeTime time,
      TransactionTemplate together) {
    this.drafting = drafting;
    this.book = book;
    this.documents = documents;
    this.series = series;
    this.db = db;
    this.time = time;
    this.together = together;
  }

  /// Somebody outside, in the address book of the seat's office.
  public Party outside(Seat by, String designation, String address, String email) {
    UUID contact = book.enter(by.act(), new Address("", designation, "", address, email, ""));
    return Party.to(new Target.Outside(contact));
  }

  public static Party to(PostId post) {
    return Party.to(new Target.Post(post));
  }

  public static Party to(OfficeId office) {
    return Party.to(new Target.Office(office));
  }

  /// A letter on a paper of the writer's desk, signed by the head of his office.
  public LetterId letter(Seat writer, PaperId paper, Seat signatory, Party... to) {
    return letter(writer, paper, signatory, Nature.FRESH, to);
  }

  public LetterId letter(Seat writer, PaperId paper, Seat signatory, Nature nature, Party... to) {
    var letter =
        new NewLetter(
            LetterForm.LETTER,
            nature,
            "",
            "",
            "hi",
            "लंबित विवेचनाओं के संबंध में",
            "",
            List.of(to),
            signatory.post(),
            null);
    LetterId id = drafting.begin(writer.act(), paper, letter);
    sign(id, signatory);
    return id;
  }

  /// Signs what was begun; each time another PDF.
  public void sign(LetterId letter, Seat signatory) {
    Stored pdf = documents.receive(new ByteArrayInputStream(SampleFiles.pdf(2)));
    together.executeWithoutResult(_ -> {
      resolve(letter);
      var office =
          new OfficeId(
              db.sql("SELECT office FROM drafts.letter WHERE id = ?")
                  .param(letter.value())
                  .query(UUID.class)
                  .single());
      int year = time.today().getYear();
      Series.Number number = series.take(office, "ISSUE", year, letter.value());
      db.sql(
              """
              UPDATE drafts.letter SET state = 'SIGNED', number = ?, serial = ?, series_year = ?,
                  issued_on = ?, signed_person = ?, signed_capacity = 'REGULAR',
                  signed_at = now() - interval '1 minute', document = ?, sha256 = ?, pages = 2,
                  code = ?, approved_at = now(), approved_person = ?, approved_post = ?
              WHERE id = ?
              """)
          .params(
              number.text(),
              number.serial(),
              year,
              time.today(),
              signatory.person().value(),
              pdf.id().value(),
              pdf.hash(),
              code(),
              signatory.person().value(),
              signatory.post().value(),
              letter.value())
          .update();
    });
  }

  /// Which posts it goes to: the post, the head of the office.
  private void resolve(LetterId letter) {
    db.sql(
            """
            INSERT INTO drafts.recipient (letter, place, post)
            SELECT p.letter, p.place, t.id FROM drafts.v_party p
            JOIN organisation.v_post t ON p.kind = 'POST' AND t.id = p.target
                 OR p.kind = 'OFFICE' AND t.office = p.target AND t.head
            WHERE p.letter = ?
            """)
        .param(letter.value())
        .update();
  }

  private static String code() {
    var code = new StringBuilder();
    for (int i = 0; i < 10; i++) code.append(CROCKFORD.charAt(RANDOM.nextInt(32)));
    return code.toString();
  }

  public String number(LetterId letter) {
    return text("SELECT number FROM drafts.v_letter WHERE id = ?", letter);
  }

  public String codeOf(LetterId letter) {
    return text("SELECT code FROM drafts.v_letter WHERE id = ?", letter);
  }

  public String state(LetterId letter) {
    return text("SELECT state FROM drafts.v_letter WHERE id = ?", letter);
  }

  private String text(String sql, LetterId letter) {
    return db.sql(sql).param(letter.value()).query(String.class).single();
  }
}
