package karyalay.desk.web;

import static karyalay.web.Day.Leans.AHEAD;
import static karyalay.web.MayCall.Who.CHAIR;

import java.time.LocalDate;
import karyalay.desk.Classification;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.Reading;
import karyalay.desk.Sightings;
import karyalay.desk.Task;
import karyalay.desk.Trails;
import karyalay.desk.Urgency;
import karyalay.desk.Views;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.web.Day;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What can be done with any paper, whatever it carries: each change of state is a resource.
@Controller
@RequestMapping("/papers/{paper}")
class PaperMoves {
  private final Movements movements;
  private final Reading reading;
  private final Trails trails;
  private final Sightings sightings;
  private final Views views;
  private final Posts posts;
  private final OfficeTime time;

  PaperMoves(
      Movements movements,
      Reading reading,
      Trails trails,
      Sightings sightings,
      Views views,
      Posts posts,
      OfficeTime time) {
    this.movements = movements;
    this.reading = reading;
    this.trails = trails;
    this.sightings = sightings;
    this.views = views;
    this.posts = posts;
    this.time = time;
  }

  @GetMapping
  @MayCall(CHAIR)
  String paper(@PathVariable PaperId paper, Caller caller, Page page) {
    return "redirect:" + page.link(reading.card(paper, caller.scope()).paper().path());
  }

  @GetMapping("/trail")
  @MayCall(CHAIR)
  String trail(@PathVariable PaperId paper, Caller caller, Page page, Model model) {
    var card = reading.open(paper, caller.scope());
    views.seen(card.paper(), caller.scope());
    var lines = trails.of(paper, caller.scope());
    var seen = sightings.of(card);
    model.addAttribute("view", TrailView.of(page, card, lines, seen, time.now()));
    return "desk/trail";
  }

  @PostMapping("/movements")
  @MayCall(CHAIR)
  String forward(
      @PathVariable PaperId paper,
      @RequestParam String to,
      @RequestParam(defaultValue = "ACTION") Task task,
      @RequestParam(defaultValue = "") String remark,
      @RequestParam(required = false) @Day(AHEAD) @Nullable LocalDate due,
      Act act,
      Caller caller,
      Page page) {
    reading.card(paper, caller.scope());
    movements.forward(
        act, paper, new Move.Forward(Addressee.of(posts, to, caller), task, remark, due, false));
    return "redirect:" + page.link("/desk?sent=" + paper);
  }

  @PostMapping("/recall")
  @MayCall(CHAIR)
  String pullBack(@PathVariable PaperId paper, Act act, Caller caller, Page page) {
    return moved(paper, new Move.PullBack(), act, caller, page);
  }

  @PostMapping("/reception")
  @MayCall(CHAIR)
  String receive(@PathVariable PaperId paper, Act act, Caller caller, Page page) {
    return moved(paper, new Move.Receive(), act, caller, page);
  }

  @PostMapping("/sending-back")
  @MayCall(CHAIR)
  String sendBack(
      @PathVariable PaperId paper, @RequestParam String reason, Act act, Caller caller, Page page) {
    reading.card(paper, caller.scope());
    movements.move(act, paper, new Move.SendBack(reason));
    return "redirect:" + page.link("/desk");
  }

  @PostMapping("/parking")
  @MayCall(CHAIR)
  String park(
      @PathVariable PaperId paper,
      @RequestParam @Day(AHEAD) LocalDate until,
      @RequestParam String reason,
      Act act,
      Caller caller,
      Page page) {
    return moved(paper, new Move.Park(until, reason), act, caller, page);
  }

  @PostMapping("/resumption")
  @MayCall(CHAIR)
  String resume(@PathVariable PaperId paper, Act act, Caller caller, Page page) {
    return moved(paper, new Move.Resume(), act, caller, page);
  }

  @PostMapping("/urgency")
  @MayCall(CHAIR)
  String grade(
      @PathVariable PaperId paper,
      @RequestParam Urgency urgency,
      Act act,
      Caller caller,
      Page page) {
    var card = reading.card(paper, caller.scope());
    movements.grade(act, paper, urgency);
    return "redirect:" + page.link(card.paper().path());
  }

  @PostMapping("/class")
  @MayCall(CHAIR)
  String classify(
      @PathVariable PaperId paper,
      @RequestParam Classification classification,
      @RequestParam(defaultValue = "") String reason,
      Act act,
      Caller caller,
      Page page) {
    var card = reading.card(paper, caller.scope());
    movements.classify(act, paper, classification, reason);
    return "redirect:" + page.link(card.paper().path());
  }

  @PostMapping("/grants")
  @MayCall(CHAIR)
  String grant(
      @PathVariable PaperId paper, @RequestParam String to, Act act, Caller caller, Page page) {
    var card = reading.card(paper, caller.scope());
    movements.grant(act, paper, Addressee.of(posts, to, caller));
    return "redirect:" + page.link(card.paper().path());
  }

  private String moved(PaperId paper, Move move, Act act, Caller caller, Page page) {
    var card = reading.card(paper, caller.scope());
    movements.move(act, paper, move);
    return "redirect:" + page.link(card.paper().path());
  }
}
