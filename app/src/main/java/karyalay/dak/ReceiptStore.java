package karyalay.dak;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.dak.Receipt.FirStep;
import karyalay.dak.Receipt.Numbered;
import karyalay.dak.Receipt.State;
import karyalay.shared.Act;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeId;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of receipts and of the versions of their particulars.
@Repository
class ReceiptStore {
  private static final String CURRENT =
      """
      SELECT * FROM dak.receipt r JOIN dak.particulars p ON p.receipt = r.id AND p.version = r.version
      """;

  private final JdbcClient db;

  ReceiptStore(JdbcClient db) {
    this.db = db;
  }

  void insert(ContentId id, Seat seat, List<UUID> uploads, Instant now) {
    db.sql(
            """
            INSERT INTO dak.receipt (id, state, district, office, post, version, uploads, made_at)
            VALUES (?, 'ENTRY', ?, ?, ?, 0, ?, ?)
            """)
        .params(
            id.value(),
            seat.district().value(),
            seat.office().value(),
            seat.post().value(),
            uploads.toArray(UUID[]::new),
            at(now))
        .update();
  }

  void origin(ContentId id, Origin origin, String oldKey) {
    db.sql(
            """
            UPDATE dak.receipt SET origin = :origin, source = :source, old_key = :key WHERE id = :id
            """)
        .param("origin", origin.kind().name())
        .param("source", origin.source(), Types.OTHER)
        .param("key", oldKey)
        .param("id", id.value())
        .update();
  }

  /// Whether that number and day of the paper register were brought over already.
  boolean openingKnown(OfficeId office, String oldKey) {
    return db.sql(
            """
            SELECT EXISTS (SELECT FROM dak.receipt
                           WHERE office = ? AND old_key = ? AND origin = 'OPENING')
            """)
        .params(office.value(), oldKey)
        .query(Boolean.class)
        .single();
  }

  /// The number of the paper register, which is in no series here.
  void oldNumber(ContentId id, String number) {
    db.sql("UPDATE dak.receipt SET number = ? WHERE id = ?").params(number, id.value()).update();
  }

  /// Writes the next version; those before stay.
  void write(ContentId id, Particulars particulars, Act act, Instant now) {
    db.sql(
            """
            WITH next AS (
                UPDATE dak.receipt SET version = version + 1 WHERE id = :receipt RETURNING version
            )
            INSERT INTO dak.particulars (receipt, version, person, post, capacity, at, shape, physical,
                received, letter_date, mode, letter_number, form, language, vip, by_name, sender_name,
                sender_father, sender_designation, sender_organisation, sender_department,
                sender_address, sender_village, sender_thana, sender_district, sender_state, sender_pin,
                sender_mobile, sender_phone, sender_email, category, subcategory, subject, gist, urgency,
                class, remarks, enclosures, missing, original, original_place, danger, cognizable,
                woman_child, sc_st, against_police, before_court, letter_key, sender_keys, name_key,
                village_key)
            SELECT :receipt, version, :person, :post, :capacity, :at, :shape, :physical, :received,
                cast(:letterDate AS date), :mode, :letterNumber, :form, :language, :vip, :byName,
                :senderName, :senderFather, :senderDesignation, :senderOrganisation, :senderDepartment,
                :senderAddress, :senderVillage, :senderThana, :senderDistrict, :senderState, :senderPin,
                :senderMobile, :senderPhone, :senderEmail, :category, :subcategory, :subject, :gist,
                :urgency, :class, :remarks, :enclosures, :missing, :original, :originalPlace,
                cast(:danger AS boolean), cast(:cognizable AS boolean), cast(:womanChild AS boolean),
                cast(:scSt AS boolean), cast(:againstPolice AS boolean), cast(:beforeCourt AS boolean),
                :letterKey, :senderKeys, :nameKey, :villageKey
            FROM next
            """)
        .params(ParticularsRows.columns(particulars))
        .param("receipt", id.value())
        .param("person", act.person().value())
        .param("post", act.post().value())
        .param("capacity", act.by().capacity().name())
        .param("at", at(now))
        .update();
  }

  /// An entry is a draft: what it said before is nobody's record.
  void forgetDrafts(ContentId id) {
    db.sql(
            """
            DELETE FROM dak.particulars p USING dak.receipt r
            WHERE r.id = p.receipt AND r.id = ? AND r.state = 'ENTRY' AND p.version < r.version
            """)
        .param(id.value())
        .update();
  }

  void uploads(ContentId id, List<UUID> uploads) {
    db.sql("UPDATE dak.receipt SET uploads = ? WHERE id = ?")
        .params(uploads.toArray(UUID[]::new), id.value())
        .update();
  }

  Optional<Receipt> lock(ContentId id) {
    return one(CURRENT + " WHERE r.id = ? FOR UPDATE OF r", id.value());
  }

  Optional<Receipt> find(ContentId id) {
    return one(CURRENT + " WHERE r.id = ?", id.value());
  }

  private Optional<Receipt> one(String sql, UUID id) {
    return db.sql(sql).param(id).query((row, n) -> ReceiptRows.receipt(row)).optional();
  }

  /// Entries of a post that wait for their number, or that it threw away, newest first.
  List<Receipt> entries(PostId post, State state) {
    return db.sql(
            CURRENT
                + """
                 WHERE r.post = ? AND r.state = ? AND r.state IN ('ENTRY', 'BIN')
                ORDER BY r.made_at DESC LIMIT 200
                """)
        .params(post.value(), state.name())
        .query((row, n) -> ReceiptRows.receipt(row))
        .list();
  }

  void generated(ContentId id, Seat seat, Numbered given, boolean sealed, FirStep step) {
    db.sql(
            """
            UPDATE dak.receipt
            SET state = 'GENERATED', office = :office, post = :post, lead = :lead, diarised_at = :at,
                diarised_on = :day, see_by = cast(:seeBy AS timestamptz), sealed = :sealed,
                fir_step = :step, uploads = '{}', written_at = :written
            WHERE id = :id
            """)
        .param("id", id.value())
        .param("office", seat.office().value())
        .param("post", seat.post().value())
        .param("lead", given.lead().value())
        .param("at", at(given.at()))
        .param("day", given.day())
        .param("seeBy", given.seeBy() == null ? null : at(given.seeBy()))
        .param("sealed", sealed)
        .param("step", step.name())
        .param(
            "written",
            given.written() == null ? null : at(given.written()),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  void number(ContentId id, String number, long serial) {
    db.sql("UPDATE dak.receipt SET number = ?, serial = ? WHERE id = ?")
        .params(number, serial, id.value())
        .update();
  }

  /// Where the original came to lie when the number was given: part of the version just written.
  void original(ContentId id, Original original) {
    db.sql(
            """
            UPDATE dak.particulars p SET original = :keeping, original_place = :place
            FROM dak.receipt r WHERE r.id = :id AND p.receipt = r.id AND p.version = r.version
            """)
        .param("id", id.value())
        .param("keeping", original.keeping().name())
        .param("place", original.place())
        .update();
  }

  void state(ContentId id, State state, @Nullable Instant binned) {
    db.sql("UPDATE dak.receipt SET state = :state, binned_at = :binned WHERE id = :id")
        .param("state", state.name())
        .param("binned", binned == null ? null : at(binned), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("id", id.value())
        .update();
  }

  /// What the registry had scanned is its own; the addressee scans for himself.
  void handOver(ContentId id, PostId from, Seat to) {
    db.sql(
            """
            UPDATE dak.receipt SET handed_by = ?, post = ?, office = ?, district = ?, uploads = '{}'
            WHERE id = ?
            """)
        .params(
            from.value(), to.post().value(), to.office().value(), to.district().value(), id.value())
        .update();
  }

  void open(ContentId id) {
    db.sql("UPDATE dak.receipt SET sealed = false WHERE id = ?").param(id.value()).update();
  }

  void firStep(ContentId id, FirStep step, String reason, PostId post, Instant now) {
    db.sql(
            """
            UPDATE dak.receipt SET fir_step = ?, fir_reason = ?, fir_post = ?, fir_at = ? WHERE id = ?
            """)
        .params(step.name(), reason, post.value(), at(now), id.value())
        .update();
  }

  /// The first gazetted officer who opens it; later ones change nothing (OP-33).
  void seen(ContentId id, PersonId by, Instant now) {
    db.sql("UPDATE dak.receipt SET seen_at = ?, seen_by = ? WHERE id = ? AND seen_at IS NULL")
        .params(at(now), by.value(), id.value())
        .update();
  }

  /// Who wrote which version, oldest first.
  List<Revision> versions(ContentId id) {
    return db.sql(
            """
            SELECT p.*, x.name_hi, x.name_en, t.mark FROM dak.particulars p
            LEFT JOIN organisation.v_person x ON x.id = p.person
            LEFT JOIN organisation.v_post_ever t ON t.id = p.post
            WHERE p.receipt = ? ORDER BY p.version
            """)
        .param(id.value())
        .query((row, n) -> Revision.read(row))
        .list();
  }

  static UUID uuid(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, UUID.class), column);
  }

  static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null || at.getYear() > 9999 ? null : at.toInstant();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
