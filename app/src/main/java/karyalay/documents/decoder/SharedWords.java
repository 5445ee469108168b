package karyalay.documents.decoder;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The words that many cells of a workbook share.
final class SharedWords {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private SharedWords() {}

  static List<String> read(XMLStreamReader xml) throws XMLStreamException {
    List<String> words = new ArrayList<>();
    while (xml.hasNext())
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si"))
        words.add(text(xml, "si"));
    return words;
  }

  /// The words of an element with runs of different looks; how they are pronounced is left out.
  ///
  /// @param element the reader stands at its start, and afterwards at its end
  static String text(XMLStreamReader xml, String element) throws XMLStreamException {
    var text = new StringBuilder();
    boolean inText = false;
    int sounds = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (xml.getLocalName().equals("rPh")) sounds++;
          inText = xml.getLocalName().equals("t") && sounds == 0;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (inText) text.append(xml.getText());
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (xml.getLocalName().equals(element)) return plain(text.toString());
          if (xml.getLocalName().equals("rPh")) sounds--;
          inText = false;
        }
        default -> {}
      }
    }
    return plain(text.toString());
  }

  /// Characters that XML cannot hold are written `_x000D_`.
  static String plain(String text) {
    if (!text.contains("_x")) return text;
    Matcher escape = ESCAPE.matcher(text);
    return escape.replaceAll(found ->
        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
  }
}
