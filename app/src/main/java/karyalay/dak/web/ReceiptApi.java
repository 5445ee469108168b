package karyalay.dak.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.List;
import java.util.UUID;
import karyalay.dak.Closing;
import karyalay.dak.DakRefusal;
import karyalay.dak.Diary;
import karyalay.dak.Filing;
import karyalay.dak.ListFilter;
import karyalay.dak.ListRow;
import karyalay.dak.Marking;
import karyalay.dak.Order;
import karyalay.dak.Pile;
import karyalay.dak.ReceiptLists;
import karyalay.dak.ReceiptReading;
import karyalay.dak.Sheet;
import karyalay.dak.web.DiaryJson.OrderJson;
import karyalay.dak.web.ReceiptJson.ListJson;
import karyalay.dak.web.ReceiptJson.RowJson;
import karyalay.desk.Reading;
import karyalay.desk.Task;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.shared.Refused;
import karyalay.web.MayCall;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Dak for other systems: the same doors as the pages. What is done with any paper (receive, park)
/// stands under `/api/v1/papers`.
@RestController
@RequestMapping("/api/v1/receipts")
class ReceiptApi {
  private final Diary diary;
  private final Marking marking;
  private final Closing closing;
  private final Filing filing;
  private final ReceiptReading receipts;
  private final ReceiptLists lists;
  private final Reading reading;
  private final DiaryForms forms;
  private final Addressees addressees;

  ReceiptApi(
      Diary diary,
      Marking marking,
      Closing closing,
      Filing filing,
      ReceiptReading receipts,
      ReceiptLists lists,
      Reading reading,
      DiaryForms forms,
      Addressees addressees) {
    this.diary = diary;
    this.marking = marking;
    this.closing = closing;
    this.filing = filing;
    this.receipts = receipts;
    this.lists = lists;
    this.reading = reading;
    this.forms = forms;
    this.addressees = addressees;
  }

  /// One or many papers to one or many posts, all or none.
  record MarkingJson(List<UUID> papers, OrderJson send) {}

  record ReasonJson(@Nullable String reason) {
    String text() {
      return reason == null ? "" : reason;
    }
  }

  @GetMapping
  @MayCall(CHAIR)
  ListJson list(
      @RequestParam(defaultValue = "INBOX") Pile pile,
      @RequestParam(required = false) @Nullable Boolean read,
      @RequestParam(required = false) @Nullable Boolean physical,
      @RequestParam(defaultValue = "false") boolean followed,
      @RequestParam(required = false) @Nullable String cursor,
      Caller caller) {
    if (!pile.papers() || pile == Pile.FOLDER) return new ListJson(List.of(), null);
    var filter = new ListFilter(pile, read, physical, followed, null, ListPages.cursor(cursor));
    List<ListRow> rows = lists.page(caller.scope(), filter);
    return new ListJson(
        rows.stream().map(RowJson::of).toList(),
        rows.size() < ReceiptLists.PAGE ? null : rows.getLast().cursor().toString());
  }

  @GetMapping("/{paper}")
  @MayCall(CHAIR)
  ReceiptJson receipt(@PathVariable PaperId paper, Caller caller) {
    return ReceiptJson.of(receipts.open(paper, caller.scope()));
  }

  @PostMapping
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.CREATED)
  ReceiptJson diarise(@RequestBody DiaryJson body, Act act, Caller caller) {
    var parsed = forms.parse(body.asForm(), caller);
    var sheet = new Sheet(null, parsed.particulars(), body.documents(), body.isAnew());
    OrderJson send = body.send();
    PaperId paper = diary.diarise(act, sheet, send == null ? null : order(send, caller));
    return receipt(paper, caller);
  }

  @PostMapping("/markings")
  @MayCall(CHAIR)
  List<ReceiptJson> mark(@RequestBody MarkingJson body, Act act, Caller caller) {
    List<PaperId> papers = body.papers().stream().map(PaperId::new).toList();
    for (PaperId paper : papers) reading.card(paper, caller.scope());
    marking.send(act, papers, order(body.send(), caller));
    return papers.stream().map(paper -> receipt(paper, caller)).toList();
  }

  @PostMapping("/{paper}/return")
  @MayCall(CHAIR)
  ReceiptJson returnAsWrong(
      @PathVariable PaperId paper, @RequestBody ReasonJson body, Act act, Caller caller) {
    reading.card(paper, caller.scope());
    marking.returnAsWrong(act, paper, body.text());
    return receipt(paper, caller);
  }

  /// @param file number of a file on the caller's desk
  record FilingJson(String file) {}

  @PostMapping("/{paper}/filing")
  @MayCall(CHAIR)
  ReceiptJson file(
      @PathVariable PaperId paper, @RequestBody FilingJson body, Act act, Caller caller) {
    reading.card(paper, caller.scope());
    filing.put(act, paper, body.file());
    return receipt(paper, caller);
  }

  @PostMapping("/{paper}/closure")
  @MayCall(CHAIR)
  ReceiptJson close(
      @PathVariable PaperId paper, @RequestBody ReasonJson body, Act act, Caller caller) {
    reading.card(paper, caller.scope());
    closing.close(act, paper, body.text());
    return receipt(paper, caller);
  }

  @PostMapping("/{paper}/reopening")
  @MayCall(CHAIR)
  ReceiptJson reopen(
      @PathVariable PaperId paper, @RequestBody ReasonJson body, Act act, Caller caller) {
    reading.card(paper, caller.scope());
    closing.reopen(act, paper, body.text());
    return receipt(paper, caller);
  }

  @PostMapping("/{paper}/offence")
  @MayCall(CHAIR)
  ReceiptJson decideOnOffence(
      @PathVariable PaperId paper, @RequestBody ReasonJson body, Act act, Caller caller) {
    reading.card(paper, caller.scope());
    closing.decideOnOffence(act, paper, body.text());
    return receipt(paper, caller);
  }

  private Order order(OrderJson send, Caller caller) {
    if (send.to().isEmpty()) throw new Refused(DakRefusal.NO_ADDRESSEE);
    Task task = send.task() == null ? Task.ACTION : send.task();
    String remark = send.remark() == null ? "" : send.remark();
    return new Order(addressees.of(send.to(), caller), task, remark, send.due());
  }
}
