package karyalay.devices.web;

import static karyalay.web.MayCall.Who.SIGNED_IN;

import java.util.UUID;
import karyalay.devices.LeftForms;
import karyalay.shared.Caller;
import karyalay.web.MayCall;
import karyalay.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// One's own half-typed forms, to be sent or thrown away (OP-125).
@Controller
@RequestMapping("/account/leavings")
class LeavingPages {
  private final LeftForms leavings;

  LeavingPages(LeftForms leavings) {
    this.leavings = leavings;
  }

  @GetMapping
  @MayCall(SIGNED_IN)
  String list(Page page, Caller caller, Model model) {
    model.addAttribute("view", new LeavingsView(page, leavings.of(caller.person())));
    return "devices/leavings";
  }

  @PostMapping("/{leaving}/removal")
  @MayCall(SIGNED_IN)
  String remove(@PathVariable UUID leaving, Page page, Caller caller) {
    leavings.forget(caller.person(), leaving);
    return "redirect:" + page.link("/account/leavings");
  }
}
