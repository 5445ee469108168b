package karyalay.dak.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import karyalay.dak.web.DiaryLists.Choice;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import org.springframework.stereotype.Component;

/// What the lists of the diary form offer: the masters of the caller's district, in his language.
@Component
class Choices {
  private final Masters masters;

  Choices(Masters masters) {
    this.masters = masters;
  }

  /// All lists of the form.
  DiaryLists of(Caller caller) {
    return new DiaryLists(
        list("DELIVERY_MODE", caller),
        grouped(caller),
        list("FORM", caller),
        list("LANGUAGE", caller));
  }

  private List<Choice> list(String kind, Caller caller) {
    return masters.of(kind, caller.seat().district()).stream()
        .map(master -> choice(master, "", caller))
        .toList();
  }

  /// Categories under their main categories.
  private List<Choice> grouped(Caller caller) {
    OfficeId district = caller.seat().district();
    var choices = new ArrayList<Choice>();
    List<Master> categories = masters.of("CATEGORY", district);
    for (Master main : masters.of("MAIN_CATEGORY", district))
      for (Master category : categories)
        if (category.text("main").equals(main.code()))
          choices.add(
              choice(category, caller.language().pick(main.nameHi(), main.nameEn()), caller));
    for (Master category : categories)
      if (choices.stream().noneMatch(one -> one.code().equals(category.code())))
        choices.add(choice(category, "", caller));
    return choices;
  }

  private static Choice choice(Master master, String group, Caller caller) {
    return new Choice(
        master.code(), caller.language().pick(master.nameHi(), master.nameEn()), group);
  }

  /// Whether what comes by a mode is on paper; of a mode that no list has, it is assumed.
  boolean onPaper(String mode, Caller caller) {
    return masters
        .one("DELIVERY_MODE", mode, caller.seat().district())
        .map(found -> found.flag("physical"))
        .orElse(true);
  }

  /// The name of a code, in the caller's language; the code itself when the list no longer has it.
  String name(String kind, String code, Caller caller) {
    if (code.isEmpty()) return "";
    Optional<Master> found = masters.one(kind, code, caller.seat().district());
    return found.map(one -> caller.language().pick(one.nameHi(), one.nameEn())).orElse(code);
  }
}
