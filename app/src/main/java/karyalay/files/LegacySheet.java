package karyalay.files;

import static karyalay.files.FilingRefusal.*;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import karyalay.shared.Refused;

/// Rows of a list of old files, as a spreadsheet gives them: separated by commas, semicolons or
/// tabs, cells in quotation marks where they need it. The first row may be the heading.
///
/// Columns: old number, subject, date of opening, kept with (marking abbreviation), where the paper
/// is kept, remarks. The last three may be missing.
final class LegacySheet {
  /// Rows of one load: so many commit one by one in a few seconds.
  static final int MOST = 1000;

  private static final int COLUMNS = 6;

  private LegacySheet() {}

  /// One row that is not empty.
  ///
  /// @param line number of its first line in what was sent, from 1
  record Line(int line, List<String> cells) {
    String cell(int n) {
      return n < cells.size() ? cells.get(n).strip() : "";
    }
  }

  /// The text of an uploaded sheet.
  ///
  /// @throws Refused `NOT_UNICODE` when the bytes are not UTF-8
  static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Refused(NOT_UNICODE);
    }
  }

  /// @throws Refused `NO_ROWS`, `TOO_MANY_ROWS`
  static List<Line> lines(String sheet) {
    String text = sheet.startsWith("\ufeff") ? sheet.substring(1) : sheet;
    List<Line> lines = new Cells(text, separator(text)).all();
    lines.removeIf(line -> line.cells().stream().allMatch(String::isBlank));
    if (!lines.isEmpty() && isHeading(lines.getFirst())) lines.removeFirst();
    if (lines.isEmpty()) throw new Refused(NO_ROWS);
    if (lines.size() > MOST) throw new Refused(TOO_MANY_ROWS, Integer.toString(MOST));
    return lines;
  }

  static LegacyFile file(Line line) {
    if (line.cells().size() > COLUMNS)
      throw new Refused(
          TOO_MANY_CELLS, Integer.toString(line.cells().size()), Integer.toString(COLUMNS));
    return new LegacyFile(
        line.cell(0),
        line.cell(1),
        LegacyDate.of(line.cell(2)),
        line.cell(3),
        line.cell(4),
        line.cell(5));
  }

  /// A heading has no digit where the date should be.
  private static boolean isHeading(Line line) {
    return Digits.latin(line.cell(2)).chars().noneMatch(Character::isDigit)
        && !line.cell(2).isEmpty();
  }

  private static char separator(String text) {
    String first = text.lines().findFirst().orElse("");
    if (first.indexOf('\t') >= 0) return '\t';
    return first.indexOf(',') < 0 && first.indexOf(';') >= 0 ? ';' : ',';
  }

  /// Reads cell by cell (RFC 4180).
  private static final class Cells {
    private final String text;
    private final char separator;
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private List<String> row = new ArrayList<>();
    private int line = 1;
    private int began = 1;
    private boolean quoted;

    Cells(String text, char separator) {
      this.text = text.replace("\r\n", "\n").replace('\r', '\n');
      this.separator = separator;
    }

    List<Line> all() {
      for (int i = 0; i < text.length(); i++) i = read(i);
      endRow();
      return lines;
    }

    /// @return the place that was read last
    private int read(int i) {
      char c = text.charAt(i);
      if (c == '\n') line++;
      if (quoted) return inside(i, c);
      if (c == '"' && cell.toString().isBlank()) {
        quoted = true;
        cell.setLength(0);
      } else if (c == separator) endCell();
      else if (c == '\n') endRow();
      else cell.append(c);
      return i;
    }

    private int inside(int i, char c) {
      if (c != '"') {
        cell.append(c);
        return i;
      }
      boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == '"';
      if (doubled) cell.append('"');
      else quoted = false;
      return doubled ? i + 1 : i;
    }

    private void endCell() {
      row.add(cell.toString());
      cell.setLength(0);
    }

    private void endRow() {
      endCell();
      lines.add(new Line(began, row));
      row = new ArrayList<>();
      began = line;
    }
  }
}
