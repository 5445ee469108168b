package karyalay.devices.web;

import static karyalay.web.MayCall.Who.CHAIR;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import karyalay.access.BrowserCookies;
import karyalay.access.Gate;
import karyalay.devices.Machines;
import karyalay.notices.Texts;
import karyalay.shared.Act;
import karyalay.shared.Caller;
import karyalay.shared.OfficeId;
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

/// Marking the machine one sits at as shared, and the list of those that are (OP-125).
@Controller
@RequestMapping("/machines")
class MachinePages {
  private final Machines machines;
  private final Texts texts;

  MachinePages(Machines machines, Texts texts) {
    this.machines = machines;
    this.texts = texts;
  }

  @GetMapping
  @MayCall(CHAIR)
  String list(Page page, Caller caller, HttpServletRequest request, Model model) {
    boolean administrator = caller.roles().contains("ADMIN");
    var view =
        new MachinesView(
            page,
            machines.of(caller),
            machines.at(Gate.device(request)).orElse(null),
            machines.markable(caller),
            caller.seat().office(),
            administrator ? texts.health() : null);
    model.addAttribute("view", view);
    return "devices/machines";
  }

  @PostMapping
  @MayCall(CHAIR)
  String mark(
      @RequestParam(required = false) @Nullable OfficeId office,
      @RequestParam(defaultValue = "") String name,
      Act act,
      Caller caller,
      Page page,
      HttpServletRequest request,
      HttpServletResponse response) {
    UUID device = BrowserCookies.device(request, response);
    OfficeId of = Optional.ofNullable(office).orElse(caller.seat().office());
    machines.mark(act, caller, device, of, name);
    return "redirect:" + page.link("/machines");
  }

  @PostMapping("/{machine}/ending")
  @MayCall(CHAIR)
  String end(@PathVariable UUID machine, Act act, Caller caller, Page page) {
    machines.end(act, caller, machine);
    return "redirect:" + page.link("/machines");
  }
}
