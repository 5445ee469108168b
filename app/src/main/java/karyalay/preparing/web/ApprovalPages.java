package karyalay.preparing.web;

import static karyalay.web.MayCall.Who.CHAIR;

import java.util.List;
import java.util.UUID;
import karyalay.organisation.Masters;
import karyalay.preparing.Approval;
import karyalay.preparing.Item;
import karyalay.preparing.PreparedReading;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.signatures.Keys;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// «आपकी स्वीकृति हेतु»: what was prepared for this officer, ticked, one PIN, each approved by
/// itself.
@Controller
@RequestMapping("/approvals")
class ApprovalPages {
  private final PreparedReading reading;
  private final Approval approval;
  private final Approver approver;
  private final Masters masters;
  private final Keys keys;

  ApprovalPages(
      PreparedReading reading, Approval approval, Approver approver, Masters masters, Keys keys) {
    this.reading = reading;
    this.approval = approval;
    this.approver = approver;
    this.masters = masters;
    this.keys = keys;
  }

  /// @param mine what this post prepared for others, instead of what was prepared for it
  @GetMapping
  @MayCall(CHAIR)
  String list(
      @RequestParam(defaultValue = "false") boolean mine, Caller caller, Page page, Model model) {
    model.addAttribute("view", mine ? mine(caller, page) : waiting(caller, page, List.of()));
    return "preparing/approvals";
  }

  private ApprovalsView mine(Caller caller, Page page) {
    return new ApprovalsView(
        page, true, reading.mine(caller.scope()), List.of(), List.of(), null, List.of());
  }

  private ApprovalsView waiting(Caller caller, Page page, List<ApprovalsView.Outcome> outcomes) {
    return new ApprovalsView(
        page,
        false,
        reading.waiting(caller.scope()),
        reading.toApprove(caller.scope()),
        reading.toSign(caller.scope()),
        keys.field(caller),
        outcomes);
  }

  /// @param items ticked on the list
  record ApprovalForm(@Nullable List<UUID> items, @Nullable String pin) {
    List<UUID> ticked() {
      return items == null ? List.of() : items;
    }
  }

  @PostMapping
  @MayCall(CHAIR)
  String approve(ApprovalForm form, Act act, Caller caller, Page page, Model model) {
    var done = approver.approve(form.ticked(), form.pin(), act, caller);
    List<ApprovalsView.Outcome> outcomes =
        done.isEmpty()
            ? List.of(new ApprovalsView.Outcome("", page.t("desk.nothing-ticked")))
            : done.stream()
                .map(one -> new ApprovalsView.Outcome(one.item().number(), one.refusal()))
                .toList();
    model.addAttribute("view", waiting(caller, page, outcomes));
    return "preparing/approvals";
  }

  @GetMapping("/{item}")
  @MayCall(CHAIR)
  String one(@PathVariable UUID item, Caller caller, Page page, Model model) {
    Item found = reading.one(item, caller.scope());
    var post = caller.seat().post();
    model.addAttribute(
        "view",
        new ItemView(
            page,
            found,
            found.officer().equals(post),
            found.preparerPost().equals(post),
            PreparingPages.phrases(masters, caller),
            keys.field(caller)));
    return "preparing/item";
  }

  @PostMapping("/{item}/return")
  @MayCall(CHAIR)
  String giveBack(
      @PathVariable UUID item,
      @RequestParam(defaultValue = "") String reason,
      Act act,
      Caller caller,
      Page page) {
    reading.one(item, caller.scope());
    approval.giveBack(act, item, reason);
    return "redirect:" + page.link("/approvals");
  }
}
