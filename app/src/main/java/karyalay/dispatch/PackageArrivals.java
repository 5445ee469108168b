package karyalay.dispatch;

import static karyalay.dispatch.DispatchRefusal.*;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import karyalay.dak.Delivered;
import karyalay.dak.Deliveries;
import karyalay.dak.Delivery;
import karyalay.desk.Classification;
import karyalay.documents.DocumentId;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.OfficeTime;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What other instances sent, once each: row, dak and receipt in one transaction.
@Component
@Transactional
class PackageArrivals {
  private final JdbcClient db;
  private final Peers peers;
  private final InstanceKey key;
  private final Deliveries deliveries;
  private final Ledger ledger;
  private final OfficeTime time;

  PackageArrivals(
      JdbcClient db,
      Peers peers,
      InstanceKey key,
      Deliveries deliveries,
      Ledger ledger,
      OfficeTime time) {
    this.db = db;
    this.peers = peers;
    this.key = key;
    this.deliveries = deliveries;
    this.ledger = ledger;
    this.time = time;
  }

  private record Kept(byte[] sha256, byte[] receipt, byte[] signature) {}

  /// What was answered before.
  ///
  /// @throws Refused `PACKAGE_DIFFERS` when another package came under this id
  @Transactional(readOnly = true)
  public Optional<Exchange.Answer> known(UUID id, byte[] facts) {
    return db.sql("SELECT sha256, receipt, receipt_signature FROM dispatch.package_in WHERE id = ?")
        .param(id)
        .query((row, n) ->
            new Kept(
                Objects.requireNonNull(row.getBytes("sha256")),
                Objects.requireNonNull(row.getBytes("receipt")),
                Objects.requireNonNull(row.getBytes("receipt_signature"))))
        .optional()
        .map(kept -> answer(kept, facts));
  }

  private static Exchange.Answer answer(Kept kept, byte[] facts) {
    if (!Arrays.equals(kept.sha256(), Sha256.of(facts))) throw new Refused(PACKAGE_DIFFERS);
    return new Exchange.Answer(kept.receipt(), kept.signature());
  }

  /// @throws Refused `NO_SUCH_OFFICE`
  @Transactional(readOnly = true)
  public PostId requireOffice(Peer peer, String office) {
    return new PostId(
        db.sql(
                """
                SELECT t.id FROM organisation.v_post t JOIN organisation.v_office o ON o.id = t.office
                WHERE t.district = :district AND (t.mark = :to OR o.code = :to)
                ORDER BY t.mark = :to DESC, t.counter DESC, t.head DESC, t.level DESC, t.id LIMIT 1
                """)
            .param("district", peers.district(peer.id()).value())
            .param("to", office)
            .query(UUID.class)
            .optional()
            .orElseThrow(() -> new Refused(NO_SUCH_OFFICE, office)));
  }

  Exchange.Answer arrive(
      Peer peer, PackageFacts it, byte[] facts, byte[] signature, DocumentId document) {
    // The same package on two lines at once: the second waits here, and is answered like the first.
    db.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 77))")
        .param(it.id().toString())
        .query((row, n) -> 0)
        .single();
    Optional<Exchange.Answer> before = known(it.id(), facts);
    if (before.isPresent()) return before.get();
    Delivered arrived = deliveries.deliver(delivery(peer, it, document));
    byte[] receipt =
        new PackageReceipt(it.id(), PackageFacts.hash(facts), arrived.number(), arrived.at())
            .written();
    byte[] signed = key.sign(PackageFacts.signedBytes(PeerLine.RECEIPT_SIGNED_AS, receipt));
    insert(peer, it, facts, signature, arrived, receipt, signed);
    ledger.append(
        Carriage.ours(),
        new Entry(
            "dispatch.package_arrived",
            "package/" + it.id(),
            Map.of("facts", PackageFacts.hash(facts), "number", arrived.number())));
    return new Exchange.Answer(receipt, signed);
  }

  private Delivery delivery(Peer peer, PackageFacts it, DocumentId document) {
    return new Delivery(
        requireOffice(peer, it.office()),
        Delivery.sender(it.signatory(), it.designation(), it.sender()),
        it.number(),
        it.date(),
        it.form(),
        it.language().equals("en") ? "en" : "hi",
        it.subject(),
        "",
        Classification.valueOf(it.classification()),
        document,
        it.number() + ".pdf");
  }

  private void insert(
      Peer peer,
      PackageFacts it,
      byte[] facts,
      byte[] signature,
      Delivered arrived,
      byte[] receipt,
      byte[] signed) {
    db.sql(
            """
            INSERT INTO dispatch.package_in (id, peer, sha256, facts, signature, paper, number, receipt,
                                             receipt_signature, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            it.id(),
            peer.id(),
            Sha256.of(facts),
            facts,
            signature,
            arrived.paper().value(),
            arrived.number(),
            receipt,
            signed,
            Rows.at(time.now()))
        .update();
  }
}
