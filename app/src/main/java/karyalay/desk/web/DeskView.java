package karyalay.desk.web;

import java.util.List;
import java.util.Locale;
import karyalay.desk.Kind;
import karyalay.desk.Row;
import karyalay.desk.TrayFilter;
import karyalay.desk.Trays;
import karyalay.shared.Capacity;
import karyalay.shared.PaperId;
import karyalay.shared.PersonId;
import karyalay.web.Page;
import karyalay.web.ShellSource;
import org.jspecify.annotations.Nullable;

/// What the desk page shows.
///
/// @param last where this page ended; null when it is the last
/// @param sent the paper just sent from here, with its number, while it can be taken back
/// @param more tabs of what waits beside the papers, as what was prepared for approval (OP-124)
public record DeskView(
    Page page,
    TrayFilter filter,
    Trays.Counts counts,
    List<Line> lines,
    TrayFilter.@Nullable Cursor last,
    @Nullable Sent sent,
    List<Outcome> outcomes,
    List<DeskTab.Tab> more) {

  /// One row in words.
  ///
  /// @param claimed which member of the counter has taken it; empty when nobody has
  /// @param own whether that is the reader
  /// @param prepared whether something on it waits for approval
  public record Line(
      PaperId id,
      String path,
      String number,
      String title,
      String subtitle,
      String kind,
      boolean physical,
      boolean toReceive,
      boolean fresh,
      boolean veiled,
      String classWord,
      String urgency,
      String task,
      String due,
      String dueGrade,
      String other,
      String otherTitle,
      String held,
      String claimed,
      boolean own,
      boolean prepared) {}

  /// A paper that just left.
  public record Sent(PaperId paper, String number, String to) {}

  /// How one paper of many fared.
  ///
  /// @param sentence why it stayed; empty when it went
  public record Outcome(String number, String sentence) {}

  public String tabKey(TrayFilter.Tab tab) {
    return "desk.tab." + tab.name().toLowerCase(Locale.ROOT);
  }

  public TrayFilter.Tab[] tabs() {
    return TrayFilter.Tab.values();
  }

  public boolean mine() {
    return filter.tab() == TrayFilter.Tab.MINE;
  }

  /// Whether the reader sits at a counter with others (OP-123).
  public boolean counter() {
    return page.caller() != null && page.caller().seat().capacity() == Capacity.MEMBER;
  }

  /// At a counter, the tabs before its own: the reader's own desk and his other counters.
  public List<ShellSource.ChairCount> chairsBefore() {
    return counter() ? beside() : List.of();
  }

  /// At his own desk, the tabs after it: the counters that the reader works at.
  public List<ShellSource.ChairCount> chairsAfter() {
    return counter() ? List.of() : beside();
  }

  private List<ShellSource.ChairCount> beside() {
    return page.chairs().stream()
        .filter(chair -> !chair.mark().equals(page.as()) && (chair.counter() || counter()))
        .toList();
  }

  public TrayFilter.Whose[] whose() {
    return new TrayFilter.Whose[] {
      TrayFilter.Whose.ALL, TrayFilter.Whose.ME, TrayFilter.Whose.NOBODY
    };
  }

  public String whoseKey(TrayFilter.Whose whose) {
    return "desk.claimed." + whose.name().toLowerCase(Locale.ROOT);
  }

  /// Address of this desk with one thing changed.
  public String to(TrayFilter.Tab tab, TrayFilter.What what, @Nullable Kind kind) {
    var kept = tab == TrayFilter.Tab.MINE ? filter.whose() : TrayFilter.Whose.ALL;
    return page.link(address(tab, what, kind, kept));
  }

  /// The same pile, of those taken by somebody else or nobody.
  public String to(TrayFilter.Whose whose) {
    return page.link(address(filter.tab(), filter.what(), filter.kind(), whose));
  }

  /// Where the rows after these are; null on the last page.
  public @Nullable String next() {
    if (last == null) return null;
    String address = address(filter.tab(), filter.what(), filter.kind(), filter.whose());
    Boolean physical = filter.physical();
    if (physical != null) address += "&physical=" + physical;
    return page.link(address + "&after=" + last);
  }

  private static String address(
      TrayFilter.Tab tab, TrayFilter.What what, @Nullable Kind kind, TrayFilter.Whose whose) {
    var address =
        new StringBuilder("/desk?tab=").append(tab.name()).append("&what=").append(what.name());
    if (kind != null) address.append("&kind=").append(kind.name());
    if (whose != TrayFilter.Whose.ALL) address.append("&whose=").append(whose.name());
    return address.toString();
  }

  static List<Line> lines(Page page, List<Row> rows, DueWords words, boolean given) {
    return rows.stream().map(row -> line(page, row, words, given)).toList();
  }

  private static Line line(Page page, Row row, DueWords words, boolean given) {
    var paper = row.paper();
    var other = given ? row.holder() : row.from();
    return new Line(
        paper.id(),
        paper.path(),
        paper.number(),
        paper.title(),
        paper.subtitle(),
        page.t(paper.kind().key()),
        paper.physical(),
        paper.place() instanceof karyalay.desk.Place.InTransit,
        paper.openedAt() == null && !given,
        !row.named(),
        page.t(paper.classification().key()),
        paper.urgency().ordinal() == 0 ? "" : page.t(paper.urgency().key()),
        page.t(paper.task().key()),
        words.due(paper.dueAt()),
        words.grade(paper.dueAt()).name().toLowerCase(Locale.ROOT),
        other.map(chair -> chair.mark()).orElse(""),
        other
            .map(chair -> chair.designation(page.language()) + ", " + chair.office(page.language()))
            .orElse(""),
        words.held(paper.arrivedAt()),
        row.claim().map(claim -> claim.name(page.language())).orElse(""),
        row.claim().filter(claim -> claim.by(reader(page))).isPresent(),
        row.prepared());
  }

  private static PersonId reader(Page page) {
    return java.util.Objects.requireNonNull(page.caller()).person();
  }
}
