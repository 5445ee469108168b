package karyalay.preparing.web;

import java.util.List;
import karyalay.desk.Reading;
import karyalay.desk.web.PreparedSource;
import karyalay.preparing.Item;
import karyalay.preparing.PreparedReading;
import karyalay.shared.Caller;
import karyalay.web.Page;
import org.springframework.stereotype.Component;

/// What waits on a paper, on the pages of both who are concerned in it.
@Component
class PreparedOnPaper implements PreparedSource {
  private static final int LETTERS = 1200;

  private final PreparedReading reading;

  PreparedOnPaper(PreparedReading reading) {
    this.reading = reading;
  }

  @Override
  public List<Prepared> on(Page page, Reading.Card card, Caller caller) {
    var words = new ItemWords(page);
    return reading.on(card.paper().id(), caller.scope()).stream()
        .map(item -> prepared(item, words, page, caller))
        .toList();
  }

  private static Prepared prepared(Item item, ItemWords words, Page page, Caller caller) {
    boolean officer = item.officer().equals(caller.seat().post());
    return new Prepared(
        words.by(item),
        words.body(item, LETTERS),
        words.next(item),
        words.state(item),
        item.path(),
        page.t(officer ? "preparing.decide" : "preparing.open"));
  }

  @Override
  public String path(Reading.Card card) {
    return "/papers/" + card.paper().id() + "/preparing";
  }
}
