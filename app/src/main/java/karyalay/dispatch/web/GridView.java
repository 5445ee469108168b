package karyalay.dispatch.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import karyalay.dispatch.Call;
import karyalay.dispatch.Grid;
import karyalay.web.Page;

/// Who has done what was asked by a letter, and who has not.
///
/// @param mine whether the reader's post has asked
public record GridView(Page page, Grid grid, boolean mine) {
  public Call call() {
    return grid.call();
  }

  public String path() {
    return "/dispatch/calls/" + call().id();
  }

  /// Whether the reader may enter, remind and close.
  public boolean acts() {
    return mine && call().open();
  }

  public List<Grid.Stage> stages() {
    return List.of(Grid.Stage.values());
  }

  List<List<String>> rows() {
    var rows = new ArrayList<List<String>>();
    rows.add(
        Stream.of(
                "dispatch.to",
                "dispatch.stage",
                "dispatch.sent-at",
                "dispatch.opened-at",
                "dispatch.answered-at",
                "dispatch.answer")
            .map(key -> page.t(key))
            .toList());
    for (Grid.Line line : grid.lines())
      rows.add(
          List.of(
              line.item().name(),
              page.t(line.stage().key()),
              time(line.item().sentAt()),
              time(line.item().openedAt()),
              time(line.repliedAt()),
              (line.replyNumber() + " " + line.replyText()).strip()));
    return rows;
  }

  public String time(java.time.@org.jspecify.annotations.Nullable Instant at) {
    return at == null ? "" : page.dates().time(at);
  }
}
