package karyalay.files.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.List;
import karyalay.desk.Attachments;
import karyalay.desk.Movements;
import karyalay.desk.Paper;
import karyalay.desk.Place;
import karyalay.desk.Viewer;
import karyalay.desk.Views;
import karyalay.desk.web.DueWords;
import karyalay.desk.web.PreparedBox;
import karyalay.files.FileFilter;
import karyalay.files.FileLists;
import karyalay.files.Files;
import karyalay.files.Flag;
import karyalay.files.Sheet;
import karyalay.files.Sheets;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.signatures.Keys;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// The file as a person works on it (W3), and lists of files.
@Controller
class FilePages {
  private final Sheets sheets;
  private final FileLists lists;
  private final Attachments attachments;
  private final Movements movements;
  private final Views views;
  private final Masters masters;
  private final OfficeTime time;
  private final Keys keys;
  private final PreparedBox prepared;

  FilePages(
      Sheets sheets,
      FileLists lists,
      Attachments attachments,
      Movements movements,
      Views views,
      Masters masters,
      OfficeTime time,
      Keys keys,
      PreparedBox prepared) {
    this.sheets = sheets;
    this.lists = lists;
    this.attachments = attachments;
    this.movements = movements;
    this.views = views;
    this.masters = masters;
    this.time = time;
    this.keys = keys;
    this.prepared = prepared;
  }

  /// Which part of a file is shown.
  ///
  /// @param leaf page of the correspondence; the letter under consideration without one
  /// @param page page within the chosen letter
  /// @param before serial of the first note that is not shown; the newest notes without one
  /// @param para paragraph that must be among the notes shown
  /// @param note note that must be among them
  record Part(
      @Nullable Integer leaf,
      @Nullable Integer page,
      @Nullable Integer before,
      @Nullable Integer para,
      @Nullable Integer note) {
    static final Part NONE = new Part(null, null, null, null, null);

    Sheets.Window window() {
      return new Sheets.Window(or(before, Integer.MAX_VALUE), or(note, 0), or(para, 0));
    }

    /// What keeps the same notes shown in another address.
    String kept() {
      return (before == null ? "" : "&before=" + before)
          + (note == null ? "" : "&note=" + note)
          + (para == null ? "" : "&para=" + para);
    }

    int leafOrNone() {
      return or(leaf, 0);
    }

    private static int or(@Nullable Integer given, int other) {
      return given == null ? other : given;
    }
  }

  /// @param purpose a browser that only looks ahead opens nothing
  @GetMapping("/files/{paper}")
  @MayCall(CHAIR)
  String file(
      @PathVariable PaperId paper,
      Part part,
      @RequestHeader(name = "Sec-Purpose", defaultValue = "") String purpose,
      Caller caller,
      Page page,
      Model model) {
    Sheet sheet = sheets.of(paper, caller.scope(), part.window());
    Paper row = sheet.card().paper();
    boolean ahead = purpose.contains("prefetch");
    if (!ahead && row.heldBy(caller.seat().post()) && row.openedAt() == null)
      movements.open(Act.of(caller.actor()), paper);
    views.seen(row, caller.scope());
    Viewer viewer =
        sheet
            .letterAt(part.leafOrNone())
            .filter(Sheet.Letter::named)
            .map(letter -> {
              views.looked(letter.paper(), caller.scope());
              return viewer(page, sheet, letter, part);
            })
            .orElse(null);
    model.addAttribute("view", view(sheet, part, viewer, caller, page));
    return "files/file";
  }

  private FileView view(Sheet sheet, Part part, @Nullable Viewer viewer, Caller caller, Page page) {
    Paper row = sheet.card().paper();
    var words = new DueWords(page, time.now());
    var post = caller.seat().post();
    boolean held = row.heldBy(post);
    boolean mine = held && row.place() instanceof Place.OnDesk;
    return new FileView(
        Strip.of(page, sheet.card(), sheet.cover().computerNumber(), words),
        sheet,
        mine,
        held,
        row.place() instanceof Place.Parked,
        row.place() instanceof Place.Closed,
        post.equals(row.from()) && row.openedAt() == null && under(row),
        row.creator().equals(post),
        ContentsView.of(page, sheet, part.leafOrNone(), viewer, part.kept(), mine),
        fresh(sheet, caller),
        phrases(caller, page),
        keys.field(caller, sheet.hasKey()),
        prepared.of(page, sheet.card(), caller));
  }

  private static boolean under(Paper row) {
    return row.place() instanceof Place.InTransit
        || (row.place() instanceof Place.OnDesk && !row.physical());
  }

  private static FileView.Fresh fresh(Sheet sheet, Caller caller) {
    List<Sheet.Note> fresh = sheet.since(caller.seat().post());
    int paragraphs = fresh.stream().mapToInt(note -> note.paragraphs().size()).sum();
    return new FileView.Fresh(
        paragraphs, fresh.isEmpty() ? Integer.MAX_VALUE : fresh.getFirst().serial());
  }

  private Viewer viewer(Page page, Sheet sheet, Sheet.Letter letter, Part part) {
    return Viewer.of(
        page,
        "/files/" + sheet.card().paper().id() + "?leaf=" + letter.from() + part.kept(),
        letter.paper(),
        attachments.of(letter.content()),
        turn(sheet, letter, part));
  }

  /// The page within a letter: the one asked for, else the one that bears the flag PUC, else the
  /// first.
  private static int turn(Sheet sheet, Sheet.Letter letter, Part part) {
    Integer page = part.page();
    Integer leaf = part.leaf();
    if (page != null) return page;
    if (leaf != null) return leaf - letter.from() + 1;
    return sheet.references().on(letter.paper()).stream()
        .filter(flag -> flag.label().equals("PUC"))
        .mapToInt(Flag::citedPage)
        .findFirst()
        .orElse(1);
  }

  private List<String> phrases(Caller caller, Page page) {
    return masters.of("PHRASE", caller.seat().district()).stream().map(Master::nameHi).toList();
  }

  @GetMapping("/files")
  @MayCall(CHAIR)
  String list(
      @RequestParam(defaultValue = "OFFICE") FileFilter.Whose whose,
      @RequestParam(defaultValue = "ALL") FileFilter.State state,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String after,
      Caller caller,
      Page page,
      Model model) {
    var filter = new FileFilter(whose, state, q, after);
    var lines = lists.page(caller.scope(), filter);
    model.addAttribute("view", new FileListView(page, lines, filter));
    return "files/list";
  }

  /// Cover, its history, and the rare acts.
  @GetMapping("/files/{paper}/details")
  @MayCall(CHAIR)
  String details(@PathVariable PaperId paper, Caller caller, Page page, Model model) {
    Sheet sheet = sheets.cover(paper, caller.scope());
    views.seen(sheet.card().paper(), caller.scope());
    var view = view(sheet, Part.NONE, null, caller, page);
    model.addAttribute(
        "view",
        new FileDetailsView(
            view,
            sheets.changes(sheet),
            masters.of("CATEGORY", caller.seat().district()),
            masters.of(Files.RECORD_CLASS, caller.seat().district())));
    return "files/details";
  }

  @GetMapping("/files/oral-orders")
  @MayCall(CHAIR)
  String oralOrders(Caller caller, Page page, Model model) {
    model.addAttribute("view", new OralOrdersView(page, lists.awaited(caller.scope())));
    return "files/oral_orders";
  }
}
