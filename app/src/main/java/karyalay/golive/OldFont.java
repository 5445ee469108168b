package karyalay.golive;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import karyalay.documents.Workbooks;
import karyalay.shared.KrutiDev;

/// Which columns of a table were typed for an old Hindi font (OP-122). A name is too short to say
/// so of itself; a font is set for a column, so one cell that shows it speaks for the rest.
final class OldFont {
  /// Words in which one may have been used.
  private static final Set<Column> HINDI =
      EnumSet.of(
          Column.NAME_HI, Column.DESIGNATION_HI, Column.SENDER, Column.SUBJECT, Column.HELD_BY);

  /// य and ख and their like as such a font writes them, where neither English nor Hindi in Latin
  /// letters has a point or a bracket.
  private static final Pattern KEYS =
      Pattern.compile("[A-Za-z][;{}|`=][A-Za-z]|(?:^|\\s);[a-z]|(?:^|\\s)\\[k(?!.*\\])");

  private static final Pattern UNICODE = Pattern.compile("[\\u0900-\\u097F]|@");
  private static final Pattern SMALL = Pattern.compile("[a-z]");

  /// What a name in English, as `Ramesh Kumar` or `S. K. Singh`, has none of.
  private static final Pattern UNENGLISH =
      Pattern.compile("(?:^|[\\s.])[^A-Z\\s.]|[A-Za-z][^A-Za-z\\s.]");

  private final Set<Column> columns;

  private OldFont(Set<Column> columns) {
    this.columns = columns;
  }

  static OldFont among(List<Workbooks.Line> rows, Map<Integer, Column> columns) {
    Set<Column> found = EnumSet.noneOf(Column.class);
    columns.forEach((i, column) -> {
      if (!HINDI.contains(column)) return;
      boolean shown =
          rows.stream()
              .filter(row -> i < row.cells().size())
              .anyMatch(row -> shows(column, SheetReader.plain(row.cells().get(i))));
      if (shown) found.add(column);
    });
    return new OldFont(found);
  }

  /// A subject is long enough for whole words of the font.
  private static boolean shows(Column column, String cell) {
    return KrutiDev.in(cell)
        || column != Column.SUBJECT && latin(cell) && KEYS.matcher(cell).find();
  }

  private static boolean latin(String cell) {
    return SMALL.matcher(cell).find() && !UNICODE.matcher(cell).find();
  }

  /// The cell in Unicode; English, and what is in Unicode, as it stands.
  String legible(Column column, String cell) {
    if (!columns.contains(column)) return cell;
    boolean typed = KrutiDev.in(cell) || latin(cell) && UNENGLISH.matcher(cell).find();
    return typed ? KrutiDev.legible(cell) : cell;
  }
}
