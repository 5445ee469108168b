package karyalay.scanning.web;

import java.util.List;
import karyalay.scanning.Pile;
import karyalay.web.Page;

/// Piles of a counter, and the field for the next.
public record PilesView(Page page, List<Pile.Line> piles) {
  public String path(Pile.Line pile) {
    return page.link("/receipts/pile/" + pile.id());
  }

  /// How far it is, in words.
  public String state(Pile.Line pile) {
    if (pile.state() == Pile.State.CUTTING) return page.t("scanning.pile.being-cut");
    return pile.done() == pile.letters()
        ? page.t("scanning.pile.all-done", String.valueOf(pile.letters()))
        : page.t(
            "scanning.pile.waiting", String.valueOf(pile.done()), String.valueOf(pile.letters()));
  }

  public String by(Pile.Line pile) {
    return page.name(pile.byHi(), pile.byEn());
  }
}
