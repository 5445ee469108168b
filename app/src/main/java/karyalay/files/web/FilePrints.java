package karyalay.files.web;

import static karyalay.web.MayCall.Who.CHAIR;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import karyalay.desk.PrintKind;
import karyalay.desk.Views;
import karyalay.desk.web.Printer;
import karyalay.files.FileFilter;
import karyalay.files.FileLine;
import karyalay.files.FileLists;
import karyalay.files.Sheet;
import karyalay.files.Sheets;
import karyalay.rendering.Block;
import karyalay.rendering.Chained;
import karyalay.rendering.PageFormat;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Prints of a file, its note sheet, and the register of files.
@RestController
class FilePrints {
  /// A register of more lines is printed in parts, by state or by a word of the subject.
  private static final int MOST_PARTS = 60;

  private final Sheets sheets;
  private final FileLists lists;
  private final FileBlocks blocks;
  private final Views views;
  private final Printer printer;

  FilePrints(Sheets sheets, FileLists lists, FileBlocks blocks, Views views, Printer printer) {
    this.sheets = sheets;
    this.lists = lists;
    this.blocks = blocks;
    this.views = views;
    this.printer = printer;
  }

  @GetMapping({"/files/{paper}/notes.pdf", "/api/v1/files/{paper}/notes.pdf"})
  @MayCall(CHAIR)
  void noteSheet(
      @PathVariable PaperId paper, Caller caller, Page page, HttpServletResponse response)
      throws IOException {
    Sheet sheet = opened(sheets.cover(paper, caller.scope()), caller);
    print(
        PrintKind.NOTE_SHEET,
        sheet,
        blocks.noteSheet(sheet, caller.scope(), page),
        caller,
        page,
        response);
  }

  @GetMapping({"/files/{paper}/file.pdf", "/api/v1/files/{paper}/file.pdf"})
  @MayCall(CHAIR)
  void whole(@PathVariable PaperId paper, Caller caller, Page page, HttpServletResponse response)
      throws IOException {
    Sheet sheet = opened(sheets.of(paper, caller.scope()), caller);
    print(PrintKind.FILE, sheet, blocks.whole(sheet, caller.scope(), page), caller, page, response);
  }

  private Sheet opened(Sheet sheet, Caller caller) {
    views.seen(sheet.card().paper(), caller.scope());
    return sheet;
  }

  private void print(
      PrintKind kind,
      Sheet sheet,
      Iterable<Block> text,
      Caller caller,
      Page page,
      HttpServletResponse response)
      throws IOException {
    String number = sheet.card().paper().number();
    var job =
        new Printer.Job(
            kind,
            sheet.card().paper().id(),
            number,
            page.t(kind.key()) + " " + number,
            PageFormat.A4,
            text);
    printer.print(job, caller, page, response);
  }

  /// The list that is shown, all its pages, in office columns (OP-104).
  @GetMapping({"/files/register.pdf", "/api/v1/files/register.pdf"})
  @MayCall(CHAIR)
  void register(
      @RequestParam(defaultValue = "OFFICE") FileFilter.Whose whose,
      @RequestParam(defaultValue = "ALL") FileFilter.State state,
      @RequestParam(defaultValue = "") String q,
      Caller caller,
      Page page,
      HttpServletResponse response)
      throws IOException {
    String title = page.t(PrintKind.FILE_REGISTER.key());
    String office = page.name(caller.seat().officeHi(), caller.seat().officeEn());
    var filter = new FileFilter(whose, state, q, "");
    String which = page.t("files.state." + state.name().toLowerCase(Locale.ROOT));
    var table =
        new Block.Table(
            List.of(0.8, 2.4, 1.3, 5.6, 1.7, 1.8, 1.6),
            List.of(heads(page)),
            rows(filter, caller, page),
            true);
    List<Block> text =
        List.of(Block.Heading.centred(1, title), Block.Sides.of(office, which), table);
    printer.print(
        new Printer.Job(PrintKind.FILE_REGISTER, null, title, title, PageFormat.A4_ACROSS, text),
        caller,
        page,
        response);
  }

  private static Block.Row heads(Page page) {
    return new Block.Row(
        Stream.of(
                "serial-number",
                "files.number",
                "files.computer-number",
                "files.cover.subject",
                "files.opened-on",
                "desk.with",
                "files.state")
            .map(key -> Block.Cell.heading(page.t(key)))
            .toList());
  }

  private Iterable<Block.Row> rows(FileFilter first, Caller caller, Page page) {
    var serial = new AtomicInteger();
    Stream<List<FileLine>> parts =
        Stream.iterate(
                lists.page(caller.scope(), first),
                part -> !part.isEmpty(),
                part ->
                    part.size() < FileLists.PAGE
                        ? List.of()
                        : lists.page(caller.scope(), after(first, part.getLast())))
            .limit(MOST_PARTS);
    return Chained.of(
        parts.map(
            part -> part.stream().map(line -> row(serial.incrementAndGet(), line, page)).toList()));
  }

  private static FileFilter after(FileFilter filter, FileLine last) {
    return new FileFilter(filter.whose(), filter.state(), filter.typed(), last.cursor());
  }

  private static Block.Row row(int serial, FileLine line, Page page) {
    return Block.Row.of(
        List.of(
            String.valueOf(serial),
            line.number(),
            String.valueOf(line.computerNumber()),
            line.subject().isEmpty() ? page.t(line.classification().key()) : line.subject(),
            page.dates().day(line.openedOn()),
            line.holder(),
            page.t("files.place." + line.place().toLowerCase(Locale.ROOT))));
  }
}
