package karyalay.devices.web;

import static karyalay.web.MayCall.Who.SIGNED_IN;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import karyalay.access.Gate;
import karyalay.devices.HandPins;
import karyalay.devices.LeftForms;
import karyalay.devices.Machines;
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

/// One's own side of shared machines: the PIN, and one's name on them (OP-125).
@Controller
@RequestMapping("/account/hands")
class HandAccountPages {
  private final HandPins pins;
  private final Machines machines;
  private final LeftForms leavings;

  HandAccountPages(HandPins pins, Machines machines, LeftForms leavings) {
    this.pins = pins;
    this.machines = machines;
    this.leavings = leavings;
  }

  @GetMapping
  @MayCall(SIGNED_IN)
  String show(
      @RequestParam(defaultValue = "false") boolean chosen, Page page, Caller caller, Model model) {
    var view =
        new HandAccountView(
            page,
            pins.has(caller.person()),
            chosen,
            machines.withMe(caller),
            leavings.of(caller.person()).size());
    model.addAttribute("view", view);
    return "devices/account";
  }

  @PostMapping("/pin")
  @MayCall(SIGNED_IN)
  String choose(
      @RequestParam(defaultValue = "") String password,
      @RequestParam(name = "hand-pin", defaultValue = "") String pin,
      @RequestParam(name = "again-pin", defaultValue = "") String again,
      Act act,
      Caller caller,
      Page page,
      HttpServletRequest request) {
    var proof = new HandPins.Proof(password, pin.strip(), again.strip(), Gate.device(request));
    pins.choose(act, caller, proof);
    return "redirect:" + page.link("/account/hands?chosen=true");
  }

  @PostMapping("/machines/{machine}/removal")
  @MayCall(SIGNED_IN)
  String forget(@PathVariable UUID machine, Act act, Page page) {
    machines.forget(act, machine);
    return "redirect:" + page.link("/account/hands");
  }
}
