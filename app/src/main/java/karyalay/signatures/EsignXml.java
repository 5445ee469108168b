package karyalay.signatures;

import static karyalay.signatures.SignaturesRefusal.*;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// The two messages of CCA's eSign, versions 2.1 and 3.x: our question, signed by us, and the
/// provider's answer, signed by it. No key of a message is ever believed: the provider's
/// certificate stands in the settings of the machine.
final class EsignXml {
  private static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);
  private static final int MOST_LETTERS = 2_000_000;

  private EsignXml() {}

  /// What is asked.
  ///
  /// @param back where the provider sends its answer
  /// @param hashes SHA-256 of what is to be signed, in order
  record Question(
      String version, String txn, String asp, String back, Instant at, List<byte[]> hashes) {}

  /// What is answered.
  ///
  /// @param signatures by the number of the hash, from 1
  record Answer(
      String txn,
      Instant at,
      boolean done,
      String error,
      byte[] certificate,
      Map<Integer, byte[]> signatures) {}

  static String write(Question question, PrivateKey key, X509Certificate certificate) {
    Document document = blank();
    Element root = document.createElement("Esign");
    document.appendChild(root);
    root.setAttribute("ver", question.version());
    root.setAttribute("sc", "Y");
    root.setAttribute("ts", TIME.format(question.at().atZone(OfficeTime.ZONE)));
    root.setAttribute("txn", question.txn());
    root.setAttribute("aspId", question.asp());
    root.setAttribute("responseUrl", question.back());
    if (question.version().startsWith("2.")) {
      root.setAttribute("ekycIdType", "A");
      root.setAttribute("ekycId", "");
      root.setAttribute("AuthMode", "1");
      root.setAttribute("responseSigType", "pkcs7");
    } else {
      root.setAttribute("signerid", "");
      root.setAttribute("redirectUrl", question.back());
      root.setAttribute("maxWaitPeriod", "30");
      root.setAttribute("signingAlgorithm", "RSA");
    }
    Element docs = document.createElement("Docs");
    root.appendChild(docs);
    for (int n = 1; n <= question.hashes().size(); n++) {
      Element hash = document.createElement("InputHash");
      hash.setAttribute("id", Integer.toString(n));
      hash.setAttribute("hashAlgorithm", "SHA256");
      hash.setAttribute("docInfo", "Letter " + n);
      hash.setTextContent(HexFormat.of().formatHex(question.hashes().get(n - 1)));
      docs.appendChild(hash);
    }
    sign(root, key, certificate);
    return text(document);
  }

  private static void sign(Element root, PrivateKey key, X509Certificate certificate) {
    try {
      XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
      Reference whole =
          factory.newReference(
              "",
              factory.newDigestMethod(DigestMethod.SHA256, null),
              List.of(factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null)),
              null,
              null);
      SignedInfo info =
          factory.newSignedInfo(
              factory.newCanonicalizationMethod(
                  CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null),
              factory.newSignatureMethod(RSA, null),
              Collections.singletonList(whole));
      var keys = factory.getKeyInfoFactory();
      KeyInfo own = keys.newKeyInfo(List.of(keys.newX509Data(List.of(certificate))));
      factory.newXMLSignature(info, own).sign(new DOMSignContext(key, root));
    } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
      throw new IllegalStateException(e);
    }
  }

  /// @throws Refused `ESIGN_NOT_GENUINE` unless the whole message is signed by the provider
  static Answer read(String xml, X509Certificate provider) {
    Element root = genuine(xml, provider);
    if (!root.getTagName().equals("EsignResp")) throw new Refused(ESIGN_NOT_GENUINE);
    String code = root.getAttribute("errCode");
    String said = root.getAttribute("errMsg");
    try {
      return new Answer(
          root.getAttribute("txn"),
          LocalDateTime.parse(root.getAttribute("ts").substring(0, 19), TIME)
              .atZone(OfficeTime.ZONE)
              .toInstant(),
          root.getAttribute("status").equals("1"),
          (code + " " + said).strip(),
          bytes(first(root, "UserX509Certificate")),
          signatures(root));
    } catch (DateTimeParseException
        | IllegalArgumentException
        | StringIndexOutOfBoundsException e) {
      throw new Refused(ESIGN_NOT_GENUINE);
    }
  }

  private static Map<Integer, byte[]> signatures(Element root) {
    Map<Integer, byte[]> found = new TreeMap<>();
    NodeList all = root.getElementsByTagName("DocSignature");
    for (int i = 0; i < all.getLength(); i++) {
      Element one = (Element) all.item(i);
      found.put(Integer.valueOf(one.getAttribute("id")), bytes(one.getTextContent()));
    }
    return found;
  }

  private static Element genuine(String xml, X509Certificate provider) {
    if (xml.length() > MOST_LETTERS) throw new Refused(ESIGN_NOT_GENUINE);
    try {
      Document document =
          builder().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
      List<Element> seals = new ArrayList<>();
      NodeList children = document.getDocumentElement().getChildNodes();
      for (int i = 0; i < children.getLength(); i++)
        if (children.item(i) instanceof Element child
            && XMLSignature.XMLNS.equals(child.getNamespaceURI())
            && "Signature".equals(child.getLocalName())) seals.add(child);
      if (seals.size() != 1) throw new Refused(ESIGN_NOT_GENUINE);
      var context = new DOMValidateContext(provider.getPublicKey(), seals.getFirst());
      context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.TRUE);
      XMLSignature seal = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
      List<Reference> references = seal.getSignedInfo().getReferences();
      boolean whole = references.size() == 1 && "".equals(references.getFirst().getURI());
      if (!whole || !seal.validate(context)) throw new Refused(ESIGN_NOT_GENUINE);
      return document.getDocumentElement();
    } catch (SAXException
        | IOException
        | ParserConfigurationException
        | MarshalException
        | XMLSignatureException e) {
      throw new Refused(ESIGN_NOT_GENUINE);
    }
  }

  private static String first(Element root, String name) {
    NodeList found = root.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }

  private static byte[] bytes(String base64) {
    return Base64.getMimeDecoder().decode(base64.strip());
  }

  /// A message brings no entities and no files of its own.
  private static DocumentBuilderFactory builder() throws ParserConfigurationException {
    var builder = DocumentBuilderFactory.newInstance();
    builder.setNamespaceAware(true);
    builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    builder.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    builder.setXIncludeAware(false);
    builder.setExpandEntityReferences(false);
    return builder;
  }

  private static Document blank() {
    try {
      return builder().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Document document) {
    try {
      var text = new StringWriter();
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }
}
