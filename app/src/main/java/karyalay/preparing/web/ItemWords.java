package karyalay.preparing.web;

import java.util.List;
import java.util.stream.Stream;
import karyalay.preparing.Holdup;
import karyalay.preparing.Item;
import karyalay.preparing.State;
import karyalay.web.Page;

/// An item in words.
public record ItemWords(Page page) {
  /// «तैयार: नाम, पद, समय».
  public String by(Item item) {
    return page.t("prepared-by", hand(item.preparer()))
        + (item.there() ? "" : " (" + page.t("preparing.left") + ")");
  }

  /// Who changed the words since; empty when nobody did.
  public String edited(Item item) {
    return item.edited().map(hand -> page.t("preparing.edited", hand(hand))).orElse("");
  }

  private String hand(Item.Hand hand) {
    return hand.name(page.language())
        + ", "
        + hand.post().mark()
        + ", "
        + page.dates().time(hand.at());
  }

  /// To whom it is to go, for what, by when; empty where it stays.
  public String next(Item item) {
    if (item.marks().isEmpty()) return "";
    var due = item.wording().due();
    return page.t(
        "preparing.next",
        String.join(", ", item.marks()),
        page.t(item.wording().task().key())
            + (due == null ? "" : ", " + page.t("desk.due.by", page.dates().day(due))));
  }

  public String state(Item item) {
    return item.state() == State.WAITING && item.holdup() != Holdup.NONE
        ? page.t(item.holdup().key())
        : page.t(item.state().key());
  }

  /// What it is: a note of some kind, or an order.
  public String matter(Item item) {
    return switch (item.matter()) {
      case NOTE -> page.t(item.wording().kind().key());
      case ORDER -> page.t(item.matter().key());
    };
  }

  /// Its words, paragraph by paragraph, no longer than so many letters in all.
  public List<String> body(Item item, int letters) {
    String plain = item.words().plain();
    String shown = plain.length() <= letters ? plain : plain.substring(0, letters).strip() + " …";
    return Stream.of(shown.split("\n\n")).filter(text -> !text.isBlank()).toList();
  }
}
