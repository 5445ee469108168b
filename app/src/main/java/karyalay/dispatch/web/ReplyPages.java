package karyalay.dispatch.web;

import static karyalay.web.MayCall.Who.CHAIR;

import karyalay.dispatch.Asked;
import karyalay.dispatch.Replies;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Answering, from the desk, what a letter that came by wire asks.
@Controller
@RequestMapping("/dispatch/papers/{paper}")
class ReplyPages {
  private final Replies replies;
  private final OfficeTime time;

  ReplyPages(Replies replies, OfficeTime time) {
    this.replies = replies;
    this.time = time;
  }

  @GetMapping("/reply")
  @MayCall(CHAIR)
  String asked(@PathVariable PaperId paper, Caller caller, Page page, Model model) {
    var asked = replies.asked(paper, caller.scope());
    boolean late =
        asked.map(Asked::target).filter(target -> time.today().isAfter(target)).isPresent();
    model.addAttribute("view", new AskedView(page, paper, asked, late));
    return "dispatch/asked";
  }

  @PostMapping("/reply")
  @MayCall(CHAIR)
  String answer(
      @PathVariable PaperId paper,
      @RequestParam(defaultValue = "") String number,
      @RequestParam(defaultValue = "") String text,
      Act act,
      Page page) {
    replies.answer(act, paper, number, text);
    return "redirect:" + page.link("/dispatch/papers/" + paper + "/reply");
  }
}
