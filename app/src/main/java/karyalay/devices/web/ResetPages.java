package karyalay.devices.web;

import static karyalay.web.MayCall.Who.ADMIN;
import static karyalay.web.MayCall.Who.CHAIR;

import java.util.List;
import java.util.UUID;
import karyalay.devices.Reset;
import karyalay.devices.Resets;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Rescue by two persons: one asks, another confirms (OP-139).
@Controller
@RequestMapping("/resets")
class ResetPages {
  private final Resets resets;

  ResetPages(Resets resets) {
    this.resets = resets;
  }

  @GetMapping
  @MayCall(CHAIR)
  String list(Page page, Caller caller, Model model) {
    model.addAttribute("view", new ResetsView(page, caller, resets.of(caller), "", ""));
    return "devices/resets";
  }

  @PostMapping
  @MayCall(CHAIR)
  String ask(
      @RequestParam(defaultValue = "") String pno,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "false") boolean key,
      Act act,
      Caller caller,
      Page page) {
    resets.ask(act, caller, pno, reason, key);
    return "redirect:" + page.link("/resets");
  }

  /// The password is shown on this answer and never again, so there is no address to go to.
  @PostMapping("/{reset}/confirmation")
  @MayCall(ADMIN)
  String confirm(@PathVariable UUID reset, Act act, Caller caller, Page page, Model model) {
    String given = resets.confirm(act, caller, reset);
    List<Reset> all = resets.of(caller);
    String to =
        all.stream()
            .filter(one -> one.id().equals(reset))
            .map(one -> page.name(one.nameHi(), one.nameEn()))
            .findFirst()
            .orElse("");
    model.addAttribute("view", new ResetsView(page, caller, all, given, to));
    return "devices/resets";
  }

  @PostMapping("/{reset}/withdrawal")
  @MayCall(CHAIR)
  String withdraw(@PathVariable UUID reset, Act act, Caller caller, Page page) {
    resets.withdraw(act, caller, reset);
    return "redirect:" + page.link("/resets");
  }
}
