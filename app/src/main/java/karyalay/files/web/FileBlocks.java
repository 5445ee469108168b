package karyalay.files.web;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import karyalay.desk.Attachments;
import karyalay.desk.Classification;
import karyalay.desk.Paper;
import karyalay.desk.Reading;
import karyalay.desk.Views;
import karyalay.documents.DocumentsRefusal;
import karyalay.documents.PageSize;
import karyalay.files.Sheet;
import karyalay.files.Sheets;
import karyalay.rendering.Align;
import karyalay.rendering.Block;
import karyalay.rendering.Chained;
import karyalay.rendering.Manner;
import karyalay.rendering.Run;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.shared.Scope;
import karyalay.web.Page;
import karyalay.web.PublicAddress;
import org.springframework.stereotype.Component;

/// A file as it is printed: cover, contents, note sheet, and the papers page by page. Everything is
/// read piece by piece as the print comes to it, and each piece through the reader's permission.
@Component
class FileBlocks {
  private final Sheets sheets;
  private final Reading reading;
  private final Attachments attachments;
  private final Views views;
  private final PublicAddress address;

  FileBlocks(
      Sheets sheets, Reading reading, Attachments attachments, Views views, PublicAddress address) {
    this.sheets = sheets;
    this.reading = reading;
    this.attachments = attachments;
    this.views = views;
    this.address = address;
  }

  /// The note sheet alone, under a short head.
  Iterable<Block> noteSheet(Sheet sheet, Scope scope, Page page) {
    return Chained.of(
        Stream.of(
            List.of(
                Block.Heading.centred(1, page.t("note-sheet")),
                Block.Sides.of(
                    page.t("files.number") + ": " + sheet.card().paper().number(),
                    page.t("files.opened-on") + ": " + page.dates().day(sheet.cover().openedOn())),
                Block.Paragraph.of(
                    Manner.PLAIN,
                    Run.bold(page.t("files.cover.subject") + ": "),
                    Run.of(sheet.cover().subject())),
                new Block.Rule(0.8)),
            notes(sheet, scope, page)));
  }

  /// All of it.
  Iterable<Block> whole(Sheet sheet, Scope scope, Page page) {
    Stream<Iterable<Block>> letters =
        sheet.letters().stream().map(letter -> letter(letter, scope, page));
    return Chained.of(
        Stream.of(
            cover(sheet, page),
            List.of(new Block.PageBreak(), Block.Heading.centred(1, page.t("note-sheet"))),
            notes(sheet, scope, page),
            Chained.of(letters)));
  }

  private Iterable<Block> notes(Sheet sheet, Scope scope, Page page) {
    PaperId paper = sheet.card().paper().id();
    var blocks = new NoteBlocks(page);
    Stream<List<Sheet.Note>> parts =
        Stream.iterate(
            sheets.following(paper, scope, 0),
            part -> !part.isEmpty(),
            part -> sheets.following(paper, scope, part.getLast().serial()));
    return Chained.of(parts.map(part -> Chained.of(part.stream().map(note -> blocks.of(note)))));
  }

  private List<Block> cover(Sheet sheet, Page page) {
    Paper paper = sheet.card().paper();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Space(40));
    blocks.add(Block.Heading.centred(1, page.t("desk.kind.file")));
    blocks.add(Block.Paragraph.of(Manner.CENTRED, Run.bold(paper.number()).scaled(1.6)));
    blocks.add(Block.Paragraph.of(Manner.CENTRED, Run.of(sheet.cover().subject()).scaled(1.2)));
    if (paper.classification() != Classification.NORMAL)
      blocks.add(
          Block.Paragraph.of(
              Manner.CENTRED, Run.bold(page.t(paper.classification().key())).scaled(1.2).lined()));
    blocks.add(new Block.Space(16));
    blocks.add(new Block.Table(List.of(1.0, 2.0), List.of(), facts(sheet, page), true));
    if (paper.physical()) {
      String name = page.t("desk.with-me") + " " + paper.number();
      blocks.add(new Block.Space(8));
      blocks.add(new Block.Code(address.sightings(paper.id()), name, 84, Align.CENTRE));
      blocks.add(Block.Paragraph.of(Manner.CENTRED, Run.of(page.t("desk.with-me.scan"))));
    }
    blocks.add(Block.Heading.of(2, page.t("files.print.contents")));
    if (sheet.letters().isEmpty()) blocks.add(Block.Paragraph.of(page.t("files.print.no-letters")));
    else blocks.add(contents(sheet, page));
    return blocks;
  }

  private static List<Block.Row> facts(Sheet sheet, Page page) {
    List<Block.Row> rows = new ArrayList<>();
    rows.add(fact(page, "files.number", sheet.card().paper().number()));
    rows.add(fact(page, "files.computer-number", sheet.cover().computerNumber() + ""));
    rows.add(fact(page, "files.cover.subject", sheet.cover().subject()));
    rows.add(fact(page, "files.opened-on", page.dates().day(sheet.cover().openedOn())));
    rows.add(fact(page, "files.urgency", page.t(sheet.card().paper().urgency().key())));
    sheet
        .card()
        .holder()
        .ifPresent(chair ->
            rows.add(
                fact(
                    page,
                    "desk.with",
                    chair.designation(page.language()) + ", " + chair.office(page.language()))));
    rows.add(fact(page, "files.cover.earlier", sheet.cover().earlier()));
    rows.add(fact(page, "files.cover.later", sheet.cover().later()));
    rows.add(fact(page, "files.cover.remarks", sheet.cover().remarks()));
    rows.add(fact(page, "files.print.paragraphs", sheet.cover().paragraphs() + ""));
    rows.add(fact(page, "files.print.pages", sheet.cover().pages() + ""));
    rows.removeIf(row -> row.cells().size() < 2);
    return rows;
  }

  /// A row of one cell where there is nothing to say.
  private static Block.Row fact(Page page, String key, String value) {
    var label = new Block.Paragraph(List.of(Run.bold(page.t(key))), Manner.PLAIN.after(0));
    var heading = new Block.Cell(true, 1, 1, List.of(label));
    return new Block.Row(
        value.isBlank() ? List.of(heading) : List.of(heading, Block.Cell.of(value)));
  }

  private static Block contents(Sheet sheet, Page page) {
    List<Block.Row> rows = new ArrayList<>();
    for (Sheet.Letter letter : sheet.letters())
      rows.add(
          Block.Row.of(
              List.of(
                  String.valueOf(letter.serial()),
                  letter.number(),
                  letter.named() ? words(letter) : page.t("files.veiled"),
                  page.dates().day(letter.at()),
                  letter.from() == letter.to()
                      ? String.valueOf(letter.from())
                      : letter.from() + "–" + letter.to())));
    var heads =
        Stream.of("serial-number", "number-short", "files.cover.subject", "date", "page")
            .map(key -> Block.Cell.heading(page.t(key)))
            .toList();
    return new Block.Table(
        List.of(0.9, 2.7, 4.8, 1.7, 1.2), List.of(new Block.Row(heads)), rows, true);
  }

  private static String words(Sheet.Letter letter) {
    return letter.sender().isEmpty() ? letter.title() : letter.title() + "\n" + letter.sender();
  }

  /// The pages of a letter, each under a line that says which it is. What is protected, and what no
  /// program can draw, is said instead of shown.
  private Iterable<Block> letter(Sheet.Letter letter, Scope scope, Page page) {
    String name = letter.serial() + " · " + letter.number();
    if (!letter.named())
      return List.of(
          new Block.PageBreak(),
          Block.Heading.of(2, name),
          Block.Paragraph.of(page.t("files.veiled")));
    views.seen(reading.open(letter.paper(), scope).paper(), scope);
    int pages = attachments.pageCount(letter.content());
    if (pages == 0)
      return List.of(
          new Block.PageBreak(),
          Block.Heading.of(2, name + " · " + letter.title()),
          Block.Paragraph.of(page.t("files.print.no-pages")));
    return Chained.of(
        IntStream.rangeClosed(1, pages).mapToObj(number -> leaf(letter, number, name, page)));
  }

  private List<Block> leaf(Sheet.Letter letter, int number, String name, Page page) {
    int leaf = letter.from() + number - 1;
    String caption = page.t("files.print.leaf", String.valueOf(leaf), name);
    Block head =
        number == 1
            ? Block.Heading.of(2, caption + " · " + letter.title())
            : Block.Paragraph.of(Manner.PLAIN.keep(), Run.bold(caption).scaled(0.9));
    return List.of(new Block.PageBreak(), head, picture(letter, number, caption, page));
  }

  private Block picture(Sheet.Letter letter, int number, String caption, Page page) {
    try {
      byte[] jpeg = attachments.page(letter.content(), number, PageSize.PAGE).jpeg();
      return Block.Picture.page(() -> new ByteArrayInputStream(jpeg), caption);
    } catch (Refused refused) {
      if (refused.reason() != DocumentsRefusal.PAGE_NOT_SHOWN) throw refused;
      return notDrawn(page);
    } catch (UncheckedIOException lost) {
      // The store has cried out already; the other pages are still wanted.
      return notDrawn(page);
    }
  }

  private static Block notDrawn(Page page) {
    return Block.Paragraph.of(Manner.CENTRED, Run.of(page.t("files.print.not-drawn")));
  }
}
