package karyalay.desk.web;

import static karyalay.web.MayCall.Who.CHAIR;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import karyalay.desk.Chair;
import karyalay.desk.PrintKind;
import karyalay.desk.Reading;
import karyalay.desk.Sightings;
import karyalay.desk.Trails;
import karyalay.desk.Views;
import karyalay.rendering.Block;
import karyalay.rendering.PageFormat;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The register of movements of one paper, in office columns (OP-49, OP-104).
@RestController
class TrailPrint {
  private static final List<Double> COLUMNS = List.of(0.7, 2.2, 2.2, 1.5, 1.5, 1.3, 2.2, 2.6);

  private final Reading reading;
  private final Trails trails;
  private final Sightings sightings;
  private final Views views;
  private final Printer printer;
  private final OfficeTime time;

  TrailPrint(
      Reading reading,
      Trails trails,
      Sightings sightings,
      Views views,
      Printer printer,
      OfficeTime time) {
    this.reading = reading;
    this.trails = trails;
    this.sightings = sightings;
    this.views = views;
    this.printer = printer;
    this.time = time;
  }

  @GetMapping({"/papers/{paper}/trail.pdf", "/api/v1/papers/{paper}/movements.pdf"})
  @MayCall(CHAIR)
  void print(@PathVariable PaperId paper, Caller caller, Page page, HttpServletResponse response)
      throws IOException {
    Reading.Card card = reading.open(paper, caller.scope());
    views.seen(card.paper(), caller.scope());
    List<Trails.Line> lines = trails.of(paper, caller.scope());
    TrailView view = TrailView.of(page, card, lines, sightings.of(card), time.now());
    String title = page.t("desk.trail.title", card.paper().number());
    List<Block> blocks =
        List.of(
            Block.Heading.centred(1, page.t(PrintKind.TRAIL.key())),
            Block.Paragraph.of(card.paper().number() + "  " + card.paper().title()),
            new Block.Table(COLUMNS, List.of(heads(page)), rows(lines, view, page), true));
    var job =
        new Printer.Job(
            PrintKind.TRAIL, paper, card.paper().number(), title, PageFormat.A4_ACROSS, blocks);
    printer.print(job, caller, page, response);
  }

  private static Block.Row heads(Page page) {
    return new Block.Row(
        Stream.of(
                "serial-number",
                "desk.print.from",
                "desk.print.to",
                "desk.print.sent",
                "desk.print.opened",
                "desk.held",
                "desk.print.by",
                "remarks")
            .map(key -> Block.Cell.heading(page.t(key)))
            .toList());
  }

  private static List<Block.Row> rows(List<Trails.Line> lines, TrailView view, Page page) {
    return lines.stream()
        .map(line -> {
          TrailView.Station station = view.stations().get(lines.indexOf(line));
          return Block.Row.of(
              List.of(
                  String.valueOf(line.serial()),
                  line.from().map(chair -> chair(chair, page)).orElse(""),
                  line.to().map(chair -> chair(chair, page)).orElse(""),
                  station.at(),
                  station.opened(),
                  station.held(),
                  station.by(),
                  remark(station)));
        })
        .toList();
  }

  private static String chair(Chair chair, Page page) {
    return chair.mark() + "\n" + chair.designation(page.language());
  }

  private static String remark(TrailView.Station station) {
    return Stream.concat(
            Stream.of(station.word(), station.task(), station.remark()), station.beside().stream())
        .filter(text -> !text.isEmpty())
        .distinct()
        .reduce((one, two) -> one + " · " + two)
        .orElse("");
  }
}
