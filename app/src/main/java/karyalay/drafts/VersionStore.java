package karyalay.drafts;

import static karyalay.drafts.LetterRows.id;
import static karyalay.drafts.LetterRows.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import karyalay.files.NoteBody;
import karyalay.files.Written;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import karyalay.shared.PaperId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import karyalay.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of what letters say: versions, parties, enclosures.
@Repository
class VersionStore {
  private final JdbcClient db;

  VersionStore(JdbcClient db) {
    this.db = db;
  }

  /// A version with who wrote it.
  record Version(int n, PersonId person, PostId post, Instant at, Wording words) {
    boolean by(Act act) {
      return person.equals(act.person()) && post.equals(act.post());
    }
  }

  /// Writes a version, or writes it anew.
  void put(LetterId letter, int n, Wording words, Act act, Instant now) {
    db.sql(
            """
            INSERT INTO drafts.version (letter, n, person, post, capacity, at, form, nature, prefix, language, subject,
                                        reference, salutation, closing, plain, rich, signatory)
            VALUES (:letter, :n, :person, :post, :capacity, :now, :form, :nature, :prefix, :language, :subject,
                    :reference, :salutation, :closing, :plain, :rich, :signatory)
            ON CONFLICT (letter, n) DO UPDATE SET at = excluded.at, capacity = excluded.capacity,
                form = excluded.form, nature = excluded.nature, prefix = excluded.prefix,
                language = excluded.language, subject = excluded.subject, reference = excluded.reference,
                salutation = excluded.salutation, closing = excluded.closing, plain = excluded.plain,
                rich = excluded.rich, signatory = excluded.signatory
            """)
        .param("letter", letter.value())
        .param("n", n)
        .param("person", act.person().value())
        .param("post", act.post().value())
        .param("capacity", act.by().capacity().name())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("form", words.form().code())
        .param("nature", words.nature().name())
        .param("prefix", words.prefix())
        .param("language", words.language())
        .param("subject", words.subject())
        .param("reference", words.reference())
        .param("salutation", words.salutation())
        .param("closing", words.closing())
        .param("plain", words.body().plain())
        .param("rich", words.body().rich())
        .param("signatory", words.signatory().value())
        .update();
    putParties(letter, n, words.parties());
    putEnclosures(letter, n, words.enclosures());
  }

  private void putParties(LetterId letter, int n, List<Party> parties) {
    db.sql("DELETE FROM drafts.party WHERE letter = ? AND version = ?")
        .params(letter.value(), n)
        .update();
    for (int i = 0; i < parties.size(); i++) putParty(letter, n, i + 1, parties.get(i));
  }

  private void putParty(LetterId letter, int n, int place, Party party) {
    Row row = Row.of(party.target());
    Address address = party.address();
    db.sql(
            """
            INSERT INTO drafts.party (letter, version, place, role, kind, target, group_code, name, designation,
                                      organisation, address, email, mobile, purpose)
            VALUES (:letter, :version, :place, :role, :kind, :target, :code, :name, :designation, :organisation,
                    :address, :email, :mobile, :purpose)
            """)
        .param("letter", letter.value())
        .param("version", n)
        .param("place", place)
        .param("role", party.role().name())
        .param("kind", row.kind())
        .param("target", row.id(), Types.OTHER)
        .param("code", row.code())
        .param("name", address.name())
        .param("designation", address.designation())
        .param("organisation", address.organisation())
        .param("address", address.address())
        .param("email", address.email())
        .param("mobile", address.mobile())
        .param("purpose", party.purpose())
        .update();
  }

  private record Row(String kind, @Nullable UUID id, String code) {
    static Row of(Target target) {
      return switch (target) {
        case Target.Post(var post) -> new Row("POST", post.value(), "");
        case Target.Office(var office) -> new Row("OFFICE", office.value(), "");
        case Target.Group(var code) -> new Row("GROUP", null, code);
        case Target.Outside(var contact) -> new Row("OUTSIDE", contact, "");
      };
    }
  }

  private void putEnclosures(LetterId letter, int n, List<Enclosure> enclosures) {
    db.sql("DELETE FROM drafts.enclosure WHERE letter = ? AND version = ?")
        .params(letter.value(), n)
        .update();
    int place = 0;
    for (Enclosure each : enclosures)
      db.sql(
              """
              INSERT INTO drafts.enclosure (letter, version, place, content, serial, name, pages)
              VALUES (?, ?, ?, ?, ?, ?, ?)
              """)
          .params(
              letter.value(),
              n,
              ++place,
              each.content().value(),
              each.serial(),
              each.name(),
              each.pages())
          .update();
  }

  /// A version with its parties and enclosures.
  Version read(LetterId letter, int n) {
    List<Party> parties = parties(letter, n);
    List<Enclosure> enclosures =
        db.sql("SELECT * FROM drafts.enclosure WHERE letter = ? AND version = ? ORDER BY place")
            .params(letter.value(), n)
            .query((row, i) -> LetterRows.enclosure(row))
            .list();
    return db.sql("SELECT * FROM drafts.version WHERE letter = ? AND n = ?")
        .params(letter.value(), n)
        .query((row, i) -> version(row, parties, enclosures))
        .single();
  }

  /// The words of a version in one statement, to be compared: of its enclosures only the names.
  Wording compared(LetterId letter, int n) {
    var parties = new java.util.ArrayList<Party>();
    List<Version> rows =
        db.sql(
                """
                SELECT v.*, p.role, p.kind, p.target, p.group_code, p.name, p.designation, p.organisation, p.address,
                       p.email, p.mobile, p.purpose,
                       ARRAY(SELECT e.name FROM drafts.enclosure e WHERE e.letter = v.letter AND e.version = v.n
                             ORDER BY e.place) AS enclosed
                FROM drafts.version v LEFT JOIN drafts.party p ON p.letter = v.letter AND p.version = v.n
                WHERE v.letter = ? AND v.n = ? ORDER BY p.place
                """)
            .params(letter.value(), n)
            .query((row, i) -> {
              if (row.getString("role") != null) parties.add(LetterRows.party(row));
              return version(row, List.of(), enclosed(row, letter));
            })
            .list();
    Wording words = rows.getFirst().words();
    return words.with(parties, words.enclosures());
  }

  private static List<Enclosure> enclosed(ResultSet row, LetterId letter) throws SQLException {
    var enclosed = new java.util.ArrayList<Enclosure>();
    for (String name : (String[]) row.getArray("enclosed").getArray())
      enclosed.add(new Enclosure(new ContentId(letter.value()), enclosed.size() + 1, name, 0));
    return List.copyOf(enclosed);
  }

  List<Party> parties(LetterId letter, int n) {
    return db.sql("SELECT * FROM drafts.party WHERE letter = ? AND version = ? ORDER BY place")
        .params(letter.value(), n)
        .query((row, i) -> LetterRows.party(row))
        .list();
  }

  static Version version(ResultSet row, List<Party> parties, List<Enclosure> enclosures)
      throws SQLException {
    return new Version(
        row.getInt("n"),
        new PersonId(id(row, "person")),
        new PostId(id(row, "post")),
        Objects.requireNonNull(LetterRows.instant(row, "at")),
        new Wording(
            LetterRows.form(row),
            Nature.valueOf(text(row, "nature")),
            text(row, "prefix"),
            text(row, "language"),
            text(row, "subject"),
            text(row, "reference"),
            text(row, "salutation"),
            text(row, "closing"),
            written(text(row, "plain"), text(row, "rich")),
            new PostId(id(row, "signatory")),
            parties,
            enclosures));
  }

  private static Written written(String plain, String rich) {
    if (plain.isEmpty()) return Written.NOTHING;
    NoteBody body = rich.isEmpty() ? NoteBody.of("", plain) : NoteBody.stored(rich);
    return new Written(plain, rich, body.numbered().size());
  }

  /// The documents that a letter on this paper may enclose: those of the paper and of what lies in
  /// the same file, as far as the reader may see their words.
  List<Enclosure> documents(PaperId paper, Scope scope) {
    return db.sql(
            """
            SELECT a.content, a.serial, a.name, a.pages
            FROM desk.v_paper own
            JOIN desk.v_paper p ON p.root = own.root AND (p.id = own.id OR p.parent = own.id OR own.parent = p.parent)
            JOIN desk.readable(:person, :post) r ON r.paper = p.id AND r.named
            JOIN desk.v_attachment a ON a.content = p.content
            WHERE own.id = :paper ORDER BY p.made_at, a.serial LIMIT 200
            """)
        .param("person", scope.person().value())
        .param("post", scope.post().value())
        .param("paper", paper.value())
        .query((row, n) -> LetterRows.enclosure(row))
        .list();
  }
}
