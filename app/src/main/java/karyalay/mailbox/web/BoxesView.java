package karyalay.mailbox.web;

import java.util.List;
import karyalay.mailbox.Box;
import karyalay.web.Page;

/// The mailboxes of a district.
public record BoxesView(Page page, List<Line> lines) {
  /// @param mark of the post that diarises from it
  public record Line(Box box, String mark) {}

  /// How its reading stands, in a sentence.
  public String state(Box box) {
    var state = box.state();
    var fault = state.fault();
    if (!box.active()) return page.t("mailbox.not-read");
    if (fault != null)
      return page.t(
          "mailbox.fault." + fault.name(),
          box.facts().name(),
          box.facts().host(),
          page.dates().time(state.nextAt()),
          state.words());
    var reached = state.reachedAt();
    return reached == null
        ? page.t("mailbox.not-yet")
        : page.t("mailbox.reached", page.dates().time(reached));
  }
}
