package karyalay.signatures;

import java.io.StringReader;
import java.io.StringWriter;
import java.security.cert.X509Certificate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import karyalay.shared.OfficeTime;
import karyalay.signatures.TestAuthority.Key;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/// A licensed eSign provider for tests, by the words of the protocol: it believes only questions
/// that the office signed, makes an officer a fresh key, signs each hash, and signs its answer.
final class EsignProvider {
  static final Key OFFICE = TestAuthority.LICENSED.person("CN=Test Office,O=Test");

  private final Key own;
  private final TestAuthority certifies;

  EsignProvider() {
    this(TestAuthority.LICENSED.person("CN=Test Provider,O=Test"), TestAuthority.LICENSED);
  }

  private EsignProvider(Key own, TestAuthority certifies) {
    this.own = own;
    this.certifies = certifies;
  }

  /// The same provider, whose officers' certificates come from nobody who is licensed.
  EsignProvider unlicensed() {
    return new EsignProvider(own, new TestAuthority("C=IN,CN=Nobody"));
  }

  X509Certificate certificate() {
    return own.certificate();
  }

  boolean believes(String question) {
    try {
      Document document = parse(question);
      var seal = document.getElementsByTagNameNS("http://www.w3.org/2000/09/xmldsig#", "Signature");
      var context = new DOMValidateContext(OFFICE.certificate().getPublicKey(), seal.item(0));
      return XMLSignatureFactory.getInstance("DOM")
          .unmarshalXMLSignature(context)
          .validate(context);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  String answer(String question) {
    return answer(question, null);
  }

  /// @param instead the hash that is signed instead of the one that was asked for
  String answer(String question, byte @Nullable [] instead) {
    try {
      Element asked = parse(question).getDocumentElement();
      if (!believes(question)) throw new IllegalStateException("the office did not sign this");
      Key officer = certifies.person("CN=Esign Officer,O=Personal");
      Document document = blank();
      Element root = root(document, asked, "1", "NA", "NA");
      Element certificate = document.createElement("UserX509Certificate");
      certificate.setTextContent(
          Base64.getMimeEncoder().encodeToString(officer.certificate().getEncoded()));
      root.appendChild(certificate);
      Element all = document.createElement("Signatures");
      root.appendChild(all);
      var hashes = asked.getElementsByTagName("InputHash");
      for (int i = 0; i < hashes.getLength(); i++) {
        Element hash = (Element) hashes.item(i);
        Element one = document.createElement("DocSignature");
        one.setAttribute("id", hash.getAttribute("id"));
        one.setAttribute("sigHashAlgorithm", "SHA256");
        one.setAttribute("error", "");
        byte[] words =
            instead == null ? HexFormat.of().parseHex(hash.getTextContent().strip()) : instead;
        one.setTextContent(Base64.getEncoder().encodeToString(pkcs7(officer, words)));
        all.appendChild(one);
      }
      return sealed(document, root);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  String refusal(String question, String code, String message) {
    try {
      Document document = blank();
      Element root = root(document, parse(question).getDocumentElement(), "0", code, message);
      return sealed(document, root);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Element root(
      Document document, Element asked, String status, String code, String message) {
    Element root = document.createElement("EsignResp");
    document.appendChild(root);
    root.setAttribute("ver", asked.getAttribute("ver"));
    root.setAttribute("status", status);
    root.setAttribute(
        "ts",
        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT)
            .format(LocalDateTime.now(OfficeTime.ZONE)));
    root.setAttribute("txn", asked.getAttribute("txn"));
    root.setAttribute("resCode", "R1");
    root.setAttribute("errCode", code);
    root.setAttribute("errMsg", message);
    return root;
  }

  private static byte[] pkcs7(Key officer, byte[] hash) throws Exception {
    var attributes = new ASN1EncodableVector();
    attributes.add(
        new Attribute(CMSAttributes.messageDigest, new DERSet(new DEROctetString(hash))));
    var generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
            .setSignedAttributeGenerator(
                new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
            .build(
                new JcaContentSignerBuilder("SHA256withRSA").build(officer.pair().getPrivate()),
                officer.certificate()));
    generator.addCertificates(new JcaCertStore(List.of(officer.certificate())));
    return generator.generate(new CMSAbsentContent(), false).getEncoded("DER");
  }

  private String sealed(Document document, Element root) throws Exception {
    XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
    var whole =
        factory.newReference(
            "",
            factory.newDigestMethod(DigestMethod.SHA256, null),
            List.of(factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null)),
            null,
            null);
    var info =
        factory.newSignedInfo(
            factory.newCanonicalizationMethod(
                CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null),
            factory.newSignatureMethod("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", null),
            List.of(whole));
    factory.newXMLSignature(info, null).sign(new DOMSignContext(own.pair().getPrivate(), root));
    var text = new StringWriter();
    TransformerFactory.newInstance()
        .newTransformer()
        .transform(new DOMSource(document), new StreamResult(text));
    return text.toString();
  }

  private static Document parse(String xml) throws Exception {
    var builder = DocumentBuilderFactory.newInstance();
    builder.setNamespaceAware(true);
    return builder.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static Document blank() throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
  }
}
