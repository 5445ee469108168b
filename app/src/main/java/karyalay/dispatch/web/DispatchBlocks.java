package karyalay.dispatch.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import karyalay.desk.PrintKind;
import karyalay.dispatch.DispatchLists;
import karyalay.dispatch.Grid;
import karyalay.organisation.Series;
import karyalay.rendering.Block;
import karyalay.rendering.Chained;
import karyalay.rendering.Manner;
import karyalay.rendering.Run;
import karyalay.web.Page;

/// Registers of dispatch as they are printed, in the columns of the screen.
record DispatchBlocks(Page page) {
  private static final List<Double> REGISTER = List.of(2.0, 1.5, 3.0, 4.0, 1.6, 2.2, 2.0, 2.6);
  private static final List<Double> GRID = List.of(3.2, 1.9, 1.9, 1.9, 3.6, 1.7);

  /// @param day what left on a day
  List<Block> register(OutwardView view, Function<LocalDate, List<DispatchLists.Line>> day) {
    Stream<List<Block.Row>> rows =
        view.from().datesUntil(view.until().plusDays(1)).map(one -> rows(view, day.apply(one)));
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.Heading.centred(1, page.t("outward-register")));
    blocks.add(Block.Sides.of(view.officeName(), view.days()));
    blocks.add(
        new Block.Table(
            REGISTER,
            List.of(
                heads(
                    "letter-number",
                    "letter-date",
                    "dispatch.to",
                    "subject",
                    "dispatch.mode",
                    "dispatch.proof",
                    "dispatch.sent-at",
                    "dispatch.fate")),
            Chained.of(rows),
            true));
    if (!view.gaps().isEmpty()) blocks.add(Block.Heading.of(2, page.t("dispatch.gaps")));
    for (Series.Gap gap : view.gaps())
      blocks.add(
          Block.Paragraph.of(gap.n() + " · " + page.t(view.state(gap)) + " · " + gap.reason()));
    return blocks;
  }

  private List<Block.Row> rows(OutwardView view, List<DispatchLists.Line> lines) {
    List<Block.Row> rows = new ArrayList<>();
    for (DispatchLists.Line line : lines)
      rows.add(
          Block.Row.of(
              List.of(
                  line.number(),
                  page.dates().day(line.date()),
                  line.name(),
                  view.subject(line),
                  page.t(line.mode().key()),
                  line.proof(),
                  page.dates().time(line.sentAt()),
                  view.fate(line))));
    if (lines.size() == DispatchLists.MOST) rows.add(cut(lines.size()));
    return rows;
  }

  private Block.Row cut(int lines) {
    var words = Block.Paragraph.of(page.t("dispatch.register-cut", String.valueOf(lines)));
    return new Block.Row(List.of(new Block.Cell(false, REGISTER.size(), 1, List.of(words))));
  }

  List<Block> grid(GridView view) {
    var call = view.call();
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.Heading.centred(1, page.t(PrintKind.COMPLIANCE_GRID.key())));
    blocks.add(
        Block.Sides.of(
            page.t("letter-number") + ": " + number(view),
            page.t("dispatch.target") + ": " + page.dates().day(call.target())));
    blocks.add(
        Block.Paragraph.of(
            Manner.PLAIN, Run.bold(page.t(call.kind().key()) + ": "), Run.of(call.subject())));
    blocks.add(Block.Paragraph.of(totals(view.grid())));
    blocks.add(
        new Block.Table(
            GRID,
            List.of(
                heads(
                    "dispatch.to",
                    "dispatch.stage.sent",
                    "dispatch.stage.read",
                    "dispatch.stage.complied",
                    "dispatch.answer",
                    "dispatch.stage")),
            view.grid().lines().stream().map(line -> row(view, line)).toList(),
            true));
    return blocks;
  }

  private String number(GridView view) {
    String number = view.call().number();
    return number.isEmpty() ? page.t("dispatch.not-signed") : number;
  }

  private String totals(Grid grid) {
    return String.join(
        "  ·  ",
        page.t("dispatch.total") + " " + grid.lines().size(),
        page.t("dispatch.stage.sent") + " " + grid.sent(),
        page.t("dispatch.stage.read") + " " + grid.read(),
        page.t("dispatch.stage.complied") + " " + grid.complied(),
        page.t("dispatch.stage.defaulting") + " " + grid.defaulting(),
        page.t("dispatch.reminders") + " " + grid.reminders());
  }

  private Block.Row row(GridView view, Grid.Line line) {
    return Block.Row.of(
        List.of(
            line.item().name(),
            view.time(line.item().sentAt()),
            view.time(line.item().openedAt()),
            view.time(line.repliedAt()),
            (line.replyNumber() + " " + line.replyText()).strip(),
            page.t(line.stage().key())));
  }

  private Block.Row heads(String... keys) {
    return new Block.Row(Stream.of(keys).map(key -> Block.Cell.heading(page.t(key))).toList());
  }
}
