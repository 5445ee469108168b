package karyalay.dak;

import static karyalay.dak.DakRefusal.*;

import java.util.List;
import java.util.UUID;
import karyalay.desk.Reading;
import karyalay.files.Files;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts a receipt into a file on the same desk; from then it moves only with the file (OP-28).
@Service
@Transactional
public class Filing {
  private final Files files;
  private final ReceiptStore receipts;
  private final Reading reading;
  private final Acts acts;
  private final Ledger ledger;
  private final JdbcClient db;

  Filing(
      Files files,
      ReceiptStore receipts,
      Reading reading,
      Acts acts,
      Ledger ledger,
      JdbcClient db) {
    this.files = files;
    this.receipts = receipts;
    this.reading = reading;
    this.acts = acts;
    this.ledger = ledger;
    this.db = db;
  }

  /// @param number of a file that lies on the actor's desk, or is parked there until a letter comes
  /// @throws Refused `NO_SUCH_FILE`, `OPEN_COVER_FIRST`; those of the desk and of the file
  public void put(Act act, PaperId receipt, String number) {
    acts.once(
        act,
        receipt.value(),
        () -> {
          Scope scope = new Scope(act.person(), act.post());
          var paper = reading.card(receipt, scope).paper();
          boolean sealed = receipts.find(paper.content()).map(Receipt::sealed).orElse(false);
          if (sealed) throw new Refused(OPEN_COVER_FIRST, paper.number());
          ledger.append(act, files.put(act, receipt, file(number.strip(), scope)));
        });
  }

  private PaperId file(String number, Scope scope) {
    List<UUID> found =
        db.sql(
                """
                SELECT p.id FROM desk.v_paper p
                JOIN desk.readable(:person, :post) r ON r.paper = p.id
                WHERE p.holder = :post AND p.place IN ('DESK', 'PARKED') AND p.kind = 'FILE' AND p.number = :number
                LIMIT 2
                """)
            .param("person", scope.person().value())
            .param("post", scope.post().value())
            .param("number", number)
            .query(UUID.class)
            .list();
    if (found.size() != 1) throw new Refused(NO_SUCH_FILE, number);
    return new PaperId(found.getFirst());
  }
}
