package karyalay.documents.decoder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The cells of one sheet.
final class SheetCells {
  private static final int MOST_ROWS = 20_000;
  private static final int MOST_COLUMNS = 200;
  private static final int MOST_LETTERS = 4_000;
  private static final int MOST_MERGED = 10_000;
  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
  private static final int TO_1904 = 1462;

  /// A day that the calendar of the program that wrote it counts twice.
  private static final int FALSE_LEAP_DAY = 60;

  private static final double LAST_DAY = 2_958_465;

  private final List<String> words;
  private final DateStyles styles;
  private final boolean from1904;
  private final TreeMap<Integer, TreeMap<Integer, String>> rows = new TreeMap<>();
  private final List<int[]> merged = new ArrayList<>();
  private int line;
  private int column;

  SheetCells(List<String> words, DateStyles styles, boolean from1904) {
    this.words = words;
    this.styles = styles;
    this.from1904 = from1904;
  }

  List<Sheet.Row> read(XMLStreamReader xml) throws XMLStreamException, Unreadable {
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
      switch (xml.getLocalName()) {
        case "row" -> {
          String stated = Workbook.attribute(xml, "r");
          line = stated.matches("[0-9]{1,9}") ? Integer.parseInt(stated) : line + 1;
          column = 0;
        }
        case "c" -> cell(xml);
        case "mergeCell" -> merge(Workbook.attribute(xml, "ref"));
        default -> {}
      }
    }
    spread();
    return listed();
  }

  private void cell(XMLStreamReader xml) throws XMLStreamException, Unreadable {
    String place = Workbook.attribute(xml, "r");
    if (!place.isEmpty()) column = column(place);
    String type = Workbook.attribute(xml, "t");
    String style = Workbook.attribute(xml, "s");
    String value = "";
    boolean inCell = true;
    while (inCell && xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) inCell = !xml.getLocalName().equals("c");
      else if (event == XMLStreamConstants.START_ELEMENT)
        switch (xml.getLocalName()) {
          case "v" -> value = xml.getElementText();
          case "is" -> value = SharedWords.text(xml, "is");
          default -> {}
        }
    }
    put(shown(type, style, value).strip());
    column++;
  }

  private void put(String value) throws Unreadable {
    if (value.isEmpty()) return;
    if (column >= MOST_COLUMNS || rows.size() > MOST_ROWS)
      throw new Unreadable(Fault.TOO_MANY_CELLS);
    String cut = value.length() > MOST_LETTERS ? value.substring(0, MOST_LETTERS) : value;
    rows.computeIfAbsent(line, _ -> new TreeMap<>()).put(column, cut);
  }

  private String shown(String type, String style, String value) {
    return switch (type) {
      case "s" -> word(value);
      case "b" -> value.equals("1") ? "TRUE" : "FALSE";
      // What could not be reckoned is nothing.
      case "e" -> "";
      case "d" -> value.length() > 10 ? value.substring(0, 10) : value;
      case "str", "inlineStr" -> SharedWords.plain(value);
      default -> number(style, value);
    };
  }

  private String word(String place) {
    if (!place.matches("[0-9]{1,9}")) return "";
    int n = Integer.parseInt(place);
    return n < words.size() ? words.get(n) : "";
  }

  private String number(String style, String value) {
    if (value.isBlank() || value.length() > 40) return value;
    try {
      var number = new BigDecimal(value.strip());
      if (styles.isDay(style) && number.doubleValue() >= 1 && number.doubleValue() <= LAST_DAY)
        return day(number.intValue()).toString();
      if (Math.abs(number.scale()) > 40) return value;
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return value;
    }
  }

  private LocalDate day(int serial) {
    if (from1904) return EPOCH.plusDays(serial + (long) TO_1904);
    return EPOCH.plusDays(serial < FALSE_LEAP_DAY ? serial + 1L : serial);
  }

  /// Column of a place as `AB12`, from 0.
  private static int column(String place) {
    int column = 0;
    for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)) && i < 3; i++)
      column = column * 26 + (Character.toUpperCase(place.charAt(i)) - 'A' + 1);
    return Math.max(0, column - 1);
  }

  private void merge(String range) throws Unreadable {
    String[] corners = range.split(":");
    if (corners.length != 2) return;
    if (merged.size() >= MOST_MERGED) throw new Unreadable(Fault.TOO_MANY_CELLS);
    merged.add(new int[] {column(corners[0]), line(corners[0]), line(corners[1])});
  }

  private static int line(String place) {
    String digits = place.replaceAll("[^0-9]", "");
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
  }

  /// A cell merged over several rows holds for each; one merged over columns stays in its first.
  private void spread() {
    for (int[] range : merged) {
      Map<Integer, String> first = rows.get(range[1]);
      String value = first == null ? null : first.get(range[0]);
      if (value == null || range[2] <= range[1]) continue;
      for (var below : rows.subMap(range[1], false, range[2], true).values())
        below.putIfAbsent(range[0], value);
    }
  }

  private List<Sheet.Row> listed() {
    List<Sheet.Row> listed = new ArrayList<>();
    rows.forEach((at, cells) -> {
      List<String> row = new ArrayList<>();
      for (int i = 0; i <= cells.lastKey(); i++) row.add(cells.getOrDefault(i, ""));
      listed.add(new Sheet.Row(at, row));
    });
    return listed;
  }
}
