package karyalay.files.web;

import karyalay.desk.Place;
import karyalay.desk.Reading;
import karyalay.desk.web.DueWords;
import karyalay.web.Page;

/// What stands over every page of a file: number, subject, where it is and until when.
///
/// @param computerNumber 0 on pages that do not read it
public record Strip(
    Page page, Reading.Card card, long computerNumber, String due, String dueGrade) {

  static Strip of(Page page, Reading.Card card, long computerNumber, DueWords words) {
    return new Strip(
        page,
        card,
        computerNumber,
        words.due(card.paper().dueAt()),
        words.word(card.paper().dueAt()));
  }

  public boolean closed() {
    return card.paper().place() instanceof Place.Closed;
  }
}
