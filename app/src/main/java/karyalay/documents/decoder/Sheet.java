package karyalay.documents.decoder;

import java.util.List;

/// One sheet of a workbook, as words.
///
/// @param hidden whether whoever opened the workbook did not see it
/// @param rows those with something in them
public record Sheet(String name, boolean hidden, List<Row> rows) {
  public Sheet {
    rows = List.copyOf(rows);
  }

  /// One row. Dates are `2026-10-13`, whatever they looked like; a cell merged downwards says in
  /// each row what it says in its first.
  ///
  /// @param line as the sheet counts, from 1
  /// @param cells from the first column on; empty ones are empty
  public record Row(int line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }
}
