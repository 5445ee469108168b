package karyalay.desk.web;

import java.util.List;
import karyalay.desk.Sightings.Sighting;
import karyalay.web.Page;

/// Sightings of a physical paper in words, newest first.
final class SeenView {
  private SeenView() {}

  static List<String> lines(Page page, List<Sighting> sightings) {
    return sightings.stream().map(one -> line(page, one)).toList();
  }

  private static String line(Page page, Sighting one) {
    String post =
        one.chair()
            .map(chair -> chair.designation(page.language()) + ", " + chair.office(page.language()))
            .orElse("");
    return page.t(
        "desk.seen-with", page.dates().time(one.at()), page.name(one.byHi(), one.byEn()), post);
  }
}
