package karyalay.desk.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.List;
import karyalay.desk.Reading;
import karyalay.desk.Sightings;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/// What the code on the cover of a physical paper leads to: one press says that it is here.
@Controller
class SightingPages {
  private final Sightings sightings;
  private final Reading reading;

  SightingPages(Sightings sightings, Reading reading) {
    this.sightings = sightings;
    this.reading = reading;
  }

  /// @param done whether it was noted just now
  @GetMapping("/papers/{paper}/sightings")
  @MayCall(CHAIR)
  String scanned(
      @PathVariable PaperId paper,
      @RequestParam(required = false) @Nullable String done,
      Caller caller,
      Page page,
      Model model) {
    var card = sightings.scanned(paper, caller.scope());
    var seen = SeenView.lines(page, sightings.of(paper, caller.scope()));
    model.addAttribute("view", new SightingView(page, card.paper(), seen, done != null));
    return "desk/sighting";
  }

  @PostMapping("/papers/{paper}/sightings")
  @MayCall(CHAIR)
  String see(@PathVariable PaperId paper, Act act, Page page) {
    sightings.see(act, paper);
    return "redirect:" + page.link("/papers/" + paper + "/sightings?done");
  }

  /// One sighting, for other systems.
  record SightingJson(String at, String by, String post) {}

  @PostMapping("/api/v1/papers/{paper}/sightings")
  @MayCall(CHAIR)
  @ResponseBody
  @ResponseStatus(HttpStatus.CREATED)
  List<SightingJson> seeByApi(@PathVariable PaperId paper, Act act, Caller caller) {
    reading.card(paper, caller.scope());
    sightings.see(act, paper);
    return ofByApi(paper, caller);
  }

  @GetMapping("/api/v1/papers/{paper}/sightings")
  @MayCall(CHAIR)
  @ResponseBody
  List<SightingJson> ofByApi(@PathVariable PaperId paper, Caller caller) {
    reading.card(paper, caller.scope());
    return sightings.of(paper, caller.scope()).stream()
        .map(one ->
            new SightingJson(
                one.at().toString(), one.byHi(), one.chair().map(chair -> chair.mark()).orElse("")))
        .toList();
  }
}
