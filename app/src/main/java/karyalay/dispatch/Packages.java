package karyalay.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.documents.Documents;
import karyalay.drafts.IssuedLetter;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Packages to other instances: laid out and signed in the act that sends the letter, and settled
/// by the other side's signed receipt.
@Component
@Transactional
class Packages {
  static final String SIGNED_AS = "karyalay package";
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final JdbcClient db;
  private final Peers peers;
  private final InstanceKey key;
  private final Documents documents;
  private final PostNames names;
  private final ItemStore items;
  private final Ledger ledger;
  private final OfficeTime time;

  Packages(
      JdbcClient db,
      Peers peers,
      InstanceKey key,
      Documents documents,
      PostNames names,
      ItemStore items,
      Ledger ledger,
      OfficeTime time) {
    this.db = db;
    this.peers = peers;
    this.key = key;
    this.documents = documents;
    this.names = names;
    this.items = items;
    this.ledger = ledger;
    this.time = time;
  }

  /// Lays a package out.
  ///
  /// @throws Refused `NO_SUCH_PEER`
  void lay(UUID id, UUID peerId, String to, IssuedLetter letter) {
    Peer peer = peers.find(peerId).orElseThrow(() -> new Refused(DispatchRefusal.NO_SUCH_PEER));
    byte[] facts = facts(id, peer, to, letter).written();
    db.sql(
            """
            INSERT INTO dispatch.package_out (id, peer, document, facts, signature, state, next_at)
            VALUES (?, ?, ?, ?, ?, 'WAITING', ?)
            """)
        .params(
            id,
            peer.id(),
            letter.document().value(),
            facts,
            key.sign(PackageFacts.signedBytes(SIGNED_AS, facts)),
            Rows.at(time.now()))
        .update();
  }

  private PackageFacts facts(UUID id, Peer peer, String to, IssuedLetter letter) {
    PostNames.Signatory signatory = names.signatory(letter.id());
    return new PackageFacts(
        id,
        key.fingerprint(),
        peer.fingerprint(),
        to,
        letter.number(),
        letter.date(),
        letter.form().code(),
        letter.language(),
        letter.subject(),
        names.classification(letter.id()),
        signatory.name(),
        signatory.designation(),
        names.office(letter.office()),
        letter.sha256(),
        documents.find(letter.document()).bytes());
  }

  /// A package on its way out.
  record Out(UUID id, UUID peer, UUID document, byte[] facts, byte[] signature, int tries) {}

  /// Those whose time has come. Two nodes that send the same one do no harm: it is received once.
  @Transactional(readOnly = true)
  public List<UUID> due(int most) {
    return db.sql(
            """
            SELECT id FROM dispatch.package_out WHERE state = 'WAITING' AND next_at <= ?
            ORDER BY next_at, id LIMIT ?
            """)
        .params(Rows.at(time.now()), most)
        .query(UUID.class)
        .list();
  }

  /// How what waits stands.
  ///
  /// @param tried how many of these were tried more than twice
  record Standing(int waiting, int tried) {}

  @Transactional(readOnly = true)
  Standing standing() {
    return db.sql(
            """
            SELECT count(*) AS waiting, count(*) FILTER (WHERE tries > 2) AS tried
            FROM dispatch.package_out WHERE state = 'WAITING'
            """)
        .query(Standing.class)
        .single();
  }

  /// Takes one for a try; the next is put off first, so that a crash in the try is only a wait.
  Optional<Out> take(UUID id) {
    Instant now = time.now();
    return db.sql(
            """
            UPDATE dispatch.package_out SET tries = tries + 1,
                next_at = :now + least(:longest, :first * power(2, least(tries, 12))) * interval '1 second'
            WHERE id = :id AND state = 'WAITING' AND next_at <= :now
            RETURNING id, peer, document, facts, signature, tries
            """)
        .param("id", id)
        .param("now", Rows.at(now))
        .param("first", FIRST.toSeconds())
        .param("longest", LONGEST.toSeconds())
        .query((row, n) ->
            new Out(
                Rows.uuid(row, "id"),
                Rows.uuid(row, "peer"),
                Rows.uuid(row, "document"),
                Objects.requireNonNull(row.getBytes("facts")),
                Objects.requireNonNull(row.getBytes("signature")),
                row.getInt("tries")))
        .optional();
  }

  /// The other side has it: its receipt is kept as the proof.
  void received(Out out, PackageReceipt receipt, byte[] bytes, byte[] signature) {
    int settled =
        db.sql(
                """
                UPDATE dispatch.package_out SET state = 'RECEIVED', receipt = ?, receipt_signature = ?,
                    settled_at = ?, answer = '' WHERE id = ? AND state = 'WAITING'
                """)
            .params(bytes, signature, Rows.at(time.now()), out.id())
            .update();
    if (settled == 0) return;
    Act act = Carriage.ours();
    items
        .byOutbox(out.id())
        .ifPresent(item -> {
          items.acknowledge(
              item, new ItemStore.Taken("", "", receipt.at(), null, null, receipt.number()));
          items.event(item, "ARRIVED", Mode.INSTANCE.name(), act, receipt.number(), time.now());
        });
    ledger.append(
        act,
        new Entry(
            "dispatch.package_received",
            "package/" + out.id(),
            Map.of("number", receipt.number(), "receipt", PackageFacts.hash(bytes))));
  }

  /// The other side will not have it: the item comes back with its sentence.
  void refused(Out out, String answer) {
    int settled =
        db.sql(
                """
                UPDATE dispatch.package_out SET state = 'REFUSED', answer = ?, settled_at = ?
                WHERE id = ? AND state = 'WAITING'
                """)
            .params(answer, Rows.at(time.now()), out.id())
            .update();
    if (settled == 0) return;
    Act act = Carriage.ours();
    items
        .byOutbox(out.id())
        .ifPresent(item -> {
          items.state(item, ItemState.RETURNED, answer);
          items.event(item, "RETURNED", Mode.INSTANCE.name(), act, answer, time.now());
        });
    ledger.append(
        act,
        new Entry("dispatch.package_refused", "package/" + out.id(), Map.of("answer", answer)));
  }

  /// It was not reached, or its answer cannot be believed: tried again later.
  void later(Out out, String answer) {
    db.sql("UPDATE dispatch.package_out SET answer = ? WHERE id = ? AND state = 'WAITING'")
        .params(answer, out.id())
        .update();
  }
}
