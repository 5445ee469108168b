package karyalay.signatures;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import karyalay.Given.Seat;
import karyalay.access.Credentials;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.Language;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.signatures.ToSign.Spot;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Officers with signing keys, and PDFs for them to sign, through the doors.
@Component
public class Signers {
  public static final String PIN = "4826";
  public static final String PASSWORD = "kalam-aur-davat";
  static final Spot BLOCK = new Spot(1, 340, 90, 180, 60);

  private final JdbcClient db;
  private final Credentials credentials;
  private final KeyBook book;
  private final Keys keys;
  private final Signing signing;
  private final Ledger ledger;
  private final OfficeTime time;
  private final TransactionOperations transaction;

  Signers(
      JdbcClient db,
      Credentials credentials,
      KeyBook book,
      Keys keys,
      Signing signing,
      Ledger ledger,
      OfficeTime time,
      TransactionOperations transaction) {
    this.db = db;
    this.credentials = credentials;
    this.book = book;
    this.keys = keys;
    this.signing = signing;
    this.ledger = ledger;
    this.time = time;
    this.transaction = transaction;
  }

  /// The officer with a password and a key of the office's own authority, its PIN {@link #PIN}.
  public Caller registered(Seat seat) {
    Caller caller = caller(seat);
    password(seat);
    book.make(seat.act(), caller, proof(PIN));
    return caller;
  }

  public void password(Seat seat) {
    credentials.set(seat.act(), seat.person(), PASSWORD);
  }

  static KeyBook.Proof proof(String pin) {
    return new KeyBook.Proof(PASSWORD, pin, pin, UUID.randomUUID());
  }

  /// The officer as he would call from a browser, in a session of his own.
  public Caller caller(Seat seat) {
    return db.sql(
            """
            SELECT e.name_hi, e.name_en, p.designation_hi, p.designation_en, p.office, p.office_hi, p.office_en,
                   p.district
            FROM organisation.v_post p CROSS JOIN organisation.v_person e WHERE p.id = ? AND e.id = ?
            """)
        .params(seat.post().value(), seat.person().value())
        .query((row, n) ->
            new Caller(
                seat.person(),
                seat.pno(),
                Objects.requireNonNull(row.getString(1)),
                Objects.requireNonNull(row.getString(2)),
                Language.HI,
                karyalay.shared.Typing.OWN,
                Set.of(),
                "session-" + UUID.randomUUID(),
                new Caller.Chair(
                    seat.post(),
                    seat.mark(),
                    Objects.requireNonNull(row.getString(3)),
                    Objects.requireNonNull(row.getString(4)),
                    new OfficeId(Objects.requireNonNull(row.getObject(5, UUID.class))),
                    Objects.requireNonNull(row.getString(6)),
                    Objects.requireNonNull(row.getString(7)),
                    new OfficeId(Objects.requireNonNull(row.getObject(8, UUID.class))),
                    seat.capacity())))
        .single();
  }

  public Unlocked unlocked(Seat seat) {
    return keys.unlock(seat.actor(), PIN);
  }

  /// Signs in an act as `drafts` does: the entries go to the ledger last.
  public List<SignedPdf> sign(Act act, Unlocked key, List<ToSign> items) {
    return inAct(() -> {
      List<SignedPdf> signed = signing.sign(act, key, items);
      ledger.append(act, signed.stream().map(one -> one.facts().entry()).toList());
      return signed;
    });
  }

  public <T> T inAct(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(begun -> work.get()));
  }

  /// One signed letter of this officer.
  public byte[] letter(Seat seat, String words) {
    try (Unlocked key = unlocked(seat)) {
      return sign(seat.act(), key, List.of(item(words))).getFirst().pdf();
    }
  }

  public ToSign item(String words) {
    return item(words, time.now());
  }

  static ToSign item(String words, Instant at) {
    return new ToSign(pdf(words), "letter/" + UUID.randomUUID(), "अनुमोदित", at, BLOCK);
  }

  /// A PDF that nobody signed.
  public static byte[] plain(String words) {
    return pdf(words);
  }

  /// A page with these Latin words on it.
  static byte[] pdf(String words) {
    return pdf(words, document -> document);
  }

  static byte[] pdf(String words, Function<PDDocument, PDDocument> then) {
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(72, 700);
        content.showText(words);
        content.endText();
      }
      var out = new ByteArrayOutputStream();
      then.apply(document).save(out, CompressParameters.NO_COMPRESSION);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
