package karyalay.signatures;

import eu.europa.esig.dss.model.signature.SignatureCryptographicVerification;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pdf.PdfSignatureRevision;
import eu.europa.esig.dss.pdf.modifications.PdfModificationDetection;
import eu.europa.esig.dss.pdf.modifications.PdfObjectModifications;
import eu.europa.esig.dss.spi.x509.tsp.TimestampToken;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import karyalay.shared.OfficeTime;
import karyalay.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks at every signature of a PDF with DSS, and says of each whose it is, what it is worth, and
/// whether the document is still what was signed.
@Component
class PdfJudge {
  private final PadesTools tools;
  private final Trust trust;
  private final TimeStamps stamps;
  private final KeyRows keys;
  private final SignatureRows signatures;
  private final OfficeTime time;

  PdfJudge(
      PadesTools tools,
      Trust trust,
      TimeStamps stamps,
      KeyRows keys,
      SignatureRows signatures,
      OfficeTime time) {
    this.tools = tools;
    this.trust = trust;
    this.stamps = stamps;
    this.keys = keys;
    this.signatures = signatures;
    this.time = time;
  }

  Verdict judge(byte[] pdf) {
    List<PAdESSignature> found = tools.signatures(pdf);
    found.sort(Comparator.comparingInt(PdfJudge::end));
    byte[] hash = Sha256.of(pdf);
    List<Verdict.Judged> judged = new ArrayList<>();
    for (PAdESSignature signature : found) {
      boolean last = signature == found.getLast();
      judged.add(judge(signature, pdf.length, last, hash));
    }
    return new Verdict(List.copyOf(judged));
  }

  private Verdict.Judged judge(PAdESSignature signature, int length, boolean last, byte[] hash) {
    SignatureCryptographicVerification truth = signature.getSignatureCryptographicVerification();
    CertificateToken token = signature.getSigningCertificateToken();
    if (token == null)
      return new Verdict.Judged(
          SignatureKind.FOREIGN, Verdict.State.CHANGED, "", "", "", null, false, null);
    X509Certificate certificate = token.getCertificate();
    SignatureKind kind = trust.kind(certificate, others(signature));
    Verdict.Recorded ours =
        kind == SignatureKind.FOREIGN
            ? null
            : signatures.byDocument(hash, Certificates.serial(certificate)).orElse(null);
    Optional<Instant> stamped = stamped(signature);
    boolean proved = ours != null || stamped.isPresent();
    Instant at = ours != null ? ours.at() : stamped.orElseGet(() -> said(signature));
    Verdict.State state =
        !truth.isSignatureIntact()
                || !truth.isReferenceDataFound()
                || !truth.isReferenceDataIntact()
            ? Verdict.State.CHANGED
            : addedTo(signature, length, last)
                ? Verdict.State.ADDED_TO
                : standing(kind, certificate, proved && at != null ? at : time.now());
    return new Verdict.Judged(
        kind,
        state,
        Certificates.commonName(certificate),
        Certificates.post(certificate),
        Certificates.issuer(certificate),
        at,
        proved,
        ours);
  }

  /// A time that nobody but the signer vouches for proves nothing: then what counts is today.
  private Verdict.State standing(SignatureKind kind, X509Certificate certificate, Instant at) {
    if (kind == SignatureKind.FOREIGN) return Verdict.State.UNTRUSTED;
    Instant ended =
        keys.byCertificate(Sha256.of(Certificates.encoded(certificate)))
            .filter(card -> card.how() != KeyEnd.ONCE)
            .map(KeyCard::endedAt)
            .orElse(null);
    if (ended != null && at.isAfter(ended)) return Verdict.State.REVOKED;
    boolean early = at.plusSeconds(1).isBefore(certificate.getNotBefore().toInstant());
    return early || at.isAfter(certificate.getNotAfter().toInstant())
        ? Verdict.State.EXPIRED
        : Verdict.State.VALID;
  }

  private static Set<X509Certificate> others(PAdESSignature signature) {
    return signature.getCertificates().stream()
        .map(CertificateToken::getCertificate)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static @Nullable Instant said(PAdESSignature signature) {
    Date said = signature.getSigningTime();
    return said == null ? null : said.toInstant();
  }

  /// The earliest time stamp that holds, by an authority that is believed here.
  private Optional<Instant> stamped(PAdESSignature signature) {
    List<X509Certificate> trusted = stamps.trusted();
    return signature.getSignatureTimestamps().stream()
        .filter(TimestampToken::isMessageImprintDataIntact)
        .filter(stamp ->
            trusted.stream()
                .anyMatch(one -> stamp.isSignedBy(new CertificateToken(one)) && stamp.isValid()))
        .map(stamp -> stamp.getGenerationTime().toInstant())
        .min(Comparator.naturalOrder());
  }

  private static int end(PAdESSignature signature) {
    var range = signature.getPdfSignatureDictionary().getByteRange();
    return range.getSecondPartStart() + range.getSecondPartEnd();
  }

  /// Behind what was signed nothing may stand but later signatures and what proves them.
  private static boolean addedTo(PAdESSignature signature, int length, boolean last) {
    PdfSignatureRevision revision = signature.getPdfRevision();
    var range = signature.getPdfSignatureDictionary().getByteRange();
    if (!range.isValid() || !signature.getPdfSignatureDictionary().isConsistent()) return true;
    if (end(signature) >= length) return false;
    PdfModificationDetection changes = revision.getModificationDetection();
    PdfObjectModifications objects = changes == null ? null : changes.getObjectModifications();
    if (changes == null || objects == null) return true;
    boolean harmless =
        objects.getAnnotCreationChanges().isEmpty()
            && objects.getUndefinedChanges().isEmpty()
            && changes.getPageDifferences().isEmpty()
            && changes.getAnnotationOverlaps().isEmpty();
    boolean onlyProofs = objects.getFormFillInAndSignatureCreationChanges().isEmpty();
    boolean proofs = !objects.getSecureChanges().isEmpty();
    return !harmless || last && !(onlyProofs && proofs);
  }
}
