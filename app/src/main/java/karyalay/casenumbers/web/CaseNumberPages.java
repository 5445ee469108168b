package karyalay.casenumbers.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.UUID;
import karyalay.casenumbers.CaseNumbers;
import karyalay.desk.Place;
import karyalay.desk.Reading;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The numbers that a paper is about, whatever kind of paper it is.
@Controller
class CaseNumberPages {
  private final CaseNumbers numbers;
  private final Reading reading;

  CaseNumberPages(CaseNumbers numbers, Reading reading) {
    this.numbers = numbers;
    this.reading = reading;
  }

  @GetMapping("/papers/{paper}/case-numbers")
  @MayCall(CHAIR)
  String of(@PathVariable PaperId paper, Caller caller, Page page, Model model) {
    var it = reading.open(paper, caller.scope()).paper();
    boolean mine = it.heldBy(caller.seat().post()) && it.place() instanceof Place.OnDesk;
    model.addAttribute(
        "view",
        new CaseNumbersView(
            page, paper, it.number(), it.path(), numbers.of(it, caller.scope()), mine));
    return "casenumbers/paper";
  }

  @PostMapping("/papers/{paper}/case-numbers")
  @MayCall(CHAIR)
  String enter(
      @PathVariable PaperId paper,
      @RequestParam String written,
      Act act,
      Caller caller,
      Page page) {
    reading.open(paper, caller.scope());
    numbers.enter(act, paper, written);
    return "redirect:" + page.link("/papers/" + paper + "/case-numbers");
  }

  @PostMapping("/papers/{paper}/case-numbers/{entry}/striking")
  @MayCall(CHAIR)
  String strike(
      @PathVariable PaperId paper, @PathVariable UUID entry, Act act, Caller caller, Page page) {
    reading.open(paper, caller.scope());
    numbers.strike(act, paper, entry);
    return "redirect:" + page.link("/papers/" + paper + "/case-numbers");
  }

  @GetMapping("/case-numbers/two-hours")
  @MayCall(CHAIR)
  String twoHours(Caller caller, Page page, Model model) {
    model.addAttribute("view", new TwoHoursView(page, numbers.twoHours(caller.scope())));
    return "casenumbers/two_hours";
  }
}
