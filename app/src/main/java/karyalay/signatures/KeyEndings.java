package karyalay.signatures;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.Capacity;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.PostId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Ends the keys of officers who left the post that their certificates name, or the service
/// (OP-74): at once when such a key is asked for, and every minute for all.
@Component
class KeyEndings {
  private static final Logger LOG = LoggerFactory.getLogger(KeyEndings.class);
  private static final UUID NOBODY = new UUID(0, 0);
  private static final Actor PROGRAM =
      new Actor(new PersonId(NOBODY), new PostId(NOBODY), Capacity.SYSTEM);

  private final KeyRows rows;
  private final OpenKeys open;
  private final Ledger ledger;
  private final OfficeTime time;
  private final TransactionOperations transaction;

  KeyEndings(
      KeyRows rows,
      OpenKeys open,
      Ledger ledger,
      OfficeTime time,
      TransactionOperations transaction) {
    this.rows = rows;
    this.open = open;
    this.ledger = ledger;
    this.time = time;
    this.transaction = transaction;
  }

  @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
  void sweep() {
    var gone = rows.orphans();
    gone.forEach(row -> left(row.card()));
    if (!gone.isEmpty()) LOG.info("signing keys of officers who left: {}", gone.size());
  }

  /// The officer is no longer where his certificate says.
  void left(KeyCard card) {
    transaction.executeWithoutResult(
        begun -> end(Act.of(PROGRAM), card, KeyEnd.LEFT, "", time::now));
  }

  /// Inside the act that ends it.
  ///
  /// @return whether it was live until now
  boolean end(Act act, KeyCard card, KeyEnd how, String reason, Supplier<Instant> at) {
    open.ended(card.person());
    if (!rows.end(card.id(), how, act.person(), reason, at.get())) return false;
    var details =
        Map.of(
            "key", card.id().toString(),
            "serial", card.serial(),
            "how", how.name(),
            "reason", reason);
    ledger.append(act, new Entry("signatures.key_ended", "person/" + card.person(), details));
    return true;
  }
}
