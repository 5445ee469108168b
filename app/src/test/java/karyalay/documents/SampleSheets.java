package karyalay.documents;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Workbooks as other programs write them: shared words, dates by style, merged cells, hidden
/// sheets, formulas with what was reckoned. Written out by hand, so that nothing of ours reads what
/// it wrote itself.
public final class SampleSheets {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, String> sheets = new LinkedHashMap<>();
  private final Map<String, Boolean> hidden = new LinkedHashMap<>();
  private final StringBuilder words = new StringBuilder();
  private int count;

  /// A sheet whose `sheetData` and what follows it are given as they stand.
  public SampleSheets sheet(String name, String xml, boolean hide) {
    sheets.put(name, xml);
    hidden.put(name, hide);
    return this;
  }

  /// A sheet of plain rows, each cell a word that is shared.
  public SampleSheets rows(String name, String[]... rows) {
    var xml = new StringBuilder("<sheetData>");
    for (int i = 0; i < rows.length; i++) {
      xml.append("<row r=\"").append(i + 1).append("\">");
      for (int j = 0; j < rows[i].length; j++)
        if (!rows[i][j].isEmpty())
          xml.append("<c r=\"")
              .append(column(j))
              .append(i + 1)
              .append("\" t=\"s\"><v>")
              .append(shared(rows[i][j]))
              .append("</v></c>");
      xml.append("</row>");
    }
    return sheet(name, xml.append("</sheetData>").toString(), false);
  }

  /// Place of a word among those that are shared.
  public int shared(String word) {
    words
        .append("<si><r><t xml:space=\"preserve\">")
        .append(escaped(word))
        .append("</t></r><rPh sb=\"0\" eb=\"1\"><t>नहीं</t></rPh></si>");
    return count++;
  }

  public static String column(int at) {
    String letter = Character.toString('A' + at % 26);
    return at < 26 ? letter : column(at / 26 - 1) + letter;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  /// The file. Style 1 shows a day, style 2 a day by a format of its own, style 3 an amount.
  public byte[] bytes() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    put(entries, "[Content_Types].xml", "<Types/>");
    var book =
        new StringBuilder("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>");
    var relations =
        new StringBuilder(
            "<Relationships><Relationship Id=\"w\" Type=\"x\" Target=\"sharedStrings.xml\"/>"
                + "<Relationship Id=\"st\" Type=\"x\" Target=\"/xl/styles.xml\"/>");
    int n = 0;
    for (var sheet : sheets.entrySet()) {
      n++;
      book.append("<sheet name=\"")
          .append(escaped(sheet.getKey()))
          .append("\" sheetId=\"")
          .append(n);
      if (hidden.getOrDefault(sheet.getKey(), false)) book.append("\" state=\"veryHidden");
      book.append("\" r:id=\"s").append(n).append("\"/>");
      relations
          .append("<Relationship Id=\"s")
          .append(n)
          .append("\" Type=\"x\" Target=\"worksheets/s")
          .append(n)
          .append(".xml\"/>");
      put(
          entries,
          "xl/worksheets/s" + n + ".xml",
          "<worksheet xmlns=\"" + MAIN + "\">" + sheet.getValue() + "</worksheet>");
    }
    put(entries, "xl/workbook.xml", book.append("</sheets></workbook>").toString());
    put(entries, "xl/_rels/workbook.xml.rels", relations.append("</Relationships>").toString());
    put(entries, "xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">" + words + "</sst>");
    put(
        entries,
        "xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-409]dd\\.mm\\.yyyy;@\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"&quot;Rs &quot;#,##0.00\"/></numFmts>"
            + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>");
    return SampleFiles.zip(entries);
  }

  private static void put(Map<String, byte[]> entries, String name, String xml) {
    entries.put(
        name,
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8));
  }
}
