package karyalay.golive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import karyalay.documents.Workbooks;
import karyalay.shared.KrutiDev;
import karyalay.shared.Refused;

/// Finds the rows in a workbook as people make them: headings in any order and language, a title
/// above them, columns of their own beside ours, sheets they have hidden.
final class SheetReader {
  /// Rows of one file.
  static final int MOST = 5_000;

  private static final int HEADINGS_WITHIN = 20;
  private static final int LEAST_HEADINGS = 3;

  private final Load.Kind kind;
  private final List<String> notes = new ArrayList<>();
  private final List<Found> rows = new ArrayList<>();

  private SheetReader(Load.Kind kind) {
    this.kind = kind;
  }

  /// One row.
  ///
  /// @param notes what was put right in it
  record Found(int line, Map<Column, String> cells, List<String> notes) {}

  /// @param notes what was passed over
  record Sheet(List<Found> rows, List<String> notes) {}

  /// @throws Refused `NO_HEADINGS`, `NO_ROWS`, `TOO_MANY_ROWS`
  static Sheet read(Load.Kind kind, Workbooks.Read workbook) {
    var reader = new SheetReader(kind);
    boolean headed = false;
    for (Workbooks.Table table : workbook.sheets()) {
      if (table.hidden()) reader.notes.add("HIDDEN_SHEET " + table.name());
      else headed |= reader.table(table);
    }
    if (!headed) throw new Refused(GoLiveRefusal.NO_HEADINGS, needed(kind));
    if (reader.rows.isEmpty()) throw new Refused(GoLiveRefusal.NO_ROWS);
    if (reader.rows.size() > MOST)
      throw new Refused(GoLiveRefusal.TOO_MANY_ROWS, Integer.toString(MOST));
    return new Sheet(List.copyOf(reader.rows), List.copyOf(reader.notes));
  }

  private static String needed(Load.Kind kind) {
    return Column.of(kind).stream()
        .filter(Column::needed)
        .map(Column::heading)
        .collect(Collectors.joining(", "));
  }

  /// @return false when none of its first rows heads our columns
  private boolean table(Workbooks.Table table) {
    int at = 0;
    for (Workbooks.Line line : table.lines()) {
      if (at++ >= HEADINGS_WITHIN) break;
      Map<Integer, Column> columns = columns(line);
      if (columns.size() < LEAST_HEADINGS) continue;
      unknown(line, columns);
      List<Workbooks.Line> below = table.lines().subList(at, table.lines().size());
      var font = OldFont.among(below, columns);
      for (Workbooks.Line row : below) row(row, columns, font);
      return true;
    }
    if (!table.lines().isEmpty()) notes.add("OTHER_SHEET " + table.name());
    return false;
  }

  /// The first of two columns with one heading counts.
  private Map<Integer, Column> columns(Workbooks.Line line) {
    Map<Integer, Column> columns = new LinkedHashMap<>();
    for (int i = 0; i < line.cells().size(); i++) {
      String heading = plain(line.cells().get(i));
      // As it stands first: "Rank" and "Post" could be words of an old font too.
      Optional<Column> column =
          Column.of(kind, heading).or(() -> Column.of(kind, KrutiDev.legible(heading)));
      if (column.isPresent() && !columns.containsValue(column.get())) columns.put(i, column.get());
    }
    return columns;
  }

  private void unknown(Workbooks.Line line, Map<Integer, Column> columns) {
    for (int i = 0; i < line.cells().size(); i++) {
      String heading = plain(line.cells().get(i));
      if (!heading.isEmpty() && !columns.containsKey(i)) notes.add("OTHER_COLUMN " + heading);
    }
  }

  private void row(Workbooks.Line line, Map<Integer, Column> columns, OldFont font) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    List<String> put = new ArrayList<>();
    columns.forEach((i, column) -> {
      String cell = i < line.cells().size() ? plain(line.cells().get(i)) : "";
      if (cell.isEmpty()) return;
      String legible = font.legible(column, cell);
      if (!legible.equals(cell)) put.add("KRUTIDEV " + legible);
      cells.put(column, legible);
    });
    if (!cells.isEmpty() && !isHeading(cells)) rows.add(new Found(line.number(), cells, put));
  }

  /// Headings that stand again on each printed page are no rows.
  private boolean isHeading(Map<Column, String> cells) {
    return cells.size() >= LEAST_HEADINGS
        && cells.entrySet().stream()
            .allMatch(
                cell -> Column.of(kind, cell.getValue()).filter(cell.getKey()::equals).isPresent());
  }

  /// Without spaces of any kind around it, and with plain ones within.
  static String plain(String cell) {
    return cell.replaceAll("[\\s\u00a0\u2007\u202f\u200b\ufeff]+", " ").strip();
  }
}
