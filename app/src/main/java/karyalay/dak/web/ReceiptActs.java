package karyalay.dak.web;

import static karyalay.web.Day.Leans.AHEAD;
import static karyalay.web.MayCall.Who.CHAIR;

import java.time.LocalDate;
import java.util.List;
import karyalay.dak.Aside;
import karyalay.dak.Closing;
import karyalay.dak.Enclosures;
import karyalay.dak.Filing;
import karyalay.dak.Marking;
import karyalay.dak.Order;
import karyalay.dak.Pavatis;
import karyalay.desk.Reading;
import karyalay.desk.Task;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.web.Day;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is done with receipts: each change of state is a resource. What is done with any paper
/// (receive, park, pull back, urgency, class) has its resource under `/papers`.
@Controller
class ReceiptActs {
  private final Marking marking;
  private final Closing closing;
  private final Filing filing;
  private final Enclosures enclosures;
  private final Pavatis pavatis;
  private final Aside aside;
  private final Reading reading;
  private final Addressees addressees;

  ReceiptActs(
      Marking marking,
      Closing closing,
      Filing filing,
      Enclosures enclosures,
      Pavatis pavatis,
      Aside aside,
      Reading reading,
      Addressees addressees) {
    this.marking = marking;
    this.closing = closing;
    this.filing = filing;
    this.enclosures = enclosures;
    this.pavatis = pavatis;
    this.aside = aside;
    this.reading = reading;
    this.addressees = addressees;
  }

  /// One or many papers to one or many posts, all or none.
  @PostMapping("/receipts/markings")
  @MayCall(CHAIR)
  String mark(
      @RequestParam(defaultValue = "") List<PaperId> papers,
      @RequestParam(defaultValue = "") List<String> to,
      @RequestParam(defaultValue = "ACTION") Task task,
      @RequestParam(defaultValue = "") String remark,
      @RequestParam(required = false) @Day(AHEAD) @Nullable LocalDate due,
      Act act,
      Caller caller,
      Page page) {
    for (PaperId paper : papers) reading.card(paper, caller.scope());
    var posts = addressees.of(Addressees.split(to), caller);
    marking.send(act, papers, new Order(posts, task, remark, due));
    return "redirect:" + page.link("/receipts");
  }

  /// "Not ours."
  @PostMapping("/receipts/{paper}/return")
  @MayCall(CHAIR)
  String returnAsWrong(
      @PathVariable PaperId paper,
      @RequestParam(defaultValue = "") String reason,
      Act act,
      Caller caller,
      Page page) {
    reading.card(paper, caller.scope());
    marking.returnAsWrong(act, paper, reason);
    return "redirect:" + page.link("/receipts");
  }

  /// The named officer settles whose it is.
  @PostMapping("/receipts/{paper}/owner")
  @MayCall(CHAIR)
  String settle(
      @PathVariable PaperId paper,
      @RequestParam String to,
      @RequestParam(defaultValue = "") String reason,
      Act act,
      Caller caller,
      Page page) {
    reading.card(paper, caller.scope());
    marking.settle(act, paper, addressees.of(to, caller), reason);
    return "redirect:" + page.link("/receipts?pile=DISPUTED");
  }

  @PostMapping("/receipts/{paper}/filing")
  @MayCall(CHAIR)
  String file(
      @PathVariable PaperId paper,
      @RequestParam(defaultValue = "") String file,
      Act act,
      Caller caller,
      Page page) {
    reading.card(paper, caller.scope());
    filing.put(act, paper, file);
    return back(paper, page);
  }

  @PostMapping("/receipts/{paper}/closure")
  @MayCall(CHAIR)
  String close(
      @PathVariable PaperId paper,
      @RequestParam(defaultValue = "") String reason,
      Act act,
      Caller caller,
      Page page) {
    reading.card(paper, caller.scope());
    closing.close(act, paper, reason);
    return back(paper, page);
  }

  @PostMapping("/receipts/{paper}/reopening")
  @MayCall(CHAIR)
  String reopen(
      @PathVariable PaperId paper,
      @RequestParam(defaultValue = "") String reason,
      Act act,
      Caller caller,
      Page page) {
    reading.card(paper, caller.scope());
    closing.reopen(act, paper, reason);
    return back(paper, page);
  }

  @PostMapping("/receipts/{paper}/offence")
  @MayCall(CHAIR)
  String decideOnOffence(
      @PathVariable PaperId paper,
      @RequestParam(defaultValue = "") String reason,
      Act act,
      Caller caller,
      Page page) {
    reading.card(paper, caller.scope());
    closing.decideOnOffence(act, paper, reason);
    return back(paper, page);
  }

  @PostMapping("/receipts/{paper}/enclosures/{serial}/reception")
  @MayCall(CHAIR)
  String receiveEnclosure(
      @PathVariable PaperId paper, @PathVariable int serial, Act act, Caller caller, Page page) {
    reading.card(paper, caller.scope());
    enclosures.receive(act, paper, serial);
    return back(paper, page);
  }

  @PostMapping("/receipts/{paper}/enclosures/{serial}/waiver")
  @MayCall(CHAIR)
  String waiveEnclosure(
      @PathVariable PaperId paper,
      @PathVariable int serial,
      @RequestParam(defaultValue = "") String reason,
      Act act,
      Caller caller,
      Page page) {
    reading.card(paper, caller.scope());
    enclosures.waive(act, paper, serial, reason);
    return back(paper, page);
  }

  @PostMapping("/receipts/{paper}/acknowledgement")
  @MayCall(CHAIR)
  String acknowledge(@PathVariable PaperId paper, Act act, Caller caller, Page page) {
    reading.card(paper, caller.scope());
    pavatis.give(act, paper);
    return "redirect:" + page.link("/receipts/" + paper + "/acknowledgement");
  }

  @PostMapping("/receipts/{paper}/follow-up")
  @MayCall(CHAIR)
  String follow(
      @PathVariable PaperId paper,
      @RequestParam(required = false) @Day(AHEAD) @Nullable LocalDate on,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(defaultValue = "false") boolean end,
      Act act,
      Page page) {
    if (end) aside.unfollow(act, paper);
    else aside.follow(act, paper, on, note);
    return back(paper, page);
  }

  @PostMapping("/receipts/{paper}/folder")
  @MayCall(CHAIR)
  String folder(
      @PathVariable PaperId paper,
      @RequestParam(defaultValue = "") String folder,
      Act act,
      Page page) {
    aside.file(act, paper, folder);
    return back(paper, page);
  }

  private static String back(PaperId paper, Page page) {
    return "redirect:" + page.link("/receipts/" + paper);
  }
}
