package karyalay.dak;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.desk.Reading;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The one way to a single receipt: through the reader's permission.
@Service
@Transactional
public class ReceiptReading {
  private final Reading reading;
  private final ReceiptStore receipts;
  private final EnclosureStore enclosures;
  private final KeptApartStore apart;
  private final Duties duties;
  private final JdbcClient db;
  private final OfficeTime time;

  ReceiptReading(
      Reading reading,
      ReceiptStore receipts,
      EnclosureStore enclosures,
      KeptApartStore apart,
      Duties duties,
      JdbcClient db,
      OfficeTime time) {
    this.reading = reading;
    this.receipts = receipts;
    this.enclosures = enclosures;
    this.apart = apart;
    this.duties = duties;
    this.db = db;
    this.time = time;
  }

  /// All that stands on a receipt, for whoever may read its words.
  ///
  /// @throws Refused `NOT_FOUND` to the rest
  @Transactional(readOnly = true)
  public Details open(PaperId paper, Scope scope) {
    Reading.Card card = reading.open(paper, scope);
    Around around =
        around(paper, card.paper().content(), scope.post())
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    List<MissingEnclosure> missing =
        around.missing() ? enclosures.of(around.receipt().id()) : List.of();
    List<KeptApart> kept = around.apart() ? apart.of(around.receipt().id()) : List.of();
    return new Details(card, around.receipt(), missing, kept, around.notes());
  }

  private record Around(Receipt receipt, Notes notes, boolean missing, boolean apart) {}

  private Optional<Around> around(PaperId paper, ContentId content, PostId post) {
    return db.sql(
            """
            SELECT r.*, p.*, f.on_day, f.note, f.paper IS NOT NULL AS followed, o.name AS folder,
                   EXISTS (SELECT FROM dak.acknowledgement WHERE receipt = r.id) AS acknowledged,
                   EXISTS (SELECT FROM dak.wrong_mark WHERE paper = :paper AND settler = :post
                             AND settled_at IS NULL) AS to_settle,
                   s.sighted_at, sx.name_hi AS sighted_hi, sx.name_en AS sighted_en, me.level AS my_level, me.counter AS my_counter,
                   EXISTS (SELECT FROM dak.missing_enclosure WHERE receipt = r.id) AS any_missing,
                   EXISTS (SELECT FROM dak.kept_apart WHERE receipt = r.id) AS any_apart,
                   ARRAY(SELECT name FROM dak.folder WHERE post = :post ORDER BY name LIMIT 100) AS folders
            FROM dak.receipt r
            JOIN dak.particulars p ON p.receipt = r.id AND p.version = r.version
            JOIN organisation.v_post me ON me.id = :post
            LEFT JOIN dak.follow_up f ON f.post = :post AND f.paper = :paper
            LEFT JOIN dak.folder_paper i ON i.post = :post AND i.paper = :paper
            LEFT JOIN dak.folder o ON o.id = i.folder
            LEFT JOIN LATERAL (
                SELECT at AS sighted_at, person AS sighted_by FROM desk.v_sighting
                WHERE paper = :paper ORDER BY at DESC LIMIT 1) s ON true
            LEFT JOIN organisation.v_person sx ON sx.id = s.sighted_by
            WHERE r.id = :content
            """)
        .param("paper", paper.value())
        .param("post", post.value())
        .param("content", content.value())
        .query((row, n) ->
            new Around(
                ReceiptRows.receipt(row),
                notes(row),
                row.getBoolean("any_missing"),
                row.getBoolean("any_apart")))
        .optional();
  }

  private static Notes notes(ResultSet row) throws SQLException {
    return new Notes(
        row.getBoolean("followed"),
        row.getObject("on_day", LocalDate.class),
        Pavatis.orEmpty(row, "note"),
        Pavatis.orEmpty(row, "folder"),
        row.getBoolean("acknowledged"),
        row.getBoolean("to_settle"),
        List.of((String[]) row.getArray("folders").getArray()),
        row.getBoolean("my_counter") ? 0 : row.getInt("my_level"),
        ReceiptStore.moment(row, "sighted_at"),
        Pavatis.orEmpty(row, "sighted_hi"),
        Pavatis.orEmpty(row, "sighted_en"));
  }

  /// Every version of the particulars, oldest first, for whoever may read its words (OP-23).
  @Transactional(readOnly = true)
  public List<Revision> history(PaperId paper, Scope scope) {
    return receipts.versions(reading.open(paper, scope).paper().content());
  }

  /// An entry of one's own post.
  ///
  /// @throws Refused `NOT_FOUND` for anybody else's
  @Transactional(readOnly = true)
  public Receipt entry(ContentId id, PostId post) {
    return receipts
        .find(id)
        .filter(entry -> entry.state() != Receipt.State.GENERATED)
        .filter(entry -> entry.post().equals(post))
        .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  /// Notes that a gazetted officer has seen it, the first time one does (OP-33).
  public void seen(Details details, Scope scope) {
    Receipt receipt = details.receipt();
    if (receipt.number().seenAt() == null
        && details.notes().level() >= duties.gazettedLevel(receipt.district()))
      receipts.seen(receipt.id(), scope.person(), time.now());
  }

  /// The lead paper of a content; empty when there is none, so that modules above can build on it.
  @Transactional(readOnly = true)
  public Optional<PaperId> lead(ContentId id) {
    return receipts
        .find(id)
        .map(Receipt::numbered)
        .map(given -> Objects.requireNonNull(given).lead());
  }

  /// A receipt with all around it.
  ///
  /// @param apart what came with it and is kept apart (OP-128)
  public record Details(
      Reading.Card card,
      Receipt receipt,
      List<MissingEnclosure> enclosures,
      List<KeptApart> apart,
      Notes notes) {
    public UUID paper() {
      return card.paper().id().value();
    }
  }

  /// What the reader's post has put beside it.
  ///
  /// @param toSettle whether this post is to settle whose it is
  /// @param folders all that the post has, by name
  /// @param level of the reader's post; 0 for a counter
  /// @param sighted when the physical paper was last seen, and by whom; null when it never was
  public record Notes(
      boolean followed,
      @Nullable LocalDate on,
      String note,
      String folder,
      boolean acknowledged,
      boolean toSettle,
      List<String> folders,
      int level,
      @Nullable Instant sighted,
      String sightedHi,
      String sightedEn) {}
}
