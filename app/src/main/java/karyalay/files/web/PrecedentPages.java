package karyalay.files.web;

import static karyalay.web.Day.Leans.BACK;
import static karyalay.web.MayCall.Who.CHAIR;

import java.time.LocalDate;
import java.util.UUID;
import karyalay.files.FileNumbers;
import karyalay.files.Precedents;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.web.Day;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The precedent register of the chair's branch (OP-64). What is searched for stands in no address.
@Controller
@RequestMapping("/precedents")
class PrecedentPages {
  private final Precedents precedents;
  private final FileNumbers numbers;

  PrecedentPages(Precedents precedents, FileNumbers numbers) {
    this.precedents = precedents;
    this.numbers = numbers;
  }

  @GetMapping
  @MayCall(CHAIR)
  String list(@RequestParam(defaultValue = "") String file, Caller caller, Page page, Model model) {
    return show("", file, caller, page, model);
  }

  @PostMapping("/search")
  @MayCall(CHAIR)
  String search(@RequestParam(defaultValue = "") String q, Caller caller, Page page, Model model) {
    return show(q.strip(), "", caller, page, model);
  }

  private String show(String typed, String file, Caller caller, Page page, Model model) {
    var entries = precedents.find(caller.scope(), typed);
    model.addAttribute("view", new PrecedentsView(page, entries, typed, file));
    return "files/precedents";
  }

  @PostMapping
  @MayCall(CHAIR)
  String enter(
      @RequestParam String file,
      @RequestParam(defaultValue = "0") int paragraph,
      @RequestParam String subject,
      @RequestParam String ruling,
      @RequestParam @Day(BACK) LocalDate decided,
      Act act,
      Caller caller,
      Page page) {
    var from = numbers.one(caller.scope(), file);
    precedents.enter(act, new Precedents.Ruling(from, paragraph, subject, ruling, decided));
    return "redirect:" + page.link("/precedents");
  }

  @PostMapping("/{id}/withdrawal")
  @MayCall(CHAIR)
  String withdraw(@PathVariable UUID id, @RequestParam String reason, Act act, Page page) {
    precedents.withdraw(act, id, reason);
    return "redirect:" + page.link("/precedents");
  }
}
