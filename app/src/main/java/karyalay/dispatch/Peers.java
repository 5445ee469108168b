package karyalay.dispatch;

import static karyalay.dispatch.DispatchRefusal.*;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.ledger.Ledger;
import karyalay.shared.Act;
import karyalay.shared.Acts;
import karyalay.shared.Ids;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The other instances, as an administrator has entered them.
@Service
@Transactional
public class Peers {
  private static final String PEER =
      """
      SELECT id, name_hi, name_en, address, key, fingerprint, certificate FROM dispatch.peer
      """;

  private final JdbcClient db;
  private final InstanceKey key;
  private final Acts acts;
  private final Ledger ledger;
  private final OfficeTime time;

  Peers(JdbcClient db, InstanceKey key, Acts acts, Ledger ledger, OfficeTime time) {
    this.db = db;
    this.key = key;
    this.acts = acts;
    this.ledger = ledger;
    this.time = time;
  }

  /// Our own key, for the other side's administrator.
  @Transactional(readOnly = true)
  public String ourKey() {
    return key.text();
  }

  /// Its fingerprint, to be compared by telephone.
  public String ourFingerprint() {
    return key.fingerprint();
  }

  @Transactional(readOnly = true)
  public List<Peer> all() {
    return db.sql(PEER + " WHERE ended_at IS NULL ORDER BY name_hi").query(Peer.class).list();
  }

  @Transactional(readOnly = true)
  Optional<Peer> find(UUID id) {
    return db.sql(PEER + " WHERE id = ? AND ended_at IS NULL")
        .param(id)
        .query(Peer.class)
        .optional();
  }

  @Transactional(readOnly = true)
  Optional<Peer> byFingerprint(String fingerprint) {
    return db.sql(PEER + " WHERE fingerprint = ? AND ended_at IS NULL")
        .param(fingerprint)
        .query(Peer.class)
        .optional();
  }

  /// The district whose administrator entered a peer: what it sends arrives there.
  @Transactional(readOnly = true)
  OfficeId district(UUID peer) {
    return new OfficeId(
        db.sql("SELECT district FROM dispatch.peer WHERE id = ?")
            .param(peer)
            .query(UUID.class)
            .single());
  }

  /// Enters another instance.
  ///
  /// @throws Refused `MISSING` names; `PEER_ADDRESS`, `PEER_KEY`, `PEER_CERTIFICATE`, `PEER_KNOWN`
  public UUID add(Act act, OfficeId district, Peer.Facts facts) {
    UUID id = Ids.next();
    return acts.once(
        act,
        id,
        () -> {
          String fingerprint = check(facts);
          insert(id, district, facts, fingerprint);
          ledger.append(
              act,
              new Entry(
                  "dispatch.peer_entered",
                  "peer/" + id,
                  Map.of("address", facts.address().strip(), "fingerprint", fingerprint)));
        });
  }

  private void insert(UUID id, OfficeId district, Peer.Facts facts, String fingerprint) {
    try {
      db.sql(
              """
              INSERT INTO dispatch.peer (id, district, name_hi, name_en, address, key, fingerprint,
                                         certificate, since)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
              """)
          .params(
              id,
              district.value(),
              facts.nameHi().strip(),
              facts.nameEn().strip(),
              facts.address().strip().replaceAll("/+$", ""),
              facts.key().replaceAll("\\s", ""),
              fingerprint,
              facts.certificate().strip(),
              Rows.at(time.now()))
          .update();
    } catch (DuplicateKeyException e) {
      throw new Refused(PEER_KNOWN);
    }
  }

  private static String check(Peer.Facts facts) {
    if (facts.nameHi().isBlank() || facts.nameEn().isBlank())
      throw new Refused(SharedRefusal.MISSING, "name");
    requireAddress(facts.address().strip());
    requireCertificate(facts.certificate().strip());
    try {
      return InstanceKey.fingerprint(InstanceKey.publicKey(facts.key()));
    } catch (GeneralSecurityException e) {
      throw new Refused(PEER_KEY);
    }
  }

  private static void requireAddress(String address) {
    try {
      URI uri = URI.create(address);
      boolean good =
          "https".equals(uri.getScheme())
              && uri.getHost() != null
              && uri.getUserInfo() == null
              && uri.getQuery() == null;
      if (!good) throw new Refused(PEER_ADDRESS);
    } catch (IllegalArgumentException e) {
      throw new Refused(PEER_ADDRESS);
    }
  }

  private static void requireCertificate(String pem) {
    if (pem.isEmpty()) return;
    try {
      CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    } catch (CertificateException e) {
      throw new Refused(PEER_CERTIFICATE);
    }
  }

  /// Ends the exchange with an instance; what came and went stays.
  ///
  /// @throws Refused `NO_SUCH_PEER`
  public void end(Act act, UUID peer) {
    acts.once(
        act,
        peer,
        () -> {
          int ended =
              db.sql("UPDATE dispatch.peer SET ended_at = ? WHERE id = ? AND ended_at IS NULL")
                  .params(Rows.at(time.now()), peer)
                  .update();
          if (ended == 0) throw new Refused(NO_SUCH_PEER);
          ledger.append(act, new Entry("dispatch.peer_ended", "peer/" + peer));
        });
  }
}
