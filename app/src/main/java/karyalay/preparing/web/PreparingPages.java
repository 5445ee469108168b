package karyalay.preparing.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.List;
import java.util.UUID;
import karyalay.desk.Reading;
import karyalay.desk.Views;
import karyalay.organisation.Master;
import karyalay.organisation.Masters;
import karyalay.organisation.Posts;
import karyalay.preparing.Item;
import karyalay.preparing.PreparedReading;
import karyalay.preparing.Preparing;
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

/// The preparer's side: a note or an order for whoever holds a paper, and what became of it.
@Controller
class PreparingPages {
  private final Preparing preparing;
  private final PreparedReading prepared;
  private final Reading reading;
  private final Views views;
  private final Masters masters;
  private final Posts posts;

  PreparingPages(
      Preparing preparing,
      PreparedReading prepared,
      Reading reading,
      Views views,
      Masters masters,
      Posts posts) {
    this.preparing = preparing;
    this.prepared = prepared;
    this.reading = reading;
    this.views = views;
    this.masters = masters;
    this.posts = posts;
  }

  @GetMapping("/papers/{paper}/preparing")
  @MayCall(CHAIR)
  String form(@PathVariable PaperId paper, Caller caller, Page page, Model model) {
    Reading.Card card = reading.open(paper, caller.scope());
    views.seen(card.paper(), caller.scope());
    var waiting = card.prepared() ? prepared.on(paper, caller.scope()) : List.<Item>of();
    String officer =
        card.holder()
            .map(chair ->
                chair.mark()
                    + " · "
                    + chair.designation(page.language())
                    + ", "
                    + chair.office(page.language()))
            .orElse("");
    model.addAttribute(
        "view", new PreparingView(page, card, officer, waiting, phrases(masters, caller)));
    return "preparing/form";
  }

  static List<String> phrases(Masters masters, Caller caller) {
    return masters.of("PHRASE", caller.seat().district()).stream().map(Master::nameHi).toList();
  }

  @PostMapping("/papers/{paper}/preparing")
  @MayCall(CHAIR)
  String prepare(@PathVariable PaperId paper, WordingForm form, Act act, Caller caller, Page page) {
    reading.open(paper, caller.scope());
    UUID item = preparing.prepare(act, paper, form.wording(posts, caller));
    return "redirect:" + page.link("/approvals/" + item);
  }

  /// New words, by the officer or by whoever prepared it.
  @PostMapping("/approvals/{item}/wording")
  @MayCall(CHAIR)
  String revise(@PathVariable UUID item, WordingForm form, Act act, Caller caller, Page page) {
    prepared.one(item, caller.scope());
    preparing.revise(act, item, form.wording(posts, caller));
    return "redirect:" + page.link("/approvals/" + item);
  }

  @PostMapping("/approvals/{item}/withdrawal")
  @MayCall(CHAIR)
  String withdraw(@PathVariable UUID item, Act act, Caller caller, Page page) {
    prepared.one(item, caller.scope());
    preparing.withdraw(act, item);
    return "redirect:" + page.link("/approvals?mine=true");
  }
}
