package karyalay.mailbox;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import karyalay.documents.Messages;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Actor;
import karyalay.shared.Capacity;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.PersonId;
import karyalay.shared.Refused;
import karyalay.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Takes e-mails in, each once for its office, however often it is delivered, moved or copied
/// (OP-31). The bytes are safe on the disk before the row that names them; only then is anything
/// said to the server.
@Service
public class Intake {
  private static final UUID NOBODY = new UUID(0, 0);

  /// Message-IDs that the outbox gives.
  private static final Pattern OURS =
      Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^<>]*>");

  private static final Messages.Words SILENT =
      new Messages.Words("", "", "", "", "", null, List.of(), "", false, true);

  private final Messages messages;
  private final IntakeStore store;
  private final BoxStore boxes;
  private final Ledger ledger;
  private final TransactionOperations transaction;
  private final OfficeTime time;

  Intake(
      Messages messages,
      IntakeStore store,
      BoxStore boxes,
      Ledger ledger,
      TransactionOperations transaction,
      OfficeTime time) {
    this.messages = messages;
    this.store = store;
    this.boxes = boxes;
    this.ledger = ledger;
    this.transaction = transaction;
    this.time = time;
  }

  /// Where in a mailbox it lies.
  record Spot(long validity, long uid) {}

  /// Takes one in that did not come over a line: as it is written in a file.
  ///
  /// @return the message; the one that is there when the office has it already
  /// @throws Refused as {@link Messages#receive} says
  public UUID receive(UUID box, InputStream eml) {
    Box of = boxes.find(box).orElseThrow();
    return take(of, null, messages.receive(eml), time.now());
  }

  /// Whether the office has the message with this head; then its new place is noted.
  boolean knows(Box box, Spot spot, Messages.@Nullable Words head) {
    byte[] identity = Identity.of(head);
    if (identity == null) return false;
    Optional<UUID> known = store.known(box.office(), identity);
    known.ifPresent(id -> store.place(box.id(), spot.validity(), spot.uid(), id, time.now()));
    return known.isPresent();
  }

  /// Writes down one whose bytes are here.
  UUID take(Box box, @Nullable Spot spot, Messages.Taken taken, Instant arrived) {
    Messages.Words words = taken.words() == null ? SILENT : taken.words();
    Refused why = taken.why();
    var row =
        new IntakeStore.Row(
            Ids.next(),
            box,
            Identity.of(taken),
            taken.original().id().value(),
            taken.original().bytes(),
            words,
            arrived,
            why == null ? "" : why.reason().key(),
            answers(box, words));
    return write(row, spot, taken.enclosures(), taken.original().hash());
  }

  /// Writes down one that is too large and stays where it is.
  void leave(
      Box box, Spot spot, Messages.@Nullable Words head, long bytes, Instant arrived, byte[] raw) {
    Messages.Words words = head == null ? SILENT : head;
    byte[] told = Identity.of(head);
    byte[] identity = told == null ? Sha256.of(new byte[][] {raw}) : told;
    var row =
        new IntakeStore.Row(
            Ids.next(), box, identity, null, bytes, words, arrived, "", answers(box, words));
    var _ = write(row, spot, List.of(), "");
  }

  private UUID write(
      IntakeStore.Row row, @Nullable Spot spot, List<Messages.Enclosure> enclosures, String hash) {
    return Objects.requireNonNull(
        transaction.execute(_ -> {
          Instant now = time.now();
          boolean fresh = store.insert(row, now);
          UUID id =
              fresh ? row.id() : store.known(row.box().office(), row.identity()).orElseThrow();
          if (spot != null) store.place(row.box().id(), spot.validity(), spot.uid(), id, now);
          if (fresh) {
            store.enclose(id, enclosures);
            log(row, hash, enclosures);
          }
          return id;
        }));
  }

  /// Nobody's words stand in the ledger: the hash of what came does.
  private void log(IntakeStore.Row row, String hash, List<Messages.Enclosure> enclosures) {
    Act act = Act.of(new Actor(new PersonId(NOBODY), row.box().post(), Capacity.SYSTEM));
    Map<String, Object> details =
        Map.of("bytes", row.bytes(), "sha256", hash, "enclosures", enclosures.size());
    ledger.append(act, new Entry("mailbox.taken", "message/" + row.id(), details));
  }

  private @Nullable UUID answers(Box box, Messages.Words words) {
    List<UUID> named = new ArrayList<>();
    for (String id : words.answers()) {
      Matcher ours = OURS.matcher(id);
      if (ours.matches()) named.add(UUID.fromString(ours.group(1)));
    }
    return store.ours(box.office(), named).orElse(null);
  }
}
