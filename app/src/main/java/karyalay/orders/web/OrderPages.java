package karyalay.orders.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.List;
import java.util.UUID;
import karyalay.desk.Trays;
import karyalay.desk.web.DueWords;
import karyalay.orders.Delays;
import karyalay.orders.GivenFilter;
import karyalay.orders.Groups;
import karyalay.orders.OrderReading;
import karyalay.orders.Phrases;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.signatures.Keys;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Pages of orders: the bar, what became of one, what came back, phrases, reasons of those below.
@Controller
@RequestMapping("/orders")
class OrderPages {
  private final OrderReading reading;
  private final Phrases phrases;
  private final Groups groups;
  private final Delays delays;
  private final Trays trays;
  private final Keys keys;
  private final OfficeTime time;

  OrderPages(
      OrderReading reading,
      Phrases phrases,
      Groups groups,
      Delays delays,
      Trays trays,
      Keys keys,
      OfficeTime time) {
    this.reading = reading;
    this.phrases = phrases;
    this.groups = groups;
    this.delays = delays;
    this.trays = trays;
    this.keys = keys;
    this.time = time;
  }

  /// The bar as a page of its own; the desk's script takes the form out of it.
  @GetMapping("/new")
  @MayCall(CHAIR)
  String bar(
      @RequestParam(defaultValue = "") List<PaperId> papers,
      Caller caller,
      Page page,
      Model model) {
    model.addAttribute("view", view(papers, caller, page));
    return "orders/new";
  }

  /// The same for what is ticked on the desk, where there is no script.
  @PostMapping("/new")
  @MayCall(CHAIR)
  String barForTicked(
      @RequestParam(defaultValue = "") List<PaperId> papers,
      Caller caller,
      Page page,
      Model model) {
    return bar(papers, caller, page, model);
  }

  @PostMapping("/delays/new")
  @MayCall(CHAIR)
  String reasonsForTicked(
      @RequestParam(defaultValue = "") List<PaperId> papers,
      Caller caller,
      Page page,
      Model model) {
    return reasons(papers, caller, page, model);
  }

  /// The chips of reasons for delay (OP-90).
  @GetMapping("/delays/new")
  @MayCall(CHAIR)
  String reasons(
      @RequestParam(defaultValue = "") List<PaperId> papers,
      Caller caller,
      Page page,
      Model model) {
    var chips = delays.reasons(caller.seat().district());
    model.addAttribute(
        "view",
        new BarView(
            page, papers, List.of(), List.of(), chips, keys.field(caller, false), time.today()));
    return "orders/new_delay";
  }

  private BarView view(List<PaperId> papers, Caller caller, Page page) {
    return new BarView(
        page,
        papers,
        phrases.offered(caller),
        groups.offered(caller),
        delays.reasons(caller.seat().district()),
        keys.field(caller),
        time.today());
  }

  @GetMapping
  @MayCall(CHAIR)
  String given(
      @RequestParam(defaultValue = "WAITING") GivenFilter state,
      Caller caller,
      Page page,
      Model model) {
    var words = new DueWords(page, time.now());
    var scope = caller.scope();
    model.addAttribute(
        "view",
        new GivenView(page, state, reading.counts(scope), reading.given(scope, state), words));
    return "orders/given";
  }

  @GetMapping("/{order}")
  @MayCall(CHAIR)
  String order(@PathVariable UUID order, Caller caller, Page page, Model model) {
    var scope = caller.scope();
    model.addAttribute("view", new OrderView(page, reading.of(order, scope), trays.counts(scope)));
    return "orders/order";
  }

  @GetMapping("/phrases")
  @MayCall(CHAIR)
  String phrases(Caller caller, Page page, Model model) {
    model.addAttribute("view", new PhrasesView(page, phrases.offered(caller)));
    return "orders/phrases";
  }

  @GetMapping("/delays")
  @MayCall(CHAIR)
  String delays(Caller caller, Page page, Model model) {
    model.addAttribute("view", new DelaysView(page, delays.below(caller.scope())));
    return "orders/delays";
  }
}
