package karyalay.golive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a small workbook: sheets of words with a bold first row that stays in sight. All cells
/// are text, so that nothing in them is reckoned or taken for a date by whoever opens it.
final class WorkbookFile {
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private WorkbookFile() {}

  /// @param choices for each column the place of its allowed values as `Sheet!$A$2:$A$9`; empty for
  ///   none
  record Sheet(String name, List<List<String>> rows, List<String> choices) {}

  static void write(List<Sheet> sheets, OutputStream out) throws IOException {
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      put(zip, "[Content_Types].xml", types(sheets.size()));
      put(
          zip,
          "_rels/.rels",
          "<Relationships xmlns=\""
              + PACKAGE
              + "\">"
              + relation(1, "officeDocument", "xl/workbook.xml")
              + "</Relationships>");
      put(zip, "xl/workbook.xml", book(sheets));
      put(zip, "xl/_rels/workbook.xml.rels", relations(sheets.size()));
      put(zip, "xl/styles.xml", STYLES);
      for (int i = 0; i < sheets.size(); i++)
        put(zip, "xl/worksheets/sheet" + (i + 1) + ".xml", sheet(sheets.get(i)));
    }
  }

  private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write((HEAD + xml).getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static String types(int sheets) {
    var xml =
        new StringBuilder(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    override(xml, "/xl/workbook.xml", "sheet.main+xml");
    override(xml, "/xl/styles.xml", "styles+xml");
    for (int i = 1; i <= sheets; i++)
      override(xml, "/xl/worksheets/sheet" + i + ".xml", "worksheet+xml");
    return xml.append("</Types>").toString();
  }

  private static void override(StringBuilder xml, String part, String type) {
    xml.append("<Override PartName=\"")
        .append(part)
        .append("\" ContentType=\"")
        .append(TYPE)
        .append(type)
        .append("\"/>");
  }

  private static String relation(int id, String type, String target) {
    return "<Relationship Id=\"rId"
        + id
        + "\" Type=\""
        + OFFICE
        + "/"
        + type
        + "\" Target=\""
        + target
        + "\"/>";
  }

  private static String relations(int sheets) {
    var xml = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "\">");
    for (int i = 1; i <= sheets; i++)
      xml.append(relation(i, "worksheet", "worksheets/sheet" + i + ".xml"));
    xml.append(relation(sheets + 1, "styles", "styles.xml"));
    return xml.append("</Relationships>").toString();
  }

  private static String book(List<Sheet> sheets) {
    var xml =
        new StringBuilder("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>");
    for (int i = 0; i < sheets.size(); i++)
      xml.append("<sheet name=\"")
          .append(plain(sheets.get(i).name()))
          .append("\" sheetId=\"")
          .append(i + 1)
          .append("\" r:id=\"rId")
          .append(i + 1)
          .append("\"/>");
    return xml.append("</sheets></workbook>").toString();
  }

  private static String sheet(Sheet sheet) {
    var xml =
        new StringBuilder(
            "<worksheet xmlns=\""
                + MAIN
                + "\"><sheetViews><sheetView workbookViewId=\"0\">"
                + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                + "</sheetView></sheetViews><cols><col min=\"1\" max=\"30\" width=\"22\" customWidth=\"1\"/></cols>"
                + "<sheetData>");
    for (int i = 0; i < sheet.rows().size(); i++) row(xml, i, sheet.rows().get(i));
    xml.append("</sheetData>");
    choices(xml, sheet.choices());
    return xml.append("</worksheet>").toString();
  }

  private static void row(StringBuilder xml, int at, List<String> cells) {
    xml.append("<row r=\"").append(at + 1).append("\">");
    for (int i = 0; i < cells.size(); i++)
      if (!cells.get(i).isEmpty())
        xml.append("<c r=\"")
            .append(column(i))
            .append(at + 1)
            .append("\" s=\"")
            .append(at == 0 ? 1 : 2)
            .append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
            .append(plain(cells.get(i)))
            .append("</t></is></c>");
    xml.append("</row>");
  }

  private static void choices(StringBuilder xml, List<String> choices) {
    long count = choices.stream().filter(one -> !one.isEmpty()).count();
    if (count == 0) return;
    xml.append("<dataValidations count=\"").append(count).append("\">");
    for (int i = 0; i < choices.size(); i++)
      if (!choices.get(i).isEmpty())
        xml.append("<dataValidation type=\"list\" allowBlank=\"1\" sqref=\"")
            .append(column(i))
            .append("2:")
            .append(column(i))
            .append("5001\"><formula1>")
            .append(plain(choices.get(i)))
            .append("</formula1></dataValidation>");
    xml.append("</dataValidations>");
  }

  /// `A`, `B` … `AA`.
  static String column(int at) {
    String letter = Character.toString('A' + at % 26);
    return at < 26 ? letter : column(at / 26 - 1) + letter;
  }

  /// Without what XML cannot hold.
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\ufffe\uffff]", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static final String STYLES =
      "<styleSheet xmlns=\""
          + MAIN
          + "\">"
          + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
          + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
          + "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
          + "<borders count=\"1\"><border/></borders>"
          + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
          + "<cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"49\" fontId=\"1\" applyFont=\"1\" applyNumberFormat=\"1\"/>"
          + "<xf numFmtId=\"49\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";
}
