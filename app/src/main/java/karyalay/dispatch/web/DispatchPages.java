package karyalay.dispatch.web;

import static karyalay.web.Day.Leans.BACK;
import static karyalay.web.MayCall.Who.CHAIR;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.dispatch.Calls;
import karyalay.dispatch.DispatchLists;
import karyalay.dispatch.DispatchReading;
import karyalay.dispatch.LetterSheet;
import karyalay.dispatch.Peers;
import karyalay.dispatch.Replies;
import karyalay.drafts.LetterId;
import karyalay.notices.Mails;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.web.Day;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The counter's outward side: what is to be sent, what came back, the register, one letter.
@Controller
class DispatchPages {
  private final DispatchLists lists;
  private final DispatchReading letters;
  private final Calls calls;
  private final Replies replies;
  private final Peers peers;
  private final Mails mails;
  private final FormNames forms;
  private final OfficeTime time;

  DispatchPages(
      DispatchLists lists,
      DispatchReading letters,
      Calls calls,
      Replies replies,
      Peers peers,
      Mails mails,
      FormNames forms,
      OfficeTime time) {
    this.lists = lists;
    this.letters = letters;
    this.calls = calls;
    this.replies = replies;
    this.peers = peers;
    this.mails = mails;
    this.forms = forms;
    this.time = time;
  }

  @GetMapping("/dispatch")
  @MayCall(CHAIR)
  String list(
      @RequestParam(defaultValue = "WAITING") DispatchView.Which list,
      Caller caller,
      Page page,
      Model model) {
    model.addAttribute("view", view(list, caller, page));
    return "dispatch/list";
  }

  private DispatchView view(DispatchView.Which which, Caller caller, Page page) {
    var scope = caller.scope();
    LocalDate today = time.today();
    return new DispatchView(
        page,
        which,
        which == DispatchView.Which.WAITING ? lists.waiting(scope) : List.of(),
        switch (which) {
          case RETURNED -> lists.returned(scope);
          case ACKNOWLEDGED -> lists.acknowledged(scope, today.minusDays(30), today);
          case WAITING, CALLS, CLOSED, ASKED -> List.of();
        },
        switch (which) {
          case CALLS -> calls.of(scope, false);
          case CLOSED -> calls.of(scope, true);
          case WAITING, RETURNED, ACKNOWLEDGED, ASKED -> List.of();
        },
        which == DispatchView.Which.ASKED ? replies.open(scope) : List.of(),
        mails.served(),
        today);
  }

  @GetMapping("/dispatch/register")
  @MayCall(CHAIR)
  String register(
      @RequestParam(required = false) @Nullable UUID office,
      @RequestParam(required = false) @Day(BACK) @Nullable LocalDate from,
      @RequestParam(required = false) @Day(BACK) @Nullable LocalDate until,
      Caller caller,
      Page page,
      Model model) {
    model.addAttribute("view", outward(office, from, until, caller, page));
    return "dispatch/register";
  }

  @GetMapping("/dispatch/register.csv")
  @MayCall(CHAIR)
  ResponseEntity<byte[]> sheet(
      @RequestParam(required = false) @Nullable UUID office,
      @RequestParam(required = false) @Day(BACK) @Nullable LocalDate from,
      @RequestParam(required = false) @Day(BACK) @Nullable LocalDate until,
      Caller caller,
      Page page) {
    OutwardView view = outward(office, from, until, caller, page);
    return Downloads.sheet(view.rows(), "jaavak-" + view.from() + ".csv");
  }

  OutwardView outward(
      @Nullable UUID office,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      Caller caller,
      Page page) {
    LocalDate last = until == null ? time.today() : until;
    LocalDate first = from == null || from.isAfter(last) ? last : from;
    var scope = caller.scope();
    var offices = lists.offices(scope);
    UUID one = office == null ? caller.seat().office().value() : office;
    if (offices.stream().noneMatch(his -> his.id().equals(one)))
      throw new Refused(SharedRefusal.NOT_FOUND);
    var id = new OfficeId(one);
    return new OutwardView(
        page,
        offices,
        one,
        first,
        last,
        lists.register(scope, id, first, last),
        lists.gaps(id, last.getYear()));
  }

  /// While a worker still carries some, the page asks for itself again; not while there is a form
  /// on it into which somebody may be typing.
  @GetMapping("/dispatch/letters/{letter}")
  @MayCall(CHAIR)
  String letter(
      @PathVariable LetterId letter,
      Caller caller,
      Page page,
      Model model,
      HttpServletResponse response) {
    LetterSheet it = letters.open(letter, caller.scope());
    var view =
        new LetterView(
            page,
            it,
            forms.name(it.form(), page.language(), caller.seat().district()),
            letters.items(it),
            letters.events(it),
            it.mine() ? peers.all() : List.of(),
            mails.served());
    if (view.underWay() > 0 && !view.waitsForServer() && !view.sendable())
      response.setHeader("Refresh", "3");
    model.addAttribute("view", view);
    return "dispatch/letter";
  }

  @GetMapping("/dispatch/letters/{letter}/pdf")
  @MayCall(CHAIR)
  ResponseEntity<InputStreamResource> pdf(@PathVariable LetterId letter, Caller caller) {
    LetterSheet it = letters.open(letter, caller.scope());
    return Downloads.document(letters.pdf(it), it.number().replace('/', '-') + ".pdf");
  }

  @GetMapping("/dispatch/letters/{letter}/items/{serial}/proof")
  @MayCall(CHAIR)
  ResponseEntity<InputStreamResource> proof(
      @PathVariable LetterId letter, @PathVariable int serial, Caller caller) {
    LetterSheet it = letters.open(letter, caller.scope());
    var proof = letters.proof(it, serial);
    return Downloads.document(
        proof,
        it.number().replace('/', '-') + "-" + serial + "." + proof.stored().type().extension());
  }
}
