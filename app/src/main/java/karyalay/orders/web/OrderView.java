package karyalay.orders.web;

import karyalay.desk.Trays;
import karyalay.orders.GivenOrder;
import karyalay.web.Page;

/// One order with what became of it, row by row.
///
/// @param counts of the desk as it is now, which the desk's script puts above its rows
public record OrderView(Page page, GivenOrder order, Trays.Counts counts) {

  /// What a row says.
  public String outcome(GivenOrder.Line line) {
    if (!line.refusal().isEmpty() && !line.moved())
      return page.t(line.refusal(), line.arguments().toArray());
    if (line.here() && !line.closed()) return page.t("orders.line.here");
    if (line.closed()) return page.t("orders.line.closed");
    return page.t(line.unopened() ? "orders.line.unopened" : "orders.line.gone");
  }

  public boolean stayed(GivenOrder.Line line) {
    return !line.moved() && !line.refusal().isEmpty();
  }

  public String due() {
    return order.head().due().map(page.dates()::day).orElse("");
  }

  /// In one line, for the strip above the desk.
  public String said() {
    String done = page.t("orders.said", order.head().words(), String.valueOf(order.done()));
    return order.stayed() == 0
        ? done
        : done + " " + page.t("orders.said-stayed", String.valueOf(order.stayed()));
  }
}
