package karyalay.orders.web;

import java.time.Instant;
import java.util.List;
import karyalay.desk.web.DueWords;
import karyalay.orders.GivenFilter;
import karyalay.orders.GivenPaper;
import karyalay.web.Page;

/// मेरे दिए हुए.
public record GivenView(
    Page page,
    GivenFilter filter,
    GivenPaper.Counts counts,
    List<GivenPaper> papers,
    DueWords words) {

  public GivenFilter[] filters() {
    return GivenFilter.values();
  }

  public String to(GivenFilter to) {
    return page.link("/orders?state=" + to);
  }

  public String path(GivenPaper it) {
    return page.link(it.kind().path(it.paper()));
  }

  /// Whether it is still waited for.
  public boolean open(GivenPaper it) {
    return it.backAt() == null && !it.closed();
  }

  public String due(GivenPaper it) {
    if (open(it)) return words.due(it.dueAt());
    Instant back = it.backAt();
    return back == null ? "" : page.dates().time(back);
  }

  public String grade(GivenPaper it) {
    return open(it) ? words.grade(it.dueAt()).name().toLowerCase(java.util.Locale.ROOT) : "";
  }

  public String holder(GivenPaper it) {
    return it.holder().map(chair -> chair.mark()).orElse("");
  }
}
