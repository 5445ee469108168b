package karyalay.signatures;

import static karyalay.signatures.SignaturesRefusal.*;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.DSSMessageDigest;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESWithExternalCMSService;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Date;
import karyalay.shared.Refused;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.springframework.stereotype.Component;

/// PDFs whose signature is made elsewhere: first what is to be signed, later the signature put in.
@Component
class ExternalPdf {
  private final PadesTools tools;

  ExternalPdf(PadesTools tools) {
    this.tools = tools;
  }

  /// SHA-256 of all bytes that the signature will cover.
  ///
  /// @throws Refused `NOT_SIGNABLE`
  byte[] hash(ToSign item) {
    try {
      return digest(item).getValue();
    } catch (DSSException e) {
      throw new Refused(NOT_SIGNABLE);
    }
  }

  private DSSMessageDigest digest(ToSign item) {
    return service().getMessageDigest(new InMemoryDocument(item.pdf()), parameters(item));
  }

  private PAdESWithExternalCMSService service() {
    return tools.external();
  }

  private static PAdESSignatureParameters parameters(ToSign item) {
    var parameters = new PAdESSignatureParameters();
    parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
    parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
    parameters.setSubFilter("adbe.pkcs7.detached");
    parameters.setContentSize(32 << 10);
    parameters.bLevel().setSigningDate(Date.from(item.at()));
    if (!item.reason().isBlank()) parameters.setReason(item.reason());
    if (item.spot().page() > 0) parameters.setImageParameters(SignatureField.at(item.spot()));
    return parameters;
  }

  /// @param asked the hash that was sent
  /// @param cms the signature that came back
  /// @throws Refused `ESIGN_OTHER_DOCUMENT` when it is not of this hash, or not by this certificate
  byte[] put(ToSign item, byte[] asked, byte[] cms, X509Certificate certificate) {
    require(asked, cms, certificate);
    try {
      if (!MessageDigest.isEqual(asked, hash(item))) throw new Refused(ESIGN_OTHER_DOCUMENT);
      return PdfSigner.bytes(
          service()
              .signDocument(
                  new InMemoryDocument(item.pdf()), parameters(item), new InMemoryDocument(cms)));
    } catch (DSSException e) {
      throw new Refused(ESIGN_OTHER_DOCUMENT);
    }
  }

  private static void require(byte[] asked, byte[] cms, X509Certificate certificate) {
    try {
      SignerInformation signer =
          new CMSSignedData(cms).getSignerInfos().getSigners().iterator().next();
      Attribute digest =
          signer.getSignedAttributes() == null
              ? null
              : signer.getSignedAttributes().get(CMSAttributes.messageDigest);
      boolean same =
          digest != null
              && MessageDigest.isEqual(
                  asked,
                  ASN1OctetString.getInstance(digest.getAttrValues().getObjectAt(0)).getOctets());
      if (!same || !attributesHold(signer, certificate)) throw new Refused(ESIGN_OTHER_DOCUMENT);
    } catch (CMSException
        | OperatorCreationException
        | java.io.IOException
        | java.util.NoSuchElementException e) {
      throw new Refused(ESIGN_OTHER_DOCUMENT);
    }
  }

  /// The value is over the attributes, among which is the hash.
  private static boolean attributesHold(SignerInformation signer, X509Certificate certificate)
      throws OperatorCreationException, java.io.IOException {
    var verifier = new JcaSimpleSignerInfoVerifierBuilder().build(certificate);
    var content =
        verifier.getContentVerifier(
            signer.toASN1Structure().getDigestEncryptionAlgorithm(),
            signer.toASN1Structure().getDigestAlgorithm());
    try (var out = content.getOutputStream()) {
      out.write(signer.getEncodedSignedAttributes());
    }
    return content.verify(signer.getSignature());
  }
}
