package karyalay.documents.decoder;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// An XLSX, read as a stream, part by part: names of sheets, shared words, styles (only to know
/// what is a date), cells. Formulas are not reckoned: what the program that saved it reckoned
/// counts.
final class Workbook {
  private static final String MAIN = "xl/workbook.xml";
  private static final int MOST_SHEETS = 100;

  private final ZipFile zip;
  private final Map<String, String> targets = new HashMap<>();
  private boolean from1904;

  private Workbook(ZipFile zip) {
    this.zip = zip;
  }

  static List<Sheet> read(Path file, Limits limits) throws IOException, Unreadable {
    try (var zip = new ZipFile(file.toFile())) {
      if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry(MAIN) == null)
        throw new Unreadable(Fault.NOT_TAKEN);
      Bombs.refuse(zip, Files.size(file), limits);
      if (zip.getEntry("xl/vbaProject.bin") != null) throw new Unreadable(Fault.MACROS);
      return new Workbook(zip).read();
    } catch (ZipException e) {
      throw new Unreadable(Fault.CUT_OFF);
    } catch (XMLStreamException e) {
      throw new Unreadable(Fault.BROKEN);
    }
  }

  private record Named(String name, boolean hidden, String relation) {}

  private List<Sheet> read() throws IOException, XMLStreamException, Unreadable {
    relations();
    List<Named> names = names();
    if (names.size() > MOST_SHEETS) throw new Unreadable(Fault.TOO_MANY_CELLS);
    List<String> words = part(of("sharedStrings.xml"), SharedWords::read, List.of());
    var styles = part(of("styles.xml"), DateStyles::read, DateStyles.NONE);
    List<Sheet> sheets = new ArrayList<>();
    for (Named named : names) {
      String target = targets.get(named.relation());
      if (target == null) continue;
      var cells = new SheetCells(words, styles, from1904);
      List<Sheet.Row> rows = part(target, cells::read, List.of());
      sheets.add(new Sheet(named.name(), named.hidden(), rows));
    }
    return sheets;
  }

  private void relations() throws IOException, XMLStreamException, Unreadable {
    var _ =
        part(
            "xl/_rels/workbook.xml.rels",
            xml -> {
              while (xml.hasNext())
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship"))
                  targets.put(attribute(xml, "Id"), resolved(attribute(xml, "Target")));
              return targets;
            },
            targets);
  }

  private static String resolved(String target) {
    return target.startsWith("/") ? target.substring(1) : "xl/" + target;
  }

  /// Where the part of that name lies, by the relations; its usual place otherwise.
  private String of(String name) {
    return targets.values().stream()
        .filter(target -> target.endsWith(name))
        .findFirst()
        .orElse("xl/" + name);
  }

  private List<Named> names() throws IOException, XMLStreamException, Unreadable {
    List<Named> names = new ArrayList<>();
    return part(
        MAIN,
        xml -> {
          while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
            if (xml.getLocalName().equals("workbookPr"))
              from1904 = attribute(xml, "date1904").matches("1|true");
            if (xml.getLocalName().equals("sheet")) names.add(named(xml));
          }
          return names;
        },
        names);
  }

  private static Named named(XMLStreamReader xml) {
    String state = attribute(xml, "state");
    return new Named(
        attribute(xml, "name"), !state.isEmpty() && !state.equals("visible"), attribute(xml, "id"));
  }

  /// The value of an attribute, whatever its namespace; empty when it is not there.
  static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++)
      if (xml.getAttributeLocalName(i).equals(name)) return xml.getAttributeValue(i);
    return "";
  }

  /// Reads one part of the package.
  interface Reader<T> {
    T read(XMLStreamReader xml) throws XMLStreamException, Unreadable;
  }

  private <T> T part(String path, Reader<T> reader, T otherwise)
      throws IOException, XMLStreamException, Unreadable {
    ZipEntry entry = zip.getEntry(path);
    if (entry == null) return otherwise;
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try (InputStream in = stream(entry)) {
      return reader.read(factory.createXMLStreamReader(in));
    }
  }

  private InputStream stream(ZipEntry entry) throws IOException {
    @Nullable InputStream in = zip.getInputStream(entry);
    if (in == null) throw new FileNotFoundException(entry.getName());
    return in;
  }
}
