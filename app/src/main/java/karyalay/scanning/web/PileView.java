package karyalay.scanning.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import karyalay.scanning.Pile;
import karyalay.scanning.PileLetter;
import karyalay.scanning.PilePage;
import karyalay.scanning.PilePage.Choice;
import karyalay.web.Page;

/// A pile: its pages with the cuts between them, or the letters that were cut out.
///
/// @param at the page that is shown large
public record PileView(Page page, Pile pile, int at) {
  public String path() {
    return "/receipts/pile/" + pile.id();
  }

  /// Address of a page of the pile shown large.
  public String to(int n) {
    return page.link(path() + "?page=" + n);
  }

  public String image(int n) {
    return page.link(path() + "/pages/" + n);
  }

  public String thumbnail(int n) {
    return page.link(path() + "/thumbnails/" + n);
  }

  /// The same as short as can be, for three hundred of them. Of a page that nobody has looked at it
  /// is not asked for yet: to draw them all at once would keep whoever cuts waiting.
  public String thumbnail(PilePage one) {
    return pile.id() + "/thumbnails/" + one.n() + "?as=" + page.as();
  }

  public PilePage shown() {
    return pile.pages().get(at - 1);
  }

  /// Pages with which a letter really begins, as the pile would be cut now.
  public Set<Integer> firsts() {
    return pile.firsts();
  }

  /// How a page looks in the grid, as classes of its line.
  public String look(PilePage one, Set<Integer> firsts) {
    var look = new StringBuilder();
    if (firsts.contains(one.n())) look.append("first ");
    if (one.begins()) look.append("begins ");
    if (one.blank()) look.append("blank ");
    if (one.choice() != Choice.NONE)
      look.append(one.choice() == Choice.KEPT ? "kept " : "removed ");
    if (one.letter() != null) look.append("fixed ");
    if (one.turn() != 0) look.append("turn-").append(one.turn());
    return look.toString().strip();
  }

  public String changed() {
    return page.t(
        "scanning.pile.changed",
        page.name(pile.savedHi(), pile.savedEn()),
        page.dates().time(pile.savedAt()));
  }

  public String form(PileLetter letter) {
    return page.link("/receipts/new?letter=" + letter.id());
  }

  /// The first that waits for its number; empty when none does.
  public String next() {
    return pile.letters().stream()
        .filter(letter -> !letter.done())
        .findFirst()
        .map(this::form)
        .orElse("");
  }

  public String pages(PileLetter letter) {
    return letter.pages().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /// Who has it open, since when; empty when nobody opened it.
  public String opened(PileLetter letter) {
    Instant opened = letter.opened();
    return opened == null
        ? ""
        : page.t(
            "scanning.pile.opened-by",
            page.name(letter.openedHi(), letter.openedEn()),
            page.dates().time(opened));
  }

  /// Pages that went into no letter.
  public List<PilePage> dropped() {
    return pile.pages().stream().filter(one -> one.letter() == null).toList();
  }

  public String why(PilePage one) {
    return page.t(one.choice() == Choice.REMOVED ? "scanning.pile.removed" : "scanning.pile.blank");
  }
}
