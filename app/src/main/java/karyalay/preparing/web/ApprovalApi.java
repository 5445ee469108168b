package karyalay.preparing.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import karyalay.desk.Reading;
import karyalay.desk.Task;
import karyalay.files.NoteKind;
import karyalay.organisation.Posts;
import karyalay.preparing.Approval;
import karyalay.preparing.Holdup;
import karyalay.preparing.Item;
import karyalay.preparing.Matter;
import karyalay.preparing.PreparedReading;
import karyalay.preparing.Preparing;
import karyalay.preparing.State;
import karyalay.preparing.Wording;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.PaperId;
import karyalay.web.MayCall;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Preparing and approving for other systems: the same doors as the pages (OP-124).
@RestController
@RequestMapping("/api/v1")
class ApprovalApi {
  private final Preparing preparing;
  private final Approval approval;
  private final Approver approver;
  private final PreparedReading prepared;
  private final Reading reading;
  private final Posts posts;

  ApprovalApi(
      Preparing preparing,
      Approval approval,
      Approver approver,
      PreparedReading prepared,
      Reading reading,
      Posts posts) {
    this.preparing = preparing;
    this.approval = approval;
    this.approver = approver;
    this.prepared = prepared;
    this.reading = reading;
    this.posts = posts;
  }

  /// What is prepared.
  ///
  /// @param text a note, or the remark that goes with an order
  /// @param body the structure as the editor makes it, as JSON text; `text` is read without it
  /// @param to marks: of a note the proposed next post, of an order its addressees
  record WordingJson(
      @Nullable String text,
      @Nullable String body,
      @Nullable NoteKind kind,
      @Nullable List<String> to,
      @Nullable Task task,
      @Nullable LocalDate due) {

    Wording wording(Posts posts, Caller caller) {
      return new Wording(
          kind == null ? NoteKind.NOTE : kind,
          body == null ? "" : body,
          text == null ? "" : text,
          WordingForm.addressees(to, posts, caller),
          task == null ? Task.ACTION : task,
          due);
    }
  }

  /// @param preparedBy name of whoever prepared it; `preparedOn` is the mark of his post
  /// @param editedBy who changed the words since; null when nobody did
  record ItemJson(
      UUID id,
      UUID paper,
      String number,
      Matter matter,
      State state,
      Holdup holdup,
      @Nullable NoteKind kind,
      String text,
      List<String> to,
      Task task,
      @Nullable LocalDate due,
      String officer,
      String preparedBy,
      String preparedOn,
      Instant preparedAt,
      @Nullable String editedBy,
      @Nullable Instant endedAt,
      String reason) {}

  record ReasonJson(@Nullable String reason) {}

  record TickedJson(List<UUID> items) {}

  /// @param refusal why it was held back; null when it was approved
  record OutcomeJson(UUID item, String number, @Nullable String refusal) {}

  /// @param mine what this post prepared, instead of what was prepared for it
  @GetMapping("/approvals")
  @MayCall(CHAIR)
  List<ItemJson> list(@RequestParam(defaultValue = "false") boolean mine, Caller caller) {
    var items = mine ? prepared.mine(caller.scope()) : prepared.waiting(caller.scope());
    return items.stream().map(item -> json(item, caller)).toList();
  }

  @GetMapping("/approvals/{item}")
  @MayCall(CHAIR)
  ItemJson one(@PathVariable UUID item, Caller caller) {
    return json(prepared.one(item, caller.scope()), caller);
  }

  @PostMapping("/papers/{paper}/preparing")
  @MayCall(CHAIR)
  @ResponseStatus(HttpStatus.CREATED)
  ItemJson prepare(
      @PathVariable PaperId paper, @RequestBody WordingJson body, Act act, Caller caller) {
    reading.open(paper, caller.scope());
    return one(preparing.prepare(act, paper, body.wording(posts, caller)), caller);
  }

  @PostMapping("/approvals/{item}/wording")
  @MayCall(CHAIR)
  ItemJson revise(@PathVariable UUID item, @RequestBody WordingJson body, Act act, Caller caller) {
    prepared.one(item, caller.scope());
    preparing.revise(act, item, body.wording(posts, caller));
    return one(item, caller);
  }

  @PostMapping("/approvals/{item}/withdrawal")
  @MayCall(CHAIR)
  ItemJson withdraw(@PathVariable UUID item, Act act, Caller caller) {
    prepared.one(item, caller.scope());
    preparing.withdraw(act, item);
    return one(item, caller);
  }

  @PostMapping("/approvals/{item}/return")
  @MayCall(CHAIR)
  ItemJson giveBack(@PathVariable UUID item, @RequestBody ReasonJson body, Act act, Caller caller) {
    prepared.one(item, caller.scope());
    String reason = body.reason();
    approval.giveBack(act, item, reason == null ? "" : reason);
    return one(item, caller);
  }

  /// Approves the items named, each by itself.
  ///
  /// @param pin opens the officer's signing key; it comes in a header, since the body of a call
  ///   leaves its hash with the act
  @PostMapping("/approvals")
  @MayCall(CHAIR)
  List<OutcomeJson> approve(
      @RequestBody TickedJson body,
      @RequestHeader(name = "Signing-Pin", required = false) @Nullable String pin,
      Act act,
      Caller caller) {
    return approver.approve(body.items(), pin, act, caller).stream()
        .map(done ->
            new OutcomeJson(
                done.item().id(),
                done.item().number(),
                done.refusal().isEmpty() ? null : done.refusal()))
        .toList();
  }

  private static ItemJson json(Item item, Caller caller) {
    var language = caller.language();
    return new ItemJson(
        item.id(),
        item.paper().value(),
        item.number(),
        item.matter(),
        item.state(),
        item.holdup(),
        item.matter() == Matter.NOTE ? item.wording().kind() : null,
        item.words().plain(),
        item.marks(),
        item.wording().task(),
        item.wording().due(),
        item.officerChair().mark(),
        item.preparer().name(language),
        item.preparer().post().mark(),
        item.preparer().at(),
        item.edited().map(hand -> hand.name(language)).orElse(null),
        item.ended().orElse(null),
        item.reason());
  }
}
