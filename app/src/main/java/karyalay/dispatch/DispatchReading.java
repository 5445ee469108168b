package karyalay.dispatch;

import static karyalay.dispatch.Rows.text;
import static karyalay.dispatch.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import karyalay.documents.DocumentId;
import karyalay.documents.Documents;
import karyalay.documents.Original;
import karyalay.drafts.LetterId;
import karyalay.drafts.LetterState;
import karyalay.drafts.Nature;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The one way to a letter's dispatch: open to whoever reads the paper it was written on, to who
/// signed or began it, and to the registry of its office unless the paper is protected or somebody
/// sends it himself. For the rest it is not there.
@Service
@Transactional(readOnly = true)
public class DispatchReading {
  private static final String LETTER =
      """
      SELECT l.id, l.paper, l.content, l.office, o.name_hi AS office_hi, o.name_en AS office_en,
             t.designation_hi AS signatory_hi, t.designation_en AS signatory_en, l.form, l.nature,
             l.subject, l.state, l.number, l.issued_on, l.document, l.sha256, l.pages, p.guarded,
             coalesce(s.way = 'SELF', false) AS self, coalesce(v.reason, CASE WHEN l.state = 'CANCELLED' THEN '-' END) AS voided, c.id AS call_id,
             :post IN (l.signatory, l.made_post) AS own,
             EXISTS (SELECT FROM desk.readable(:person, :post) r WHERE r.paper = l.paper AND r.named)
               AS reader
      FROM drafts.v_letter l
      JOIN desk.v_paper p ON p.id = l.paper
      JOIN organisation.v_office o ON o.id = l.office
      LEFT JOIN organisation.v_post_ever t ON t.id = l.signatory
      LEFT JOIN dispatch.sending s ON s.letter = l.id
      LEFT JOIN dispatch.voided v ON v.letter = l.id
      LEFT JOIN dispatch.call c ON c.letter = l.id
      WHERE l.id = :letter AND l.signed_at IS NOT NULL
      """;

  private final JdbcClient db;
  private final Counters counters;
  private final ItemStore items;
  private final Documents documents;

  DispatchReading(JdbcClient db, Counters counters, ItemStore items, Documents documents) {
    this.db = db;
    this.counters = counters;
    this.items = items;
    this.documents = documents;
  }

  /// @throws Refused `NOT_FOUND`
  public LetterSheet open(LetterId letter, Scope scope) {
    Set<UUID> served = counters.served(scope.post());
    return db.sql(LETTER)
        .param("letter", letter.value())
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .query((row, n) -> sheet(row, served))
        .optional()
        .filter(one -> one.mine() || one.reader())
        .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
  }

  /// To whom the letter goes and what became of each.
  ///
  /// @throws Refused `NOT_FOUND`
  public List<Item> items(LetterSheet letter) {
    return items.of(letter.id());
  }

  /// The signed PDF itself.
  public Original pdf(LetterSheet letter) {
    return documents.original(letter.document());
  }

  /// The scan of a receiver's signature.
  ///
  /// @throws Refused `NOT_FOUND`
  public Original proof(LetterSheet letter, int serial) {
    UUID document =
        db.sql(
                """
                SELECT document FROM dispatch.item
                WHERE letter = ? AND serial = ? AND document IS NOT NULL
                """)
            .params(letter.id().value(), serial)
            .query(UUID.class)
            .optional()
            .orElseThrow(() -> new Refused(SharedRefusal.NOT_FOUND));
    return documents.original(new DocumentId(document));
  }

  /// What happened to the letter's items, newest first.
  public List<Event> events(LetterSheet letter) {
    return db.sql(
            """
            SELECT i.serial, i.name, e.word, e.mode, e.at, e.remark, t.mark, x.name_hi, x.name_en
            FROM dispatch.event e JOIN dispatch.item i ON i.id = e.item
            LEFT JOIN organisation.v_post_ever t ON t.id = e.post
            LEFT JOIN organisation.v_person x ON x.id = e.person
            WHERE i.letter = ? ORDER BY e.at DESC, i.serial DESC, e.serial DESC LIMIT 200
            """)
        .param(letter.id().value())
        .query((row, n) -> event(row))
        .list();
  }

  /// @param word `SENT`, `ARRIVED`, `RETURNED`, `ACKNOWLEDGED`, `UNCERTAIN` or `AGAIN`
  /// @param by mark of the post; empty when the program did it
  public record Event(
      int serial,
      String to,
      String word,
      @Nullable Mode mode,
      Instant at,
      String remark,
      String by,
      String nameHi,
      String nameEn) {}

  private static Event event(ResultSet row) throws SQLException {
    String mode = text(row, "mode");
    return new Event(
        row.getInt("serial"),
        text(row, "name"),
        text(row, "word"),
        mode.isEmpty() ? null : Mode.valueOf(mode),
        row.getTimestamp("at").toInstant(),
        text(row, "remark"),
        text(row, "mark"),
        text(row, "name_hi"),
        text(row, "name_en"));
  }

  private static LetterSheet sheet(ResultSet row, Set<UUID> served) throws SQLException {
    UUID office = uuid(row, "office");
    boolean guarded = row.getBoolean("guarded");
    boolean self = row.getBoolean("self");
    boolean registry = !guarded && !self && served.contains(office);
    return new LetterSheet(
        new LetterId(uuid(row, "id")),
        new PaperId(uuid(row, "paper")),
        new ContentId(uuid(row, "content")),
        new OfficeId(office),
        text(row, "office_hi"),
        text(row, "office_en"),
        text(row, "signatory_hi"),
        text(row, "signatory_en"),
        text(row, "form"),
        Nature.valueOf(text(row, "nature")),
        text(row, "subject"),
        LetterState.valueOf(text(row, "state")),
        text(row, "number"),
        Rows.day(row, "issued_on"),
        new DocumentId(uuid(row, "document")),
        text(row, "sha256"),
        row.getInt("pages"),
        guarded,
        self,
        registry || row.getBoolean("own"),
        row.getBoolean("reader"),
        text(row, "voided"),
        row.getObject("call_id", UUID.class));
  }
}
