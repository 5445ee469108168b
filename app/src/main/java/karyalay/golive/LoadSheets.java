package karyalay.golive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import karyalay.organisation.Masters;
import karyalay.organisation.Offices;
import karyalay.organisation.Posts;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import org.springframework.stereotype.Service;

/// The workbooks that people take away: the empty one with its allowed values, and the one that
/// says row by row what became of theirs.
@Service
public class LoadSheets {
  private static final int MOST_CHOICES = 2_000;
  private static final int PAGE = 1_000;

  private final Masters masters;
  private final Offices offices;
  private final Posts posts;
  private final LoadStore store;

  LoadSheets(Masters masters, Offices offices, Posts posts, LoadStore store) {
    this.masters = masters;
    this.offices = offices;
    this.posts = posts;
    this.store = store;
  }

  /// The empty workbook: headings, and a second sheet with what may stand beneath them.
  public void template(Load.Kind kind, Caller by, OfficeId office, OutputStream out)
      throws IOException {
    List<Column> columns = Column.of(kind);
    List<List<String>> allowed = new ArrayList<>();
    List<String> choices = new ArrayList<>();
    List<String> heads = new ArrayList<>();
    for (Column column : columns) {
      List<String> values = values(column, by, office);
      choices.add(values.isEmpty() ? "" : range(allowed.size(), values.size()));
      if (values.isEmpty()) continue;
      heads.add(column.heading());
      allowed.add(values);
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(heads);
    int longest = allowed.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < longest; i++) rows.add(across(allowed, i));
    var headings = columns.stream().map(Column::heading).toList();
    WorkbookFile.write(
        List.of(
            new WorkbookFile.Sheet("सूची", List.of(headings), choices),
            new WorkbookFile.Sheet("मान", rows, List.of())),
        out);
  }

  private static String range(int column, int values) {
    String letter = WorkbookFile.column(column);
    return "मान!$" + letter + "$2:$" + letter + "$" + (values + 1);
  }

  private static List<String> across(List<List<String>> columns, int at) {
    return columns.stream().map(values -> at < values.size() ? values.get(at) : "").toList();
  }

  private List<String> values(Column column, Caller by, OfficeId office) {
    OfficeId district = by.seat().district();
    return switch (column) {
      case RANK -> masters.of("RANK", district).stream().map(rank -> rank.nameHi()).toList();
      case OFFICE ->
          offices.of(district, false).stream()
              .map(one -> one.facts().code())
              .limit(MOST_CHOICES)
              .toList();
      case GENDER -> List.of("पुरुष", "महिला", "अन्य");
      case HEAD -> List.of("हाँ", "नहीं");
      case HELD_BY ->
          posts.within(office, false).stream()
              .map(held -> held.post().mark())
              .limit(MOST_CHOICES)
              .toList();
      case PNO,
          NAME_HI,
          NAME_EN,
          MOBILE,
          JOINED,
          EMAIL,
          POST,
          DESIGNATION_HI,
          DESIGNATION_EN,
          OLD_NUMBER,
          DATED,
          SENDER,
          SUBJECT,
          DUE ->
          List.of();
    };
  }

  /// The rows as they came, each with what became of it.
  ///
  /// @param said words for a row's outcome
  /// @param heads headings of line and outcome
  public void results(
      Load load, List<String> heads, BiFunction<Load, Load.Row, String> said, OutputStream out)
      throws IOException {
    List<Column> columns = Column.of(load.kind());
    List<List<String>> rows = new ArrayList<>();
    List<String> headings = new ArrayList<>(heads);
    columns.forEach(column -> headings.add(column.heading()));
    rows.add(headings);
    int after = 0;
    for (var page = store.rows(load.id(), after, PAGE);
        !page.isEmpty();
        page = store.rows(load.id(), after, PAGE)) {
      for (Load.Row row : page) {
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(row.line()));
        cells.add(said.apply(load, row));
        IntStream.range(0, columns.size()).forEach(i -> cells.add(row.cell(columns.get(i))));
        rows.add(cells);
      }
      after = page.getLast().serial();
    }
    WorkbookFile.write(List.of(new WorkbookFile.Sheet("परिणाम", rows, List.of())), out);
  }
}
