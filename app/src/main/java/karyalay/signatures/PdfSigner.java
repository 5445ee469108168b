package karyalay.signatures;

import static karyalay.signatures.SignaturesRefusal.*;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.List;
import karyalay.shared.Refused;
import org.apache.pdfbox.Loader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Signs one PDF as PAdES does, with EU DSS: baseline B-B, or B-LT (licensed keys: B-T) where this
/// machine knows a time-stamp authority. The libraries load with the first signature.
@Component
class PdfSigner {
  private static final Logger LOG = LoggerFactory.getLogger(PdfSigner.class);
  private static final int MOST_BYTES = 50 << 20;

  private final PadesTools tools;
  private final TimeStamps stamps;

  PdfSigner(PadesTools tools, TimeStamps stamps) {
    this.tools = tools;
    this.stamps = stamps;
  }

  /// @throws Refused `NOT_SIGNABLE`, `TIME_STAMP_FAILED`
  byte[] sign(ToSign item, Unlocked key) {
    if (item.pdf().length > MOST_BYTES) throw new Refused(NOT_SIGNABLE);
    try {
      if (item.spot().page() == 0) checkUnseen(item.pdf());
      return bytes(sign(new InMemoryDocument(item.pdf()), parameters(item, key), key));
    } catch (TimeStamps.Failed e) {
      LOG.warn("time stamp: {}", e.getMessage());
      throw new Refused(TIME_STAMP_FAILED);
    } catch (DSSException | IOException e) {
      LOG.warn("not signed: {}", e.getMessage());
      throw new Refused(NOT_SIGNABLE);
    }
  }

  /// A signature with a field is checked where the field is laid, in the document as DSS has it.
  private static void checkUnseen(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      SignatureField.check(document, 1);
    }
  }

  private DSSDocument sign(
      DSSDocument document, PAdESSignatureParameters parameters, Unlocked key) {
    PAdESService service = tools.service(key.kind());
    ToBeSigned words = service.getDataToSign(document, parameters);
    boolean rsa = key.certificate().getPublicKey().getAlgorithm().equals("RSA");
    SignatureAlgorithm how = rsa ? SignatureAlgorithm.RSA_SHA256 : SignatureAlgorithm.ECDSA_SHA256;
    var value = new SignatureValue(how, key.sign(words.getBytes()));
    return service.signDocument(document, parameters, value);
  }

  private PAdESSignatureParameters parameters(ToSign item, Unlocked key) {
    var parameters = new PAdESSignatureParameters();
    List<CertificateToken> chain = key.chain().stream().map(CertificateToken::new).toList();
    parameters.setSigningCertificate(chain.getFirst());
    parameters.setCertificateChain(chain);
    parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
    parameters.setSignatureLevel(level(key.kind()));
    parameters.bLevel().setSigningDate(Date.from(item.at()));
    parameters.setSignerName(Certificates.commonName(key.certificate()));
    if (!item.reason().isBlank()) parameters.setReason(item.reason());
    if (item.spot().page() > 0) parameters.setImageParameters(SignatureField.at(item.spot()));
    return parameters;
  }

  private SignatureLevel level(SignatureKind kind) {
    if (!stamps.known()) return SignatureLevel.PAdES_BASELINE_B;
    return kind == SignatureKind.OFFICE_APPROVAL
        ? SignatureLevel.PAdES_BASELINE_LT
        : SignatureLevel.PAdES_BASELINE_T;
  }

  static byte[] bytes(DSSDocument document) {
    var out = new ByteArrayOutputStream();
    try {
      document.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
