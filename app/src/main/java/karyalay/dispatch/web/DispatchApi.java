package karyalay.dispatch.web;

import static karyalay.web.MayCall.Who.CHAIR;
import static org.springframework.format.annotation.DateTimeFormat.ISO.DATE;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.dispatch.Call;
import karyalay.dispatch.Calls;
import karyalay.dispatch.Conveyance;
import karyalay.dispatch.DispatchLists;
import karyalay.dispatch.DispatchReading;
import karyalay.dispatch.Dispatching;
import karyalay.dispatch.Reminders;
import karyalay.drafts.LetterId;
import karyalay.organisation.Posts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
import karyalay.shared.OfficeTime;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.web.MayCall;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Dispatch for other systems: the same doors as the pages.
@RestController
@RequestMapping("/api/v1/dispatch")
class DispatchApi {
  private final Dispatching dispatching;
  private final DispatchLists lists;
  private final DispatchReading letters;
  private final Reminders reminders;
  private final Calls calls;
  private final Posts posts;
  private final OfficeTime time;

  DispatchApi(
      Dispatching dispatching,
      DispatchLists lists,
      DispatchReading letters,
      Reminders reminders,
      Calls calls,
      Posts posts,
      OfficeTime time) {
    this.dispatching = dispatching;
    this.lists = lists;
    this.letters = letters;
    this.reminders = reminders;
    this.calls = calls;
    this.posts = posts;
    this.time = time;
  }

  /// @param self whether the caller sends it himself; else the registry does
  record WayJson(boolean self) {}

  record ReasonJson(@Nullable String reason) {}

  /// @param scan an upload of the caller's, sent before; null without one
  record ReceiptJson(
      @Nullable String receiver,
      @Nullable String designation,
      @Nullable String received,
      @Nullable UUID scan) {}

  /// @param items whom; none for all who have not answered
  record ReminderJson(@Nullable List<Integer> items) {}

  record CallJson(Call.Kind kind, LocalDate target) {}

  record MadeJson(UUID id) {}

  @GetMapping("/waiting")
  @MayCall(CHAIR)
  List<DispatchJson.WaitingJson> waiting(Caller caller) {
    return lists.waiting(caller.scope()).stream().map(DispatchJson::of).toList();
  }

  @GetMapping("/returned")
  @MayCall(CHAIR)
  List<DispatchJson.LineJson> returned(Caller caller) {
    return lists.returned(caller.scope()).stream().map(DispatchJson::of).toList();
  }

  @GetMapping("/register")
  @MayCall(CHAIR)
  List<DispatchJson.LineJson> register(
      @RequestParam(required = false) @Nullable UUID office,
      @RequestParam(required = false) @DateTimeFormat(iso = DATE) @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DATE) @Nullable LocalDate until,
      Caller caller) {
    UUID one = office == null ? caller.seat().office().value() : office;
    if (lists.offices(caller.scope()).stream().noneMatch(his -> his.id().equals(one)))
      throw new Refused(SharedRefusal.NOT_FOUND);
    LocalDate last = until == null ? time.today() : until;
    LocalDate first = from == null ? last : from;
    return lists.register(caller.scope(), new OfficeId(one), first, last).stream()
        .map(DispatchJson::of)
        .toList();
  }

  @GetMapping("/letters/{letter}")
  @MayCall(CHAIR)
  DispatchJson.LetterJson letter(@PathVariable LetterId letter, Caller caller) {
    var it = letters.open(letter, caller.scope());
    return DispatchJson.of(it, letters.items(it));
  }

  @PostMapping("/letters/{letter}/sending")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void send(
      @PathVariable LetterId letter,
      @RequestBody DispatchJson.SendingJson body,
      Act act,
      Caller caller) {
    letters.open(letter, caller.scope());
    var form = body.form();
    dispatching.send(act, letter, form.serials(), form.conveyance(posts, caller));
  }

  @PostMapping("/letters/{letter}/way")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void assign(@PathVariable LetterId letter, @RequestBody WayJson body, Act act, Caller caller) {
    letters.open(letter, caller.scope());
    dispatching.assign(act, letter, body.self());
  }

  @PostMapping("/letters/{letter}/items/{serial}/acknowledgement")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void acknowledge(
      @PathVariable LetterId letter,
      @PathVariable int serial,
      @RequestBody ReceiptJson body,
      Act act,
      Caller caller) {
    letters.open(letter, caller.scope());
    var receiver =
        new Conveyance.Receiver(
            SendingForm.text(body.receiver()),
            SendingForm.text(body.designation()),
            SendingForm.moment(body.received()),
            body.scan());
    dispatching.acknowledge(act, letter, serial, receiver);
  }

  @PostMapping("/letters/{letter}/items/{serial}/return")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void returned(
      @PathVariable LetterId letter,
      @PathVariable int serial,
      @RequestBody ReasonJson body,
      Act act,
      Caller caller) {
    letters.open(letter, caller.scope());
    dispatching.returned(act, letter, serial, SendingForm.text(body.reason()));
  }

  @PostMapping("/letters/{letter}/items/{serial}/mail")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void mailAgain(@PathVariable LetterId letter, @PathVariable int serial, Act act, Caller caller) {
    letters.open(letter, caller.scope());
    dispatching.sendAgain(act, letter, serial);
  }

  @PostMapping("/letters/{letter}/voiding")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void giveUp(@PathVariable LetterId letter, @RequestBody ReasonJson body, Act act, Caller caller) {
    letters.open(letter, caller.scope());
    dispatching.voidNumber(act, letter, SendingForm.text(body.reason()));
  }

  /// @return the letter that was begun
  @PostMapping("/letters/{letter}/reminders")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.CREATED)
  MadeJson remind(
      @PathVariable LetterId letter, @RequestBody ReminderJson body, Act act, Caller caller) {
    letters.open(letter, caller.scope());
    List<Integer> items = body.items();
    return new MadeJson(reminders.remind(act, letter, items == null ? List.of() : items).value());
  }

  @PostMapping("/letters/{letter}/call")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.CREATED)
  MadeJson call(@PathVariable LetterId letter, @RequestBody CallJson body, Act act, Caller caller) {
    letters.open(letter, caller.scope());
    return new MadeJson(calls.open(act, letter, body.kind(), body.target()));
  }
}
