package karyalay.files.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import karyalay.desk.Viewer;
import karyalay.files.Related;
import karyalay.files.Sheet;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// The right pane of W3: the contents of the correspondence, the chosen page, and what of the notes
/// leads to it.
///
/// @param letter the chosen letter
/// @param asked page of the correspondence that was asked for; 0 for none
/// @param viewer the pages of the chosen letter; null when there are none to show
/// @param cites as flags sit now
/// @param mine whether the file lies on the reader's desk, free to be worked on
public record ContentsView(
    Sheet sheet,
    Optional<Sheet.Letter> letter,
    int asked,
    @Nullable Viewer viewer,
    Cites cites,
    boolean mine) {

  static ContentsView of(
      Page page, Sheet sheet, int asked, @Nullable Viewer viewer, String window, boolean mine) {
    var cites = new Cites(page, sheet, window, Instant.MAX);
    return new ContentsView(sheet, sheet.letterAt(asked), asked, viewer, cites, mine);
  }

  public Page page() {
    return cites.page();
  }

  /// A line of the contents: a letter, or the slip that lies in its stead.
  public record Line(int serial, Sheet.@Nullable Letter letter, Related.@Nullable Slip slip) {}

  public List<Line> lines() {
    return Stream.concat(
            sheet.letters().stream().map(one -> new Line(one.serial(), one, null)),
            sheet.slips().stream().map(one -> new Line(one.serial(), null, one)))
        .sorted(Comparator.comparingInt(Line::serial))
        .toList();
  }

  public boolean chosen(Line line) {
    return letter.stream().anyMatch(one -> one.serial() == line.serial())
        || (letter.isEmpty() && slip().stream().anyMatch(one -> one.serial() == line.serial()));
  }

  /// The slip that lies where a page was asked for.
  public Optional<Related.Slip> slip() {
    return asked == 0 ? Optional.empty() : sheet.slipAt(asked);
  }

  /// Whether a page was asked for that this reader is not shown.
  public boolean withheld() {
    return asked > 0 && letter.isEmpty() && slip().isEmpty();
  }

  /// Where a page of the correspondence is shown.
  public String leaf(int number) {
    String file = "/files/" + sheet.card().paper().id();
    return page().link(file + "?leaf=" + number + cites.window()) + "#viewer";
  }

  /// Flags on a letter, each a link to its page.
  public List<Cites.Bit> flags(Sheet.Letter one) {
    return sheet.references().on(one.paper()).stream()
        .map(flag -> cites.flag(flag, word(flag.label())))
        .toList();
  }

  /// PUC is shown by its word, every other flag as it is written.
  private String word(String label) {
    return label.equals("PUC") ? page().t("files.puc") : label;
  }

  /// A page of the chosen letter with the flags on it and the paragraphs that cite it.
  ///
  /// @param turn the page within the letter
  public record Mark(Cites.Bit page, int turn, List<Cites.Bit> flags, List<Cites.Bit> paragraphs) {}

  /// The way back from the pages to the notes (OP-61).
  public List<Mark> marks() {
    return letter.filter(Sheet.Letter::named).map(this::marks).orElse(List.of());
  }

  private List<Mark> marks(Sheet.Letter one) {
    var pages = new TreeSet<>(one.cited().keySet());
    for (var flag : sheet.references().on(one.paper()))
      pages.add(one.from() + flag.citedPage() - 1);
    List<Mark> marks = new ArrayList<>();
    for (int number : pages) marks.add(mark(one, number));
    return marks;
  }

  private Mark mark(Sheet.Letter one, int number) {
    Page page = page();
    int turn = number - one.from() + 1;
    String words = Integer.toString(number);
    return new Mark(
        cites.page(number, page.t("files.flag.on.page", words)),
        turn,
        sheet.references().on(one.paper()).stream()
            .filter(flag -> flag.citedPage() == turn)
            .map(flag -> cites.flag(flag, flag.label()))
            .toList(),
        one.cited().getOrDefault(number, List.of()).stream()
            .map(n ->
                cites.standing(sheet, n, page.t("files.flag.on.paragraph", Integer.toString(n))))
            .toList());
  }

  /// The page of the file that the viewer shows.
  public int current() {
    return viewer == null ? asked : letter.map(Sheet.Letter::from).orElse(1) + viewer.current() - 1;
  }
}
