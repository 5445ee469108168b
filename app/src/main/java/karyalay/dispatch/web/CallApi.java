package karyalay.dispatch.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.desk.Reading;
import karyalay.dispatch.Calls;
import karyalay.dispatch.Grid;
import karyalay.dispatch.Replies;
import karyalay.drafts.Party;
import karyalay.drafts.Target;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.shared.PostId;
import karyalay.shared.Refused;
import karyalay.shared.SharedRefusal;
import karyalay.web.MayCall;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Circulars, calls for report and their answers, for other systems.
@RestController
@RequestMapping("/api/v1/dispatch")
class CallApi {
  private final Calls calls;
  private final Replies replies;
  private final Reading reading;

  CallApi(Calls calls, Replies replies, Reading reading) {
    this.calls = calls;
    this.replies = replies;
    this.reading = reading;
  }

  /// @param posts to whom; with the groups at least one
  /// @param groups codes of the master `ADDRESSEE_GROUP`
  record AskJson(
      UUID paper,
      @Nullable String subject,
      LocalDate target,
      @Nullable List<UUID> posts,
      @Nullable List<String> groups) {}

  /// @param number of a letter of one's own; none to answer in words
  record AnswerJson(@Nullable String number, @Nullable String text) {}

  /// @param receipt diary number of what answers; none to answer in words
  record ReceivedJson(@Nullable String receipt, @Nullable String text) {}

  record RemarkJson(@Nullable String remark) {}

  record MadeJson(UUID id) {}

  @PostMapping("/calls")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.CREATED)
  MadeJson ask(@RequestBody AskJson body, Act act, Caller caller) {
    PaperId paper = new PaperId(body.paper());
    reading.open(paper, caller.scope());
    String subject = SendingForm.text(body.subject());
    if (subject.isEmpty()) throw new Refused(SharedRefusal.MISSING, "subject");
    var parties = new java.util.ArrayList<Party>();
    for (String group : list(body.groups())) parties.add(Party.to(new Target.Group(group)));
    for (UUID post : list(body.posts())) parties.add(Party.to(new Target.Post(new PostId(post))));
    if (parties.isEmpty()) throw new Refused(SharedRefusal.MISSING, "posts");
    return new MadeJson(
        calls.ask(act, paper, caller.seat().office(), subject, body.target(), parties));
  }

  @GetMapping("/calls/{call}")
  @MayCall(CHAIR)
  DispatchJson.GridJson grid(@PathVariable UUID call, Caller caller) {
    Grid grid = calls.grid(call, caller.scope());
    return DispatchJson.of(grid);
  }

  @PostMapping("/calls/{call}/replies/{serial}")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void received(
      @PathVariable UUID call,
      @PathVariable int serial,
      @RequestBody ReceivedJson body,
      Act act,
      Caller caller) {
    calls.grid(call, caller.scope());
    calls.received(
        act, call, serial, SendingForm.text(body.receipt()), SendingForm.text(body.text()));
  }

  @PostMapping("/calls/{call}/closing")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void close(@PathVariable UUID call, @RequestBody RemarkJson body, Act act, Caller caller) {
    calls.grid(call, caller.scope());
    calls.close(act, call, SendingForm.text(body.remark()));
  }

  /// @return the letter that was begun
  @PostMapping("/calls/{call}/answer")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.CREATED)
  MadeJson consolidate(@PathVariable UUID call, Act act, Caller caller) {
    calls.grid(call, caller.scope());
    return new MadeJson(calls.consolidate(act, call).value());
  }

  @PostMapping("/papers/{paper}/reply")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void answer(@PathVariable PaperId paper, @RequestBody AnswerJson body, Act act) {
    replies.answer(act, paper, SendingForm.text(body.number()), SendingForm.text(body.text()));
  }

  private static <T> List<T> list(@Nullable List<T> sent) {
    return sent == null ? List.of() : sent;
  }
}
