package karyalay.dak;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import karyalay.desk.Paper;
import karyalay.desk.Papers;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Acknowledgements (पावती): number, date, office, name and designation of who received (OP-29).
@Service
@Transactional
public class Pavatis {
  private final JdbcClient db;
  private final Papers papers;
  private final karyalay.desk.Reading reading;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Pavatis(
      JdbcClient db,
      Papers papers,
      karyalay.desk.Reading reading,
      Acts acts,
      Ledger ledger,
      OfficeTime time) {
    this.db = db;
    this.papers = papers;
    this.reading = reading;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Electronic dak gets its own at once, inside the act that diarises it; a worker will send it.
  void electronic(Act act, ContentId receipt, Seat seat, Sender sender, Instant now) {
    String contact = sender.email().isEmpty() ? sender.mobile() : sender.email();
    insert(act, receipt, seat.office().value(), "ELECTRONIC", contact, now);
  }

  /// Gives one by hand; the second time it is the same one.
  ///
  /// @throws Refused `NOT_WITH_YOU` and the other refusals of the desk
  public void give(Act act, PaperId id) {
    acts.once(
        act,
        id.value(),
        () -> {
          Paper paper = papers.lock(id).paper();
          if (!paper.creator().equals(act.post())) papers.requireOnDesk(papers.lock(id), act);
          boolean made =
              insert(act, paper.content(), paper.office().value(), "HAND", "", time.now());
          if (made) ledger.append(act, new Entry("dak.acknowledged", "paper/" + id, Map.of()));
        });
  }

  private boolean insert(
      Act act,
      ContentId receipt,
      java.util.UUID office,
      String channel,
      String contact,
      Instant now) {
    return db.sql(
                """
                INSERT INTO dak.acknowledgement (receipt, at, office, post, person, channel, contact)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (receipt) DO NOTHING
                """)
            .params(
                receipt.value(),
                ReceiptStore.at(now),
                office,
                act.post().value(),
                act.person().value(),
                channel,
                contact)
            .update()
        == 1;
  }

  /// The acknowledgement of a receipt; empty while none was given.
  ///
  /// @throws Refused `NOT_FOUND` for whoever may not read the paper's words
  @Transactional(readOnly = true)
  public Optional<Pavati> of(PaperId paper, Scope scope) {
    ContentId content = reading.open(paper, scope).paper().content();
    return db.sql(
            """
            SELECT r.number, r.diarised_on, a.at, a.channel, a.contact, a.sent_at,
                   k.sender_name, k.sender_designation, k.sender_organisation, k.letter_number,
                   o.name_hi AS office_hi, o.name_en AS office_en, x.name_hi, x.name_en,
                   t.designation_hi, t.designation_en
            FROM dak.acknowledgement a
            JOIN dak.receipt r ON r.id = a.receipt
            JOIN dak.particulars k ON k.receipt = r.id AND k.version = r.version
            LEFT JOIN organisation.v_office o ON o.id = a.office
            LEFT JOIN organisation.v_person x ON x.id = a.person
            LEFT JOIN organisation.v_post_ever t ON t.id = a.post
            WHERE a.receipt = ?
            """)
        .param(content.value())
        .query((row, n) -> Pavati.read(row))
        .optional();
  }

  static String orEmpty(java.sql.ResultSet row, String column) throws java.sql.SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }
}
