package karyalay.desk.web;

import static karyalay.web.Day.Leans.AHEAD;
import static karyalay.web.MayCall.Who.CHAIR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import karyalay.desk.Claims;
import karyalay.desk.Move;
import karyalay.desk.Movements;
import karyalay.desk.Reading;
import karyalay.desk.Task;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.web.Day;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One act on all ticked rows. Each paper is an act of its own, so that one that must stay does not
/// hold the rest; the page then says row by row what became of each.
@Controller
class DeskActs {
  private final Movements movements;
  private final Reading reading;
  private final Claims claims;
  private final DeskReading desks;
  private final Posts posts;

  DeskActs(Movements movements, Reading reading, Claims claims, DeskReading desks, Posts posts) {
    this.movements = movements;
    this.reading = reading;
    this.claims = claims;
    this.desks = desks;
    this.posts = posts;
  }

  @PostMapping("/desk/markings")
  @MayCall(CHAIR)
  String mark(
      @RequestParam(defaultValue = "") List<PaperId> papers,
      @RequestParam String to,
      @RequestParam(defaultValue = "ACTION") Task task,
      @RequestParam(defaultValue = "") String remark,
      @RequestParam(required = false) @Day(AHEAD) @Nullable LocalDate due,
      Act act,
      Caller caller,
      Page page,
      Model model) {
    movements.requireOneNature(papers);
    PostId post = Addressee.of(posts, to, caller);
    var move = new Move.Forward(post, task, remark, due, false);
    return each(
        papers, act, caller, page, model, (part, paper) -> movements.forward(part, paper, move));
  }

  @PostMapping("/desk/receptions")
  @MayCall(CHAIR)
  String receive(
      @RequestParam(defaultValue = "") List<PaperId> papers,
      Act act,
      Caller caller,
      Page page,
      Model model) {
    return each(
        papers,
        act,
        caller,
        page,
        model,
        (part, paper) -> movements.move(part, paper, new Move.Receive()));
  }

  /// «मैं लेता हूँ», all that are ticked. What a colleague has, stays with him and is named
  /// (OP-123).
  @PostMapping("/desk/claims")
  @MayCall(CHAIR)
  String take(
      @RequestParam(defaultValue = "") List<PaperId> papers,
      Act act,
      Caller caller,
      Page page,
      Model model) {
    return each(papers, act, caller, page, model, claims::take);
  }

  @PostMapping("/desk/claims/end")
  @MayCall(CHAIR)
  String giveBack(
      @RequestParam(defaultValue = "") List<PaperId> papers,
      Act act,
      Caller caller,
      Page page,
      Model model) {
    return each(papers, act, caller, page, model, claims::giveBack);
  }

  private String each(
      List<PaperId> papers,
      Act act,
      Caller caller,
      Page page,
      Model model,
      BiConsumer<Act, PaperId> work) {
    var outcomes = new ArrayList<DeskView.Outcome>();
    for (PaperId paper : papers) {
      String number = reading.card(paper, caller.scope()).paper().number();
      try {
        work.accept(act.part(paper.value()), paper);
        outcomes.add(new DeskView.Outcome(number, ""));
      } catch (Refused refused) {
        String sentence = page.t(refused.reason().key(), refused.arguments().toArray());
        outcomes.add(new DeskView.Outcome(number, sentence));
      }
    }
    if (papers.isEmpty()) outcomes.add(new DeskView.Outcome("", page.t("desk.nothing-ticked")));
    model.addAttribute("view", desks.after(page, caller, outcomes.stream()));
    return "desk/desk";
  }
}
