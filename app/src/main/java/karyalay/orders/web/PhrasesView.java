package karyalay.orders.web;

import java.util.List;
import karyalay.desk.Task;
import karyalay.orders.Does;
import karyalay.orders.Phrase;
import karyalay.web.Page;

/// The ready phrases of an officer: his own and his office's, which he edits, and the shipped ones.
public record PhrasesView(Page page, List<Phrase> phrases) {
  public Does[] does() {
    return Does.values();
  }

  public Phrase.Goes[] goes() {
    return Phrase.Goes.values();
  }

  public Task[] tasks() {
    return Task.values();
  }

  public String words(Phrase phrase) {
    return page.name(phrase.wordsHi(), phrase.wordsEn());
  }

  public String goesKey(Phrase.Goes goes) {
    return "orders.goes." + goes.name().toLowerCase(java.util.Locale.ROOT);
  }

  public String ownerKey(Phrase phrase) {
    return "orders.owner." + phrase.owner().name().toLowerCase(java.util.Locale.ROOT);
  }
}
