package karyalay.drafts;

import static karyalay.drafts.LetterRows.id;
import static karyalay.drafts.LetterRows.instant;
import static karyalay.drafts.LetterRows.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import karyalay.desk.Reading;
import karyalay.documents.DocumentId;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads a letter for its page: row and words, parties, history.
@Repository
class DetailStore {
  private final JdbcClient db;

  DetailStore(JdbcClient db) {
    this.db = db;
  }

  /// A letter before its reader's reach was asked: never shown from here.
  ///
  /// @param mine whether it lies on the reader's desk
  /// @param level seniority of the reader's post
  record Found(
      LetterHead head,
      VersionStore.Version version,
      Signatory signatory,
      boolean mine,
      int level,
      LetterDetails.@Nullable Issue issue) {}

  Optional<Found> find(LetterId letter, PostId reader) {
    return db.sql(
            """
            SELECT l.*, v.n, v.person, v.post, v.at, v.prefix, v.reference, v.salutation, v.closing, v.plain, v.rich,
                   coalesce(e.name_hi, '') AS signer_hi, coalesce(e.name_en, '') AS signer_en,
                   coalesce(top.holder = :reader AND top.place = 'DESK', false) AS mine,
                   coalesce((SELECT level FROM organisation.v_post WHERE id = :reader), 0) AS reader_level,
                   s.mark, s.designation_hi, s.designation_en, s.office_hi, s.office_en, coalesce(o.code, '') AS code_of,
                   coalesce(d.name_hi, '') AS district_hi, coalesce(d.name_en, '') AS district_en,
                   coalesce(who.name_hi, '') AS name_hi, coalesce(who.name_en, '') AS name_en
            FROM drafts.letter l JOIN drafts.version v ON v.letter = l.id AND v.n = l.version
            JOIN organisation.v_post_ever s ON s.id = l.signatory
            LEFT JOIN organisation.v_office o ON o.id = l.office
            LEFT JOIN organisation.v_office d ON d.id = l.district
            LEFT JOIN organisation.v_person e ON e.id = l.signed_person
            LEFT JOIN desk.v_paper own ON own.id = l.paper
            LEFT JOIN desk.v_paper top ON top.id = own.root
            LEFT JOIN LATERAL (
                SELECT w.name_hi, w.name_en FROM organisation.v_charge c
                JOIN organisation.v_person w ON w.id = c.person
                WHERE c.post = l.signatory ORDER BY c.capacity <> 'REGULAR', c.valid_from LIMIT 1) who ON true
            WHERE l.id = :letter
            """)
        .param("letter", letter.value())
        .param("reader", reader.value())
        .query((row, n) -> found(row))
        .optional();
  }

  private static Found found(ResultSet row) throws SQLException {
    LetterHead head = LetterRows.head(row);
    return new Found(
        head,
        VersionStore.version(row, List.of(), List.of()),
        signatory(row, head),
        row.getBoolean("mine"),
        row.getInt("reader_level"),
        issue(row));
  }

  private static Signatory signatory(ResultSet row, LetterHead head) throws SQLException {
    return new Signatory(
        head.signatory(),
        head.office(),
        head.district(),
        text(row, "mark"),
        text(row, "designation_hi"),
        text(row, "designation_en"),
        text(row, "office_hi"),
        text(row, "office_en"),
        text(row, "code_of"),
        text(row, "district_hi"),
        text(row, "district_en"),
        text(row, "name_hi"),
        text(row, "name_en"));
  }

  private static LetterDetails.@Nullable Issue issue(ResultSet row) throws SQLException {
    var signed = instant(row, "signed_at");
    if (signed == null) return null;
    return new LetterDetails.Issue(
        text(row, "number"),
        Objects.requireNonNull(row.getObject("issued_on", LocalDate.class)),
        signed,
        text(row, "signer_hi"),
        text(row, "signer_en"),
        new DocumentId(id(row, "document")),
        text(row, "sha256"),
        row.getInt("pages"),
        text(row, "code"),
        instant(row, "dispatched_at"));
  }

  /// The rest of it, for a reader whose reach was judged.
  LetterDetails with(Found found, Reading.Card card, Rights.Right right) {
    var head = found.head();
    var parties = new ArrayList<Party>();
    var enclosures = new ArrayList<Enclosure>();
    addressed(head, parties, enclosures);
    var versions = new ArrayList<LetterDetails.VersionLine>();
    var steps = new ArrayList<LetterDetails.StepLine>();
    history(head.id(), versions, steps);
    return new LetterDetails(
        head,
        card,
        found.mine(),
        found.level() >= right.approve(),
        right.skip() && head.standard(),
        found.version().words().with(parties, enclosures),
        found.signatory(),
        List.copyOf(versions),
        List.copyOf(steps),
        found.issue());
  }

  /// Parties and enclosures in one statement.
  private void addressed(LetterHead head, List<Party> parties, List<Enclosure> enclosures) {
    db.sql(
            """
            SELECT 'P' AS what, place, role, kind, target, group_code, name, designation, organisation, address, email,
                   mobile, purpose, NULL::uuid AS content, 0 AS serial, 0 AS pages
            FROM drafts.party WHERE letter = :letter AND version = :version
            UNION ALL
            SELECT 'E', place, '', '', NULL, '', name, '', '', '', '', '', '', content, serial, pages
            FROM drafts.enclosure WHERE letter = :letter AND version = :version
            ORDER BY what, place
            """)
        .param("letter", head.id().value())
        .param("version", head.version())
        .query(row -> {
          if (text(row, "what").equals("P")) parties.add(LetterRows.party(row));
          else enclosures.add(LetterRows.enclosure(row));
        });
  }

  private void history(
      LetterId letter,
      List<LetterDetails.VersionLine> versions,
      List<LetterDetails.StepLine> steps) {
    db.sql(
            """
            SELECT h.*, coalesce(e.name_hi, '') AS name_hi, coalesce(e.name_en, '') AS name_en,
                   coalesce(p.mark, '') AS mark
            FROM (SELECT 'V' AS what, n AS place, n, person, post, at, '' AS step, '' AS remark,
                         length(plain) AS letters
                  FROM drafts.version WHERE letter = :letter
                  UNION ALL
                  SELECT 'S', serial, version, person, post, at, step, remark, 0 FROM drafts.step
                  WHERE letter = :letter) h
            LEFT JOIN organisation.v_person e ON e.id = h.person
            LEFT JOIN organisation.v_post_ever p ON p.id = h.post
            ORDER BY what, place
            """)
        .param("letter", letter.value())
        .query(row -> {
          if (text(row, "what").equals("V")) versions.add(version(row));
          else steps.add(step(row));
        });
  }

  private static LetterDetails.VersionLine version(ResultSet row) throws SQLException {
    return new LetterDetails.VersionLine(
        row.getInt("n"),
        text(row, "name_hi"),
        text(row, "name_en"),
        text(row, "mark"),
        Objects.requireNonNull(instant(row, "at")),
        row.getInt("letters"));
  }

  private static LetterDetails.StepLine step(ResultSet row) throws SQLException {
    return new LetterDetails.StepLine(
        Step.valueOf(text(row, "step")),
        row.getInt("n"),
        text(row, "name_hi"),
        text(row, "name_en"),
        text(row, "mark"),
        Objects.requireNonNull(instant(row, "at")),
        text(row, "remark"));
  }

  /// Whether an outermost paper lies on a post's desk.
  boolean holds(PaperId root, PostId post) {
    return db.sql(
            """
            SELECT EXISTS (SELECT FROM desk.v_paper WHERE id = ? AND holder = ? AND place = 'DESK')
            """)
        .params(root.value(), post.value())
        .query(Boolean.class)
        .single();
  }
}
