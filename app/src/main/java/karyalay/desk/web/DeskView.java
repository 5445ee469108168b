package karyalay.desk.web;

import java.util.List;
import karyalay.desk.Kind;
import karyalay.desk.Row;
import karyalay.desk.TrayFilter;
import karyalay.desk.Trays;
import karyalay.shared.PaperId;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;

/// What the desk page shows.
///
/// @param next address of the next page; null on the last
/// @param sent the paper just sent from here, with its number, while it can be taken back
public record DeskView(
    Page page,
    TrayFilter filter,
    Trays.Counts counts,
    List<Line> lines,
    @Nullable String next,
    @Nullable Sent sent,
    List<Outcome> outcomes) {

  /// One row in words.
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
      String held) {}

  /// A paper that just left.
  public record Sent(PaperId paper, String number, String to) {}

  /// How one paper of many fared.
  ///
  /// @param sentence why it stayed; empty when it went
  public record Outcome(String number, String sentence) {}

  public String tabKey(TrayFilter.Tab tab) {
    return "desk.tab." + tab.name().toLowerCase(java.util.Locale.ROOT);
  }

  public TrayFilter.Tab[] tabs() {
    return TrayFilter.Tab.values();
  }

  public boolean mine() {
    return filter.tab() == TrayFilter.Tab.MINE;
  }

  /// Address of this desk with one thing changed.
  public String to(TrayFilter.Tab tab, TrayFilter.What what, @Nullable Kind kind) {
    var address =
        new StringBuilder("/desk?tab=").append(tab.name()).append("&what=").append(what.name());
    if (kind != null) address.append("&kind=").append(kind.name());
    return page.link(address.toString());
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
        words.grade(paper.dueAt()).name().toLowerCase(java.util.Locale.ROOT),
        other.map(chair -> chair.mark()).orElse(""),
        other
            .map(chair -> chair.designation(page.language()) + ", " + chair.office(page.language()))
            .orElse(""),
        words.held(paper.arrivedAt()));
  }
}
