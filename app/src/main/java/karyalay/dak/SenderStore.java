package karyalay.dak;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import karyalay.shared.OfficeId;
import karyalay.shared.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of senders an office has met and of where their dak usually goes. Only open official
/// letters teach it: who petitioned is nobody's type-ahead.
@Repository
class SenderStore {
  private final JdbcClient db;

  SenderStore(JdbcClient db) {
    this.db = db;
  }

  void met(OfficeId office, Particulars it, Instant now) {
    String key = key(it.sender());
    if (!teaches(it) || key.isEmpty()) return;
    Sender sender = it.sender();
    db.sql(
            """
            INSERT INTO dak.sender AS s (office, key, name, designation, organisation, department, address,
                district, state, pin, phone, email, uses, last_used)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
            ON CONFLICT (office, key) DO UPDATE
            SET address = coalesce(nullif(excluded.address, ''), s.address),
                department = coalesce(nullif(excluded.department, ''), s.department),
                pin = coalesce(nullif(excluded.pin, ''), s.pin),
                phone = coalesce(nullif(excluded.phone, ''), s.phone),
                email = coalesce(nullif(excluded.email, ''), s.email),
                uses = s.uses + 1, last_used = excluded.last_used
            """)
        .params(
            office.value(),
            key,
            sender.name(),
            sender.designation(),
            sender.organisation(),
            sender.department(),
            sender.address(),
            sender.district(),
            sender.state(),
            sender.pin(),
            sender.phone(),
            sender.email(),
            ReceiptStore.at(now))
        .update();
  }

  void sentTo(Receipt receipt, PostId post, boolean guarded, Instant now) {
    Particulars it = receipt.particulars();
    String key = key(it.sender());
    if (guarded || !teaches(it) || key.isEmpty() || it.category().isEmpty()) return;
    db.sql(
            """
            INSERT INTO dak.usual_addressee (office, key, category, post, at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (office, key, category) DO UPDATE SET post = excluded.post, at = excluded.at
            """)
        .params(receipt.office().value(), key, it.category(), post.value(), ReceiptStore.at(now))
        .update();
  }

  /// Senders whose key has what was typed in it, most used first.
  List<Sender> matching(OfficeId office, String typed) {
    String key = Fold.name(typed);
    if (key.length() < 2) return List.of();
    return db.sql(
            """
            SELECT * FROM dak.sender WHERE office = ? AND position(? IN key) > 0
            ORDER BY uses DESC, last_used DESC LIMIT 8
            """)
        .params(office.value(), key)
        .query((row, n) -> read(row))
        .list();
  }

  /// Marking abbreviation of the live post to which dak of this sender and category last went.
  Optional<String> usual(OfficeId office, Sender sender, String category) {
    return db.sql(
            """
            SELECT t.mark FROM dak.usual_addressee u JOIN organisation.v_post t ON t.id = u.post
            WHERE u.office = ? AND u.key = ? AND u.category = ?
            """)
        .params(office.value(), key(sender), category)
        .query(String.class)
        .optional();
  }

  private static boolean teaches(Particulars it) {
    return it.shape() == Shape.LETTER
        && !it.classification().guarded()
        && !it.questions().protectsVictim();
  }

  private static String key(Sender sender) {
    return String.join("|", ParticularsRows.senderKeys(sender));
  }

  private static Sender read(ResultSet row) throws SQLException {
    return new Sender(
        ParticularsRows.text(row, "name"),
        "",
        ParticularsRows.text(row, "designation"),
        ParticularsRows.text(row, "organisation"),
        ParticularsRows.text(row, "department"),
        ParticularsRows.text(row, "address"),
        "",
        "",
        ParticularsRows.text(row, "district"),
        ParticularsRows.text(row, "state"),
        ParticularsRows.text(row, "pin"),
        "",
        ParticularsRows.text(row, "phone"),
        ParticularsRows.text(row, "email"));
  }
}
