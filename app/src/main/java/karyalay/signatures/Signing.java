package karyalay.signatures;

import static karyalay.signatures.SignaturesRefusal.*;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import karyalay.ledger.Entry;
import karyalay.shared.Act;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.Sha256;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Signs finished PDFs (OP-72, OP-73) and the canonical bytes of notes, inside the act of another
/// module.
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Signing {
  /// The moment that is drawn in the page may be so far from when it is signed.
  private static final Duration SLACK = Duration.ofMinutes(5);

  private final PdfSigner signer;
  private final SignatureRows rows;
  private final OfficeTime time;

  Signing(PdfSigner signer, SignatureRows rows, OfficeTime time) {
    this.signer = signer;
    this.rows = rows;
    this.time = time;
  }

  /// Signs each PDF by itself, with a signature of its own, and writes down each. The caller stores
  /// the bytes and appends the entries to the ledger.
  ///
  /// @return in the order of `items`
  /// @throws Refused `NOT_YOUR_KEY`, `KEY_NOT_ACTIVE` when it was ended meanwhile,
  ///   `CERTIFICATE_EXPIRED`, `NOT_SIGNABLE` for what is no PDF of ours, `TIME_STAMP_FAILED`
  public List<SignedPdf> sign(Act act, Unlocked key, List<ToSign> items) {
    require(act, key);
    List<SignedPdf> signed = new ArrayList<>();
    for (ToSign item : items) {
      if (Duration.between(item.at(), time.now()).abs().compareTo(SLACK) > 0)
        throw new Refused(NOT_SIGNABLE);
      byte[] pdf = signer.sign(item, key);
      SignatureFacts facts = facts(act, key.kind(), key.certificate(), item, Sha256.of(pdf));
      if (!rows.add(facts, key.key(), null, act)) throw new Refused(KEY_NOT_ACTIVE);
      signed.add(new SignedPdf(pdf, facts));
    }
    return List.copyOf(signed);
  }

  /// Signs bytes that are stored elsewhere and can be made again exactly, as a note's canonical
  /// form. The signature is kept here; `signatures.v_signature` gives it back by its subject.
  ///
  /// @param subject as `note/0198…`
  /// @throws Refused `NOT_YOUR_KEY`, `KEY_NOT_ACTIVE`, `CERTIFICATE_EXPIRED`
  public SignatureFacts signDetached(
      Act act, Unlocked key, String subject, Instant at, byte[] words) {
    require(act, key);
    SignatureFacts facts = facts(act, key.kind(), key.certificate(), subject, at, Sha256.of(words));
    if (!rows.add(facts, key.key(), key.sign(words), act)) throw new Refused(KEY_NOT_ACTIVE);
    return facts;
  }

  private void require(Act act, Unlocked key) {
    if (!key.person().equals(act.person())) throw new Refused(NOT_YOUR_KEY);
    Instant end = key.certificate().getNotAfter().toInstant();
    if (!time.now().isBefore(end))
      throw new Refused(CERTIFICATE_EXPIRED, OfficeTime.day(end).toString());
  }

  static SignatureFacts facts(
      Act act, SignatureKind kind, X509Certificate certificate, ToSign item, byte[] hash) {
    return facts(act, kind, certificate, item.subject(), item.at(), hash);
  }

  private static SignatureFacts facts(
      Act act,
      SignatureKind kind,
      X509Certificate certificate,
      String subject,
      Instant at,
      byte[] hash) {
    UUID id = Ids.next();
    String serial = Certificates.serial(certificate);
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("signature", id.toString());
    details.put("kind", kind.name());
    details.put("certificate", serial);
    details.put("sha256", HexFormat.of().formatHex(hash));
    return new SignatureFacts(
        id,
        kind,
        subject,
        act.person(),
        act.post(),
        act.by().capacity(),
        at,
        serial,
        hash,
        new Entry("signatures.signed", subject, details));
  }
}
