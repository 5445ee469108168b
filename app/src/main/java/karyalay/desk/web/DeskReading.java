package karyalay.desk.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import karyalay.desk.Row;
import karyalay.desk.TrayFilter;
import karyalay.desk.Trays;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Reads what the desk page shows: the tray, the counts, and what the modules above add to its
/// tabs.
@Component
class DeskReading {
  private final Trays trays;
  private final OfficeTime time;
  private final ObjectProvider<DeskTab> tabs;

  DeskReading(Trays trays, OfficeTime time, ObjectProvider<DeskTab> tabs) {
    this.trays = trays;
    this.time = time;
    this.tabs = tabs;
  }

  DeskView view(
      Page page,
      Caller caller,
      TrayFilter filter,
      DeskView.@Nullable Sent sent,
      List<DeskView.Outcome> outcomes) {
    List<Row> rows = trays.page(caller.scope(), filter);
    boolean given = filter.tab() == TrayFilter.Tab.GIVEN;
    return new DeskView(
        page,
        filter,
        trays.counts(caller.scope()),
        DeskView.lines(page, rows, new DueWords(page, time.now()), given),
        rows.size() < Trays.PAGE ? null : rows.getLast().cursor(),
        sent,
        outcomes,
        more(caller));
  }

  private List<DeskTab.Tab> more(Caller caller) {
    return tabs.orderedStream()
        .map(tab -> tab.of(caller))
        .flatMap((Optional<DeskTab.Tab> tab) -> tab.stream())
        .toList();
  }

  /// The page after an act on ticked rows.
  DeskView after(Page page, Caller caller, Stream<DeskView.Outcome> outcomes) {
    return view(page, caller, TrayFilter.all(), null, outcomes.toList());
  }
}
