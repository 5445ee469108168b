package karyalay.signatures;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pades.signature.PAdESWithExternalCMSService;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.pdf.AbstractPDFSignatureService;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.spi.signature.AdvancedSignature;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// EU DSS as we use it: it asks the network for nothing but the time stamp, trusts our authority
/// and the licensed ones, and draws no pages to compare them.
@Component
class PadesTools {
  private final OfficeAuthority authority;
  private final Trust trust;
  private final TimeStamps stamps;
  private final KeyRows rows;

  PadesTools(OfficeAuthority authority, Trust trust, TimeStamps stamps, KeyRows rows) {
    this.authority = authority;
    this.trust = trust;
    this.stamps = stamps;
    this.rows = rows;
  }

  /// @param kind of the key; with our own the list of revocations goes into the document
  PAdESService service(SignatureKind kind) {
    CommonCertificateVerifier verifier = verifier();
    boolean stamped = stamps.known();
    if (stamped && kind == SignatureKind.OFFICE_APPROVAL) {
      byte[] list = authority.revocations(rows.endedOfOffice());
      verifier.setCrlSource(
          new ExternalResourcesCRLSource((DSSDocument) new InMemoryDocument(list)));
    }
    var service = new PAdESService(verifier);
    service.setPdfObjFactory(new Factory());
    if (stamped) service.setTspSource(stamps.source());
    return service;
  }

  /// For signatures that are made elsewhere.
  PAdESWithExternalCMSService external() {
    var service = new PAdESWithExternalCMSService();
    service.setCertificateVerifier(verifier());
    service.setPdfObjFactory(new Factory());
    return service;
  }

  /// All signatures of a PDF, each with what was changed in the document after it.
  List<PAdESSignature> signatures(byte[] pdf) {
    var document = new InMemoryDocument(pdf);
    var factory = new Factory();
    var analyzer = new PDFDocumentAnalyzer(document);
    analyzer.setPdfObjFactory(factory);
    analyzer.setCertificateVerifier(verifier());
    List<AdvancedSignature> all = analyzer.getSignatures();
    factory.newPAdESSignatureService().analyzePdfModifications(document, all, null);
    List<PAdESSignature> found = new ArrayList<>();
    for (AdvancedSignature one : all)
      if (one instanceof PAdESSignature signature) found.add(signature);
    return found;
  }

  private CommonCertificateVerifier verifier() {
    var verifier = new CommonCertificateVerifier(true);
    var trusted = new CommonTrustedCertificateSource();
    X509Certificate own = authority.certificate();
    if (own != null) trusted.addCertificate(new CertificateToken(own));
    trust.licensed().forEach(one -> trusted.addCertificate(new CertificateToken(one)));
    stamps.trusted().forEach(one -> trusted.addCertificate(new CertificateToken(one)));
    verifier.setTrustedCertSources(trusted);
    verifier.setAIASource(null);
    quiet(verifier);
    return verifier;
  }

  /// Our list is made for each signature, but DSS asks for one that is younger than it.
  private static void quiet(CertificateVerifier verifier) {
    verifier.setAlertOnNoRevocationAfterBestSignatureTime(new SilentOnStatusAlert());
  }

  private static final class Factory extends PdfBoxNativeObjectFactory {
    @Override
    public PDFSignatureService newPAdESSignatureService() {
      return plain(PDFServiceMode.SIGNATURE);
    }

    @Override
    public PDFSignatureService newSignatureTimestampService() {
      return plain(PDFServiceMode.SIGNATURE_TIMESTAMP);
    }

    @Override
    public PDFSignatureService newArchiveTimestampService() {
      return plain(PDFServiceMode.ARCHIVE_TIMESTAMP);
    }

    private static AbstractPDFSignatureService plain(PDFServiceMode mode) {
      var service = new PdfBoxSignatureService(mode, new SignatureField.Factory());
      var differences = new DefaultPdfDifferencesFinder();
      differences.setMaximalPagesAmountForVisualComparison(0);
      service.setPdfDifferencesFinder(differences);
      return service;
    }
  }
}
