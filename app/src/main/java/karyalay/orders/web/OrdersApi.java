package karyalay.orders.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.desk.Task;
import karyalay.orders.Delays;
import karyalay.orders.GivenFilter;
import karyalay.orders.GivenOrder;
import karyalay.orders.GivenPaper;
import karyalay.orders.Groups;
import karyalay.orders.OrderReading;
import karyalay.orders.Orders;
import karyalay.orders.Phrase;
import karyalay.orders.Phrases;
import karyalay.orders.Reminding;
import karyalay.orders.TakingBack;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeTime;
import karyalay.shared.PaperId;
import karyalay.signatures.Keys;
import karyalay.signatures.Unlocked;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Orders for other systems: the same doors as the pages.
@RestController
@RequestMapping("/api/v1")
class OrdersApi {
  private final Orders orders;
  private final OrderReading reading;
  private final TakingBack takingBack;
  private final Reminding reminding;
  private final Delays delays;
  private final Phrases phrases;
  private final Groups groups;
  private final Posts posts;
  private final Keys keys;
  private final OfficeTime time;

  OrdersApi(
      Orders orders,
      OrderReading reading,
      TakingBack takingBack,
      Reminding reminding,
      Delays delays,
      Phrases phrases,
      Groups groups,
      Posts posts,
      Keys keys,
      OfficeTime time) {
    this.orders = orders;
    this.reading = reading;
    this.takingBack = takingBack;
    this.reminding = reminding;
    this.delays = delays;
    this.phrases = phrases;
    this.groups = groups;
    this.posts = posts;
    this.keys = keys;
    this.time = time;
  }

  /// What is asked; what is left away follows from the phrase.
  ///
  /// @param to marks
  record GiveJson(
      List<PaperId> papers,
      @Nullable String phrase,
      @Nullable String words,
      @Nullable List<String> to,
      @Nullable String group,
      @Nullable Task task,
      @Nullable LocalDate due,
      @Nullable String reason) {
    OrderForm form() {
      String marks = to == null ? "" : String.join(";", to);
      return new OrderForm(papers, phrase, words, marks, group, task, due, reason, null);
    }
  }

  /// @param refusal key of the sentence that kept it; empty when it was carried out
  record LineJson(
      UUID paper,
      String number,
      @Nullable String to,
      boolean done,
      boolean here,
      boolean closed,
      boolean revocable,
      String refusal,
      String sentence) {}

  record OrderJson(
      UUID id, String words, @Nullable LocalDate due, Instant at, List<LineJson> lines) {}

  record GivenJson(
      UUID paper,
      String number,
      String title,
      @Nullable UUID order,
      String words,
      String to,
      @Nullable String holder,
      Instant sentAt,
      @Nullable LocalDate due,
      @Nullable Instant dueAt,
      @Nullable Instant backAt,
      boolean closed,
      int reminders) {}

  record GivenListJson(GivenPaper.Counts counts, List<GivenJson> papers) {}

  record PhraseJson(String code, String words, int digit, String does, Task task, int days) {}

  record DelayJson(String reason) {}

  /// @param pin opens the officer's signing key for the notes that are written on files
  @PostMapping("/orders")
  @MayCall(CHAIR)
  OrderJson give(
      @RequestBody GiveJson body,
      @RequestHeader(name = "Signing-Pin", required = false) @Nullable String pin,
      Act act,
      Caller caller,
      Page page) {
    OrderForm form = body.form();
    var order = form.order(phrases.offered(caller), posts, groups, caller, time.today());
    try (Unlocked key = keys.of(caller, pin)) {
      return json(reading.of(orders.give(act, form.ticked(), order, key), caller.scope()), page);
    }
  }

  @GetMapping("/orders")
  @MayCall(CHAIR)
  GivenListJson given(@RequestParam(defaultValue = "WAITING") GivenFilter state, Caller caller) {
    var papers = reading.given(caller.scope(), state).stream().map(OrdersApi::json).toList();
    return new GivenListJson(reading.counts(caller.scope()), papers);
  }

  @GetMapping("/orders/{order}")
  @MayCall(CHAIR)
  OrderJson order(@PathVariable UUID order, Caller caller, Page page) {
    return json(reading.of(order, caller.scope()), page);
  }

  @PostMapping("/orders/{order}/recall")
  @MayCall(CHAIR)
  OrderJson recall(@PathVariable UUID order, Act act, Caller caller, Page page) {
    takingBack.takeBack(act, order, page.t("orders.taken-back"));
    return json(reading.of(order, caller.scope()), page);
  }

  @GetMapping("/order-phrases")
  @MayCall(CHAIR)
  List<PhraseJson> phrases(Caller caller) {
    return phrases.offered(caller).stream().map(one -> json(one, caller)).toList();
  }

  @PostMapping("/papers/{paper}/reminders")
  @MayCall(CHAIR)
  void remind(@PathVariable PaperId paper, Act act) {
    reminding.remind(act, paper);
  }

  /// Why a paper lay beyond its time (OP-90).
  @PostMapping("/papers/{paper}/delays")
  @MayCall(CHAIR)
  void explain(@PathVariable PaperId paper, @RequestBody DelayJson body, Act act, Caller caller) {
    delays.explain(act, paper, body.reason(), caller.scope());
  }

  private static OrderJson json(GivenOrder order, Page page) {
    var lines = order.lines().stream().map(line -> json(line, page)).toList();
    var head = order.head();
    return new OrderJson(head.id(), head.words(), head.due().orElse(null), head.at(), lines);
  }

  private static LineJson json(GivenOrder.Line line, Page page) {
    boolean stayed = !line.moved() && !line.refusal().isEmpty();
    return new LineJson(
        line.paper().value(),
        line.number(),
        line.to().map(chair -> chair.mark()).orElse(null),
        line.moved(),
        line.here(),
        line.closed(),
        line.revocable(),
        stayed ? line.refusal() : "",
        stayed ? page.t(line.refusal(), line.arguments().toArray()) : "");
  }

  private static GivenJson json(GivenPaper it) {
    return new GivenJson(
        it.paper().value(),
        it.number(),
        it.title(),
        it.order(),
        it.words(),
        it.to().mark(),
        it.holder().map(chair -> chair.mark()).orElse(null),
        it.sentAt(),
        it.due(),
        it.dueAt(),
        it.backAt(),
        it.closed(),
        it.reminders());
  }

  private static PhraseJson json(Phrase phrase, Caller caller) {
    return new PhraseJson(
        phrase.code(),
        caller.language().pick(phrase.wordsHi(), phrase.wordsEn()),
        phrase.digit(),
        phrase.does().name(),
        phrase.task(),
        phrase.days());
  }
}
