package karyalay.desk.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import karyalay.desk.Chair;
import karyalay.desk.Reading;
import karyalay.desk.Sightings.Sighting;
import karyalay.desk.Trails;
import karyalay.shared.Capacity;
import karyalay.web.Page;

/// The movement trail, drawn like a railway line: each post a station, the distance the time held.
///
/// @param seen where the physical paper was seen, in words, newest first
public record TrailView(Page page, Reading.Card card, List<Station> stations, List<String> seen) {

  /// One stop.
  ///
  /// @param held how long it stayed, in words
  /// @param length 0 to 10: the distance to the next stop, by the logarithm of the time
  /// @param here whether it is there now
  /// @param beside what was done to it while it lay there, in words
  public record Station(
      int serial,
      String mark,
      String designation,
      String office,
      String word,
      String by,
      String at,
      String opened,
      String task,
      String remark,
      String held,
      int length,
      boolean here,
      List<String> beside) {}

  static TrailView of(
      Page page, Reading.Card card, List<Trails.Line> lines, List<Sighting> seen, Instant now) {
    var words = new DueWords(page, now);
    var stations = new ArrayList<Station>();
    for (Trails.Line line : lines)
      stations.add(station(page, line, words, line == lines.getLast()));
    return new TrailView(page, card, List.copyOf(stations), SeenView.lines(page, seen));
  }

  private static Station station(Page page, Trails.Line line, DueWords words, boolean last) {
    Instant until = line.until();
    Duration held = Duration.between(line.at(), until == null ? words.now() : until);
    Instant opened = line.opened();
    return new Station(
        line.serial(),
        line.to().map(Chair::mark).orElse(""),
        line.to().map(chair -> chair.designation(page.language())).orElse(""),
        line.to().map(chair -> chair.office(page.language())).orElse(""),
        page.t("desk.word." + line.word().toLowerCase(Locale.ROOT)),
        by(page, page.name(line.byHi(), line.byEn()), line.capacity()),
        page.dates().time(line.at()),
        opened == null ? "" : page.dates().time(opened),
        page.t(line.task().key()),
        line.remark(),
        words.span(held),
        (int) Math.min(10, Math.round(Math.log1p(held.toMinutes()) / Math.log(2) / 1.5)),
        last,
        line.beside().stream().map(one -> beside(page, one)).toList());
  }

  private static String by(Page page, String name, Capacity capacity) {
    String word = page.t("desk.capacity." + capacity.name().toLowerCase(Locale.ROOT));
    return word.isBlank() || name.isBlank() ? name : name + " (" + word + ")";
  }

  private static String beside(Page page, Trails.Margin one) {
    String by = by(page, page.name(one.byHi(), one.byEn()), one.capacity());
    String mark = one.post().map(chair -> ", " + chair.mark()).orElse("");
    String remark = one.remark().isEmpty() ? "" : " · " + one.remark();
    return page.t(one.word().key(), by + mark, page.dates().time(one.at())) + remark;
  }
}
