package karyalay.dak.web;

import java.time.Instant;
import java.util.List;
import karyalay.dak.Watches;
import karyalay.web.Page;

/// One watch list, and how much stands on the others.
///
/// @param asked code of the list that is wanted; the first where there is none of that code
public record WatchView(Page page, List<Watches.WatchList> lists, String asked, Instant now) {
  /// The list that is shown; an empty one where the district keeps none.
  public List<Watches.Line> lines() {
    return lists.isEmpty() ? List.of() : lists.get(shown()).lines();
  }

  private int shown() {
    for (int i = 0; i < lists.size(); i++) if (lists.get(i).list().code().equals(asked)) return i;
    return 0;
  }

  public boolean shown(Watches.WatchList list) {
    return list.equals(lists.get(shown()));
  }

  public boolean late(Watches.Line line) {
    Instant due = line.due();
    return due != null && due.isBefore(now);
  }

  /// The day by which it is due, which ends at midnight.
  public String due(Watches.Line line) {
    Instant due = line.due();
    return due == null ? "" : page.dates().day(due.minusNanos(1));
  }
}
