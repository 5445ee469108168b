package karyalay.dispatch;

import static karyalay.dispatch.Rows.moment;
import static karyalay.dispatch.Rows.text;
import static karyalay.dispatch.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import karyalay.drafts.Departures;
import karyalay.drafts.LetterId;
import karyalay.notices.MailState;
import karyalay.shared.Act;
import karyalay.shared.OfficeTime;
import karyalay.shared.PostId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of items and of what became of them.
@Repository
class ItemStore implements Departures {
  /// Who gets a letter, as its parties say: an office at its counter, or else at its head.
  private static final String PLANNED =
      """
      SELECT l.id AS letter, l.office, p.place, p.role,
             coalesce(CASE WHEN p.kind = 'OFFICE' THEN
                 (SELECT c.id FROM organisation.v_post c WHERE c.office = p.target AND c.counter
                  ORDER BY c.id LIMIT 1) END, r.post) AS post,
             CASE WHEN p.kind = 'GROUP' THEN t.designation_hi || ', ' || t.office_hi
                  ELSE concat_ws(', ', nullif(p.name, ''), nullif(p.designation, ''),
                                 nullif(p.organisation, '')) END AS name,
             p.address, p.email,
             row_number() OVER (ORDER BY p.place, t.mark NULLS FIRST)::int AS serial
      FROM drafts.v_letter l
      JOIN drafts.v_party p ON p.letter = l.id
      LEFT JOIN drafts.v_recipient r ON r.letter = l.id AND r.place = p.place
      LEFT JOIN organisation.v_post_ever t ON t.id = r.post
      WHERE l.id = :letter
      """;

  private static final String ITEMS =
      """
      SELECT i.id, i.serial, i.role, i.post, t.mark, i.name, i.address, i.email, i.state, i.mode,
             i.tries, i.sent_at, i.tracking, c.mark AS carrier, q.name_hi AS peer,
             m.state AS mail_state, coalesce(m.answer, k.answer) AS answer, i.receipt_number,
             i.receiver_name, i.receiver_designation, i.received_at,
             i.document IS NOT NULL AS proof, i.reason,
             EXISTS (SELECT FROM organisation.v_post live WHERE live.id = i.post) AS live,
             (SELECT min(o.at) FROM desk.v_opened o WHERE o.paper = i.paper) AS opened_at,
             a.at AS replied_at
      FROM dispatch.item i
      LEFT JOIN organisation.v_post_ever t ON t.id = i.post
      LEFT JOIN organisation.v_post_ever c ON c.id = i.carrier
      LEFT JOIN dispatch.peer q ON q.id = i.peer
      LEFT JOIN dispatch.package_out k ON k.id = i.package
      LEFT JOIN notices.v_mail m ON m.id = i.mail
      LEFT JOIN dispatch.reply a ON a.item = i.id
      """;

  private static final String FROM_PLAN =
      """
      SELECT gen_random_uuid() AS id, n.serial, n.role, n.post, t.mark, n.name, n.address, n.email,
             'TO_SEND' AS state, NULL AS mode, 0 AS tries, NULL::timestamptz AS sent_at,
             '' AS tracking, NULL AS carrier, NULL AS peer, NULL AS mail_state, NULL AS answer,
             '' AS receipt_number, '' AS receiver_name, '' AS receiver_designation,
             NULL::timestamptz AS received_at, false AS proof, '' AS reason,
             EXISTS (SELECT FROM organisation.v_post live WHERE live.id = n.post) AS live,
             NULL::timestamptz AS opened_at, NULL::timestamptz AS replied_at
      FROM planned n LEFT JOIN organisation.v_post_ever t ON t.id = n.post
      WHERE NOT EXISTS (SELECT FROM dispatch.item i WHERE i.letter = n.letter)
      """;

  private final JdbcClient db;

  ItemStore(JdbcClient db) {
    this.db = db;
  }

  /// Writes the items of a signed letter down; nothing the second time.
  void prepare(LetterId letter) {
    db.sql(
            "WITH planned AS ("
                + PLANNED
                + """
                )
                INSERT INTO dispatch.item (id, letter, serial, office, place, role, post, name, address, email)
                SELECT gen_random_uuid(), letter, serial, office, place, role, post, name, address, email
                FROM planned ON CONFLICT (letter, serial) DO NOTHING
                """)
        .param("letter", letter.value())
        .update();
  }

  /// The items of a letter, as they are, or as they will be while nothing was sent.
  List<Item> of(LetterId letter) {
    return db.sql(
            "WITH planned AS ("
                + PLANNED
                + ") SELECT * FROM ("
                + ITEMS
                + " WHERE i.letter = :letter) kept UNION ALL ("
                + FROM_PLAN
                + ") ORDER BY serial")
        .param("letter", letter.value())
        .query((row, n) -> item(row))
        .list();
  }

  /// Locks some of a letter's items for the rest of the act, in their order.
  List<Item> lock(LetterId letter, Collection<Integer> serials) {
    UUID[] ids =
        db.sql(
                """
                SELECT id FROM dispatch.item WHERE letter = ? AND serial = ANY (?)
                ORDER BY serial FOR UPDATE
                """)
            .params(letter.value(), serials.toArray(Integer[]::new))
            .query(UUID.class)
            .list()
            .toArray(UUID[]::new);
    return db.sql(ITEMS + " WHERE i.id = ANY (?) ORDER BY i.serial")
        .param(ids)
        .query((row, n) -> item(row))
        .list();
  }

  @Override
  public boolean anyGone(LetterId letter) {
    return db.sql(
            "SELECT EXISTS (SELECT FROM dispatch.item WHERE letter = ? AND state <> 'TO_SEND')")
        .param(letter.value())
        .query(Boolean.class)
        .single();
  }

  /// How many of a letter were never sent.
  int unsent(LetterId letter) {
    return db.sql("SELECT count(*) FROM dispatch.item WHERE letter = ? AND state = 'TO_SEND'")
        .param(letter.value())
        .query(Integer.class)
        .single();
  }

  /// What a sending writes into an item.
  ///
  /// @param outbox id of the mail or package; null for other modes
  record Leaving(
      Mode mode,
      ItemState state,
      String address,
      String email,
      String tracking,
      @Nullable PostId carrier,
      @Nullable UUID peer,
      String peerTo,
      @Nullable UUID outbox) {}

  void send(UUID item, Leaving leaving, Act act, Instant now) {
    boolean mail = leaving.mode() == Mode.EMAIL;
    PostId carrier = leaving.carrier();
    db.sql(
            """
            UPDATE dispatch.item SET mode = :mode, state = :state, tries = tries + 1, sent_at = :now,
                sent_on = :today, sent_person = :person, sent_post = :post, address = :address,
                email = :email, tracking = :tracking, carrier = :carrier, peer = :peer,
                peer_to = :peerTo, mail = :mail, package = :package, reason = '',
                receipt_number = '', receiver_name = '', receiver_designation = '',
                received_at = NULL, document = NULL
            WHERE id = :item
            """)
        .param("item", item)
        .param("mode", leaving.mode().name())
        .param("state", leaving.state().name())
        .param("now", Rows.at(now))
        .param("today", OfficeTime.day(now))
        .param("person", act.person().value())
        .param("post", act.post().value())
        .param("address", leaving.address())
        .param("email", leaving.email())
        .param("tracking", leaving.tracking())
        .param("carrier", carrier == null ? null : carrier.value(), Types.OTHER)
        .param("peer", leaving.peer(), Types.OTHER)
        .param("peerTo", leaving.peerTo())
        .param("mail", mail ? leaving.outbox() : null, Types.OTHER)
        .param("package", mail ? null : leaving.outbox(), Types.OTHER)
        .update();
  }

  /// Who took it in, or the number it got where it arrived.
  ///
  /// @param paper what it became on a desk of ours; null elsewhere
  record Taken(
      String name,
      String designation,
      Instant at,
      @Nullable UUID document,
      @Nullable UUID paper,
      String number) {}

  void acknowledge(UUID item, Taken taken) {
    db.sql(
            """
            UPDATE dispatch.item SET state = 'ACKNOWLEDGED', receiver_name = :name,
                receiver_designation = :designation, received_at = :at, document = :document,
                paper = coalesce(:paper, paper), receipt_number = :number
            WHERE id = :item
            """)
        .param("item", item)
        .param("name", taken.name())
        .param("designation", taken.designation())
        .param("at", Rows.at(taken.at()))
        .param("document", taken.document(), Types.OTHER)
        .param("paper", taken.paper(), Types.OTHER)
        .param("number", taken.number())
        .update();
  }

  void state(UUID item, ItemState state, String reason) {
    db.sql("UPDATE dispatch.item SET state = ?, reason = ? WHERE id = ?")
        .params(state.name(), reason, item)
        .update();
  }

  /// The item that went by this mail or package.
  Optional<UUID> byOutbox(UUID outbox) {
    return db.sql("SELECT id FROM dispatch.item WHERE mail = :id OR package = :id FOR UPDATE")
        .param("id", outbox)
        .query(UUID.class)
        .optional();
  }

  void event(UUID item, String word, String mode, Act act, String remark, Instant now) {
    db.sql(
            """
            INSERT INTO dispatch.event (item, serial, word, mode, at, person, post, remark, act)
            SELECT :item, coalesce(max(serial), 0) + 1, :word, :mode, :now, :person, :post, :remark, :act
            FROM dispatch.event WHERE item = :item
            """)
        .param("item", item)
        .param("word", word)
        .param("mode", mode)
        .param("now", Rows.at(now))
        .param("person", act.person().value())
        .param("post", act.post().value())
        .param("remark", remark)
        .param("act", act.id().value())
        .update();
  }

  static Item item(ResultSet row) throws SQLException {
    UUID post = row.getObject("post", UUID.class);
    String mode = row.getString("mode");
    String mail = row.getString("mail_state");
    return new Item(
        uuid(row, "id"),
        row.getInt("serial"),
        text(row, "role"),
        post == null ? null : new PostId(post),
        text(row, "mark"),
        row.getBoolean("live"),
        text(row, "name"),
        text(row, "address"),
        text(row, "email"),
        ItemState.valueOf(text(row, "state")),
        mode == null ? null : Mode.valueOf(mode),
        row.getInt("tries"),
        moment(row, "sent_at"),
        text(row, "tracking"),
        text(row, "carrier"),
        text(row, "peer"),
        mail == null ? null : MailState.valueOf(mail),
        text(row, "answer"),
        text(row, "receipt_number"),
        text(row, "receiver_name"),
        text(row, "receiver_designation"),
        moment(row, "received_at"),
        row.getBoolean("proof"),
        text(row, "reason"),
        moment(row, "opened_at"),
        moment(row, "replied_at"));
  }
}
