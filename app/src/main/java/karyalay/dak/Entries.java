package karyalay.dak;

import java.util.List;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.shared.Act;
import karyalay.shared.CheckReturnValue;
import karyalay.shared.ContentId;
import karyalay.shared.OfficeTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Entries that another module prepares for the diary form, inside its own act. The clerk looks
/// them through, completes them and gives the number, as with any other.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Entries {
  private final ReceiptStore receipts;
  private final Seats seats;
  private final OfficeTime time;

  Entries(ReceiptStore receipts, Seats seats, OfficeTime time) {
    this.receipts = receipts;
    this.seats = seats;
    this.time = time;
  }

  /// Lays an unfinished entry with the actor's post.
  ///
  /// @param uploads the actor's own, in page order
  /// @param message the e-mail it is made of
  /// @return what the door appends to the ledger with its own entry
  @CheckReturnValue
  public Entry fromMail(
      Act act, ContentId id, Particulars particulars, List<UUID> uploads, UUID message) {
    receipts.insert(id, seats.of(act.post()), uploads, time.now());
    receipts.origin(id, new Origin(Origin.Kind.MAIL, message), "");
    receipts.write(id, particulars, act, time.now());
    return new Entry("dak.entry_kept", "content/" + id);
  }
}
