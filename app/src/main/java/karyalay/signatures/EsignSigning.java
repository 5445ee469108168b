package karyalay.signatures;

import static karyalay.signatures.SignaturesRefusal.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import karyalay.shared.Act;
import karyalay.shared.Ids;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Signs PDFs through a licensed eSign provider (CCA eSign 2.1 and 3.x), in two acts: the question
/// goes with the officer's browser to the provider, which asks him for his proof and sends the
/// browser back with the answer. Each answer is used once.
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class EsignSigning {
  private final SigningSettings.Esign settings;
  private final EsignStore store;
  private final ExternalPdf pdfs;
  private final Trust trust;
  private final KeyRows keys;
  private final SignatureRows rows;
  private final OfficeTime time;

  EsignSigning(
      SigningSettings settings,
      EsignStore store,
      ExternalPdf pdfs,
      Trust trust,
      KeyRows keys,
      SignatureRows rows,
      OfficeTime time) {
    this.settings = settings.esign();
    this.store = store;
    this.pdfs = pdfs;
    this.trust = trust;
    this.keys = keys;
    this.rows = rows;
    this.time = time;
  }

  /// What the officer's browser takes to the provider.
  ///
  /// @param txn names the question; the answer bears it
  /// @param xml the form's field `eSignRequest` (2.1), or the body (3.x)
  public record Question(String txn, URI address, String xml) {}

  /// Whether this machine knows a provider.
  @Transactional(propagation = Propagation.SUPPORTS)
  public boolean present() {
    return settings.address() != null && settings.provider() != null && settings.key() != null;
  }

  /// Asks for signatures on finished PDFs.
  ///
  /// @param items kept by the caller until the answer comes, unchanged
  /// @param back where the provider is to send the answer
  /// @throws Refused `NO_ESIGN`, `NOT_SIGNABLE`
  public Question ask(Act act, List<ToSign> items, URI back) {
    URI address = settings.address();
    if (!present() || address == null) throw new Refused(NO_ESIGN);
    List<byte[]> hashes = items.stream().map(pdfs::hash).toList();
    String txn = "KRY:" + act.id();
    Instant now = time.now();
    store.ask(txn, act, hashes, now, now.plus(settings.life()));
    Pkcs12.Found own = Pkcs12.read(bytes(settings.key()), password());
    var question =
        new EsignXml.Question(
            settings.version(), txn, settings.asp(), back.toString(), now, hashes);
    return new Question(txn, address, EsignXml.write(question, own.key(), own.chain().getFirst()));
  }

  /// Takes the provider's answer and puts each signature into its PDF.
  ///
  /// @param items the very ones that were asked for
  /// @throws Refused `ESIGN_NOT_GENUINE`, `ESIGN_UNKNOWN` (also for a second answer),
  ///   `ESIGN_TOO_LATE`, `ESIGN_FAILED`, `ESIGN_OTHER_DOCUMENT`, `NOT_LICENSED`
  public List<SignedPdf> take(Act act, String xml, List<ToSign> items) {
    if (!present()) throw new Refused(NO_ESIGN);
    EsignXml.Answer answer = EsignXml.read(xml, provider());
    Instant now = time.now();
    EsignStore.Open asked =
        store
            .take(answer.txn(), now)
            .filter(open -> open.person().equals(act.person()))
            .orElseThrow(() -> new Refused(ESIGN_UNKNOWN));
    if (now.isAfter(asked.until()) || answer.at().isAfter(asked.until()))
      throw new Refused(ESIGN_TOO_LATE);
    if (!answer.done()) throw new Refused(ESIGN_FAILED, answer.error());
    if (asked.hashes().size() != items.size() || answer.signatures().size() != items.size())
      throw new Refused(ESIGN_OTHER_DOCUMENT);
    X509Certificate certificate = licensed(answer.certificate());
    UUID key = keep(act, certificate, now);
    List<SignedPdf> signed = new ArrayList<>();
    for (int n = 0; n < items.size(); n++) {
      byte[] cms = answer.signatures().getOrDefault(n + 1, new byte[0]);
      byte[] pdf = pdfs.put(items.get(n), asked.hashes().get(n), cms, certificate);
      SignatureFacts facts =
          Signing.facts(act, SignatureKind.DIGITAL, certificate, items.get(n), Sha256.of(pdf));
      if (!rows.add(facts, key, null, act)) throw new Refused(KEY_NOT_ACTIVE);
      signed.add(new SignedPdf(pdf, facts));
    }
    return List.copyOf(signed);
  }

  private X509Certificate licensed(byte[] encoded) {
    X509Certificate certificate;
    try {
      certificate = Certificates.read(encoded);
    } catch (IllegalArgumentException e) {
      throw new Refused(ESIGN_NOT_GENUINE);
    }
    if (trust.kind(certificate, List.of()) != SignatureKind.DIGITAL)
      throw new Refused(NOT_LICENSED, Certificates.issuer(certificate));
    return certificate;
  }

  /// The provider made this key for one signature; its certificate is kept to judge it.
  private UUID keep(Act act, X509Certificate certificate, Instant now) {
    UUID id = Ids.next();
    var card =
        new KeyCard(
            id,
            act.person(),
            act.post(),
            KeySource.ESIGN,
            SignatureKind.DIGITAL,
            certificate,
            0,
            now,
            now,
            KeyEnd.ONCE,
            "");
    keys.add(new KeyRows.Row(card, List.of(), null, null, "", true));
    return id;
  }

  private X509Certificate provider() {
    Path file = settings.provider();
    if (file == null) throw new Refused(NO_ESIGN);
    return Certificates.pem(file).getFirst();
  }

  private String password() {
    Path file = settings.keyPassword();
    return file == null
        ? ""
        : new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8).strip();
  }

  private static byte[] bytes(@Nullable Path file) {
    if (file == null) throw new Refused(NO_ESIGN);
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
