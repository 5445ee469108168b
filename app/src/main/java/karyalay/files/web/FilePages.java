package karyalay.files.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import karyalay.desk.Attachments;
import karyalay.desk.Movements;
import karyalay.desk.Paper;
import karyalay.desk.Place;
import karyalay.desk.Viewer;
import karyalay.desk.Views;
import karyalay.desk.web.DueWords;
import karyalay.files.Sheet;
import karyalay.files.Sheets;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The file as a person works on it (W3), and lists of files.
@Controller
class FilePages {
  private static final int LIST = 50;

  private final Sheets sheets;
  private final Attachments attachments;
  private final Movements movements;
  private final Views views;
  private final Masters masters;
  private final OfficeTime time;

  FilePages(
      Sheets sheets,
      Attachments attachments,
      Movements movements,
      Views views,
      Masters masters,
      OfficeTime time) {
    this.sheets = sheets;
    this.attachments = attachments;
    this.movements = movements;
    this.views = views;
    this.masters = masters;
    this.time = time;
  }

  /// @param leaf page of the correspondence to show; the letter under consideration without one
  /// @param turn page within the chosen letter
  @GetMapping("/files/{paper}")
  @MayCall(CHAIR)
  String file(
      @PathVariable PaperId paper,
      @RequestParam(required = false) @Nullable Integer leaf,
      @RequestParam(name = "page", required = false) @Nullable Integer turn,
      Caller caller,
      Page page,
      Model model) {
    Sheet sheet = sheets.of(paper, caller.scope());
    Paper row = sheet.card().paper();
    if (row.heldBy(caller.seat().post()) && row.openedAt() == null)
      movements.open(Act.of(caller.actor()), paper);
    views.seen(row, caller.scope());
    model.addAttribute("view", view(sheet, leaf, turn, caller, page));
    return "files/file";
  }

  private FileView view(
      Sheet sheet, @Nullable Integer leaf, @Nullable Integer turn, Caller caller, Page page) {
    Paper row = sheet.card().paper();
    var words = new DueWords(page, time.now());
    Optional<Sheet.Letter> letter = sheet.letterAt(leaf == null ? 0 : leaf);
    boolean held = row.heldBy(caller.seat().post());
    return new FileView(
        page,
        sheet,
        held && row.place() instanceof Place.OnDesk,
        held && row.place() instanceof Place.Parked,
        row.place() instanceof Place.Closed,
        caller.seat().post().equals(row.from()) && row.openedAt() == null,
        row.creator().equals(caller.seat().post()),
        letter
            .filter(Sheet.Letter::named)
            .map(l -> viewer(page, sheet, l, leaf, turn))
            .orElse(null),
        letter,
        sheet.paragraphsAfter(lastOf(sheet, caller)),
        words.due(row.dueAt()),
        words.word(row.dueAt()),
        phrases(caller, page));
  }

  private Viewer viewer(
      Page page, Sheet sheet, Sheet.Letter letter, @Nullable Integer leaf, @Nullable Integer turn) {
    var card = sheet.card().paper();
    int at = turn != null ? turn : leaf != null ? leaf - letter.from() + 1 : 1;
    return Viewer.of(
        page,
        "/files/" + card.id() + "?leaf=" + letter.from(),
        letter.paper(),
        attachments.of(letter.content()),
        at);
  }

  private static Instant lastOf(Sheet sheet, Caller caller) {
    return sheet.notes().stream()
        .filter(note -> note.by().mark().equals(caller.seat().mark()))
        .map(Sheet.Note::at)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  private List<String> phrases(Caller caller, Page page) {
    return masters.of("PHRASE", caller.seat().district()).stream().map(Master::nameHi).toList();
  }

  @GetMapping("/files")
  @MayCall(CHAIR)
  String list(
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int from,
      Caller caller,
      Page page,
      Model model) {
    int offset = Math.clamp(from, 0, 100_000);
    var lines = sheets.list(caller.scope(), place, q, offset, LIST + 1);
    boolean more = lines.size() > LIST;
    var shown = more ? lines.subList(0, LIST) : lines;
    model.addAttribute("view", new FileListView(page, shown, place, q, more ? offset + LIST : 0));
    return "files/list";
  }

  /// Cover, its history, and the rare acts.
  @GetMapping("/files/{paper}/details")
  @MayCall(CHAIR)
  String details(@PathVariable PaperId paper, Caller caller, Page page, Model model) {
    Sheet sheet = sheets.of(paper, caller.scope());
    var view = view(sheet, null, null, caller, page);
    model.addAttribute("view", new FileDetailsView(view, sheets.changes(paper, caller.scope())));
    return "files/details";
  }

  @GetMapping("/files/oral-orders")
  @MayCall(CHAIR)
  String oralOrders(Caller caller, Page page, Model model) {
    model.addAttribute("view", new OralOrdersView(page, sheets.awaited(caller.scope())));
    return "files/oral_orders";
  }
}
