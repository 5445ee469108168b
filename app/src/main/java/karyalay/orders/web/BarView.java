package karyalay.orders.web;

import java.time.LocalDate;
import java.util.List;
import karyalay.desk.Task;
import karyalay.orders.Phrase;
import karyalay.organisation.Master;
import karyalay.shared.PaperId;
import karyalay.signatures.PinField;
import karyalay.web.Page;

/// The order bar: phrases with what usually goes with them, groups, reasons for delay, the PIN.
///
/// @param papers what it goes on; empty where the page's script adds what is ticked
public record BarView(
    Page page,
    List<PaperId> papers,
    List<Phrase> phrases,
    List<Master> groups,
    List<Master> reasons,
    PinField pin,
    LocalDate today) {

  public String words(Phrase phrase) {
    return page.name(phrase.wordsHi(), phrase.wordsEn());
  }

  public String name(Master master) {
    return page.name(master.nameHi(), master.nameEn());
  }

  /// The day that the phrase asks for, as it is typed; empty for the usual limit.
  public String due(Phrase phrase) {
    return phrase.days() == 0 ? "" : page.dates().day(today.plusDays(phrase.days()));
  }

  /// To whom it last went, as the picker fills it in; empty when it goes back to the sender.
  public String last(Phrase phrase) {
    Phrase.Last last = phrase.last();
    if (last == null || phrase.goes() != Phrase.Goes.LAST) return "";
    return last.mark() + " · " + page.name(last.nameHi(), last.nameEn());
  }

  public Task[] tasks() {
    return Task.values();
  }
}
