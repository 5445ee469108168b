package karyalay.documents.decoder;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Which styles of a workbook show a number as a day.
///
/// @param styles places in the list of cell styles
record DateStyles(Set<Integer> styles) {
  static final DateStyles NONE = new DateStyles(Set.of());

  /// What is quoted, escaped, padded or in brackets draws itself and says nothing of dates.
  private static final Pattern DRAWN =
      Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]|[_*].|General", Pattern.CASE_INSENSITIVE);

  private static final Pattern DAY = Pattern.compile("[dy]|m", Pattern.CASE_INSENSITIVE);

  static DateStyles read(XMLStreamReader xml) throws XMLStreamException {
    Set<Integer> formats = new HashSet<>();
    Set<Integer> styles = new HashSet<>();
    boolean inCells = false;
    int style = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs"))
        inCells = false;
      if (event != XMLStreamConstants.START_ELEMENT) continue;
      switch (xml.getLocalName()) {
        case "numFmt" -> {
          if (shows(Workbook.attribute(xml, "formatCode")))
            formats.add(number(Workbook.attribute(xml, "numFmtId")));
        }
        case "cellXfs" -> inCells = true;
        case "xf" -> {
          int format = number(Workbook.attribute(xml, "numFmtId"));
          if (inCells && (isBuiltIn(format) || formats.contains(format))) styles.add(style);
          if (inCells) style++;
        }
        default -> {}
      }
    }
    return new DateStyles(styles);
  }

  boolean isDay(String style) {
    return !style.isEmpty() && styles.contains(number(style));
  }

  static boolean shows(String format) {
    return DAY.matcher(DRAWN.matcher(format).replaceAll("")).find();
  }

  /// The numbered formats of all languages that show a day (ECMA-376, 18.8.30).
  private static boolean isBuiltIn(int format) {
    return format >= 14 && format <= 17
        || format == 22
        || format >= 27 && format <= 36
        || format >= 50 && format <= 58;
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
  }
}
