package karyalay.golive.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import karyalay.golive.Column;
import karyalay.golive.Load;
import karyalay.web.Page;

/// A workbook with what would become of each row, or did.
///
/// @param refused whether only the refused rows are shown
/// @param more whether rows follow
public record LoadView(
    Page page, Load load, Load.Sum sum, List<Load.Row> rows, boolean refused, boolean more) {

  public String path() {
    return "/admin/go-live/loads/" + load.id();
  }

  /// Whether it is being worked on.
  public boolean working() {
    return load.state() == Load.State.TRYING || load.state() == Load.State.APPLYING;
  }

  public boolean tried() {
    return load.state() == Load.State.TRIED;
  }

  /// The columns shown: those that tell rows apart.
  public List<Column> columns() {
    return switch (load.kind()) {
      case PEOPLE -> List.of(Column.PNO, Column.NAME_HI, Column.RANK, Column.POST);
      case BALANCE ->
          List.of(
              Column.OLD_NUMBER,
              Column.DATED,
              Column.SENDER,
              Column.SUBJECT,
              Column.HELD_BY,
              Column.DUE);
    };
  }

  /// What becomes of a row, in words.
  public String said(Load.Row row) {
    String notes =
        row.notes().stream()
            .filter(note -> note.startsWith("KRUTIDEV "))
            .map(note -> page.t("golive.note.KRUTIDEV", note.substring("KRUTIDEV ".length())))
            .collect(Collectors.joining(" "));
    return Stream.of(verdict(row), notes)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String verdict(Load.Row row) {
    if (!row.refusal().isEmpty()) {
      String why = page.t(row.refusal(), row.argument());
      Column field = row.field();
      return field == null ? why : page.t(field.key()) + ": " + why;
    }
    String tense = load.state() == Load.State.DONE || row.applied() ? "done" : "would";
    return row.outcome().stream()
        .map(code -> page.t("golive." + tense + "." + code))
        .collect(Collectors.joining(", "));
  }

  /// What was passed over in the whole file.
  public List<String> passed() {
    return load.notes().stream()
        .map(note -> {
          String[] part = note.split(" ", 2);
          return page.t("golive.note." + part[0], part.length > 1 ? part[1] : "");
        })
        .toList();
  }
}
