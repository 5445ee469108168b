package karyalay.drafts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import karyalay.files.NoteBody;
import karyalay.files.NoteBody.Inline;
import karyalay.rendering.Align;
import karyalay.rendering.Block;
import karyalay.rendering.Manner;
import karyalay.rendering.Run;

/// The body of a letter as blocks for the printer.
final class BodyPrint {
  private static final Manner PARAGRAPH = Manner.JUSTIFIED.first(34).after(7);
  private static final Manner IN_LIST = Manner.PLAIN.after(2);

  private BodyPrint() {}

  static List<Block> of(NoteBody body) {
    return body.blocks().stream()
        .<Block>mapMulti((block, out) -> {
          out.accept(block(block, PARAGRAPH));
          // Items stand close together; what follows them does not.
          if (block instanceof NoteBody.Items) out.accept(new Block.Space(5));
        })
        .toList();
  }

  private static Block block(NoteBody.Block block, Manner manner) {
    return switch (block) {
      case NoteBody.Paragraph paragraph -> new Block.Paragraph(runs(paragraph), manner);
      case NoteBody.Items list ->
          new Block.Items(
              list.ordered(),
              list.start(),
              list.items().stream()
                  .map(item -> item.stream().map(one -> block(one, IN_LIST)).toList())
                  .toList());
      case NoteBody.Table table -> table(table);
    };
  }

  private static Block table(NoteBody.Table table) {
    var heads = new ArrayList<Block.Row>();
    var rows = new ArrayList<Block.Row>();
    for (List<NoteBody.Cell> row : table.rows()) {
      boolean head = rows.isEmpty() && row.stream().allMatch(NoteBody.Cell::heading);
      (head ? heads : rows).add(new Block.Row(row.stream().map(BodyPrint::cell).toList()));
    }
    return new Block.Table(shares(table), heads, rows, true);
  }

  private static Block.Cell cell(NoteBody.Cell cell) {
    Manner manner = Manner.PLAIN.after(0).align(cell.heading() ? Align.CENTRE : Align.START);
    return new Block.Cell(
        cell.heading(),
        cell.columns(),
        cell.rows(),
        cell.lines().stream()
            .<Block>map(line -> new Block.Paragraph(bold(runs(line), cell.heading()), manner))
            .toList());
  }

  private static List<Run> bold(List<Run> runs, boolean bold) {
    return bold ? runs.stream().map(Run::strong).toList() : runs;
  }

  /// Columns by the longest text in each, so that a serial number does not take a third of the
  /// page.
  private static List<Double> shares(NoteBody.Table table) {
    int columns =
        table.rows().stream()
            .mapToInt(row -> row.stream().mapToInt(NoteBody.Cell::columns).sum())
            .max()
            .orElse(1);
    var shares = new ArrayList<>(Collections.nCopies(columns, 6.0));
    for (List<NoteBody.Cell> row : table.rows()) {
      int column = 0;
      for (NoteBody.Cell cell : row) {
        if (cell.columns() == 1)
          shares.set(column, Math.max(shares.get(column), Math.min(40, length(cell))));
        column += cell.columns();
      }
    }
    return List.copyOf(shares);
  }

  private static double length(NoteBody.Cell cell) {
    return cell.lines().stream()
        .mapToInt(line -> runs(line).stream().mapToInt(run -> run.text().length()).sum())
        .max()
        .orElse(0);
  }

  private static List<Run> runs(NoteBody.Paragraph paragraph) {
    return paragraph.line().stream().map(BodyPrint::run).toList();
  }

  private static Run run(Inline inline) {
    return switch (inline) {
      case NoteBody.Text(var text, var strong, var emphasis, var underline) -> {
        Run run = Run.of(text);
        if (strong) run = run.strong();
        if (emphasis) run = run.emphasised();
        yield underline ? run.lined() : run;
      }
      case NoteBody.Break() -> Run.of("\n");
      case NoteBody.Flag(var label) -> Run.of("[" + label + "]");
      case NoteBody.ParagraphLink(var number) -> Run.of("प्रस्तर " + number);
      case NoteBody.PageLink(var number) -> Run.of("पृष्ठ " + number);
    };
  }
}
