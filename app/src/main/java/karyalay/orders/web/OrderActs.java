package karyalay.orders.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import karyalay.desk.Reading;
import karyalay.desk.Task;
import karyalay.desk.web.DeskView.Outcome;
import karyalay.orders.Delays;
import karyalay.orders.Does;
import karyalay.orders.Groups;
import karyalay.orders.NewOrder;
import karyalay.orders.NewPhrase;
import karyalay.orders.Orders;
import karyalay.orders.OrdersRefusal;
import karyalay.orders.Phrase;
import karyalay.orders.Phrases;
import karyalay.orders.Reminding;
import karyalay.orders.TakingBack;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the order bar and the page of what was given send.
@Controller
class OrderActs {
  private final Orders orders;
  private final SigningHand hand;
  private final TakingBack takingBack;
  private final Reminding reminding;
  private final Delays delays;
  private final Phrases phrases;
  private final Groups groups;
  private final Posts posts;
  private final Reading reading;
  private final OfficeTime time;

  OrderActs(
      Orders orders,
      SigningHand hand,
      TakingBack takingBack,
      Reminding reminding,
      Delays delays,
      Phrases phrases,
      Groups groups,
      Posts posts,
      Reading reading,
      OfficeTime time) {
    this.orders = orders;
    this.hand = hand;
    this.takingBack = takingBack;
    this.reminding = reminding;
    this.delays = delays;
    this.phrases = phrases;
    this.groups = groups;
    this.posts = posts;
    this.reading = reading;
    this.time = time;
  }

  @PostMapping("/orders")
  @MayCall(CHAIR)
  String give(OrderForm form, Act act, Caller caller, Page page) {
    if (form.ticked().isEmpty()) throw new Refused(OrdersRefusal.NOTHING_TICKED);
    NewOrder order = form.order(phrases.offered(caller), posts, groups, caller, time.today());
    UUID given =
        hand.with(act, caller, form.pin(), key -> orders.give(act, form.ticked(), order, key));
    return "redirect:" + page.link("/orders/" + given);
  }

  @PostMapping("/orders/{order}/recall")
  @MayCall(CHAIR)
  String recall(@PathVariable UUID order, Act act, Page page) {
    takingBack.takeBack(act, order, page.t("orders.taken-back"));
    return "redirect:" + page.link("/orders/" + order);
  }

  /// Each paper is an act of its own; the answer says what became of each.
  @PostMapping("/orders/delays")
  @MayCall(CHAIR)
  String explain(
      @RequestParam(defaultValue = "") List<PaperId> papers,
      @RequestParam(defaultValue = "") String reason,
      Act act,
      Caller caller,
      Page page,
      Model model) {
    if (papers.isEmpty()) throw new Refused(OrdersRefusal.NOTHING_TICKED);
    var outcomes = new ArrayList<Outcome>();
    for (PaperId paper : papers) {
      String number = reading.card(paper, caller.scope()).paper().number();
      try {
        delays.explain(act.part(paper.value()), paper, reason, caller.scope());
        outcomes.add(new Outcome(number, ""));
      } catch (Refused refused) {
        String sentence = page.t(refused.reason().key(), refused.arguments().toArray());
        outcomes.add(new Outcome(number, sentence));
      }
    }
    model.addAttribute("view", new OutcomesView(page, outcomes));
    return "orders/outcomes";
  }

  @PostMapping("/papers/{paper}/reminders")
  @MayCall(CHAIR)
  String remind(@PathVariable PaperId paper, Act act, Page page) {
    reminding.remind(act, paper);
    return "redirect:" + page.link("/orders");
  }

  /// @param whose OFFICE for all who sit in the office
  record PhraseForm(
      @Nullable String words,
      @Nullable Integer digit,
      @Nullable Does does,
      Phrase.@Nullable Goes goes,
      @Nullable Task task,
      @Nullable Integer days,
      Phrase.@Nullable Owner whose) {
    NewPhrase phrase() {
      return new NewPhrase(
          whose == Phrase.Owner.OFFICE,
          words == null ? "" : words.strip(),
          digit == null ? 0 : Math.clamp(digit, 0, 9),
          does == null ? Does.SEND : does,
          goes == null ? Phrase.Goes.LAST : goes,
          task == null ? Task.ACTION : task,
          days == null ? 0 : Math.clamp(days, 0, 365));
    }
  }

  @PostMapping("/orders/phrases")
  @MayCall(CHAIR)
  String enter(PhraseForm form, Act act, Page page) {
    phrases.enter(act, form.phrase());
    return "redirect:" + page.link("/orders/phrases");
  }

  @PostMapping("/orders/phrases/{phrase}/end")
  @MayCall(CHAIR)
  String end(@PathVariable UUID phrase, Act act, Page page) {
    phrases.end(act, phrase);
    return "redirect:" + page.link("/orders/phrases");
  }
}
