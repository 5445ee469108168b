package karyalay.rendering;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/// What makes a document an archive's (PDF/A-2u) and a blind reader's (PDF/UA-1): title, language,
/// the meaning of its colours, and the words that say so.
final class Archive {
  private static final String PRODUCER = "Karyalay";

  private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  private static final String METADATA =
      """
      <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
       <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
          xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
          xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
         <dc:format>application/pdf</dc:format>
         <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
         <pdf:Producer>{producer}</pdf:Producer>
         <pdfaid:part>2</pdfaid:part>
         <pdfaid:conformance>U</pdfaid:conformance>
         <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
          xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
          xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
         <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
          <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
          <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
          <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
          <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
           <pdfaProperty:name>part</pdfaProperty:name>
           <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
           <pdfaProperty:category>internal</pdfaProperty:category>
           <pdfaProperty:description>Part of ISO 14289 that is kept</pdfaProperty:description>
          </rdf:li></rdf:Seq></pdfaSchema:property>
         </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>
       </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="w"?>
      """;

  private Archive() {}

  static void mark(PDDocument document, Print print) throws IOException {
    String title = Letters.printable(print.title()).replace('\n', ' ');
    document.setVersion(1.7f);
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setProducer(PRODUCER);
    var catalog = document.getDocumentCatalog();
    catalog.setLanguage(print.language().tag());
    var viewing = new COSDictionary();
    viewing.setBoolean(COSName.getPDFName("DisplayDocTitle"), true);
    catalog.getCOSObject().setItem(COSName.getPDFName("ViewerPreferences"), viewing);
    var intent = new PDOutputIntent(document, new ByteArrayInputStream(COLOURS));
    intent.setInfo("sRGB IEC61966-2.1");
    intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
    catalog.addOutputIntent(intent);
    var metadata = new PDMetadata(document);
    metadata.importXMPMetadata(metadata(title, print).getBytes(StandardCharsets.UTF_8));
    catalog.setMetadata(metadata);
  }

  private static String metadata(String title, Print print) {
    String safe = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return METADATA
        .replace("{language}", print.language().tag())
        .replace("{producer}", PRODUCER)
        .replace("{title}", safe);
  }
}
