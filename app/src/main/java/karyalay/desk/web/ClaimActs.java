package karyalay.desk.web;

import static karyalay.web.MayCall.Who.CHAIR;

import karyalay.desk.Claims;
import karyalay.desk.Reading;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who of a counter's members has one paper, from the page of the paper (OP-123).
@Controller
@RequestMapping("/papers/{paper}")
class ClaimActs {
  private final Claims claims;
  private final Reading reading;

  ClaimActs(Claims claims, Reading reading) {
    this.claims = claims;
    this.reading = reading;
  }

  @PostMapping("/claim")
  @MayCall(CHAIR)
  String take(@PathVariable PaperId paper, Act act, Caller caller, Page page) {
    var card = reading.card(paper, caller.scope());
    claims.take(act, paper);
    return "redirect:" + page.link(card.paper().path());
  }

  @PostMapping("/takeover")
  @MayCall(CHAIR)
  String takeOver(
      @PathVariable PaperId paper,
      @RequestParam(defaultValue = "") String reason,
      Act act,
      Caller caller,
      Page page) {
    var card = reading.card(paper, caller.scope());
    claims.takeOver(act, paper, reason);
    return "redirect:" + page.link(card.paper().path());
  }

  @PostMapping("/claim/end")
  @MayCall(CHAIR)
  String giveBack(@PathVariable PaperId paper, Act act, Caller caller, Page page) {
    var card = reading.card(paper, caller.scope());
    claims.giveBack(act, paper);
    return "redirect:" + page.link(card.paper().path());
  }
}
