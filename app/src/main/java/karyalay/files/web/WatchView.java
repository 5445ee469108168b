package karyalay.files.web;

import java.util.List;
import java.util.Locale;
import karyalay.files.Consultations;
import karyalay.files.Watchlists;
import karyalay.web.Page;

/// Files to be looked after: to and fro, too many hands, consultations whose day has passed.
public record WatchView(
    Page page,
    List<Watchlists.Line> toAndFro,
    List<Watchlists.Line> manyHands,
    int levels,
    List<Consultations.Expired> consultations) {

  /// The title, or the class where the reader may not see it.
  public String title(Watchlists.Line line) {
    return line.title().isEmpty()
        ? page.t("desk.class." + line.classification().toLowerCase(Locale.ROOT))
        : line.title();
  }
}
