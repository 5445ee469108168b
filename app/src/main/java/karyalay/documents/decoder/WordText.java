package karyalay.documents.decoder;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The words of a DOCX, paragraph by paragraph; cells of a table row stand in one line.
final class WordText {
  private static final String CELLS = " | ";

  private final List<String> paragraphs = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();
  private boolean inText;
  private int rows;

  private WordText() {}

  /// @throws Unreadable `BROKEN` when it is not XML
  static List<String> of(InputStream in) throws IOException, Unreadable {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    var text = new WordText();
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) text.take(xml, xml.next());
    } catch (XMLStreamException e) {
      throw new Unreadable(Fault.BROKEN);
    }
    return text.paragraphs;
  }

  private void take(XMLStreamReader xml, int event) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
      case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
      case XMLStreamConstants.CHARACTERS -> {
        if (inText) paragraph.append(xml.getText());
      }
      default -> {}
    }
  }

  private void start(String element) {
    switch (element) {
      case "t" -> inText = true;
      case "tab" -> paragraph.append("    ");
      case "br", "cr" -> paragraph.append('\n');
      case "tr" -> rows++;
      default -> {}
    }
  }

  private void end(String element) {
    switch (element) {
      case "t" -> inText = false;
      case "tc" -> paragraph.append(CELLS);
      case "tr" -> {
        rows--;
        flush();
      }
      case "p" -> {
        if (rows == 0) flush();
        else paragraph.append(' ');
      }
      default -> {}
    }
  }

  private void flush() {
    paragraph.toString().lines().forEach(line -> paragraphs.add(line.stripTrailing()));
    if (paragraph.isEmpty()) paragraphs.add("");
    paragraph.setLength(0);
  }
}
